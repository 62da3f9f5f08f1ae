//! Reads what the kinds `quota` and `levy` share: establishments, disabled workers, exact numbers of people.

use koyo_check::{
    assessment::quota::{DisabledWorkers, Establishment, LawError},
    domain::{DisabilityKind, Headcount, IndustryId, WeeklyHours},
};
use serde_json::{Map, Value};

use super::{World, input};

/// The list `establishments`.
pub fn establishments(
    given: &Map<String, Value>,
    world: &World,
) -> Result<Vec<Establishment>, String> {
    list(given, "establishments")?
        .map(|fields| {
            let fields = fields?;
            input::only(fields, &["industry", "workers_30h", "workers_20h"])?;
            let industry = match fields.get("industry") {
                None | Some(Value::Null) => None,
                Some(Value::String(name)) => Some(industry(name, world)?),
                Some(other) => return Err(format!("`industry` is no name and not null: {other}")),
            };
            Ok(Establishment {
                industry,
                workers_30h: people(fields, "workers_30h")?,
                workers_20h: people(fields, "workers_20h")?,
                disabled_persons: None,
            })
        })
        .collect()
}

/// The list `disabled`; nobody where it is left out.
pub fn disabled(given: &Map<String, Value>) -> Result<Vec<DisabledWorkers>, String> {
    if !given.contains_key("disabled") {
        return Ok(Vec::new());
    }
    list(given, "disabled")?
        .map(|fields| {
            let fields = fields?;
            input::only(
                fields,
                &["type", "severe", "weekly_hours", "persons", "a_type_user"],
            )?;
            let word = fields.get("type").and_then(Value::as_str).unwrap_or("");
            let kind = DisabilityKind::NAMES.iter().find(|(name, _)| *name == word);
            let (_, kind) = kind.ok_or_else(|| {
                format!("type `{word}`, expected one of: physical, intellectual, mental")
            })?;
            Ok(DisabledWorkers {
                kind: *kind,
                severe: claim(fields, "severe")?,
                hours: hours(fields)?,
                persons: if fields.contains_key("persons") {
                    people(fields, "persons")?
                } else {
                    1
                },
                a_type_user: claim(fields, "a_type_user")?,
            })
        })
        .collect()
}

/// A number of people in half steps, such as `3.5`.
pub fn headcount(given: &Map<String, Value>, key: &str) -> Result<Headcount, String> {
    scaled(given, key, 2).map(Headcount::from_halves)
}

/// A number of whole yen; `otherwise` where the field is left out.
pub fn yen_or(given: &Map<String, Value>, key: &str, otherwise: i64) -> Result<i64, String> {
    if !given.contains_key(key) {
        return Ok(otherwise);
    }
    let yen = scaled(given, key, 1)?;
    i64::try_from(yen).map_err(|_| format!("`{key}` is out of range"))
}

/// What the data does not cover, in words.
pub fn uncovered(error: &LawError) -> String {
    match error {
        LawError::NotCovered(error) => format!(
            "the law is not covered: {:?} has no value on {}",
            error.parameter, error.date
        ),
        LawError::IndustryNotCovered { industry, date, .. } => {
            format!("the law is not covered: no rate of deduction for {industry} on {date}")
        }
        LawError::UnknownIndustry(industry) => format!("unknown industry {industry}"),
        LawError::CountNotCovered {
            category,
            band,
            date,
        } => format!("the law is not covered: how {category:?} {band:?} counts on {date}"),
    }
}

/// The industry by the table's own name; width of brackets and what stands in them may be left away.
fn industry(name: &str, world: &World) -> Result<IndustryId, String> {
    let plain = |name: &str| name.replace('（', "(").replace('）', ")").replace(' ', "");
    let short = |name: &str| name.split('(').next().unwrap_or_default().to_owned();
    let wanted = plain(name);
    let content = &world.content;
    let industries = &content.parameters.exclusion_rates.industries;
    industries
        .iter()
        .find(|industry| {
            let first = content.japanese.get(industry.name);
            let name = first.or_else(|| content.japanese_later.get(industry.name));
            let known = plain(name.unwrap_or_default());
            known == wanted || short(&known) == wanted
        })
        .map(|industry| industry.id)
        .ok_or_else(|| format!("unknown industry `{name}`: it is not in the table of deductions"))
}

/// The objects of the list `key`.
fn list<'a>(
    given: &'a Map<String, Value>,
    key: &'a str,
) -> Result<impl Iterator<Item = Result<&'a Map<String, Value>, String>>, String> {
    let list = given
        .get(key)
        .and_then(Value::as_array)
        .ok_or_else(|| format!("`{key}` is no list"))?;
    Ok(list.iter().map(move |item| {
        item.as_object()
            .ok_or_else(|| format!("`{key}` holds something that is no object"))
    }))
}

fn claim(fields: &Map<String, Value>, key: &str) -> Result<bool, String> {
    match fields.get(key) {
        None | Some(Value::Null) => Ok(false),
        Some(Value::Bool(claim)) => Ok(*claim),
        Some(other) => Err(format!("`{key}` is not true or false: {other}")),
    }
}

fn people(fields: &Map<String, Value>, key: &str) -> Result<u32, String> {
    let people = scaled(fields, key, 1)?;
    u32::try_from(people).map_err(|_| format!("`{key}` is out of range"))
}

/// Hours of a week; decimals beyond the second cannot change a band and are cut off.
fn hours(fields: &Map<String, Value>) -> Result<WeeklyHours, String> {
    let wrong = || "`weekly_hours` is no number of hours of a week".to_owned();
    let number = fields.get("weekly_hours").and_then(Value::as_number);
    let decimal = number.and_then(input::Decimal::of).ok_or_else(wrong)?;
    let unit = 10i128.checked_pow(decimal.places).ok_or_else(wrong)?;
    let hundredths = decimal.value.checked_mul(100).ok_or_else(wrong)? / unit;
    u32::try_from(hundredths)
        .ok()
        .filter(|_| decimal.value >= 0)
        .filter(|hundredths| *hundredths <= 16_800)
        .map(WeeklyHours::from_hundredths)
        .ok_or_else(wrong)
}

/// The number `key` times `parts`, which is whole: `parts` is 2 for half steps.
fn scaled(fields: &Map<String, Value>, key: &str, parts: i128) -> Result<u64, String> {
    let wrong = || match parts {
        1 => format!("`{key}` is no whole number"),
        _ => format!("`{key}` is no number in steps of one half"),
    };
    let number = fields.get(key).and_then(Value::as_number);
    let decimal = number.and_then(input::Decimal::of).ok_or_else(wrong)?;
    let unit = 10i128.checked_pow(decimal.places).ok_or_else(wrong)?;
    let scaled = decimal.value.checked_mul(parts).ok_or_else(wrong)?;
    if scaled % unit != 0 {
        return Err(wrong());
    }
    // Far above every firm, far below where sums of a year could overflow.
    u64::try_from(scaled / unit)
        .ok()
        .filter(|value| *value <= 1_000_000_000_000)
        .ok_or_else(|| format!("`{key}` is out of range"))
}
