//! The one-page job sheet as it is printed, what is written on it, the table of all tasks, and the ways to take them along.

use yew::prelude::*;

use crate::{
    app::{
        inventory::{FileForms, write_csv, write_json},
        state::known,
        workbench::{
            Act, DEPARTMENTS, Duty, FormField, Given, JobSheet, Place, Written, band_name,
            job_sheet, minutes_of, score, sheet_text, with_file_forms,
        },
    },
    catalogue::{keys, schema::TextId},
    domain::{PickedTask, number::from_hundredths},
    ui::{
        context::FileToSave,
        parts::{
            button::{FILLED, LINK, action},
            centre_card::date,
            copy::Copy,
            node::{Tag, tag},
        },
    },
};

use super::{
    Desk,
    part::{act, joined, notice, section, words},
};

pub fn sheet(desk: &Desk) -> Tag {
    let has_post = !desk.bench.post.is_empty();
    let is_table_open = desk.view.is_table_open && !desk.list.is_empty();
    let mut fields = tag("div").key("fields").class("no-print");
    let mut ways = tag("div").key("ways").class("bench-buttons no-print");
    if has_post {
        for (name, field, label, hint) in &WRITTEN {
            fields = fields.html_of(words(
                desk,
                joined("bench-", name),
                *label,
                Some(*hint),
                desk.form.written(*field).to_owned(),
                *field == Written::MayVary,
                Place::Form(FormField::Written(*field)),
            ));
        }
    }
    if has_post || is_table_open {
        let print = desk.app.services.browser.print;
        let print = Callback::from(move |_: MouseEvent| print());
        ways = ways.add(action(FILLED, "print", desk.text(keys::FRAME_PRINT), print));
    }
    let on_paper = if has_post {
        let sheet = job_sheet(desk.bench, desk.form, &desk.app.words);
        let text = sheet_text(&sheet, desk.names, &desk.app.words);
        let label = desk.text(keys::WORKBENCH_COPY_TEXT).to_owned();
        ways = ways.html_of(html! { <Copy key="copy" {label} {text} /> });
        paper(desk, &sheet)
    } else {
        notice(desk.text(keys::WORKBENCH_NO_POST)).attr("class", "notice no-print")
    };
    if !desk.list.is_empty() {
        let (csv, json) = (keys::WORKBENCH_SAVE_CSV, keys::WORKBENCH_SAVE_JSON);
        ways = ways
            .add(action(
                LINK,
                "csv",
                desk.text(csv),
                save(desk, write_csv, CSV),
            ))
            .add(action(
                LINK,
                "json",
                desk.text(json),
                save(desk, write_json, JSON),
            ));
    }
    section(desk, "bench-sheet", keys::WORKBENCH_SHEET)
        .add(fields)
        .add(on_paper.key("paper"))
        .maybe((!desk.list.is_empty()).then(|| opener(desk, is_table_open)))
        .maybe(is_table_open.then(|| all_tasks(desk)))
        .add(ways)
}

/// What is written on the sheet, each with its name, label and hint.
const WRITTEN: [(&str, Written, TextId, TextId); 3] = [
    (
        Written::NAMES[0].0,
        Written::NAMES[0].1,
        keys::WORKBENCH_PLACE,
        keys::WORKBENCH_PLACE_HINT,
    ),
    (
        Written::NAMES[1].0,
        Written::NAMES[1].1,
        keys::WORKBENCH_TEACHER,
        keys::WORKBENCH_TEACHER_HINT,
    ),
    (
        Written::NAMES[2].0,
        Written::NAMES[2].1,
        keys::WORKBENCH_MAY_VARY,
        keys::WORKBENCH_MAY_VARY_HINT,
    ),
];

fn paper(desk: &Desk, sheet: &JobSheet) -> Tag {
    let mut paper = tag("article")
        .class("jobsheet")
        .attr("aria-labelledby", "jobsheet")
        .add(
            desk.say("h3", "", keys::SHEET_HEADING)
                .attr("id", "jobsheet"),
        );
    for (at, line) in sheet.lines.iter().enumerate() {
        let class = if at == 0 { "jobsheet-hours" } else { "" };
        paper = paper.add(tag("p").class(class).text(line));
    }
    for line in &sheet.written {
        paper = paper.add(tag("p").class("jobsheet-written").text(line));
    }
    paper
        .maybe(duties(
            desk,
            "jobsheet-start",
            keys::SHEET_START,
            &sheet.start,
        ))
        .maybe(duties(
            desk,
            "jobsheet-steps",
            keys::SHEET_STEPS,
            &sheet.steps,
        ))
        .add(tag("p").class("small").text(&made_on(desk)))
}

/// That the hours are estimates, and of which day.
fn made_on(desk: &Desk) -> String {
    let today = date(desk.app, desk.app.today());
    let made = desk.fill(keys::SHEET_MADE, "date", &today);
    [desk.text(keys::SHEET_ESTIMATE), &made].join(desk.app.words.choose("", " "))
}

/// A table under the heading with the id `id`; `columns` after that of the task.
fn table(desk: &Desk, id: &str, columns: &[TextId], body: Tag) -> Tag {
    let head = |label| desk.say("th", "", label).attr("scope", "col");
    let mut row = tag("tr").add(head(keys::WORKBENCH_COLUMN_TASK));
    for column in columns {
        row = row.add(head(*column).class("bench-number"));
    }
    tag("table")
        .class("bench-table")
        .attr("aria-labelledby", id)
        .add(tag("thead").add(row))
        .add(body)
}

/// A row for a task: its name with what is to be noted of it, and how often it comes.
fn row(desk: &Desk, picked: &PickedTask, name: &str, note: &str) -> Tag {
    let mut head = tag("th").attr("scope", "row").text(name);
    if !note.is_empty() {
        head = head.add(tag("span").class("small bench-cell-note").text(note));
    }
    let times = from_hundredths(picked.times_per_week_hundredths.into());
    let each = picked.minutes.to_string();
    let times = [("times", times.as_str()), ("minutes", each.as_str())];
    let times = desk.app.fill(keys::WORKBENCH_TIMES_OF, &times);
    tag("tr").add(head).add(value(&times))
}

fn value(text: &str) -> Tag {
    tag("td").class("bench-number").text(text)
}

fn minutes(desk: &Desk, thousandths: u64) -> Tag {
    let minutes = minutes_of(thousandths);
    value(&desk.fill(keys::WORKBENCH_MINUTES, "minutes", &minutes))
}

/// A table of duties.
fn duties(desk: &Desk, id: &str, heading: TextId, duties: &[Duty]) -> Option<Tag> {
    if duties.is_empty() {
        return None;
    }
    let mut body = tag("tbody");
    for duty in duties {
        let picked = &desk.list[duty.task];
        let judged = score(&picked.attributes, picked.frequency, desk.scoring);
        let mut note = String::new();
        for text in judged.flags.iter().filter_map(|flag| desk.book.flag(*flag)) {
            if !note.is_empty() {
                note.push_str(desk.app.words.choose("", " "));
            }
            note.push_str(desk.text(text));
        }
        let row = row(desk, picked, &desk.names[duty.task], &note);
        body = body.add(row.add(minutes(desk, duty.worked)));
    }
    let columns = [keys::WORKBENCH_COLUMN_TIMES, keys::WORKBENCH_COLUMN_MOVED];
    Some(
        tag("div")
            .add(desk.say("h4", "", heading).attr("id", id))
            .add(table(desk, id, &columns, body)),
    )
}

/// Opens the table of all tasks and closes it.
fn opener(desk: &Desk, is_open: bool) -> Tag {
    let expanded = if is_open { "true" } else { "false" };
    let open = act(desk, LINK, "table", keys::WORKBENCH_TABLE, Act::Table);
    tag("div")
        .key("opener")
        .class("bench-buttons no-print")
        .add(open.attr("aria-expanded", expanded))
        .add(
            desk.say("span", "small", keys::WORKBENCH_TABLE_HINT)
                .key("hint"),
        )
}

/// All tasks as a table, on paper on a page of its own.
fn all_tasks(desk: &Desk) -> Tag {
    let id = "bench-all";
    let mut body = tag("tbody");
    let departments = known(DEPARTMENTS).and_then(|id| desk.app.model.question(id));
    for (at, picked) in desk.list.iter().enumerate() {
        let department = picked.details.department.and_then(|id| {
            let options = &departments?.options;
            let found = options.iter().find(|one| one.id.as_str() == id.as_str());
            found.map(|one| desk.text(one.text))
        });
        let band = desk.text(band_name(desk.bench.elements[at].band));
        let weekly = minutes(desk, u64::from(picked.weekly_minutes_hundredths()) * 10);
        let mut band = tag("td").class("bench-number").text(band);
        if desk.bench.post.contains(&at) {
            let mark = desk.say("span", "bench-now-mark", keys::WORKBENCH_IN_POST);
            band = band.add(mark);
        }
        let row = row(desk, picked, &desk.names[at], department.unwrap_or(""));
        body = body.add(row.add(weekly).add(band));
    }
    let columns = [
        keys::WORKBENCH_COLUMN_TIMES,
        keys::WORKBENCH_COLUMN_WEEKLY,
        keys::WORKBENCH_COLUMN_BAND,
    ];
    tag("div")
        .key("all")
        .class("bench-all")
        .attr("data-all-tasks", "")
        .add(desk.say("h3", "", keys::WORKBENCH_ALL_TASKS).attr("id", id))
        .add(table(desk, id, &columns, body))
        .add(tag("p").class("small").text(&made_on(desk)))
}

/// The name and the media type of each form of file.
const CSV: [&str; 2] = ["koyo-check-tasks.csv", "text/csv;charset=utf-8"];
const JSON: [&str; 2] = ["koyo-check-tasks.json", "application/json"];

/// Saves the tasks in the form that `write` makes.
fn save(
    desk: &Desk,
    write: fn(&[PickedTask], &FileForms) -> String,
    [name, media_type]: [&'static str; 2],
) -> Callback<MouseEvent> {
    let app = desk.app.clone();
    Callback::from(move |_| {
        let Some(given) = Given::of(&app.model) else {
            return;
        };
        if let Some(text) = with_file_forms(&app.model, |forms| write(given.list, forms)) {
            (app.services.browser.save)(&FileToSave {
                name,
                media_type,
                text: &text,
            });
        }
    })
}
