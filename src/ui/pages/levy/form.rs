//! The sheet to fill in: how much a person wants to say, and what the questions were answered with. The fields of each mode
//! are in `quick` and `exact`.

use yew::prelude::*;

use super::{Did, Sheet, exact, fields::number_of, part_year, quick};
use crate::{
    app::{
        facts::{DISABLED, WORKERS},
        levy::{Edit, Field, Mode},
        state::known,
    },
    catalogue::{keys, schema::TextId},
    domain::Answer,
    ui::{
        context::App,
        parts::{
            choices::{Choice, Choices, choices},
            node::{Tag, say, tag},
        },
    },
};

/// The questions on the number of workers and of disabled employees.
const SIZE: [&str; 2] = [WORKERS, DISABLED];

/// With what is wrong with the numbers together: `has_too_many` disabled employees.
pub fn form(sheet: &Sheet, has_too_many: bool) -> Tag {
    let is = |mode: Mode| sheet.form.mode == mode;
    let modes = [
        (
            keys::LEVY_FORM_QUICK,
            "mode-quick",
            is(Mode::Quick),
            Edit::Mode(Mode::Quick),
        ),
        (
            keys::LEVY_FORM_EXACT,
            "mode-exact",
            is(Mode::Exact),
            Edit::Mode(Mode::Exact),
        ),
    ];
    let body = tag("div")
        .key(&sheet.looks.cleared.to_string())
        .class("levy-form no-print")
        .add(radio(sheet, "levy-mode", keys::LEVY_FORM_MODE, modes).key("mode"))
        .add(tag("div").key("reminder").maybe(reminder(sheet.app)));
    let body = match sheet.form.mode {
        Mode::Quick => quick::add_to(body, sheet),
        Mode::Exact => exact::add_to(body, sheet),
    };
    let warning = has_too_many.then(|| {
        let text = keys::LEVY_FORM_TOO_MANY;
        sheet.say("p", "notice notice-caution", text)
    });
    body.add(part_year::fields(sheet)).add(
        tag("div")
            .key("too-many")
            .attr("aria-live", "polite")
            .maybe(warning),
    )
}

/// A group of radio buttons under its legend: label, hook, whether it is chosen, and what choosing it changes.
#[inline(never)]
pub fn radio(
    sheet: &Sheet,
    name: &'static str,
    legend: TextId,
    options: [(TextId, &str, bool, Edit); 2],
) -> Tag {
    let options = options.map(|(label, answer, chosen, edit)| Choice {
        answer: answer.into(),
        label: sheet.text(label).to_owned(),
        chosen,
        on_choose: sheet.on(Did::Edit(edit)),
    });
    let options = choices(&Choices {
        name,
        multiple: false,
        digits: false,
        options: &options,
    });
    tag("fieldset")
        .class(name)
        .add(sheet.say("legend", "", legend))
        .html_of(options)
}

/// What the questions on size were answered with, in words; `None` where neither was answered.
pub fn size_answers(app: &App) -> Option<[Option<String>; 2]> {
    let chosen = SIZE.map(|id| {
        let question = app.model.question(known(id)?)?;
        let Some(Answer::Chosen(chosen)) = app.model.state.case.answers.get(question.id) else {
            return None;
        };
        let option = question.options.iter().find(|one| chosen.contains(&one.id));
        option.map(|option| app.text(option.text))
    });
    chosen.iter().any(Option::is_some).then_some(chosen)
}

fn reminder(app: &App) -> Option<Tag> {
    let open = || app.text(keys::LEVY_FORM_REMINDER_OPEN);
    let [workers, disabled] = size_answers(app)?;
    let text = app.fill(
        keys::LEVY_FORM_REMINDER,
        &[
            ("workers", &workers.unwrap_or_else(open)),
            ("disabled", &disabled.unwrap_or_else(open)),
        ],
    );
    let line = tag("p").class("small").attr("data-levy", "reminder");
    Some(line.text(&text))
}

/// A field for a number of people.
pub fn number(sheet: &Sheet, field: Field, label: TextId, hint: String) -> Html {
    let of = (field, sheet.form.value(field));
    number_of(sheet, of, label, hint, keys::LEVY_FORM_UNIT_PEOPLE, None)
}

/// The way in to a part of the form: where its numbers are found, and how they are entered.
pub fn leads(part: Tag, sheet: &Sheet, found: &str, lead: TextId) -> Tag {
    part.add(tag("p").class("small").text(found))
        .add(say(sheet.app, "p", "small", lead))
}
