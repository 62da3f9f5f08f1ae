//! The one-page job sheet as it is printed, what is written on it, and the ways to take it and the tasks along.

use yew::prelude::*;

use crate::{
    app::{
        inventory::{Duty, job_sheet},
        workbench::{FormEdit, Written, hours, minutes_of},
    },
    assessment::carving::score,
    catalogue::{keys, schema::TextId},
    domain::number::from_hundredths,
    ui::{
        later::browser,
        parts::field::{TextField, text_field},
    },
};

use super::{
    Desk,
    event::{Event, Kind, Message},
};

pub fn sheet(desk: &Desk) -> Html {
    let app = desk.app;
    let has_post = !desk.bench.post.is_empty();
    html! {
        <section class="bench-section" aria-labelledby="bench-sheet">
            <h2 key="heading" id="bench-sheet" class="no-print" tabindex="-1">{ app.text(keys::WORKBENCH_SHEET) }</h2>
            <div key="fields" class="no-print">
                if has_post { { for Written::NAMES.iter().map(|(name, field)| written(desk, name, *field)) } }
            </div>
            <div key="paper">
                if has_post {
                    { paper(desk) }
                } else {
                    <p class="notice no-print">{ app.text(keys::WORKBENCH_NO_POST) }</p>
                }
            </div>
            <div key="actions" class="bench-buttons no-print">
                if has_post {
                    <button key="print" type="button" class="button" data-action="print" onclick={Callback::from(|_: MouseEvent| (browser().print)())}>{ app.text(keys::FRAME_PRINT) }</button>
                    <button key="copy" type="button" class="button button-outline" data-action="copy-sheet" onclick={desk.on(Event::CopySheet)}>{ app.text(keys::WORKBENCH_COPY_TEXT) }</button>
                }
                if !desk.list.is_empty() {
                    <button key="csv" type="button" class="link" data-action="csv" onclick={desk.on(Event::Save(Kind::Csv))}>{ app.text(keys::WORKBENCH_SAVE_CSV) }</button>
                    <button key="json" type="button" class="link" data-action="json" onclick={desk.on(Event::Save(Kind::Json))}>{ app.text(keys::WORKBENCH_SAVE_JSON) }</button>
                }
            </div>
            <div key="said" class="no-print" aria-live="polite" data-copied="">
                if let Some(Message::Copied(worked)) = desk.view.message {
                    <p class="notice">{ app.text(if worked { keys::WORKBENCH_COPIED } else { keys::WORKBENCH_NOT_COPIED }) }</p>
                }
            </div>
        </section>
    }
}

fn written(desk: &Desk, name: &'static str, field: Written) -> Html {
    let app = desk.app;
    let (label, hint) = match field {
        Written::Place => (keys::WORKBENCH_PLACE, keys::WORKBENCH_PLACE_HINT),
        Written::Teacher => (keys::WORKBENCH_TEACHER, keys::WORKBENCH_TEACHER_HINT),
        Written::MayVary => (keys::WORKBENCH_MAY_VARY, keys::WORKBENCH_MAY_VARY_HINT),
    };
    text_field(&TextField {
        id: format!("bench-{name}"),
        label: app.text(label),
        hint: app.text(hint),
        text: desk.form.written(field).to_owned(),
        is_long: field == Written::MayVary,
        on_set: desk
            .send
            .reform(move |text: String| Event::Form(FormEdit::Written(field, text))),
    })
}

fn paper(desk: &Desk) -> Html {
    let app = desk.app;
    let sheet = job_sheet(
        desk.list,
        desk.names,
        &desk.bench.terms,
        desk.book,
        desk.scoring,
    );
    let days = sheet.days.to_string();
    let agreed = match sheet.agreed_hundredths {
        Some(agreed) => app.fill(
            keys::SHEET_HOURS,
            &[("hours", &from_hundredths(agreed)), ("days", &days)],
        ),
        None => app.fill(keys::SHEET_HOURS_OPEN, &[("days", &days)]),
    };
    let work = app.fill(
        keys::SHEET_WORK,
        &[
            ("settled", &hours(desk.bench.plan.settled_hours)),
            ("first", &hours(desk.bench.plan.first_hours)),
        ],
    );
    let lines = [
        (keys::SHEET_PLACE, "place", &desk.form.place),
        (keys::SHEET_TEACHER, "teacher", &desk.form.teacher),
        (keys::SHEET_MAY_VARY, "text", &desk.form.may_vary),
    ];
    html! {
        <article class="jobsheet" aria-labelledby="jobsheet">
            <h3 key="heading" id="jobsheet">{ app.text(keys::SHEET_HEADING) }</h3>
            <p key="agreed" class="jobsheet-hours"><strong>{ agreed }</strong></p>
            <p key="work">{ work }</p>
            { for lines.iter().filter(|(_, _, text)| !text.is_empty()).map(|(label, name, text)| html! {
                <p key={*name} class="jobsheet-written">{ app.fill(*label, &[(name, text)]) }</p>
            }) }
            { duties(desk, "start", keys::SHEET_START, &sheet.start) }
            { duties(desk, "steps", keys::SHEET_STEPS, &sheet.steps) }
            <p key="estimate" class="small">{ app.text(keys::SHEET_ESTIMATE) }</p>
        </article>
    }
}

/// A table of tasks.
fn duties(desk: &Desk, key: &'static str, heading: TextId, duties: &[Duty]) -> Html {
    let app = desk.app;
    if duties.is_empty() {
        return html! { <div {key} /> };
    }
    let id = format!("jobsheet-{key}");
    html! {
        <div {key}>
            <h4 key="heading" id={id.clone()}>{ app.text(heading) }</h4>
            <table key="table" class="bench-table" aria-labelledby={id}>
                <thead>
                    <tr>
                        <th scope="col">{ app.text(keys::WORKBENCH_COLUMN_TASK) }</th>
                        <th scope="col" class="bench-number">{ app.text(keys::WORKBENCH_COLUMN_TIMES) }</th>
                        <th scope="col" class="bench-number">{ app.text(keys::WORKBENCH_COLUMN_MOVED) }</th>
                    </tr>
                </thead>
                <tbody>
                    { for duties.iter().map(|duty| {
                        let picked = &desk.list[duty.task];
                        let judged = score(&picked.attributes, picked.frequency, desk.scoring);
                        let flags: Vec<String> = judged.flags.iter().filter_map(|flag| desk.book.flag(*flag)).map(|text| app.text(text)).collect();
                        html! {
                            <tr key={duty.task}>
                                <th scope="row">
                                    { &duty.name }
                                    if !flags.is_empty() { <span class="small bench-cell-note">{ flags.join(app.words.choose("", " ")) }</span> }
                                </th>
                                <td class="bench-number">{ app.fill(keys::WORKBENCH_TIMES_OF, &[
                                    ("times", &from_hundredths(picked.times_per_week_hundredths.into())), ("minutes", &picked.minutes.to_string()),
                                ]) }</td>
                                <td class="bench-number">{ app.fill(keys::WORKBENCH_MINUTES, &[("minutes", &minutes_of(duty.minutes_hundredths))]) }</td>
                            </tr>
                        }
                    }) }
                </tbody>
            </table>
        </div>
    }
}
