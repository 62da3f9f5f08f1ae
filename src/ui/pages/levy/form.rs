//! The sheet to fill in, in the order in which the numbers lie in an employer's hands: people, industry, disabled employees.

use yew::prelude::*;

use super::{
    Shared, Sheet,
    day::hint_texts,
    fields::{Industries, Industry, Number, chosen_value},
};
use crate::{
    app::{
        levy::{
            BANDS, Edit, Entry, Field, Group, MONTHS, MOST_GROUPS, MOST_UNITS, Mistake, Mode, Unit,
            band_label, category_label,
        },
        state::known,
    },
    catalogue::{
        keys,
        schema::{
            Confidence, TextId,
            parameters::{CalculatorField, HintKind},
        },
    },
    domain::{Answer, CountCategory, FiscalYear},
    ui::{
        context::App,
        parts::{
            choices::{Choice, Choices, choices},
            source::source,
        },
    },
};

/// The questions on the number of workers and of disabled employees.
const SIZE: [&str; 2] = ["A03", "A04"];

/// What every field is given.
struct Given {
    mistakes: Shared<Vec<String>>,
    people: AttrValue,
    industries: Industries,
    industry: AttrValue,
    no_industry: AttrValue,
}

impl Given {
    fn of(sheet: &Sheet) -> Self {
        let app = sheet.app;
        let day = sheet.date();
        let mistake = |mistake: &Mistake| {
            app.text(match mistake {
                Mistake::NotANumber => keys::LEVY_MISTAKE_NOT_A_NUMBER,
                Mistake::NotWhole => keys::LEVY_MISTAKE_NOT_WHOLE,
                Mistake::NotHalves => keys::LEVY_MISTAKE_NOT_HALVES,
                Mistake::NotHours => keys::LEVY_MISTAKE_NOT_HOURS,
                Mistake::NotYen => keys::LEVY_MISTAKE_NOT_YEN,
            })
        };
        let industries = sheet.parameters.exclusion_rates.industries.iter();
        let industries = industries.map(|industry| {
            let name = app.text(industry.name);
            let label = match industry.rate.on(day) {
                Ok(dated) => app.fill(
                    keys::LEVY_FORM_INDUSTRY_RATE,
                    &[("name", &name), ("rate", &dated.value.to_text())],
                ),
                Err(_) => name,
            };
            (industry.id, label)
        });
        Self {
            mistakes: Mistake::ALL.iter().map(mistake).collect::<Vec<_>>().into(),
            people: app.text(keys::LEVY_FORM_UNIT_PEOPLE).into(),
            industries: industries.collect::<Vec<_>>().into(),
            industry: app.text(keys::LEVY_FORM_INDUSTRY).into(),
            no_industry: app.text(keys::LEVY_FORM_INDUSTRY_NONE).into(),
        }
    }
}

pub fn form(sheet: &Sheet, month: &UseStateHandle<u8>) -> Html {
    let app = sheet.app;
    let given = Given::of(sheet);
    let mode = |mode: Mode, answer: &str, label: TextId| Choice {
        answer: answer.into(),
        label: app.text(label),
        chosen: sheet.form.mode == mode,
        on_choose: sheet.on(Edit::Mode(mode)),
    };
    html! {
        <div key="form" class="levy-form no-print">
            <fieldset key="mode" class="levy-mode">
                <legend>{ app.text(keys::LEVY_FORM_MODE) }</legend>
                { choices(&Choices {
                    name: "levy-mode",
                    multiple: false,
                    digits: false,
                    options: &[
                        mode(Mode::Quick, "mode-quick", keys::LEVY_FORM_QUICK),
                        mode(Mode::Exact, "mode-exact", keys::LEVY_FORM_EXACT),
                    ],
                }) }
            </fieldset>
            { reminder(app) }
            if sheet.form.mode == Mode::Quick {
                <div key="quick">{ quick(sheet, &given) }</div>
            } else {
                <div key="exact">{ exact(sheet, &given, month) }</div>
            }
            <div key="too-many" aria-live="polite">
                if sheet.form.has_too_many() {
                    <p class="notice notice-caution">{ app.text(keys::LEVY_FORM_TOO_MANY) }</p>
                }
            </div>
        </div>
    }
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
    html! {
        <div key="reminder">
            if let Some([workers, disabled]) = size_answers(app) {
                <p class="small" data-levy="reminder">
                    { app.fill(keys::LEVY_FORM_REMINDER, &[
                        ("workers", &workers.unwrap_or_else(open)),
                        ("disabled", &disabled.unwrap_or_else(open)),
                    ]) }
                </p>
            }
        </div>
    }
}

fn number(sheet: &Sheet, given: &Given, field: Field, label: TextId, hint: String) -> Html {
    html! {
        <Number key={field.name()} {field} label={sheet.app.text(label)} {hint} unit={given.people.clone()}
            value={sheet.form.value(field)} mistakes={given.mistakes.clone()} edit={sheet.edit.clone()} />
    }
}

/// Where the numbers of a field are found.
fn found(sheet: &Sheet, field: CalculatorField) -> String {
    let hints: Vec<String> = hint_texts(sheet, field, HintKind::WhereToFind).collect();
    hints.join(sheet.app.words.choose("", " "))
}

/// Who is counted and what is often mistaken, behind a disclosure.
fn hints(sheet: &Sheet, fields: &[CalculatorField]) -> Html {
    let app = sheet.app;
    let hints = sheet.parameters.hints.iter();
    let hints =
        hints.filter(|hint| fields.contains(&hint.field) && hint.kind != HintKind::WhereToFind);
    html! {
        <details key="hints" class="why levy-hints">
            <summary>{ app.text(keys::LEVY_FORM_MORE_HINTS) }</summary>
            <ul>
                { for hints.map(|hint| html! {
                    <li key={hint.text.0}>
                        <p key="text">
                            if hint.provenance.confidence == Confidence::Low {
                                <span class="caution">{ app.text(keys::FRAME_TO_CONFIRM) }</span>
                            }
                            { app.text(hint.text) }
                        </p>
                        { source(app, &hint.provenance) }
                    </li>
                }) }
            </ul>
        </details>
    }
}

fn quick(sheet: &Sheet, given: &Given) -> Html {
    let app = sheet.app;
    let entry = |entry: Entry, answer: &str, label: TextId| Choice {
        answer: answer.into(),
        label: app.text(label),
        chosen: sheet.form.entry == entry,
        on_choose: sheet.on(Edit::Entry(entry)),
    };
    html! {
        <>
            <section key="workers" aria-labelledby="levy-workers">
                <h2 key="heading" id="levy-workers">{ app.text(keys::LEVY_FORM_WORKERS) }</h2>
                <fieldset key="entry" class="levy-entry">
                    <legend>{ app.text(keys::LEVY_FORM_ENTRY) }</legend>
                    { choices(&Choices {
                        name: "levy-entry",
                        multiple: false,
                        digits: false,
                        options: &[
                            entry(Entry::ByHours, "entry-hours", keys::LEVY_FORM_BY_HOURS),
                            entry(Entry::Total, "entry-total", keys::LEVY_FORM_TOTAL),
                        ],
                    }) }
                </fieldset>
                if sheet.form.entry == Entry::ByHours {
                    <div key="hours">
                        <div key="fields" class="levy-pair">
                            { number(sheet, given, Field::Quick30, keys::LEVY_FORM_WORKERS_30H, found(sheet, CalculatorField::Workers30h)) }
                            { number(sheet, given, Field::Quick20, keys::LEVY_FORM_WORKERS_20H, hint_texts(sheet, CalculatorField::Workers20h, HintKind::Counted).collect()) }
                        </div>
                        <Industry key="industry" id="levy-industry" label={given.industry.clone()} hint={found(sheet, CalculatorField::Industry)}
                            none={given.no_industry.clone()} industries={given.industries.clone()} chosen={sheet.form.industry} unit={None::<u16>} edit={sheet.edit.clone()} />
                        { hints(sheet, &[CalculatorField::Workers30h, CalculatorField::Workers20h, CalculatorField::Industry]) }
                    </div>
                } else {
                    <div key="total">
                        { number(sheet, given, Field::QuickTotal, keys::LEVY_FORM_TOTAL_FIELD, found(sheet, CalculatorField::Workers)) }
                        { hints(sheet, &[CalculatorField::Workers, CalculatorField::Workers30h]) }
                    </div>
                }
            </section>
            <section key="disabled" aria-labelledby="levy-disabled">
                <h2 key="heading" id="levy-disabled">{ app.text(keys::LEVY_FORM_DISABLED) }</h2>
                <p key="found" class="small">{ found(sheet, CalculatorField::Disabled) }</p>
                <p key="lead" class="small">{ app.text(keys::LEVY_FORM_DISABLED_LEAD) }</p>
                <div key="grid" class="levy-grid">
                    { for CountCategory::NAMES.iter().map(|(name, category)| html! {
                        <fieldset key={*name} class="levy-kind">
                            <legend>{ app.text(category_label(*category)) }</legend>
                            <div class="levy-bands">
                                { for BANDS.iter().map(|band| {
                                    number(sheet, given, Field::QuickPeople(*category, *band), band_label(*band), String::new())
                                }) }
                            </div>
                        </fieldset>
                    }) }
                </div>
                { hints(sheet, &[CalculatorField::Disabled, CalculatorField::Severe, CalculatorField::WeeklyHours]) }
            </section>
        </>
    }
}

fn exact(sheet: &Sheet, given: &Given, month: &UseStateHandle<u8>) -> Html {
    let app = sheet.app;
    let shown = **month;
    let is_same = !sheet.form.has_own(shown.into());
    html! {
        <>
            <section key="months" aria-labelledby="levy-months">
                <h2 key="heading" id="levy-months">{ app.text(keys::LEVY_FORM_MONTHS) }</h2>
                <p key="found" class="small">{ found(sheet, CalculatorField::Months) }</p>
                <p key="lead" class="small">{ app.text(keys::LEVY_FORM_MONTHS_LEAD) }</p>
                <div key="months" class="months" role="group" aria-labelledby="levy-months">
                    { for month_buttons(sheet, month) }
                </div>
                <div key="same" class="levy-same">
                    if shown > 0 {
                        <label class="choice">
                            <input type="checkbox" data-answer="same" checked={is_same} onchange={sheet.on(Edit::SameAsBefore(shown, !is_same))} />
                            <span class="choice-label">{ app.text(keys::LEVY_FORM_SAME) }</span>
                        </label>
                    }
                </div>
                { hints(sheet, &[CalculatorField::Months]) }
            </section>
            <section key="units" aria-labelledby="levy-units">
                <h2 key="heading" id="levy-units">{ app.text(keys::LEVY_FORM_UNITS) }</h2>
                <p key="found" class="small">{ found(sheet, CalculatorField::Workers30h) }</p>
                <p key="lead" class="small">{ app.text(keys::LEVY_FORM_UNITS_LEAD) }</p>
                { hints(sheet, &[CalculatorField::Workers30h, CalculatorField::Workers20h, CalculatorField::Industry]) }
                <div key="note">{ same_note(sheet, shown, is_same) }</div>
                <div key="list" class="levy-units">
                    { for sheet.form.units().iter().enumerate().map(|(at, unit)| unit_row(sheet, given, at, unit, shown, is_same)) }
                </div>
                if sheet.form.units().len() < MOST_UNITS {
                    <button key="add" type="button" class="button button-outline" data-action="add-unit" onclick={sheet.on(Edit::AddUnit)}>
                        { app.text(keys::LEVY_FORM_ADD_UNIT) }
                    </button>
                }
            </section>
            <section key="groups" aria-labelledby="levy-groups">
                <h2 key="heading" id="levy-groups">{ app.text(keys::LEVY_FORM_GROUPS) }</h2>
                <p key="found" class="small">{ found(sheet, CalculatorField::Disabled) }</p>
                <p key="lead" class="small">{ app.text(keys::LEVY_FORM_GROUPS_LEAD) }</p>
                { hints(sheet, &[CalculatorField::Disabled, CalculatorField::Severe, CalculatorField::WeeklyHours, CalculatorField::AType]) }
                <div key="note">{ same_note(sheet, shown, is_same) }</div>
                <div key="list" class="levy-units">
                    { for sheet.form.groups().iter().enumerate().map(|(at, group)| group_row(sheet, given, at, group, shown, is_same)) }
                </div>
                if sheet.form.groups().len() < MOST_GROUPS {
                    <button key="add" type="button" class="button button-outline" data-action="add-group" onclick={sheet.on(Edit::AddGroup)}>
                        { app.text(keys::LEVY_FORM_ADD_GROUP) }
                    </button>
                }
            </section>
            <section key="home-work" class="levy-home-work">
                <Number key="field" field={Field::HomeWork} label={app.text(keys::LEVY_FORM_HOME_WORK)}
                    hint={hint_texts(sheet, CalculatorField::HomeWork, HintKind::Counted).collect::<String>()}
                    unit={app.text(keys::LEVY_FORM_UNIT_YEN)} value={sheet.form.value(Field::HomeWork)}
                    mistakes={given.mistakes.clone()} edit={sheet.edit.clone()} />
            </section>
        </>
    }
}

fn month_buttons(sheet: &Sheet, shown: &UseStateHandle<u8>) -> Vec<Html> {
    let app = sheet.app;
    let Ok(year) = FiscalYear::of(sheet.date()) else {
        return Vec::new();
    };
    let button = |(at, day): (u8, crate::domain::JapanDate)| {
        let name = app.fill(keys::LEVY_MONTH, &[("month", &day.month().to_string())]);
        let onclick = {
            let shown = shown.clone();
            Callback::from(move |_: MouseEvent| shown.set(at))
        };
        html! {
            <button key={at} type="button" class="month" data-month={at.to_string()} aria-pressed={(**shown == at).to_string()} {onclick}>
                <span key="name">{ name }</span>
                if sheet.form.has_own(at.into()) {
                    <span key="own" class="month-own">{ app.text(keys::LEVY_FORM_OWN_MARK) }</span>
                }
            </button>
        }
    };
    (0..MONTHS as u8)
        .zip(year.month_starts())
        .map(button)
        .collect()
}

fn same_note(sheet: &Sheet, shown: u8, is_same: bool) -> Html {
    let app = sheet.app;
    let day = FiscalYear::of(sheet.date()).ok();
    let month = day.and_then(|year| year.month_starts().nth(shown.into()));
    let month = month.map_or(String::new(), |day| day.month().to_string());
    let month = app.fill(keys::LEVY_MONTH, &[("month", &month)]);
    html! {
        if is_same {
            <p class="notice">{ app.fill(keys::LEVY_FORM_SAME_NOTE, &[("month", &month)]) }</p>
        }
    }
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
    html! {
        <fieldset key={id} class="levy-unit" data-unit={place.clone()}>
            <legend>{ app.fill(keys::LEVY_ESTABLISHMENT, &[("n", &place)]) }</legend>
            <div class="levy-row">
                <Industry key="industry" id={format!("levy-industry-{id}")} label={given.industry.clone()} none={given.no_industry.clone()}
                    industries={given.industries.clone()} chosen={unit.industry} unit={Some(id)} edit={sheet.edit.clone()} />
                if !is_same {
                    { number(sheet, given, Field::Unit30(id, month), keys::LEVY_FORM_WORKERS_30H, String::new()) }
                    { number(sheet, given, Field::Unit20(id, month), keys::LEVY_FORM_WORKERS_20H, String::new()) }
                }
                { number(sheet, given, Field::UnitDisabled(id), keys::LEVY_FORM_UNIT_DISABLED, String::new()) }
                if sheet.form.units().len() > 1 {
                    <button key="drop" type="button" class="link levy-drop" onclick={sheet.on(Edit::DropUnit(id))}>
                        { app.fill(keys::LEVY_FORM_DROP_UNIT, &[("n", &place)]) }
                    </button>
                }
            </div>
        </fieldset>
    }
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
    let category = format!("levy-category-{id}");
    let on_category = {
        let edit = sheet.edit.clone();
        Callback::from(move |event: Event| {
            let chosen = chosen_value(&event);
            let known = CountCategory::NAMES
                .iter()
                .find(|(name, _)| *name == chosen);
            if let Some((_, category)) = known {
                edit.emit(Edit::Category(id, *category));
            }
        })
    };
    let problem = if sheet.form.lacks_hours(id) {
        app.text(keys::LEVY_FORM_LACKS_HOURS)
    } else {
        String::new()
    };
    html! {
        <fieldset key={id} class="levy-unit" data-group={place.clone()}>
            <legend>{ app.fill(keys::LEVY_FORM_GROUP, &[("n", &place)]) }</legend>
            <div class="levy-row">
                <div key="category" class="field">
                    <label key="label" for={category.clone()}>{ app.text(keys::LEVY_FORM_CATEGORY) }</label>
                    <select key="input" id={category} data-answer={format!("category_{id}")} onchange={on_category}>
                        { for CountCategory::NAMES.iter().map(|(name, one)| html! {
                            <option key={*name} value={*name} selected={*one == group.category}>{ app.text(category_label(*one)) }</option>
                        }) }
                    </select>
                </div>
                <Number key="hours" field={Field::Hours(id)} label={app.text(keys::LEVY_FORM_HOURS)} unit={app.text(keys::LEVY_FORM_UNIT_HOURS)}
                    value={sheet.form.value(Field::Hours(id))} mistakes={given.mistakes.clone()} {problem} edit={sheet.edit.clone()} />
                if !is_same {
                    { number(sheet, given, Field::Persons(id, month), keys::LEVY_FORM_PERSONS, String::new()) }
                }
                <label key="a-type" class="choice levy-a-type">
                    <input type="checkbox" data-answer={format!("a_type_{id}")} checked={group.a_type_user} onchange={sheet.on(Edit::AType(id, !group.a_type_user))} />
                    <span class="choice-label">{ app.text(keys::LEVY_FORM_A_TYPE) }</span>
                </label>
                <button key="drop" type="button" class="link levy-drop" onclick={sheet.on(Edit::DropGroup(id))}>
                    { app.fill(keys::LEVY_FORM_DROP_GROUP, &[("n", &place)]) }
                </button>
            </div>
        </fieldset>
    }
}
