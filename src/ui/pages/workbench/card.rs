//! The card of a task: why it stands as it does, its values, what can be done with it.

use crate::{
    app::{
        inventory::{Detail, Edit},
        shown::carving::{Band, Reasons},
        state::{Tool, known},
        tasks::field,
        workbench::{
            Act, CardField, DEPARTMENTS, Deed, FIELDS, LOADS, Message, NO, Place, YES, band_name,
            field_name, field_question, gate_why, lever_words, load_of, reasons, score,
            starts_at_text, with_lever,
        },
    },
    catalogue::{
        keys,
        schema::{TextId, posts::Criterion},
    },
    domain::{PickedTask, TaskRef},
    ui::parts::{
        button::{LINK, OUTLINE, to_tool},
        node::{Tag, live_part, tag},
    },
};

use super::{
    Desk,
    part::{Number, act, group, number, select, texts, tick, words},
};

/// How many points that speak for a task are told.
const SAID: usize = 3;

pub fn card(desk: &Desk, at: usize) -> Tag {
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
    tag("div")
        .class("bench-card")
        .add(why(desk, picked, &found))
        .add(values(desk, at, picked))
        .add(ways(desk, picked))
}

/// A deed to the values of a task.
fn set(task: &TaskRef, detail: Detail) -> Act {
    Act::Do(Deed::Edit(Edit::Set(task.clone(), detail)))
}

fn why(desk: &Desk, picked: &PickedTask, found: &Reasons) -> Tag {
    let judged = &found.score;
    let points = desk.fill(keys::WORKBENCH_SCORE, "score", &judged.score.to_string());
    let mut why = tag("div").class("bench-why").attr("data-why", "").add(
        tag("p")
            .class("bench-score")
            .add(desk.say("strong", "", band_name(judged.band)))
            .add(tag("span").class("small").text(&points)),
    );
    if judged.band == Band::NotNow {
        why = why.add(split_first(desk, picked, found));
    }
    let mut flags = Vec::new();
    for flag in &judged.flags {
        flags.extend(desk.book.flag(*flag).map(|text| desk.text(text)));
    }
    let mut points = tag("div").class("bench-points");
    let (speaks_for, speaks_against) = (
        criteria(desk, &found.speaks_for, true),
        criteria(desk, &found.speaks_against, false),
    );
    for (heading, lines, is_flags) in [
        (keys::WORKBENCH_FOR, speaks_for, false),
        (keys::WORKBENCH_AGAINST, speaks_against, false),
        (keys::WORKBENCH_FLAGS, flags, true),
    ] {
        if lines.is_empty() {
            continue;
        }
        let mut column = tag("div")
            .add(desk.say("h3", "", heading).key("heading"))
            .add(texts("ul", "bench-list", &lines).key("lines"));
        if is_flags {
            let look = keys::WORKBENCH_TO_ADJUSTMENTS;
            column =
                column
                    .attr("data-flags", "")
                    .add(to_tool(desk.app, LINK, Tool::Adjustments, look));
        }
        points = points.add(column);
    }
    why = why.add(points);
    if let Some(lever) = found.nearest {
        let changed = with_lever(picked, lever);
        let band = score(&changed, picked.frequency, desk.scoring).band;
        let change = lever_words(lever, desk.app.model.library.catalogue, &desk.app.words);
        let values = [
            ("change", change.as_str()),
            ("band", desk.text(band_name(band))),
        ];
        let words = desk.app.fill(keys::WORKBENCH_NEAREST, &values);
        why = why.add(tag("p").class("bench-lever").text(&words));
    }
    why
}

/// What closes a task for now, how to split it, and the press that does.
fn split_first(desk: &Desk, picked: &PickedTask, found: &Reasons) -> Tag {
    let mut split = tag("div").class("notice bench-split");
    for gate in &found.score.gates {
        split = split.add(desk.say("p", "", gate_why(*gate, desk.book)));
    }
    if found.is_low {
        split = split.add(desk.say("p", "", desk.book.gates.low_score.why));
    }
    if let Some(hint) = found.hint {
        let hint = desk.text(desk.scoring.split_hints.text(hint));
        let how = desk.say("strong", "", keys::WORKBENCH_HOW);
        split = split.add(tag("p").add(how).text(hint));
    }
    let event = Act::Do(Deed::Split(picked.task.clone()));
    split.add(act(desk, OUTLINE, "split", keys::WORKBENCH_SPLIT, event))
}

fn criteria<'d>(desk: &'d Desk, found: &[Criterion], is_for: bool) -> Vec<&'d str> {
    let mut said = Vec::new();
    for one in found.iter().take(SAID) {
        if let Some(words) = desk.book.criterion(*one) {
            said.push(desk.text(if is_for {
                words.speaks_for
            } else {
                words.speaks_against
            }));
        }
    }
    said
}

/// The numbers of a card, each with its unit.
const AMOUNT: [(CardField, TextId, TextId); 3] = [
    (CardField::Times, keys::CARDS_TIMES, keys::CARDS_TIMES_UNIT),
    (
        CardField::Minutes,
        keys::CARDS_MINUTES,
        keys::CARDS_MINUTES_UNIT,
    ),
    (
        CardField::People,
        keys::WORKBENCH_PEOPLE,
        keys::WORKBENCH_PEOPLE_UNIT,
    ),
];

/// The fields of one card.
struct Fields<'a> {
    desk: &'a Desk<'a>,
    at: usize,
    picked: &'a PickedTask,
}

impl Fields<'_> {
    fn id(&self, field: CardField) -> String {
        ["bench-", &self.at.to_string(), "-", field.hook(self.picked)].concat()
    }

    fn place(&self, field: CardField) -> Place {
        Place::Card(self.picked.task.clone(), field)
    }

    #[inline(never)]
    fn select(
        &self,
        field: CardField,
        label: TextId,
        options: Vec<(String, String)>,
        value: String,
    ) -> yew::Html {
        select(
            self.desk,
            self.id(field),
            label,
            options,
            value,
            self.place(field),
        )
    }

    fn named(&self, values: &[(&str, TextId)]) -> Vec<(String, String)> {
        let mut options = Vec::new();
        for (value, text) in values {
            options.push(((*value).to_owned(), self.desk.text(*text).to_owned()));
        }
        options
    }

    fn amount(&self) -> Tag {
        let desk = self.desk;
        let details = &self.picked.details;
        let mut grid = tag("div").class("bench-grid");
        for (field, label, unit) in &AMOUNT {
            let (field, label, unit) = (*field, *label, *unit);
            let hundredths = match field {
                CardField::Times => Some(u32::from(self.picked.times_per_week_hundredths)),
                CardField::Minutes => Some(u32::from(self.picked.minutes) * 100),
                _ => details.people_now.map(|people| u32::from(people) * 100),
            };
            let one = Number {
                id: self.id(field),
                label,
                unit,
                hundredths,
                is_optional: field == CardField::People,
                limits: field.limits(),
                place: self.place(field),
            };
            grid = grid.html_of(number(desk, one));
        }
        let mut departments = self.named(&[("", keys::WORKBENCH_NOT_SAID)]);
        if let Some(question) = known(DEPARTMENTS).and_then(|id| desk.app.model.question(id)) {
            for choice in &question.options {
                let name = desk.text(choice.text).to_owned();
                departments.push((choice.id.as_str().to_owned(), name));
            }
        }
        let now = details
            .department
            .map_or(String::new(), |id| id.as_str().to_owned());
        let label = keys::WORKBENCH_DEPARTMENT_LABEL;
        grid.html_of(self.select(CardField::Department, label, departments, now))
    }

    fn ease(&self) -> Tag {
        let mut grid = tag("div").class("bench-grid");
        for one in &FIELDS {
            let one = *one;
            let mut options = Vec::new();
            let question = field_question(self.desk.app.model.library.catalogue, one);
            if let Some(question) = question {
                for choice in &question.options {
                    let words = self.desk.text(choice.text).to_owned();
                    options.push((choice.id.as_str().to_owned(), words));
                }
            }
            let now = field(&self.picked.attributes, one).to_string();
            let select = self.select(CardField::Ease(one), field_name(one), options, now);
            grid = grid.html_of(select);
        }
        grid
    }

    fn loads(&self) -> Tag {
        let mut grid = tag("div").class("bench-grid");
        for (load, name, values) in &LOADS {
            let mut options = Vec::new();
            for (value, text) in values.iter().enumerate() {
                options.push((value.to_string(), self.desk.text(*text).to_owned()));
            }
            let now = load_of(&self.picked.attributes, *load).1.to_string();
            grid = grid.html_of(self.select(CardField::Load(*load), *name, options, now));
        }
        grid
    }

    fn around(&self) -> Tag {
        let details = &self.picked.details;
        let mut grid = tag("div").class("bench-grid");
        for (field, label, now) in [
            (CardField::Team, keys::WORKBENCH_TEAM, details.with_team),
            (
                CardField::Cleaning,
                keys::WORKBENCH_CLEANING,
                details.is_cleaning,
            ),
        ] {
            let options = self.named(&[
                ("", keys::WORKBENCH_NOT_SAID),
                (YES, keys::WORKBENCH_YES),
                (NO, keys::WORKBENCH_NO),
            ]);
            let now = match now {
                None => "",
                Some(true) => YES,
                Some(false) => NO,
            };
            grid = grid.html_of(self.select(field, label, options, now.to_owned()));
        }
        let wrong = self.desk.view.message == Some(Message::WrongTime);
        let wrong = wrong.then(|| {
            self.desk
                .say("p", "field-error", keys::WORKBENCH_STARTS_AT_WRONG)
        });
        let starts = words(
            self.desk,
            self.id(CardField::Starts),
            keys::WORKBENCH_STARTS_AT,
            Some(keys::WORKBENCH_STARTS_AT_HINT),
            starts_at_text(details.starts_at),
            false,
            self.place(CardField::Starts),
        );
        grid.add(
            tag("div")
                .key("starts")
                .class("bench-starts")
                .html_of(starts)
                .add(live_part("wrong").maybe(wrong)),
        )
    }
}

fn values(desk: &Desk, at: usize, picked: &PickedTask) -> Tag {
    let details = &picked.details;
    let fields = Fields { desk, at, picked };
    let name = words(
        desk,
        fields.id(CardField::Name),
        keys::WORKBENCH_NAME,
        None,
        desk.names[at].clone(),
        false,
        fields.place(CardField::Name),
    );
    let grid = |legend, grid| group(desk, "bench-group", legend).add(grid);
    let box_of = |field: CardField, label, now| {
        tick(desk, field.hook(picked), label, now, fields.place(field))
    };
    let ticks = tag("div")
        .class("bench-ticks")
        .add(box_of(
            CardField::Postponed,
            keys::WORKBENCH_POSTPONED,
            details.is_postponed,
        ))
        .add(box_of(
            CardField::Overtime,
            keys::WORKBENCH_OVERTIME,
            details.causes_overtime,
        ));
    // What is typical of the task stays folded, unless it waits to be looked at.
    let mut more = tag("details").class("bench-more").attr("data-more", "");
    if details.to_complete {
        more = more.attr("open", "");
    }
    let more = more
        .add(desk.say("summary", "", keys::CARDS_MORE))
        .add(grid(keys::WORKBENCH_EASE, fields.ease()))
        .add(grid(keys::WORKBENCH_LOADS, fields.loads()));
    tag("div")
        .class("bench-values")
        .html_of(name)
        .add(grid(keys::WORKBENCH_AMOUNT, fields.amount()))
        .add(grid(keys::WORKBENCH_AROUND, fields.around()))
        .add(ticks)
        .add(more)
}

/// What can be done with a task.
fn ways(desk: &Desk, picked: &PickedTask) -> Tag {
    let task = &picked.task;
    let mut ways = tag("div").class("bench-buttons bench-ways");
    if picked.details.to_complete {
        let event = set(task, Detail::Checked);
        ways = ways.add(act(
            desk,
            OUTLINE,
            "checked",
            keys::WORKBENCH_CHECKED,
            event,
        ));
    }
    let copy = Act::Do(Deed::Copy(task.clone()));
    let split = Act::Do(Deed::Split(task.clone()));
    let remove = Act::Do(Deed::Edit(Edit::Remove(task.clone())));
    let close = Act::Open(task.clone());
    ways.add(act(desk, LINK, "copy", keys::WORKBENCH_COPY, copy))
        .add(act(desk, LINK, "split-any", keys::WORKBENCH_SPLIT, split))
        .add(act(desk, LINK, "remove", keys::WORKBENCH_REMOVE, remove))
        .add(act(desk, LINK, "close", keys::WORKBENCH_CLOSE, close))
}
