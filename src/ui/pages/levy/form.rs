//! The sheet to fill in, in the order in which the numbers lie in an employer's hands: people, industry, disabled employees.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    Sheet,
    day::hint_texts,
    fields::{Asks, Cell, Choose, Lists, choose},
    lines::caution,
    part,
};
use crate::{
    app::{
        levy::{
            BANDS, Edit, Entry, Field, Group, MONTHS, MOST_GROUPS, MOST_UNITS, Mistake, Mode, Unit,
            band_label, category_label, category_name, month_name,
        },
        state::known,
    },
    catalogue::{
        keys,
        schema::{
            Confidence, TextId,
            parameters::{CalculatorField, HintKind, Parameters},
        },
    },
    domain::{Answer, CountCategory, FiscalYear, IndustryId, JapanDate},
    ui::{
        context::App,
        parts::{
            choices::{Choice, Choices, choices},
            node::{button, disclosure, el, p, text_el},
            source::source,
        },
    },
};

/// The questions on the number of workers and of disabled employees.
const SIZE: [&str; 2] = ["A03", "A04"];

/// What every field is given.
#[derive(Clone)]
struct Given {
    lists: Rc<Lists>,
    /// The unit of the numbers.
    unit: AttrValue,
}

/// What mistakes and industries are called.
pub fn lists(app: &App, parameters: &Parameters, day: JapanDate) -> Lists {
    let mistake = |mistake: &Mistake| {
        app.text(match mistake {
            Mistake::NotANumber => keys::LEVY_MISTAKE_NOT_A_NUMBER,
            Mistake::NotWhole => keys::LEVY_MISTAKE_NOT_WHOLE,
            Mistake::NotHalves => keys::LEVY_MISTAKE_NOT_HALVES,
            Mistake::NotHours => keys::LEVY_MISTAKE_NOT_HOURS,
            Mistake::NotYen => keys::LEVY_MISTAKE_NOT_YEN,
        })
    };
    let mut industries = vec![(String::new(), app.text(keys::LEVY_FORM_INDUSTRY_NONE))];
    for industry in &parameters.exclusion_rates.industries {
        let name = app.text(industry.name);
        let label = match industry.rate.on(day) {
            Ok(dated) => app.fill(
                keys::LEVY_FORM_INDUSTRY_RATE,
                &[("name", &name), ("rate", &dated.value.to_text())],
            ),
            Err(_) => name,
        };
        industries.push((industry.id.to_string(), label));
    }
    Lists {
        mistakes: Mistake::ALL.iter().map(mistake).collect(),
        industries,
    }
}

pub fn form(sheet: &Sheet, month: &UseStateHandle<u8>, lists: &Rc<Lists>) -> Html {
    let app = sheet.app;
    let given = Given {
        lists: lists.clone(),
        unit: app.text(keys::LEVY_FORM_UNIT_PEOPLE).into(),
    };
    let mode = |mode: Mode, answer: &str, label: TextId| Choice {
        answer: answer.into(),
        label: app.text(label),
        chosen: sheet.form.mode == mode,
        on_choose: sheet.on(Edit::Mode(mode)),
    };
    let modes = [
        mode(Mode::Quick, "mode-quick", keys::LEVY_FORM_QUICK),
        mode(Mode::Exact, "mode-exact", keys::LEVY_FORM_EXACT),
    ];
    let mut body = vec![
        radio(app, "levy-mode", keys::LEVY_FORM_MODE, &modes),
        reminder(app),
    ];
    body.extend(match sheet.form.mode {
        Mode::Quick => quick(sheet, &given),
        Mode::Exact => exact(sheet, &given, month),
    });
    let mut warning = Vec::new();
    if sheet.form.has_too_many() {
        let text = app.text(keys::LEVY_FORM_TOO_MANY);
        warning.push(p("text", "notice notice-caution", text));
    }
    body.push(el("div", "too-many", &[("aria-live", "polite")], warning));
    el("div", "form", &[("class", "levy-form no-print")], body)
}

/// A group of radio buttons under its legend.
fn radio(app: &App, name: &str, legend: TextId, options: &[Choice]) -> Html {
    let options = choices(&Choices {
        name,
        multiple: false,
        digits: false,
        options,
    });
    let legend = text_el("legend", "legend", &[], app.text(legend));
    el("fieldset", name, &[("class", name)], vec![legend, options])
}

/// What the questions on size were answered with, in words; `None` where neither was answered.
pub fn size_answers(app: &App) -> Option<[Option<String>; 2]> {
    let chosen = SIZE.map(|id| {
        let question = app.model.question(known(id)?)?;
        let Some(Answer::Chosen(chosen)) = app.model.state.answers.get(question.id) else {
            return None;
        };
        let option = question.options.iter().find(|one| chosen.contains(&one.id));
        option.map(|option| app.text(option.text))
    });
    chosen.iter().any(Option::is_some).then_some(chosen)
}

fn reminder(app: &App) -> Html {
    let open = || app.text(keys::LEVY_FORM_REMINDER_OPEN);
    let mut body = Vec::new();
    if let Some([workers, disabled]) = size_answers(app) {
        let text = app.fill(
            keys::LEVY_FORM_REMINDER,
            &[
                ("workers", &workers.unwrap_or_else(open)),
                ("disabled", &disabled.unwrap_or_else(open)),
            ],
        );
        body.push(text_el(
            "p",
            "text",
            &[("class", "small"), ("data-levy", "reminder")],
            text,
        ));
    }
    el("div", "reminder", &[], body)
}

fn number(sheet: &Sheet, given: &Given, field: Field, label: TextId, hint: String) -> Html {
    number_with(sheet, given, field, label, hint, String::new())
}

/// A field for a number with what is wrong with it.
fn number_with(
    sheet: &Sheet,
    given: &Given,
    field: Field,
    label: TextId,
    hint: String,
    problem: String,
) -> Html {
    let asks = Asks::Number {
        field,
        value: sheet.form.value(field),
        unit: given.unit.clone(),
        problem: problem.into(),
    };
    cell(sheet, given, field.name(), asks, label, hint)
}

fn cell(
    sheet: &Sheet,
    given: &Given,
    key: String,
    asks: Asks,
    label: TextId,
    hint: String,
) -> Html {
    let (lists, edit) = (given.lists.clone(), sheet.edit.clone());
    html! { <Cell {key} {asks} label={sheet.app.text(label)} {hint} {lists} {edit} /> }
}

/// Where the numbers of a field are found.
fn found(sheet: &Sheet, field: CalculatorField) -> String {
    let hints: Vec<String> = hint_texts(sheet, field, HintKind::WhereToFind).collect();
    hints.join(sheet.app.words.choose("", " "))
}

/// Who is counted and what is often mistaken, behind a disclosure.
fn hints(sheet: &Sheet, fields: &[CalculatorField]) -> Html {
    let app = sheet.app;
    let mut items = Vec::new();
    for hint in &sheet.parameters.hints {
        if fields.contains(&hint.field) && hint.kind != HintKind::WhereToFind {
            let mut text = vec![app.text(hint.text).into()];
            if hint.provenance.confidence == Confidence::Low {
                text.insert(0, caution(sheet));
            }
            let body = vec![el("p", "text", &[], text), source(app, &hint.provenance)];
            items.push(el("li", &hint.text.0.to_string(), &[], body));
        }
    }
    disclosure(
        "hints",
        "why levy-hints",
        vec![app.text(keys::LEVY_FORM_MORE_HINTS).into()],
        vec![el("ul", "list", &[], items)],
    )
}

fn industry(
    sheet: &Sheet,
    given: &Given,
    hint: String,
    unit: Option<u16>,
    chosen: Option<IndustryId>,
) -> Html {
    let asks = Asks::Industry { unit, chosen };
    cell(
        sheet,
        given,
        "industry".into(),
        asks,
        keys::LEVY_FORM_INDUSTRY,
        hint,
    )
}

fn quick(sheet: &Sheet, given: &Given) -> Vec<Html> {
    let app = sheet.app;
    let entry = |entry: Entry, answer: &str, label: TextId| Choice {
        answer: answer.into(),
        label: app.text(label),
        chosen: sheet.form.entry == entry,
        on_choose: sheet.on(Edit::Entry(entry)),
    };
    let entries = [
        entry(Entry::ByHours, "entry-hours", keys::LEVY_FORM_BY_HOURS),
        entry(Entry::Total, "entry-total", keys::LEVY_FORM_TOTAL),
    ];
    let mut workers = vec![radio(app, "levy-entry", keys::LEVY_FORM_ENTRY, &entries)];
    match sheet.form.entry {
        Entry::ByHours => {
            let full = found(sheet, CalculatorField::Workers30h);
            let short = hint_texts(sheet, CalculatorField::Workers20h, HintKind::Counted).collect();
            let pair = vec![
                number(
                    sheet,
                    given,
                    Field::Quick30,
                    keys::LEVY_FORM_WORKERS_30H,
                    full,
                ),
                number(
                    sheet,
                    given,
                    Field::Quick20,
                    keys::LEVY_FORM_WORKERS_20H,
                    short,
                ),
            ];
            let hint = found(sheet, CalculatorField::Industry);
            workers.push(el("div", "pair", &[("class", "levy-pair")], pair));
            workers.push(industry(sheet, given, hint, None, sheet.form.industry));
            workers.push(hints(
                sheet,
                &[
                    CalculatorField::Workers30h,
                    CalculatorField::Workers20h,
                    CalculatorField::Industry,
                ],
            ));
        }
        Entry::Total => {
            let hint = found(sheet, CalculatorField::Workers);
            workers.push(number(
                sheet,
                given,
                Field::QuickTotal,
                keys::LEVY_FORM_TOTAL_FIELD,
                hint,
            ));
            workers.push(hints(
                sheet,
                &[CalculatorField::Workers, CalculatorField::Workers30h],
            ));
        }
    }
    let mut kinds = Vec::new();
    for (name, category) in CountCategory::NAMES {
        let mut bands = Vec::new();
        for band in BANDS {
            let field = Field::QuickPeople(category, band);
            bands.push(number(sheet, given, field, band_label(band), String::new()));
        }
        let body = vec![
            text_el("legend", "legend", &[], app.text(category_label(category))),
            el("div", "bands", &[("class", "levy-bands")], bands),
        ];
        kinds.push(el("fieldset", name, &[("class", "levy-kind")], body));
    }
    let disabled = vec![
        p("found", "small", found(sheet, CalculatorField::Disabled)),
        p("lead", "small", app.text(keys::LEVY_FORM_DISABLED_LEAD)),
        el("div", "grid", &[("class", "levy-grid")], kinds),
        hints(
            sheet,
            &[
                CalculatorField::Disabled,
                CalculatorField::Severe,
                CalculatorField::WeeklyHours,
            ],
        ),
    ];
    vec![
        part("workers", app.text(keys::LEVY_FORM_WORKERS), workers),
        part("disabled", app.text(keys::LEVY_FORM_DISABLED), disabled),
    ]
}

fn checkbox(
    key: &str,
    answer: String,
    label: String,
    checked: bool,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label key={key.to_owned()} class="choice levy-check">
            <input type="checkbox" data-answer={answer} {checked} {onchange} />
            <span class="choice-label">{ label }</span>
        </label>
    }
}

fn exact(sheet: &Sheet, given: &Given, month: &UseStateHandle<u8>) -> Vec<Html> {
    let app = sheet.app;
    let shown = **month;
    let is_same = !sheet.form.has_own(shown.into());
    let group = [
        ("class", "months"),
        ("role", "group"),
        ("aria-labelledby", "levy-months"),
    ];
    let mut same = Vec::new();
    if shown > 0 {
        let label = app.text(keys::LEVY_FORM_SAME);
        let change = sheet.on(Edit::SameAsBefore(shown, !is_same));
        same.push(checkbox("same", "same".into(), label, is_same, change));
    }
    let months = vec![
        p("found", "small", found(sheet, CalculatorField::Months)),
        p("lead", "small", app.text(keys::LEVY_FORM_MONTHS_LEAD)),
        el("div", "months", &group, month_buttons(sheet, month)),
        el("div", "same", &[("class", "levy-same")], same),
        hints(sheet, &[CalculatorField::Months]),
    ];
    let add = |key: &str, label: TextId, edit: Edit| {
        let label = vec![app.text(label).into()];
        button(
            key,
            "button button-outline",
            ("data-action", key),
            None,
            label,
            sheet.on(edit),
        )
    };
    let note = same_note(sheet, shown, is_same);
    let mut rows = Vec::new();
    for (at, unit) in sheet.form.units().iter().enumerate() {
        rows.push(unit_row(sheet, given, at, unit, shown, is_same));
    }
    let mut units = vec![
        p("found", "small", found(sheet, CalculatorField::Workers30h)),
        p("lead", "small", app.text(keys::LEVY_FORM_UNITS_LEAD)),
        hints(
            sheet,
            &[
                CalculatorField::Workers30h,
                CalculatorField::Workers20h,
                CalculatorField::Industry,
            ],
        ),
        note.clone(),
        el("div", "list", &[("class", "levy-units")], rows),
    ];
    if sheet.form.units().len() < MOST_UNITS {
        units.push(add("add-unit", keys::LEVY_FORM_ADD_UNIT, Edit::AddUnit));
    }
    let mut rows = Vec::new();
    for (at, group) in sheet.form.groups().iter().enumerate() {
        rows.push(group_row(sheet, given, at, group, shown, is_same));
    }
    let mut groups = vec![
        p("found", "small", found(sheet, CalculatorField::Disabled)),
        p("lead", "small", app.text(keys::LEVY_FORM_GROUPS_LEAD)),
        hints(
            sheet,
            &[
                CalculatorField::Disabled,
                CalculatorField::Severe,
                CalculatorField::WeeklyHours,
                CalculatorField::AType,
            ],
        ),
        note,
        el("div", "list", &[("class", "levy-units")], rows),
    ];
    if sheet.form.groups().len() < MOST_GROUPS {
        groups.push(add("add-group", keys::LEVY_FORM_ADD_GROUP, Edit::AddGroup));
    }
    let hint = hint_texts(sheet, CalculatorField::HomeWork, HintKind::Counted).collect();
    let given_yen = Given {
        unit: app.text(keys::LEVY_FORM_UNIT_YEN).into(),
        ..given.clone()
    };
    vec![
        part("months", app.text(keys::LEVY_FORM_MONTHS), months),
        part("units", app.text(keys::LEVY_FORM_UNITS), units),
        part("groups", app.text(keys::LEVY_FORM_GROUPS), groups),
        number(
            sheet,
            &given_yen,
            Field::HomeWork,
            keys::LEVY_FORM_HOME_WORK,
            hint,
        ),
    ]
}

fn month_buttons(sheet: &Sheet, shown: &UseStateHandle<u8>) -> Vec<Html> {
    let app = sheet.app;
    let mut buttons = Vec::new();
    let Ok(year) = FiscalYear::of(sheet.date()) else {
        return buttons;
    };
    for (at, day) in (0..MONTHS as u8).zip(year.month_starts()) {
        let name = month_name(&app.words, day.month());
        let mut label = vec![text_el("span", "name", &[], name)];
        if sheet.form.has_own(at.into()) {
            let own = app.text(keys::LEVY_FORM_OWN_MARK);
            label.push(text_el("span", "own", &[("class", "month-own")], own));
        }
        let onclick = {
            let shown = shown.clone();
            Callback::from(move |_| shown.set(at))
        };
        let key = at.to_string();
        buttons.push(button(
            &key,
            "month",
            ("data-month", &key),
            Some(**shown == at),
            label,
            onclick,
        ));
    }
    buttons
}

fn same_note(sheet: &Sheet, shown: u8, is_same: bool) -> Html {
    let app = sheet.app;
    let mut body = Vec::new();
    if is_same {
        let year = FiscalYear::of(sheet.date()).ok();
        let month = year.and_then(|year| year.month_starts().nth(shown.into()));
        let month = month.map_or(String::new(), |day| month_name(&app.words, day.month()));
        let text = app.fill(keys::LEVY_FORM_SAME_NOTE, &[("month", &month)]);
        body.push(p("text", "notice", text));
    }
    el("div", "note", &[], body)
}

/// The frame of an establishment or of a group.
fn row(kind: &'static str, id: u16, place: &str, legend: String, body: Vec<Html>) -> Html {
    let body = vec![
        text_el("legend", "legend", &[], legend),
        el("div", "row", &[("class", "levy-row")], body),
    ];
    el(
        "fieldset",
        &id.to_string(),
        &[("class", "levy-unit"), (kind, place)],
        body,
    )
}

fn drop_button(sheet: &Sheet, label: String, edit: Edit, then: &'static str) -> Html {
    let label = vec![label.into()];
    button(
        "drop",
        "link levy-drop",
        ("data-action", "drop"),
        None,
        label,
        sheet.on_leaving(edit, then),
    )
}

fn unit_row(
    sheet: &Sheet,
    given: &Given,
    at: usize,
    unit: &Unit,
    month: u8,
    is_same: bool,
) -> Html {
    let app = sheet.app;
    let id = unit.id;
    let place = (at + 1).to_string();
    let mut body = vec![industry(
        sheet,
        given,
        String::new(),
        Some(id),
        unit.industry,
    )];
    if !is_same {
        for (field, label) in [
            (Field::Unit30(id, month), keys::LEVY_FORM_WORKERS_30H),
            (Field::Unit20(id, month), keys::LEVY_FORM_WORKERS_20H),
        ] {
            body.push(number(sheet, given, field, label, String::new()));
        }
    }
    let disabled = keys::LEVY_FORM_UNIT_DISABLED;
    body.push(number(
        sheet,
        given,
        Field::UnitDisabled(id),
        disabled,
        String::new(),
    ));
    if sheet.form.units().len() > 1 {
        let label = app.fill(keys::LEVY_FORM_DROP_UNIT, &[("n", &place)]);
        body.push(drop_button(
            sheet,
            label,
            Edit::DropUnit(id),
            "[data-action=add-unit]",
        ));
    }
    let legend = app.fill(keys::LEVY_ESTABLISHMENT, &[("n", &place)]);
    row("data-unit", id, &place, legend, body)
}

fn group_row(
    sheet: &Sheet,
    given: &Given,
    at: usize,
    group: &Group,
    month: u8,
    is_same: bool,
) -> Html {
    let app = sheet.app;
    let id = group.id;
    let place = (at + 1).to_string();
    let edit = sheet.edit.clone();
    let options =
        CountCategory::NAMES.map(|(name, one)| (name.into(), app.text(category_label(one))));
    let mut body = vec![choose(&Choose {
        id: &format!("levy-category-{id}"),
        label: &app.text(keys::LEVY_FORM_CATEGORY),
        hint: "",
        options: &options,
        chosen: category_name(group.category),
        on_choose: Callback::from(move |chosen: String| {
            let known = CountCategory::NAMES
                .iter()
                .find(|(name, _)| *name == chosen);
            if let Some((_, category)) = known {
                edit.emit(Edit::Category(id, *category));
            }
        }),
    })];
    let problem = if sheet.form.lacks_hours(id) {
        app.text(keys::LEVY_FORM_LACKS_HOURS)
    } else {
        String::new()
    };
    let hours = Given {
        unit: app.text(keys::LEVY_FORM_UNIT_HOURS).into(),
        ..given.clone()
    };
    let field = Field::Hours(id);
    let label = keys::LEVY_FORM_HOURS;
    body.push(number_with(
        sheet,
        &hours,
        field,
        label,
        String::new(),
        problem,
    ));
    if !is_same {
        let field = Field::Persons(id, month);
        body.push(number(
            sheet,
            given,
            field,
            keys::LEVY_FORM_PERSONS,
            String::new(),
        ));
    }
    let is_user = group.a_type_user;
    let label = app.text(keys::LEVY_FORM_A_TYPE);
    let change = sheet.on(Edit::AType(id, !is_user));
    body.push(checkbox(
        "a-type",
        format!("a_type_{id}"),
        label,
        is_user,
        change,
    ));
    let label = app.fill(keys::LEVY_FORM_DROP_GROUP, &[("n", &place)]);
    body.push(drop_button(
        sheet,
        label,
        Edit::DropGroup(id),
        "[data-action=add-group]",
    ));
    let legend = app.fill(keys::LEVY_FORM_GROUP, &[("n", &place)]);
    row("data-group", id, &place, legend, body)
}
