//! The exact mode: each establishment and each group of disabled employees, in each month.

use yew::prelude::*;

use super::{
    Desk, Did, Sheet,
    day::pressed,
    fields::{Of, choose, industry_of, is_checked, number_of, piece},
    form::leads,
    hints::{found, hint_text},
    part,
};
use crate::{
    app::levy::{
        Edit, Field, MONTHS, MOST_GROUPS, MOST_UNITS, category_label, category_name, month_name,
    },
    catalogue::{
        keys,
        schema::{
            TextId,
            parameters::{CalculatorField as At, HintKind},
        },
    },
    domain::{CountCategory, FiscalYear, IndustryId},
    ui::parts::{
        barriers::checkbox,
        button::{LINK, OUTLINE, action, hooked},
        node::{Tag, tag},
    },
};

/// Adds the parts of the mode to the form.
pub fn add_to(form: Tag, sheet: &Sheet) -> Tag {
    let hint = hint_text(sheet, At::HomeWork, HintKind::Counted);
    form.add(months(sheet))
        .add(units(sheet))
        .add(groups(sheet))
        .html_of(number_of(
            sheet,
            (Field::HomeWork, sheet.form.value(Field::HomeWork)),
            keys::LEVY_FORM_HOME_WORK,
            [
                &found(sheet, At::HomeWork),
                sheet.app.words.choose("", " "),
                &hint,
            ]
            .concat(),
            keys::LEVY_FORM_UNIT_YEN,
            None,
        ))
}

/// Whether the month that is looked at has the numbers of the month before.
fn is_same(sheet: &Sheet) -> bool {
    !sheet.form.has_own(sheet.looks.month.into())
}

fn months(sheet: &Sheet) -> Tag {
    let shown = sheet.looks.month;
    let own = core::array::from_fn(|month| sheet.form.has_own(month));
    let counts = counting(sheet);
    let mut same = tag("div").class("levy-same");
    if shown > 0 {
        let onchange = toggle(sheet, shown.into(), |month, is_same| {
            Edit::SameAsBefore(u8::try_from(month).unwrap_or_default(), is_same)
        });
        let label = sheet.text(keys::LEVY_FORM_SAME);
        same = same.add(checkbox(
            "same",
            is_same(sheet),
            tag("span").text(label),
            onchange,
        ));
    }
    let part = part("months", sheet.text(keys::LEVY_FORM_MONTHS));
    leads(
        part,
        sheet,
        &found(sheet, At::Months),
        keys::LEVY_FORM_MONTHS_LEAD,
    )
    .html_of(piece(sheet, "buttons", Of::Months(shown, own, counts)))
    .add(same)
    .html_of(piece(sheet, "hints", Of::Hints(&[At::Months], &[])))
}

/// Which months of the year that is shown count.
fn counting(sheet: &Sheet) -> [bool; MONTHS] {
    let mut counts = [true; MONTHS];
    if let Ok(year) = FiscalYear::of(sheet.date()) {
        for (counts, day) in counts.iter_mut().zip(year.month_starts()) {
            *counts = sheet.form.counts(year, day);
        }
    }
    counts
}

/// The months to choose from: which is `shown`, which have numbers of their `own`, and which count.
pub fn month_buttons(desk: &Desk, shown: u8, own: &[bool; MONTHS], counts: &[bool; MONTHS]) -> Tag {
    let mut buttons = tag("div")
        .class("months")
        .attr("role", "group")
        .attr("aria-labelledby", "levy-months");
    let year = FiscalYear::of(desk.lists.day).ok();
    let days = year.into_iter().flat_map(|year| year.month_starts());
    for (((at, day), is_own), counts) in (0..).zip(days).zip(own).zip(counts) {
        let name = month_name(&desk.app.words, day.month());
        let mark = match (counts, is_own) {
            (false, _) => Some(keys::LEVY_PART_OUTSIDE),
            (true, true) => Some(keys::LEVY_FORM_OWN_MARK),
            (true, false) => None,
        };
        let mark = mark.map(|mark| desk.say("span", "month-own", mark));
        let button = pressed("month", shown == at, desk.on(Did::Month(at)))
            .attr("data-month", &at.to_string())
            .add(tag("span").text(&name))
            .maybe(mark);
        buttons = buttons.add(button);
    }
    buttons
}

/// What ticking a checkbox changes; the box itself says whether it is ticked, for the screen may be behind.
fn toggle(desk: &Desk, id: u16, edit: fn(u16, bool) -> Edit) -> Callback<Event> {
    let tell = desk.tell.clone();
    Callback::from(move |event: Event| tell.emit(Did::Edit(edit(id, is_checked(&event)))))
}

/// That the month has no numbers of its own.
fn same_note(sheet: &Sheet) -> Tag {
    let mut note = tag("div");
    if is_same(sheet) {
        let year = FiscalYear::of(sheet.date()).ok();
        let month = year.and_then(|year| year.month_starts().nth(sheet.looks.month.into()));
        let month = month.map_or(String::new(), |day| {
            month_name(&sheet.app.words, day.month())
        });
        let text = sheet.fill(keys::LEVY_FORM_SAME_NOTE, &[("month", &month)]);
        note = note.add(tag("p").class("notice").text(&text));
    }
    note
}

/// A list of rows, and the button that adds one while there is room.
fn rows(part: Tag, sheet: &Sheet, rows: Vec<Html>, add: Option<(&str, TextId, Edit)>) -> Tag {
    let add = add.map(|(name, label, edit)| {
        let onclick = sheet.on(Did::Edit(edit));
        hooked(OUTLINE, "data-action", name, sheet.text(label), onclick)
    });
    let mut list = tag("div").class("levy-units");
    for row in rows {
        list = list.html_of(row);
    }
    part.add(same_note(sheet))
        .add(list)
        .add(tag("div").maybe(add))
}

/// The frame of an establishment or of a group, and the way to take it away.
fn row(kind: &'static str, at: usize, legend: &str, fields: Vec<Html>, drop: Option<Tag>) -> Tag {
    let mut row = tag("div").class("levy-row");
    for field in fields {
        row = row.html_of(field);
    }
    tag("fieldset")
        .class("levy-unit")
        .attr(kind, &(at + 1).to_string())
        .add(tag("legend").text(legend))
        .add(row.maybe(drop))
}

fn drop_button(desk: &Desk, label: TextId, at: usize, edit: Edit, then: &'static str) -> Tag {
    let label = desk.fill(label, &[("n", &(at + 1).to_string())]);
    action(LINK, "drop", &label, desk.on_leaving(edit, then))
}

fn units(sheet: &Sheet) -> Tag {
    let all = sheet.form.units();
    let month = sheet.looks.month;
    let mut list = Vec::new();
    for (at, unit) in all.iter().enumerate() {
        let id = unit.id;
        let value = |field| (field, sheet.form.value(field));
        let numbers = UnitNumbers {
            at,
            id,
            industry: unit.industry,
            workers: (!is_same(sheet))
                .then(|| [Field::Unit30(id, month), Field::Unit20(id, month)].map(value)),
            disabled: value(Field::UnitDisabled(id)),
            is_only: all.len() < 2,
        };
        list.push(piece(sheet, &id.to_string(), Of::Unit(numbers)));
    }
    let add = ("add-unit", keys::LEVY_FORM_ADD_UNIT, Edit::AddUnit);
    let part = part("units", sheet.text(keys::LEVY_FORM_UNITS));
    let part = leads(
        part,
        sheet,
        &found(sheet, At::Workers30h),
        keys::LEVY_FORM_UNITS_LEAD,
    )
    .html_of(piece(
        sheet,
        "hints",
        Of::Hints(&[At::Workers30h], &[At::Workers20h, At::Industry]),
    ));
    rows(part, sheet, list, (all.len() < MOST_UNITS).then_some(add))
}

/// What the row of an establishment shows.
#[derive(Clone, PartialEq)]
pub struct UnitNumbers {
    /// Its place, from zero.
    at: usize,
    id: u16,
    industry: Option<IndustryId>,
    /// Those of 30 hours and of 20; `None` in a month that has those of the month before.
    workers: Option<[(Field, Option<u64>); 2]>,
    disabled: (Field, Option<u64>),
    /// It cannot be taken away.
    is_only: bool,
}

pub fn unit_row(desk: &Desk, unit: &UnitNumbers) -> Tag {
    let (id, at) = (unit.id, unit.at);
    let people = keys::LEVY_FORM_UNIT_PEOPLE;
    let field = |of, label| number_of(desk, of, label, String::new(), people, None);
    let mut fields = vec![industry_of(desk, Some(id), unit.industry, String::new())];
    if let Some([full, short]) = unit.workers {
        fields.push(field(full, keys::LEVY_FORM_WORKERS_30H));
        fields.push(field(short, keys::LEVY_FORM_WORKERS_20H));
    }
    fields.push(field(unit.disabled, keys::LEVY_FORM_UNIT_DISABLED));
    let drop = (!unit.is_only).then(|| {
        let then = "[data-action=add-unit]";
        drop_button(
            desk,
            keys::LEVY_FORM_DROP_UNIT,
            at,
            Edit::DropUnit(id),
            then,
        )
    });
    row("data-unit", at, &desk.establishment(at), fields, drop)
}

fn groups(sheet: &Sheet) -> Tag {
    let all = sheet.form.groups();
    let mut list = Vec::new();
    for (at, group) in all.iter().enumerate() {
        let id = group.id;
        let value = |field| (field, sheet.form.value(field));
        let persons = Field::Persons(id, sheet.looks.month);
        let numbers = GroupNumbers {
            at,
            id,
            category: group.category,
            hours: value(Field::Hours(id)),
            lacks_hours: sheet.form.lacks_hours(id),
            persons: (!is_same(sheet)).then(|| value(persons)),
            a_type_user: group.a_type_user,
        };
        list.push(piece(sheet, &id.to_string(), Of::Group(numbers)));
    }
    let add = ("add-group", keys::LEVY_FORM_ADD_GROUP, Edit::AddGroup);
    let part = part("groups", sheet.text(keys::LEVY_FORM_GROUPS));
    let part = leads(
        part,
        sheet,
        &found(sheet, At::Disabled),
        keys::LEVY_FORM_GROUPS_LEAD,
    )
    .html_of(piece(
        sheet,
        "hints",
        Of::Hints(&[At::Disabled], &[At::Severe, At::WeeklyHours, At::AType]),
    ));
    rows(part, sheet, list, (all.len() < MOST_GROUPS).then_some(add))
}

/// What the row of a group of disabled employees shows.
#[derive(Clone, PartialEq)]
pub struct GroupNumbers {
    /// Its place, from zero.
    at: usize,
    id: u16,
    category: CountCategory,
    hours: (Field, Option<u64>),
    /// Nobody is counted for want of hours.
    lacks_hours: bool,
    /// `None` in a month that has those of the month before.
    persons: Option<(Field, Option<u64>)>,
    a_type_user: bool,
}

pub fn group_row(desk: &Desk, group: &GroupNumbers) -> Tag {
    let (id, at) = (group.id, group.at);
    let mut categories = Vec::new();
    for (name, one) in CountCategory::NAMES {
        categories.push((name.to_owned(), desk.text(category_label(one)).to_owned()));
    }
    let category = choose(
        desk.tell,
        &["levy-category-", &id.to_string()].concat(),
        desk.text(keys::LEVY_FORM_CATEGORY),
        &categories,
        category_name(group.category),
        move |chosen| {
            let mut known = CountCategory::NAMES.iter();
            let (_, category) = known.find(|(name, _)| *name == chosen)?;
            Some(Did::Edit(Edit::Category(id, *category)))
        },
    );
    let mut fields = vec![
        category.key("category").html(),
        number_of(
            desk,
            group.hours,
            keys::LEVY_FORM_HOURS,
            String::new(),
            keys::LEVY_FORM_UNIT_HOURS,
            group.lacks_hours.then_some(keys::LEVY_FORM_LACKS_HOURS),
        ),
    ];
    if let Some(persons) = group.persons {
        let label = keys::LEVY_FORM_PERSONS;
        let people = keys::LEVY_FORM_UNIT_PEOPLE;
        fields.push(number_of(desk, persons, label, String::new(), people, None));
    }
    let a_type = checkbox(
        &["a_type_", &id.to_string()].concat(),
        group.a_type_user,
        desk.say("span", "", keys::LEVY_FORM_A_TYPE),
        toggle(desk, id, Edit::AType),
    );
    fields.push(a_type.html());
    let then = "[data-action=add-group]";
    let drop = drop_button(
        desk,
        keys::LEVY_FORM_DROP_GROUP,
        at,
        Edit::DropGroup(id),
        then,
    );
    let legend = desk.fill(keys::LEVY_FORM_GROUP, &[("n", &(at + 1).to_string())]);
    row("data-group", at, &legend, fields, Some(drop))
}
