//! The half-minute check (30秒で分かること): two numbers, and duty, levy and the next date under them, key by key.

use yew::prelude::*;

use crate::{
    app::{
        duty::Said,
        levy::{Edit, Entry, Field, Form, Mistake, Mode, mistake_in_words},
        state::{Action, Screen, Tool},
    },
    catalogue::{keys, schema::TextId},
    domain::Headcount,
    ui::context::{App, use_app},
};

use super::{
    button::{FILLED, LINK, action, hooked, to_tool},
    field::input_value,
    node::{Tag, live_part, say, tag},
};

/// One of the two numbers.
#[derive(Clone, Copy, PartialEq)]
struct Number {
    field: Field,
    /// Its element's id, and what its buttons are called.
    id: &'static str,
    more: &'static str,
    less: &'static str,
    label: TextId,
    hint: TextId,
}

const WORKERS: Number = Number {
    field: Field::QuickTotal,
    id: "check-workers",
    more: "workers-more",
    less: "workers-less",
    label: keys::CHECK_WORKERS,
    hint: keys::CHECK_WORKERS_HINT,
};
const DISABLED: Number = Number {
    field: Field::QuickDisabled,
    id: "check-disabled",
    more: "disabled-more",
    less: "disabled-less",
    label: keys::CHECK_DISABLED,
    hint: keys::CHECK_DISABLED_HINT,
};

/// What is being typed into a field: it stays as it is while the field has the focus, so that no composition of a keyboard is disturbed,
/// and as long as it cannot be used.
#[derive(Clone, PartialEq)]
struct Typing {
    text: String,
    /// Why it cannot be used.
    mistake: Option<Mistake>,
    /// Only then is said what is wrong: of 1,200 the first half reads in two ways.
    is_left: bool,
}

#[derive(Properties, PartialEq)]
pub struct CheckProps {
    /// Whether it leads to the firm's page.
    #[prop_or_default]
    pub way_on: bool,
    /// Whether duty, levy and date stand under the numbers, or elsewhere on the screen.
    #[prop_or(true)]
    pub shows_answer: bool,
    /// Told whether what is typed cannot be used, so that the figures elsewhere on the screen are of before.
    #[prop_or_default]
    pub on_wrong: Callback<bool>,
}

/// The two fields with the answer.
#[component]
pub fn Check(props: &CheckProps) -> Html {
    let app = use_app();
    let (workers, disabled) = (use_state(|| None), use_state(|| None));
    let form = &app.model.state.case.levy;
    let typed: [&Option<Typing>; 2] = [&workers, &disabled];
    let is_typing = typed.iter().any(|typing| typing.is_some());
    let mut typed = typed.into_iter().flatten();
    let is_wrong = typed.any(|typing| typing.mistake.is_some());
    {
        let on_wrong = props.on_wrong.clone();
        use_effect_with(is_wrong, move |is_wrong| on_wrong.emit(*is_wrong));
    }
    let number = |of: Number, typing: &UseStateHandle<Option<Typing>>| match fixed(&app, form, of) {
        Some(said) => given(&app, of, &said),
        None => entry(&app, of, typing),
    };
    // An example is of no field.
    let is_stale = is_wrong && app.findings.said().is_some();
    let stale = is_stale.then(|| say(&app, "p", "check-stale", keys::CHECK_STALE));
    let class = if is_stale {
        "check-answer stale"
    } else {
        "check-answer"
    };
    let answer = props.shows_answer || app.findings.said().is_none();
    let answer = answer.then(|| answer_under(&app).attr("class", class));
    // What is typed is heard when the field is left, not key by key.
    let heard = app.findings.said().filter(|_| !is_typing);
    let heard = heard.map(|said| tag("p").text(&first_words(said)));
    tag("section")
        .class("check")
        .attr("aria-labelledby", "check")
        .add(say(&app, "h2", "", keys::CHECK_HEADING).attr("id", "check"))
        .add(say(&app, "p", "small", keys::CHECK_LEAD))
        .add(number(WORKERS, &workers))
        .add(number(DISABLED, &disabled))
        .maybe(stale)
        .maybe(answer)
        .maybe((props.way_on && app.findings.said().is_some()).then(|| {
            let label = app.words.get(keys::CHECK_PAGE);
            action(FILLED, "firm", label, app.on(Action::Go(Screen::Result)))
        }))
        .add(live_part("heard").class("for-readers").maybe(heard))
        .html()
}

fn first_words(said: &Said) -> String {
    [&said.duty, said.missing.as_deref().unwrap_or_default()].concat()
}

/// What the calculator was told in more detail than one number, which is changed there.
fn fixed(app: &App, form: &Form, of: Number) -> Option<String> {
    let facts = app.findings.facts();
    let is_fixed = match of.field {
        Field::QuickTotal => form.has_workers() && !has_total(form),
        _ => form.has_kinds(),
    };
    let n = match of.field {
        Field::QuickTotal => facts.exact_workers()?.value.to_text(),
        _ => facts.exact_disabled()?.value.to_string(),
    };
    is_fixed.then(|| app.fill(keys::PEOPLE_ONE, &[("n", &n)]))
}

fn has_total(form: &Form) -> bool {
    form.mode == Mode::Quick && form.entry == Entry::Total
}

fn given(app: &App, of: Number, said: &str) -> Tag {
    tag("div")
        .class("check-number")
        .add(say(app, "span", "check-label", of.label))
        .add(
            tag("div")
                .add(tag("b").text(&app.fill(keys::CHECK_ELSEWHERE, &[("n", said)])))
                .add(to_tool(app, LINK, Tool::Levy, keys::CHECK_CHANGE)),
        )
}

/// What stands in the field when nobody types.
fn value(form: &Form, of: Number) -> Option<u64> {
    let value = form.value(of.field);
    value.filter(|_| of.field != Field::QuickTotal || has_total(form))
}

fn set(act: &Callback<Action>, of: Number, value: Option<u64>) {
    if of.field == Field::QuickTotal {
        act.emit(Action::Levy(Edit::Entry(Entry::Total)));
    }
    act.emit(Action::Levy(Edit::Number(of.field, value)));
}

fn entry(app: &App, of: Number, typing: &UseStateHandle<Option<Typing>>) -> Tag {
    let form = &app.model.state.case.levy;
    let now = value(form, of);
    let mine = typing.as_ref();
    let left = mine.filter(|typing| typing.is_left);
    let mistake = left.and_then(|typing| typing.mistake);
    let is_wrong = mistake.is_some();
    let kept = now.map(|value| of.field.write(value)).unwrap_or_default();
    let text = mine.map_or(&*kept, |typing| &typing.text);
    let take = |is_left: bool| {
        let (act, typing) = (app.act.clone(), typing.clone());
        move |text: String| {
            let read = of.field.read(&text);
            if let Ok(value) = read {
                set(&act, of, value);
            }
            let is_over = is_left && read.is_ok();
            typing.set((!is_over).then_some(Typing {
                text,
                mistake: read.err(),
                is_left,
            }));
        }
    };
    let (typed, left) = (take(false), take(true));
    let oninput = Callback::from(move |event: InputEvent| typed(input_value(&event)));
    let onchange = Callback::from(move |event: Event| left(input_value(&event)));
    let error = [of.id, "-error"].concat();
    let hint = [of.id, "-hint"].concat();
    let input = tag("input")
        .attr("id", of.id)
        .attr("type", "text")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("aria-invalid", if is_wrong { "true" } else { "false" })
        .attr("aria-describedby", &[&hint, " ", &error].concat())
        .value(text)
        .on_input(oninput)
        .on_change(onchange);
    let one = match of.field {
        Field::QuickTotal => Headcount::whole(1).halves(),
        _ => 1,
    };
    let step = |sign: &str, name: &'static str, label: TextId, to: Option<u64>| {
        let (act, typing) = (app.act.clone(), typing.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            typing.set(None);
            set(&act, of, to);
        });
        let label = app.fill(label, &[("name", app.words.get(of.label))]);
        hooked("check-step", "data-action", name, sign, onclick).attr("aria-label", &label)
    };
    let problem = mistake.map(|mistake| {
        let said = mistake_in_words(mistake, text, of.field, &app.words);
        // On the start these words may be still to come.
        let said = match said.trim() {
            "" => app.words.get(keys::CHECK_WRONG),
            said => said,
        };
        tag("p").class("field-error").text(said)
    });
    let less = now.map(|now| now.saturating_sub(one));
    let more = now.unwrap_or_default().saturating_add(one);
    let field = tag("div")
        .class("check-field")
        .add(step("−", of.less, keys::CHECK_LESS, less))
        .add(input)
        .add(say(app, "span", "check-unit", keys::CHECK_UNIT).attr("aria-hidden", "true"))
        .add(step("＋", of.more, keys::CHECK_MORE, Some(more)));
    tag("div")
        .class("check-number")
        .add(
            tag("label")
                .class("check-label")
                .attr("for", of.id)
                .add(say(app, "span", "", of.label))
                .add(say(app, "span", "check-hint", of.hint).attr("id", &hint)),
        )
        .add(field)
        .add(
            tag("div")
                .class("check-error")
                .attr("id", &error)
                .attr("aria-live", "polite")
                .maybe(problem),
        )
}

fn answer_under(app: &App) -> Tag {
    let answer = tag("div").attr("data-check", "");
    let Some(said) = app.findings.said() else {
        // Its place is kept until the law is here.
        let example = app.findings.example().unwrap_or_default();
        return answer.add(tag("div").class("small check-example").text(example));
    };
    let row = |label: TextId, first: &str, then: &str| {
        let then = (!then.is_empty()).then(|| tag("span").text(then));
        tag("div")
            .class("check-row")
            .add(say(app, "dt", "", label))
            .add(tag("dd").add(tag("b").text(first)).maybe(then))
    };
    let missing = said.missing.as_deref().unwrap_or_default();
    let concerns = said.levy_concerns.as_deref().unwrap_or_default();
    let levy = [&said.levy, concerns].join(app.words.choose("", " "));
    let next = match (said.dates.first(), &said.no_report) {
        (Some(date), _) => {
            let day = app.words.date(date.day);
            let until = app.fill(keys::DUTY_UNTIL, &[("date", &day)]);
            Some(row(keys::CHECK_NEXT, &until, &date.what))
        }
        (None, Some(none)) => Some(row(keys::CHECK_NEXT, "", none)),
        (None, None) => None,
    };
    answer.add(
        tag("dl")
            .add(row(keys::CHECK_DUTY, &said.duty, missing))
            .add(row(keys::CHECK_LEVY, "", &levy))
            .maybe(next),
    )
}
