//! The first screen: what troubles the employer, the promise, and the way straight to the telephone numbers.

use yew::Html;

use crate::{
    app::state::{Action, Keep, Screen, TROUBLES, known},
    catalogue::{keys, schema::Choice},
    ui::{
        context::App,
        parts::{
            button::{FILLED, LINK, OUTLINE, action, delete, hooked},
            node::{Tag, say, tag},
            notice::notices,
            tool::{heading, tool_links},
        },
    },
};

/// How many of the troubles come from the brochure and are offered here; they are the first options of A02.
const OFFERED: usize = 4;

pub fn start(app: &App) -> Html {
    // Lines of the heading break between its parts first.
    let phrases = app.words.get(keys::START_HEADING).split_inclusive('、');
    let phrases = phrases.map(|phrase| tag("span").class("phrase").text(phrase));
    let troubles = known(TROUBLES).and_then(|id| app.model.question(id));
    let troubles = troubles.into_iter().flat_map(|question| &question.options);
    let troubles = troubles.take(OFFERED).map(|choice| trouble(app, choice));
    let kept = !app.model.state.case.answers.is_empty();
    let other = app.words.get(keys::START_OTHER);
    let other = action(OUTLINE, "begin", other, app.on(Action::Begin(None)));
    let centres = app.on(Action::Go(Screen::Centres));
    let label = app.words.get(keys::START_ONLY_CENTRES);
    let centres = action(LINK, "only-centres", label, centres);
    tag("div")
        .class("start")
        .add(heading().class("start-heading").all(phrases.collect()))
        .add(say(app, "p", "lead", keys::START_LEAD).key("lead"))
        .html_of(notices(app))
        .add(promise(app))
        .add(
            tag("div")
                .key("resume")
                .class("start-resume")
                .maybe(kept.then(|| resume(app))),
        )
        .add(say(app, "h2", "start-question", keys::START_TROUBLES).key("troubles"))
        .add(
            tag("ul")
                .key("choices")
                .class("troubles")
                .all(troubles.collect()),
        )
        .add(
            tag("div")
                .key("other")
                .class("actions")
                .add(other)
                .add(centres),
        )
        .add(say(app, "h2", "start-question", keys::TOOLS_HEADING).key("tools-heading"))
        .html_of(tool_links(app))
        .html()
}

fn promise(app: &App) -> Tag {
    let mark = tag("svg")
        .class("promise-mark")
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .add(tag("path").attr("d", "M7 10V7a5 5 0 0 1 10 0v3M5 10h14v10H5z"));
    let more = app.words.get(keys::START_PROMISE_MORE);
    let more = hooked(
        LINK,
        "data-action",
        "privacy",
        more,
        app.on(Action::Go(Screen::Privacy)),
    );
    let words = tag("p")
        .add(say(app, "span", "", keys::START_PROMISE))
        .text(" ")
        .add(more);
    tag("div")
        .key("promise")
        .class("promise")
        .add(mark)
        .add(words)
}

/// The way on where there are answers already.
fn resume(app: &App) -> Tag {
    let count = app.model.answer_count().to_string();
    let lead = app.fill(keys::START_RESUME_LEAD, &[("n", &count)]);
    let resume = app.words.get(keys::START_RESUME);
    let resume = action(FILLED, "resume", resume, app.on(Action::Resume));
    let wipe = match app.model.state.keep {
        Keep::Device => keys::START_WIPE_DEVICE,
        Keep::Tab => keys::START_WIPE,
    };
    let wipe = delete(app, "wipe", wipe, wipe, app.on(Action::Wipe));
    tag("section")
        .class("resume")
        .attr("aria-label", app.words.get(keys::START_RESUME_LABEL))
        .add(tag("p").text(&lead))
        .add(tag("div").class("actions").add(resume))
        .add(wipe)
}

fn trouble(app: &App, choice: &Choice) -> Tag {
    let id = choice.id.as_str();
    let arrow = tag("span")
        .class("trouble-arrow")
        .attr("aria-hidden", "true")
        .text("→");
    let button = tag("button")
        .attr("type", "button")
        .class("trouble")
        .attr("data-answer", id)
        .on_click(app.on(Action::Begin(Some(choice.id))))
        .add(say(app, "span", "", choice.text))
        .add(arrow);
    tag("li").key(id).add(button)
}
