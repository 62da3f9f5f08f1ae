//! A task's card: why it stands where it stands and how to go on, and all its values to correct.

use yew::prelude::*;

use crate::{
    app::{
        inventory::{Detail, Edit},
        state::{Action, Screen, Tool, known},
        tasks::field,
        workbench::{
            DEPARTMENTS, Deed, FIELDS, LOADS, band_name, field_name, field_question, lever_words,
            starts_at_text, typed_time, with_lever,
        },
    },
    assessment::carving::{Band, Gate, Lever, Reasons, reasons, score},
    catalogue::{
        keys,
        schema::{TaskField, TextId},
    },
    domain::{DepartmentId, PickedTask, TaskFlag, TaskRef},
    ui::parts::field::{NumberField, TextField, text_field},
};

use super::{
    Desk,
    event::Event,
    part::{Select, Tick, Value, select, tick},
};

/// How many points speak for a task are told.
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
    html! {
        <div class="bench-card">
            { why(desk, picked, &found) }
            { values(desk, at, picked) }
            { ways(desk, picked) }
        </div>
    }
}

fn deed(desk: &Desk, deed: Deed) -> Callback<MouseEvent> {
    desk.on(Event::Do(deed))
}

fn why(desk: &Desk, picked: &PickedTask, found: &Reasons) -> Html {
    let app = desk.app;
    let book = desk.book;
    let judged = &found.score;
    let gate_why = |gate: &Gate| match gate {
        Gate::Hazard => book.gates.hazard.why,
        Gate::ErrorUnchecked => book.gates.error_unchecked.why,
        Gate::JudgementLive => book.gates.judgement_live.why,
        Gate::Tacit => book.gates.tacit.why,
    };
    let said =
        |criteria: &[crate::catalogue::schema::posts::Criterion],
         text: fn(&crate::catalogue::schema::posts::CriterionWords) -> TextId| {
            criteria
                .iter()
                .take(SAID)
                .filter_map(|criterion| book.criterion(*criterion))
                .map(|words| html! { <li key={text(words).0}>{ app.text(text(words)) }</li> })
                .collect::<Vec<Html>>()
        };
    let is_split = judged.band == Band::NotNow;
    html! {
        <div key="why" class="bench-why" data-why="">
            <p key="score" class="bench-score">
                <strong>{ app.text(band_name(judged.band)) }</strong>
                <span class="small">{ app.fill(keys::WORKBENCH_SCORE, &[("score", &judged.score.to_string())]) }</span>
            </p>
            if is_split {
                <div key="split" class="notice bench-split">
                    { for judged.gates.iter().map(|gate| html! { <p key={gate_why(gate).0}>{ app.text(gate_why(gate)) }</p> }) }
                    if found.is_low {
                        <p key="low">{ app.text(book.gates.low_score.why) }</p>
                    }
                    if let Some(hint) = found.hint {
                        <p key="how"><strong>{ app.text(keys::WORKBENCH_HOW) }</strong>{ app.text(desk.scoring.split_hints.text(hint)) }</p>
                    }
                    <button key="button" type="button" class="button button-outline" data-action="split"
                        onclick={deed(desk, Deed::Split(picked.task.clone()))}>{ app.text(keys::WORKBENCH_SPLIT) }</button>
                </div>
            }
            <div key="points" class="bench-points">
                if !found.speaks_for.is_empty() {
                    <div key="for">
                        <h3>{ app.text(keys::WORKBENCH_FOR) }</h3>
                        <ul class="bench-list">{ said(&found.speaks_for, |words| words.speaks_for) }</ul>
                    </div>
                }
                if !found.speaks_against.is_empty() {
                    <div key="against">
                        <h3>{ app.text(keys::WORKBENCH_AGAINST) }</h3>
                        <ul class="bench-list">{ said(&found.speaks_against, |words| words.speaks_against) }</ul>
                    </div>
                }
                if !judged.flags.is_empty() {
                    <div key="flags" data-flags="">
                        <h3>{ app.text(keys::WORKBENCH_FLAGS) }</h3>
                        <ul class="bench-list">
                            { for judged.flags.iter().filter_map(|flag| book.flag(*flag)).map(|text| html! { <li key={text.0}>{ app.text(text) }</li> }) }
                        </ul>
                        <button type="button" class="link" data-tool="adjustments" onclick={app.on(Action::Go(Screen::Tool(Tool::Adjustments)))}>
                            { app.text(keys::WORKBENCH_TO_ADJUSTMENTS) }
                        </button>
                    </div>
                }
            </div>
            if let Some(lever) = found.nearest {
                <p key="lever" class="bench-lever" data-lever="">{ app.fill(keys::WORKBENCH_NEAREST, &[
                    ("change", &lever_words(lever, app.model.library.catalogue, &app.words)),
                    ("band", &app.text(band_name(band_after(desk, picked, lever)))),
                ]) }</p>
            }
        </div>
    }
}

/// The band that a change of one value leads to.
fn band_after(desk: &Desk, picked: &PickedTask, lever: Lever) -> Band {
    let changed = with_lever(picked, lever);
    score(&changed, picked.frequency, desk.scoring).band
}

fn values(desk: &Desk, at: usize, picked: &PickedTask) -> Html {
    let app = desk.app;
    let task = &picked.task;
    let details = &picked.details;
    let id = |part: &str| format!("bench-{at}-{part}");
    let number = |make: fn(TaskRef, u16) -> Deed, scale: u32| {
        let (send, task) = (desk.send.clone(), task.clone());
        Callback::from(move |hundredths: Option<u32>| {
            let Some(hundredths) = hundredths else { return };
            let value = u16::try_from(hundredths / scale).unwrap_or(u16::MAX);
            send.emit(Event::Do(make(task.clone(), value)));
        })
    };
    let set = |detail: Detail| Event::Do(Deed::Edit(Edit::Set(task.clone(), detail)));
    let setter = {
        let (send, task) = (desk.send.clone(), task.clone());
        move |detail: Detail| send.emit(Event::Do(Deed::Edit(Edit::Set(task.clone(), detail))))
    };
    let rename = {
        let (send, task) = (desk.send.clone(), task.clone());
        Callback::from(move |name: String| {
            send.emit(Event::Do(Deed::Edit(Edit::Rename(task.clone(), name))));
        })
    };
    let people = {
        let setter = setter.clone();
        Callback::from(move |hundredths: Option<u32>| {
            let people =
                hundredths.map(|hundredths| u8::try_from(hundredths / 100).unwrap_or(u8::MAX));
            setter(Detail::PeopleNow(people));
        })
    };
    let department = {
        let setter = setter.clone();
        Callback::from(move |value: String| {
            setter(Detail::Department(DepartmentId::new(&value).ok()))
        })
    };
    let departments = known(DEPARTMENTS).and_then(|id| app.model.question(id));
    let mut department_values = vec![Value {
        value: String::new(),
        label: app.text(keys::WORKBENCH_NOT_SAID),
        is_now: details.department.is_none(),
    }];
    department_values.extend(
        departments
            .into_iter()
            .flat_map(|question| &question.options)
            .map(|choice| Value {
                value: choice.id.as_str().to_owned(),
                label: app.text(choice.text),
                is_now: details
                    .department
                    .is_some_and(|now| now.as_str() == choice.id.as_str()),
            }),
    );
    let said =
        |part: &'static str, label: TextId, now: Option<bool>, make: fn(Option<bool>) -> Detail| {
            let setter = setter.clone();
            let values = [
                ("", keys::WORKBENCH_NOT_SAID, None),
                ("1", keys::WORKBENCH_YES, Some(true)),
                ("0", keys::WORKBENCH_NO, Some(false)),
            ];
            select(&Select {
                id: id(part),
                label: app.text(label),
                answer: part,
                values: values
                    .iter()
                    .map(|(value, label, said)| Value {
                        value: (*value).to_owned(),
                        label: app.text(*label),
                        is_now: now == *said,
                    })
                    .collect(),
                on_set: Callback::from(move |value: String| {
                    setter(make(match value.as_str() {
                        "1" => Some(true),
                        "0" => Some(false),
                        _ => None,
                    }));
                }),
            })
        };
    html! {
        <div key="values" class="bench-values">
            <div key="name" class="bench-values-name">
                { text_field(&TextField { id: id("name"), label: app.text(keys::WORKBENCH_NAME), hint: String::new(),
                    text: desk.names[at].clone(), is_long: false, on_set: rename }) }
            </div>
            <fieldset key="amount" class="bench-group">
                <legend>{ app.text(keys::WORKBENCH_AMOUNT) }</legend>
                <div class="bench-grid">
                    <NumberField key="times" id={id("times")} label={app.text(keys::CARDS_TIMES)} unit={app.text(keys::CARDS_TIMES_UNIT)}
                        hundredths={Some(u32::from(picked.times_per_week_hundredths))} on_set={number(Deed::SetTimes, 1)} />
                    <NumberField key="minutes" id={id("minutes")} label={app.text(keys::CARDS_MINUTES)} unit={app.text(keys::CARDS_MINUTES_UNIT)}
                        hundredths={Some(u32::from(picked.minutes) * 100)} on_set={number(Deed::SetMinutes, 100)} />
                    <NumberField key="people" id={id("people")} label={app.text(keys::WORKBENCH_PEOPLE)} unit={app.text(keys::WORKBENCH_PEOPLE_UNIT)}
                        hundredths={details.people_now.map(|people| u32::from(people) * 100)} is_optional=true on_set={people} />
                    { select(&Select { id: id("department"), label: app.text(keys::WORKBENCH_DEPARTMENT_LABEL), answer: "department",
                        values: department_values, on_set: department }) }
                </div>
            </fieldset>
            <fieldset key="ease" class="bench-group">
                <legend>{ app.text(keys::WORKBENCH_EASE) }</legend>
                <div class="bench-grid">{ for FIELDS.iter().map(|one| field_select(desk, at, picked, *one)) }</div>
            </fieldset>
            <fieldset key="loads" class="bench-group">
                <legend>{ app.text(keys::WORKBENCH_LOADS) }</legend>
                <div class="bench-grid">{ for LOADS.iter().map(|(flag, name, values)| load_select(desk, at, picked, *flag, *name, values)) }</div>
            </fieldset>
            <fieldset key="place" class="bench-group">
                <legend>{ app.text(keys::WORKBENCH_AROUND) }</legend>
                <div class="bench-grid">
                    { said("team", keys::WORKBENCH_TEAM, details.with_team, Detail::WithTeam) }
                    { said("cleaning", keys::WORKBENCH_CLEANING, details.is_cleaning, Detail::IsCleaning) }
                    <div key="starts"><StartsAt id={id("starts")} label={app.text(keys::WORKBENCH_STARTS_AT)} hint={app.text(keys::WORKBENCH_STARTS_AT_HINT)}
                        wrong={app.text(keys::WORKBENCH_STARTS_AT_WRONG)} now={details.starts_at}
                        on_set={ let setter = setter.clone(); Callback::from(move |starts| setter(Detail::StartsAt(starts))) } /></div>
                </div>
                <div class="bench-ticks">
                    { tick(&Tick { answer: "postponed".into(), label: app.text(keys::WORKBENCH_POSTPONED), is_ticked: details.is_postponed,
                        on_set: desk.on(set(Detail::IsPostponed(!details.is_postponed))) }) }
                    { tick(&Tick { answer: "overtime".into(), label: app.text(keys::WORKBENCH_OVERTIME), is_ticked: details.causes_overtime,
                        on_set: desk.on(set(Detail::CausesOvertime(!details.causes_overtime))) }) }
                </div>
            </fieldset>
        </div>
    }
}

fn field_select(desk: &Desk, at: usize, picked: &PickedTask, one: TaskField) -> Html {
    let app = desk.app;
    let now = field(&picked.attributes, one);
    let question = field_question(app.model.library.catalogue, one);
    let values = question
        .into_iter()
        .flat_map(|question| &question.options)
        .map(|choice| Value {
            value: choice.id.as_str().to_owned(),
            label: app.text(choice.text),
            is_now: choice.id.as_str().parse() == Ok(now),
        })
        .collect();
    let (send, task) = (desk.send.clone(), picked.task.clone());
    select(&Select {
        id: format!("bench-{at}-{}", field_name(one).0),
        label: app.text(field_name(one)),
        answer: match one {
            TaskField::Deadline => "deadline",
            TaskField::Procedure => "procedure",
            TaskField::Judgement => "judgement",
            TaskField::Interruption => "interruption",
            TaskField::Contact => "contact",
            TaskField::ErrorImpact => "error_impact",
            TaskField::SecondCheck | TaskField::Flags => "second_check",
        },
        values,
        on_set: Callback::from(move |value: String| {
            if let Ok(value) = value.parse() {
                send.emit(Event::Do(Deed::SetField(task.clone(), one, value)));
            }
        }),
    })
}

fn load_select(
    desk: &Desk,
    at: usize,
    picked: &PickedTask,
    flag: TaskFlag,
    name: TextId,
    values: &[TextId; 4],
) -> Html {
    let app = desk.app;
    let a = &picked.attributes;
    let (now, answer) = match flag {
        TaskFlag::Physical => (a.physical, "physical"),
        TaskFlag::Hazard => (a.hazard, "hazard"),
        TaskFlag::Sensory => (a.sensory, "sensory"),
        TaskFlag::Literacy => (a.literacy, "literacy"),
        _ => (a.mobility, "mobility"),
    };
    let (send, task) = (desk.send.clone(), picked.task.clone());
    select(&Select {
        id: format!("bench-{at}-{answer}"),
        label: app.text(name),
        answer,
        values: values
            .iter()
            .enumerate()
            .map(|(value, text)| Value {
                value: value.to_string(),
                label: app.text(*text),
                is_now: usize::from(now) == value,
            })
            .collect(),
        on_set: Callback::from(move |value: String| {
            if let Ok(value) = value.parse() {
                let detail = Detail::Load(flag, value);
                send.emit(Event::Do(Deed::Edit(Edit::Set(task.clone(), detail))));
            }
        }),
    })
}

/// What can be done with a task.
fn ways(desk: &Desk, picked: &PickedTask) -> Html {
    let app = desk.app;
    let task = &picked.task;
    html! {
        <div key="ways" class="bench-buttons bench-ways">
            if picked.details.to_complete {
                <button key="checked" type="button" class="button button-outline" data-action="checked"
                    onclick={deed(desk, Deed::Edit(Edit::Set(task.clone(), Detail::Checked)))}>{ app.text(keys::WORKBENCH_CHECKED) }</button>
            }
            <button key="copy" type="button" class="link" data-action="copy" onclick={deed(desk, Deed::Copy(task.clone()))}>{ app.text(keys::WORKBENCH_COPY) }</button>
            <button key="split" type="button" class="link" data-action="split-any" onclick={deed(desk, Deed::Split(task.clone()))}>{ app.text(keys::WORKBENCH_SPLIT) }</button>
            <button key="remove" type="button" class="link" data-action="remove" onclick={deed(desk, Deed::Edit(Edit::Remove(task.clone())))}>{ app.text(keys::WORKBENCH_REMOVE) }</button>
            <button key="close" type="button" class="link" data-action="close" onclick={desk.on(Event::Open(task.clone()))}>{ app.text(keys::WORKBENCH_CLOSE) }</button>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct StartsAtProps {
    id: String,
    label: String,
    hint: String,
    wrong: String,
    now: Option<u16>,
    on_set: Callback<Option<u16>>,
}

/// The hour at which a task begins; may be left empty.
#[component]
fn StartsAt(props: &StartsAtProps) -> Html {
    let is_wrong = use_state(|| false);
    let on_set = {
        let (is_wrong, on_set) = (is_wrong.clone(), props.on_set.clone());
        Callback::from(move |typed: String| {
            let read = typed_time(&typed);
            is_wrong.set(read.is_none());
            if let Some(starts_at) = read {
                on_set.emit(starts_at);
            }
        })
    };
    html! {
        <div class="bench-starts">
            { text_field(&TextField { id: props.id.clone(), label: props.label.clone(), hint: props.hint.clone(),
                text: starts_at_text(props.now), is_long: false, on_set }) }
            <div key="wrong" aria-live="polite">
                if *is_wrong { <p class="field-error">{ &props.wrong }</p> }
            </div>
        </div>
    }
}
