//! A task's card: why it stands where it stands and how to go on, and all its values to correct.

use yew::prelude::*;

use crate::{
    app::{
        inventory::{Detail, Edit},
        state::{Tool, known},
        tasks::field,
        workbench::{
            DEPARTMENTS, Deed, FIELDS, LOADS, band_name, field_hook, field_name, field_question,
            gate_why, lever_words, load_of, starts_at_text, with_lever,
        },
    },
    assessment::carving::{Band, Reasons, reasons, score},
    catalogue::{
        keys,
        schema::{TaskField, TextId},
    },
    domain::{DepartmentId, PickedTask, TaskRef},
    ui::parts::{
        button::{LINK, OUTLINE, tool_button},
        field::{SelectField, TextField, select_field, text_field},
        node::{el, live, p, text_el},
    },
};

use super::{
    Desk,
    event::{Event, Message},
    part::{Number, act, group, number, texts, tick},
};

/// How many points that speak for a task are told.
const SAID: usize = 3;

pub fn card(desk: &Desk, at: usize) -> Html {
    let picked = &desk.list[at];
    let hint = picked
        .origin()
        .and_then(|id| desk.all.tasks.iter().find(|task| task.id == id))
        .and_then(|task| task.split_hint);
    let found = reasons(
        &picked.attributes,
        picked.frequency,
        hint,
        desk.scoring,
        &desk.book.gates,
    );
    el(
        "div",
        "card",
        &[("class", "bench-card")],
        vec![
            why(desk, picked, &found),
            values(desk, at, picked),
            ways(desk, picked),
        ],
    )
}

/// A deed to the values of a task.
fn set(task: &TaskRef, detail: Detail) -> Event {
    Event::Do(Deed::Edit(Edit::Set(task.clone(), detail)))
}

fn why(desk: &Desk, picked: &PickedTask, found: &Reasons) -> Html {
    let app = desk.app;
    let book = desk.book;
    let judged = &found.score;
    let points = [("score", judged.score.to_string())];
    let points = app.fill(
        keys::WORKBENCH_SCORE,
        &points.each_ref().map(|(key, value)| (*key, value.as_str())),
    );
    let mut parts = vec![el(
        "p",
        "score",
        &[("class", "bench-score")],
        vec![
            text_el("strong", "band", &[], app.text(band_name(judged.band))),
            text_el("span", "points", &[("class", "small")], points),
        ],
    )];
    if judged.band == Band::NotNow {
        let mut whys: Vec<TextId> = judged
            .gates
            .iter()
            .map(|gate| gate_why(*gate, book))
            .collect();
        if found.is_low {
            whys.push(book.gates.low_score.why);
        }
        let mut split: Vec<Html> = whys
            .iter()
            .map(|text| p(&text.0.to_string(), "", app.text(*text)))
            .collect();
        if let Some(hint) = found.hint {
            let how = text_el("strong", "how", &[], app.text(keys::WORKBENCH_HOW));
            let hint = app.text(desk.scoring.split_hints.text(hint)).into();
            split.push(el("p", "how", &[], vec![how, hint]));
        }
        let event = Event::Do(Deed::Split(picked.task.clone()));
        split.push(act(
            desk,
            OUTLINE,
            "split",
            keys::WORKBENCH_SPLIT,
            event,
            &[],
        ));
        parts.push(el(
            "div",
            "split",
            &[("class", "notice bench-split")],
            split,
        ));
    }
    let criteria = |list: &[_], is_for: bool| -> Vec<String> {
        let words = list
            .iter()
            .take(SAID)
            .filter_map(|one| book.criterion(*one));
        words
            .map(|words| {
                app.text(if is_for {
                    words.speaks_for
                } else {
                    words.speaks_against
                })
            })
            .collect()
    };
    let flags = judged.flags.iter().filter_map(|flag| book.flag(*flag));
    let flags: Vec<String> = flags.map(|text| app.text(text)).collect();
    let columns = [
        (
            keys::WORKBENCH_FOR,
            criteria(&found.speaks_for, true),
            false,
        ),
        (
            keys::WORKBENCH_AGAINST,
            criteria(&found.speaks_against, false),
            false,
        ),
        (keys::WORKBENCH_FLAGS, flags, true),
    ];
    let columns = columns
        .into_iter()
        .filter(|(_, lines, _)| !lines.is_empty())
        .map(|(heading, lines, is_flags)| {
            let mut column = vec![
                text_el("h3", "heading", &[], app.text(heading)),
                texts("ul", "bench-list", lines),
            ];
            let hook: &[_] = if is_flags { &[("data-flags", "")] } else { &[] };
            if is_flags {
                let look = keys::WORKBENCH_TO_ADJUSTMENTS;
                column.push(tool_button(app, LINK, Tool::Adjustments, look));
            }
            el("div", &heading.0.to_string(), hook, column)
        });
    let columns = columns.collect();
    parts.push(el("div", "points", &[("class", "bench-points")], columns));
    if let Some(lever) = found.nearest {
        let changed = with_lever(picked, lever);
        let band = score(&changed, picked.frequency, desk.scoring).band;
        let change = lever_words(lever, app.model.library.catalogue, &app.words);
        let band = app.text(band_name(band));
        let values = [("change", change.as_str()), ("band", band.as_str())];
        let words = app.fill(keys::WORKBENCH_NEAREST, &values);
        parts.push(p("lever", "bench-lever", words));
    }
    el(
        "div",
        "why",
        &[("class", "bench-why"), ("data-why", "")],
        parts,
    )
}

fn values(desk: &Desk, at: usize, picked: &PickedTask) -> Html {
    let app = desk.app;
    let task = &picked.task;
    let details = &picked.details;
    let id = |part: &str| format!("bench-{at}-{part}");
    // What is set by words.
    let words = |make: fn(TaskRef, String) -> Event| {
        let (send, task) = (desk.send.clone(), task.clone());
        Callback::from(move |text: String| send.emit(make(task.clone(), text)))
    };
    let hundredths = |make: fn(TaskRef, Option<u32>) -> Option<Event>| {
        let (send, task) = (desk.send.clone(), task.clone());
        Callback::from(move |hundredths: Option<u32>| {
            if let Some(event) = make(task.clone(), hundredths) {
                send.emit(event);
            }
        })
    };
    let amount = [
        (
            "times",
            keys::CARDS_TIMES,
            keys::CARDS_TIMES_UNIT,
            Some(u32::from(picked.times_per_week_hundredths)),
            hundredths(|task, hundredths| {
                Some(Event::Do(Deed::SetTimes(task, small(hundredths?))))
            }),
        ),
        (
            "minutes",
            keys::CARDS_MINUTES,
            keys::CARDS_MINUTES_UNIT,
            Some(u32::from(picked.minutes) * 100),
            hundredths(|task, hundredths| {
                Some(Event::Do(Deed::SetMinutes(task, small(hundredths? / 100))))
            }),
        ),
        (
            "people",
            keys::WORKBENCH_PEOPLE,
            keys::WORKBENCH_PEOPLE_UNIT,
            details.people_now.map(|people| u32::from(people) * 100),
            hundredths(|task, hundredths| {
                let people = hundredths.map(|people| u8::try_from(people / 100).unwrap_or(u8::MAX));
                Some(set(&task, Detail::PeopleNow(people)))
            }),
        ),
    ];
    let mut amount: Vec<Html> = amount
        .into_iter()
        .map(|(part, label, unit, hundredths, on_set)| {
            number(
                desk,
                Number {
                    id: id(part),
                    label,
                    unit,
                    hundredths,
                    is_optional: part == "people",
                    on_set,
                },
            )
        })
        .collect();
    let questions = known(DEPARTMENTS).and_then(|id| app.model.question(id));
    let mut departments = vec![(String::new(), app.text(keys::WORKBENCH_NOT_SAID))];
    let options = questions.into_iter().flat_map(|question| &question.options);
    departments
        .extend(options.map(|choice| (choice.id.as_str().to_owned(), app.text(choice.text))));
    amount.push(select_field(&SelectField {
        id: id("department"),
        label: app.text(keys::WORKBENCH_DEPARTMENT_LABEL),
        options: departments,
        value: details
            .department
            .map_or(String::new(), |id| id.as_str().to_owned()),
        on_set: words(|task, value| set(&task, Detail::Department(DepartmentId::new(&value).ok()))),
    }));
    let ease = FIELDS
        .iter()
        .map(|one| field_select(desk, at, picked, *one));
    let loads = LOADS.iter().map(|(flag, name, values)| {
        let (hook, now) = load_of(&picked.attributes, *flag);
        let (send, task, flag) = (desk.send.clone(), task.clone(), *flag);
        let options = values.iter().enumerate();
        select_field(&SelectField {
            id: id(hook),
            label: app.text(*name),
            options: options
                .map(|(value, text)| (value.to_string(), app.text(*text)))
                .collect(),
            value: now.to_string(),
            on_set: Callback::from(move |value: String| {
                if let Ok(value) = value.parse() {
                    send.emit(set(&task, Detail::Load(flag, value)));
                }
            }),
        })
    });
    let said = [
        (
            "team",
            keys::WORKBENCH_TEAM,
            details.with_team,
            words(|task, value| set(&task, Detail::WithTeam(said(&value)))),
        ),
        (
            "cleaning",
            keys::WORKBENCH_CLEANING,
            details.is_cleaning,
            words(|task, value| set(&task, Detail::IsCleaning(said(&value)))),
        ),
    ];
    let mut around: Vec<Html> = said
        .into_iter()
        .map(|(part, label, now, on_set)| {
            let options = [
                ("", keys::WORKBENCH_NOT_SAID),
                ("1", keys::WORKBENCH_YES),
                ("0", keys::WORKBENCH_NO),
            ];
            select_field(&SelectField {
                id: id(part),
                label: app.text(label),
                options: options
                    .iter()
                    .map(|(value, text)| ((*value).to_owned(), app.text(*text)))
                    .collect(),
                value: now
                    .map_or("", |said| if said { "1" } else { "0" })
                    .to_owned(),
                on_set,
            })
        })
        .collect();
    let wrong = (desk.view.message == Some(Message::WrongTime)).then(|| {
        p(
            "wrong",
            "field-error",
            app.text(keys::WORKBENCH_STARTS_AT_WRONG),
        )
    });
    around.push(el(
        "div",
        "starts",
        &[("class", "bench-starts")],
        vec![
            text_field(&TextField {
                id: id("starts"),
                label: app.text(keys::WORKBENCH_STARTS_AT),
                hint: app.text(keys::WORKBENCH_STARTS_AT_HINT),
                text: starts_at_text(details.starts_at),
                is_long: false,
                on_set: words(Event::StartsAt),
            }),
            live("wrong", "", wrong.into_iter().collect()),
        ],
    ));
    let postponed = set(task, Detail::IsPostponed(!details.is_postponed));
    let overtime = set(task, Detail::CausesOvertime(!details.causes_overtime));
    let ticks = vec![
        tick(
            "postponed",
            app.text(keys::WORKBENCH_POSTPONED),
            details.is_postponed,
            desk.on(postponed),
        ),
        tick(
            "overtime",
            app.text(keys::WORKBENCH_OVERTIME),
            details.causes_overtime,
            desk.on(overtime),
        ),
    ];
    let grid = |key: &'static str, legend: TextId, fields: Vec<Html>| {
        let grid = el("div", "grid", &[("class", "bench-grid")], fields);
        group(key, "bench-group", app.text(legend), vec![grid])
    };
    el(
        "div",
        "values",
        &[("class", "bench-values")],
        vec![
            text_field(&TextField {
                id: id("name"),
                label: app.text(keys::WORKBENCH_NAME),
                hint: String::new(),
                text: desk.names[at].clone(),
                is_long: false,
                on_set: words(|task, name| Event::Do(Deed::Edit(Edit::Rename(task, name)))),
            }),
            grid("amount", keys::WORKBENCH_AMOUNT, amount),
            grid("ease", keys::WORKBENCH_EASE, ease.collect()),
            grid("loads", keys::WORKBENCH_LOADS, loads.collect()),
            grid("around", keys::WORKBENCH_AROUND, around),
            el("div", "ticks", &[("class", "bench-ticks")], ticks),
        ],
    )
}

fn small(number: u32) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

fn said(value: &str) -> Option<bool> {
    match value {
        "1" => Some(true),
        "0" => Some(false),
        _ => None,
    }
}

fn field_select(desk: &Desk, at: usize, picked: &PickedTask, one: TaskField) -> Html {
    let app = desk.app;
    let question = field_question(app.model.library.catalogue, one);
    let options = question.into_iter().flat_map(|question| &question.options);
    let (send, task) = (desk.send.clone(), picked.task.clone());
    select_field(&SelectField {
        id: format!("bench-{at}-{}", field_hook(one)),
        label: app.text(field_name(one)),
        options: options
            .map(|choice| (choice.id.as_str().to_owned(), app.text(choice.text)))
            .collect(),
        value: field(&picked.attributes, one).to_string(),
        on_set: Callback::from(move |value: String| {
            if let Ok(value) = value.parse() {
                send.emit(Event::Do(Deed::SetField(task.clone(), one, value)));
            }
        }),
    })
}

/// What can be done with a task.
fn ways(desk: &Desk, picked: &PickedTask) -> Html {
    let task = &picked.task;
    let mut ways = Vec::new();
    if picked.details.to_complete {
        let event = set(task, Detail::Checked);
        ways.push(act(
            desk,
            OUTLINE,
            "checked",
            keys::WORKBENCH_CHECKED,
            event,
            &[],
        ));
    }
    let remove = Deed::Edit(Edit::Remove(task.clone()));
    for (action, label, event) in [
        (
            "copy",
            keys::WORKBENCH_COPY,
            Event::Do(Deed::Copy(task.clone())),
        ),
        (
            "split-any",
            keys::WORKBENCH_SPLIT,
            Event::Do(Deed::Split(task.clone())),
        ),
        ("remove", keys::WORKBENCH_REMOVE, Event::Do(remove)),
        ("close", keys::WORKBENCH_CLOSE, Event::Open(task.clone())),
    ] {
        ways.push(act(desk, LINK, action, label, event, &[]));
    }
    el(
        "div",
        "ways",
        &[("class", "bench-buttons bench-ways")],
        ways,
    )
}
