//! The lines of the people and months that rate and levy are computed from.

use super::{
    BANDS, Entry, Field, Form, Group, MONTHS, MOST_GROUPS, MOST_UNITS, Mode, Unit, Year,
    typed::{band_name, category_name},
};
use crate::{
    app::kept::{Lines, Theme},
    domain::{CountCategory, HoursBand, IndustryId, JapanDate},
};

const NONE: &str = "-";

/// The fields of which a form has one.
const SINGLE: [Field; 5] = [
    Field::Quick30,
    Field::Quick20,
    Field::QuickTotal,
    Field::QuickDisabled,
    Field::HomeWork,
];

impl Theme for Form {
    fn write(&self, lines: &mut Lines) {
        write(self, lines);
    }

    fn read_line(&mut self, fields: &[&str]) -> Option<()> {
        read_line(self, fields)
    }

    fn complete(&mut self) {
        Form::complete(self);
    }
}

fn write(form: &Form, lines: &mut Lines) {
    if form.mode == Mode::Exact {
        lines.add(&["mode", "exact"]);
    }
    if let Some(date) = form.date {
        lines.add(&["date", &date.to_string()]);
    }
    for (name, day) in [("opened", form.span.opened), ("closed", form.span.closed)] {
        if let Some(day) = day {
            lines.add(&[name, &day.to_string()]);
        }
    }
    if form.entry == Entry::Total {
        lines.add(&["entry", "total"]);
    }
    for field in SINGLE {
        if let Some(value) = form.value(field) {
            lines.add(&[&field.name(), &field.write(value)]);
        }
    }
    if let Some(industry) = form.industry {
        lines.add(&["industry", industry.as_str()]);
    }
    for (name, category) in CountCategory::NAMES {
        for band in BANDS {
            if let Some(persons) = form.people(category, band) {
                lines.add(&["people", name, band_name(band), &persons.to_string()]);
            }
        }
    }
    for (month, own) in form.own_months.iter().enumerate() {
        if *own {
            lines.add(&["month", &month.to_string()]);
        }
    }
    for unit in &form.units {
        let id = unit.id.to_string();
        let industry = unit.industry;
        let industry = industry.as_ref().map_or(NONE, IndustryId::as_str);
        lines.add(&["unit", &id, industry]);
        if let Some(disabled) = unit.disabled {
            lines.add(&["unit_disabled", &id, &disabled.to_string()]);
        }
        add_months(lines, "unit_30", &id, &unit.workers_30h);
        add_months(lines, "unit_20", &id, &unit.workers_20h);
    }
    for group in &form.groups {
        let id = group.id.to_string();
        let a_type = if group.a_type_user { "a_type" } else { NONE };
        lines.add(&["group", &id, category_name(group.category), a_type]);
        if let Some(hours) = form.value(Field::Hours(group.id)) {
            lines.add(&["hours", &id, &Field::Hours(group.id).write(hours)]);
        }
        add_months(lines, "persons", &id, &group.persons);
    }
}

fn add_months(lines: &mut Lines, name: &str, id: &str, year: &Year) {
    for (month, people) in year.iter().enumerate() {
        if let Some(people) = people {
            lines.add(&[name, id, &month.to_string(), &people.to_string()]);
        }
    }
}

fn read_line(form: &mut Form, fields: &[&str]) -> Option<()> {
    let mut fields = fields.iter().copied();
    let mut next = || fields.next();
    match next()? {
        "mode" if next()? == "exact" => form.mode = Mode::Exact,
        "entry" if next()? == "total" => form.entry = Entry::Total,
        "date" => form.date = Some(JapanDate::parse(next()?).ok()?),
        "opened" => form.span.opened = Some(JapanDate::parse(next()?).ok()?),
        "closed" => form.span.closed = Some(JapanDate::parse(next()?).ok()?),
        "industry" => form.industry = Some(IndustryId::new(next()?).ok()?),
        "people" => {
            let category = category_named(next()?)?;
            let name = next()?;
            let band = HoursBand::NAMES.iter().find(|(known, _)| *known == name)?;
            number(form, Field::QuickPeople(category, band.1), next()?)?;
        }
        "month" => {
            let month: usize = next()?.parse().ok()?;
            *form.own_months.get_mut(month).filter(|_| month > 0)? = true;
        }
        "unit" => {
            let id = next()?.parse().ok()?;
            let industry = match next()? {
                NONE => None,
                name => Some(IndustryId::new(name).ok()?),
            };
            let is_new = form.units.iter().all(|unit| unit.id != id);
            (is_new && form.units.len() < MOST_UNITS).then_some(())?;
            let mut unit = Unit::new(id);
            unit.industry = industry;
            form.units.push(unit);
        }
        "group" => {
            let id = next()?.parse().ok()?;
            let category = category_named(next()?)?;
            let is_new = form.groups.iter().all(|group| group.id != id);
            (is_new && form.groups.len() < MOST_GROUPS).then_some(())?;
            let mut group = Group::new(id);
            group.category = category;
            group.a_type_user = next()? == "a_type";
            form.groups.push(group);
        }
        "unit_disabled" => {
            let field = Field::UnitDisabled(next()?.parse().ok()?);
            number(form, field, next()?)?;
        }
        "hours" => {
            let field = Field::Hours(next()?.parse().ok()?);
            number(form, field, next()?)?;
        }
        kind @ ("unit_30" | "unit_20" | "persons") => {
            let id = next()?.parse().ok()?;
            let month: u8 = next()?.parse().ok()?;
            (usize::from(month) < MONTHS).then_some(())?;
            let field = match kind {
                "unit_30" => Field::Unit30(id, month),
                "unit_20" => Field::Unit20(id, month),
                _ => Field::Persons(id, month),
            };
            number(form, field, next()?)?;
        }
        name => {
            let field = SINGLE.into_iter().find(|field| field.name() == name)?;
            number(form, field, next()?)?;
        }
    }
    Some(())
}

fn number(form: &mut Form, field: Field, text: &str) -> Option<()> {
    form.set(field, Some(field.read(text).ok()??));
    Some(())
}

fn category_named(name: &str) -> Option<CountCategory> {
    let known = CountCategory::NAMES
        .iter()
        .find(|(known, _)| *known == name);
    known.map(|(_, category)| *category)
}
