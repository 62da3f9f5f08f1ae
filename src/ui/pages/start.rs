//! The first screen: what brings the employer here, the way straight to the telephone numbers, two numbers that say duty and levy
//! at once, and what was kept.

use yew::prelude::*;

use crate::{
    app::{
        firm::known_in_words,
        state::{Action, Keep, Screen, TROUBLES, known},
    },
    catalogue::{keys, schema::TextId},
    domain::OptionId,
    ui::{
        context::{App, use_app},
        parts::{
            button::{FILLED, LINK, OUTLINE, action, deletion, hooked},
            check::Check,
            node::{Tag, say, tag},
            notice::notices,
            pictogram::{
                BOOK, CALENDAR, LETTER, MONEY, Pictogram, TASKS, TELEPHONE, TWO_PEOPLE, pictogram,
            },
            tool::{title, tool_links},
        },
    },
};

/// The troubles of the brochure that are offered here: options of A02, each with its short name and drawing.
const TROUBLES_OFFERED: [(&str, TextId, Pictogram); 4] = [
    ("c_task", keys::START_DOOR_TASK, TASKS),
    ("c_know", keys::START_DOOR_KNOW, BOOK),
    ("c_jc", keys::START_DOOR_JC, TWO_PEOPLE),
    ("c_retain", keys::START_DOOR_RETAIN, CALENDAR),
];

pub fn start(app: &App) -> Html {
    let other = app.words.get(keys::START_OTHER);
    let other = action(LINK, "begin", other, app.on(Action::Begin(None)));
    // With another number of firms another one is open.
    let kept = html! { <Kept key={app.model.state.aside.len().to_string()} /> };
    tag("div")
        .class("start")
        .add(title(app.words.get(keys::START_HEADING)))
        .add(say(app, "p", "lead start-lead", keys::START_LEAD))
        .html_of(notices(app))
        .add(promise(app))
        .add(tag("div").class("start-resume").html_of(kept))
        .add(
            tag("div")
                .class("start-columns")
                .add(
                    tag("div")
                        .add(doors(app))
                        .add(telephone(app))
                        .add(tag("div").class("actions").add(other)),
                )
                .html_of(html! { <Check way_on=true /> }),
        )
        .add(say(app, "h2", "start-question", keys::TOOLS_HEADING))
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
    let more = action(LINK, "privacy", more, app.on(Action::Go(Screen::Privacy)));
    let words = tag("p")
        .add(say(app, "span", "promise-full", keys::START_PROMISE))
        .add(say(app, "span", "promise-short", keys::START_PROMISE_SHORT))
        .text(" ")
        .add(more);
    tag("div").class("promise").add(mark).add(words)
}

fn doors(app: &App) -> Tag {
    let troubles = known(TROUBLES).and_then(|id| app.model.question(id));
    let words = |id: OptionId| {
        let mut options = troubles?.options.iter();
        options
            .find(|choice| choice.id == id)
            .map(|choice| choice.text)
    };
    let troubles = TROUBLES_OFFERED
        .into_iter()
        .filter_map(|(id, name, drawing)| {
            let option = OptionId::new(id).ok()?;
            let begin = app.on(Action::Begin(Some(option)));
            Some(door(
                app,
                ("data-answer", id),
                [name, words(option)?],
                &drawing,
                begin,
            ))
        });
    let letter = door(
        app,
        ("data-action", "letter"),
        [keys::START_DOOR_LETTER, keys::START_DOOR_LETTER_FULL],
        &LETTER,
        app.on(Action::Go(Screen::Result)),
    );
    let money = door(
        app,
        ("data-action", "money"),
        [keys::START_DOOR_MONEY, keys::START_DOOR_MONEY_FULL],
        &MONEY,
        app.on(Action::Show("#firm-money")),
    );
    tag("ul")
        .class("doors")
        .each(troubles)
        .add(letter)
        .add(money)
}

fn door(
    app: &App,
    (hook, name): (&'static str, &str),
    [short, full]: [TextId; 2],
    drawing: &Pictogram,
    onclick: Callback<MouseEvent>,
) -> Tag {
    let button = tag("button")
        .attr("type", "button")
        .class("door")
        .attr(hook, name)
        .on_click(onclick)
        .add(say(app, "b", "door-name", short))
        .add(pictogram(drawing))
        .add(say(app, "span", "door-full", full));
    tag("li").key(name).add(button)
}

fn telephone(app: &App) -> Tag {
    tag("button")
        .attr("type", "button")
        .class("start-telephone")
        .attr("data-action", "only-centres")
        .on_click(app.on(Action::Go(Screen::Centres)))
        .add(pictogram(&TELEPHONE))
        .add(
            tag("span")
                .add(say(app, "b", "", keys::START_TELEPHONE))
                .add(say(app, "span", "door-full", keys::START_TELEPHONE_FULL)),
        )
}

/// The firm that was there when the screen was come to, a new one, and the others. What is typed below does not move the screen.
#[component]
fn Kept() -> Html {
    let app = &use_app();
    let state = &app.model.state;
    let was_there = use_state(|| !state.case.is_empty());
    let is_there = *was_there && !state.case.is_empty();
    if !is_there && state.aside.is_empty() {
        return Html::default();
    }
    let name = |facts: Vec<String>| match facts.is_empty() {
        true => app.text(keys::START_RESUME_UNNAMED),
        false => facts.join(app.words.choose("・", ", ")),
    };
    let firm = name(known_in_words(&state.case, &app.model, &app.words));
    let resume = is_there.then(|| {
        let label = app.fill(keys::START_RESUME, &[("firm", &firm)]);
        action(FILLED, "resume", &label, app.on(Action::Resume))
    });
    let new = app.words.get(keys::START_NEW_FIRM);
    let new =
        (!state.case.is_empty()).then(|| action(OUTLINE, "new-firm", new, app.on(Action::NewCase)));
    let others = state.aside.iter().enumerate().map(|(at, aside)| {
        let firm = name(known_in_words(&aside.case, &app.model, &app.words));
        let open = app.on(Action::TakeUp(at));
        tag("li").add(hooked(LINK, "data-firm", &at.to_string(), &firm, open))
    });
    let others = (!state.aside.is_empty()).then(|| {
        tag("div")
            .add(say(app, "h2", "", keys::START_OTHER_FIRMS))
            .add(tag("ul").class("other-firms").each(others))
    });
    let wipe = match state.keep {
        Keep::Device => keys::START_WIPE_DEVICE,
        Keep::Tab => keys::START_WIPE,
    };
    let firms = state.aside.len() + usize::from(!state.case.is_empty());
    let wipe = app.fill(wipe, &[("n", &firms.to_string())]);
    tag("section")
        .class("resume")
        .attr("aria-label", app.words.get(keys::START_KEPT))
        .maybe(is_there.then(|| tag("div").class("resume-ways").maybe(resume).maybe(new)))
        .maybe(others)
        .add(deletion(app, "wipe", &wipe, &wipe, app.on(Action::Wipe)))
        .html()
}
