//! Kind `subsidy`: verdict, ceiling, open facts, next hard deadline and nearest change of each subsidy that is asked for.

use koyo_check::{
    assessment::subsidy::{
        FactOrigin, FactValue, Facts, Known, Status, deadlines, fact_named, judge, nearest_change,
        settled_ceiling,
    },
    catalogue::schema::subsidies::{FactIndex, FactKind, Subsidies, SubsidyIndex},
    domain::JapanDate,
};
use serde_json::{Map, Value, json};

use super::{Actual, World, input};

const KEYS: [&str; 5] = [
    "status",
    "yen_total_max",
    "unknown",
    "deadline",
    "nearest_change",
];

/// `{ "S15": { "status": … } }` as `{ "S15.status": … }`.
pub fn flat(expect: &Map<String, Value>) -> Result<Map<String, Value>, String> {
    let mut flat = Map::new();
    for (id, keys) in expect {
        let keys = keys
            .as_object()
            .filter(|keys| !keys.is_empty())
            .ok_or_else(|| format!("`expect` of {id} is no object with keys"))?;
        for (key, value) in keys {
            flat.insert(format!("{id}.{key}"), value.clone());
        }
    }
    Ok(flat)
}

/// What the keys of `expect`, flat, come to.
pub fn run(
    given: &Map<String, Value>,
    today: Option<JapanDate>,
    expect: &Map<String, Value>,
    world: &World,
) -> Actual {
    input::only(given, &["facts"])?;
    let catalogue = &world.content.subsidies;
    let values = given
        .get("facts")
        .and_then(Value::as_object)
        .ok_or("`facts` is no object")?;
    let mut facts = Facts::default();
    for (id, value) in values {
        let fact = fact_named(id, catalogue).ok_or_else(|| format!("unknown fact `{id}`"))?;
        let read = fact_value(fact, value, catalogue)
            .ok_or_else(|| format!("`{id}` has no value {value}"))?;
        facts
            .set(fact, read, FactOrigin::Person, catalogue)
            .map_err(|error| format!("`{id}` cannot be {value}: {error:?}"))?;
    }
    let known = Known::new(&facts, catalogue);
    let mut actual = Map::new();
    for path in expect.keys() {
        let (id, key) = path.split_once('.').unwrap_or((path, ""));
        let at = catalogue
            .subsidies
            .iter()
            .position(|subsidy| subsidy.id.as_str() == id)
            .ok_or_else(|| format!("unknown subsidy `{id}`"))?;
        if KEYS.contains(&key) {
            actual.insert(path.clone(), result(key, at, &known, today)?);
        }
    }
    Ok(actual)
}

fn result(key: &str, at: usize, known: &Known, today: Option<JapanDate>) -> Result<Value, String> {
    let subsidy = &known.catalogue.subsidies[at];
    let verdict = judge(subsidy, SubsidyIndex(at as u8), known);
    Ok(match key {
        "status" => json!(match verdict.status {
            Status::Eligible => "eligible",
            Status::NotEligible => "not_eligible",
            Status::Maybe => "maybe",
            Status::Ended => "ended",
            Status::Proposal => "proposal",
        }),
        "yen_total_max" => json!(settled_ceiling(subsidy, known)),
        "unknown" => {
            let unknown = verdict.unknown.iter();
            let mut ids: Vec<&str> = unknown.map(|fact| id_of(fact, known.catalogue)).collect();
            ids.sort_unstable();
            json!(ids)
        }
        "deadline" => {
            let today = today.ok_or("`deadline` needs `as_of`")?;
            let deadlines = deadlines(subsidy, known);
            let next = deadlines.next_hard(today);
            json!(next.map(|next| next.day.to_string()))
        }
        _ => match nearest_change(subsidy, &verdict, known) {
            Some(opening) => {
                let change = opening.first;
                json!({
                    "fact": id_of(change.fact, known.catalogue),
                    "value": value_json(change.fact, change.value, known.catalogue),
                })
            }
            None => Value::Null,
        },
    })
}

fn id_of(fact: FactIndex, catalogue: &Subsidies) -> &str {
    &catalogue.facts[usize::from(fact.0)].id
}

/// The value as the type of the fact has it; `None` where it does not fit.
fn fact_value(fact: FactIndex, value: &Value, catalogue: &Subsidies) -> Option<FactValue> {
    match &catalogue.facts[usize::from(fact.0)].kind {
        FactKind::Bool => value.as_bool().map(FactValue::Bool),
        FactKind::Integer => scaled(value, 1).map(FactValue::Integer),
        FactKind::Decimal => scaled(value, 10).map(FactValue::Tenths),
        FactKind::Date => JapanDate::parse(value.as_str()?).ok().map(FactValue::Date),
        FactKind::Choice(options) => {
            let at = options
                .iter()
                .position(|option| Some(option.id.as_str()) == value.as_str())?;
            Some(FactValue::Choice(at as u8))
        }
    }
}

/// The number times `by`, where that is whole.
fn scaled(value: &Value, by: i128) -> Option<i64> {
    let decimal = input::Decimal::of(value.as_number()?)?;
    let unit = 10i128.checked_pow(decimal.places)?;
    let scaled = decimal.value.checked_mul(by)?;
    (scaled % unit == 0)
        .then_some(scaled / unit)
        .and_then(|number| i64::try_from(number).ok())
}

fn value_json(fact: FactIndex, value: FactValue, catalogue: &Subsidies) -> Value {
    match (value, &catalogue.facts[usize::from(fact.0)].kind) {
        (FactValue::Bool(value), _) => json!(value),
        (FactValue::Integer(number), _) => json!(number),
        (FactValue::Tenths(tenths), _) if tenths % 10 == 0 => json!(tenths / 10),
        (FactValue::Tenths(tenths), _) => {
            let text = format!("{}.{}", tenths / 10, (tenths % 10).abs());
            serde_json::from_str(&text).unwrap_or(Value::Null)
        }
        (FactValue::Choice(at), FactKind::Choice(options)) => {
            json!(options.get(usize::from(at)).map(|option| &option.id))
        }
        (FactValue::Choice(_), _) => Value::Null,
        (FactValue::Date(day), _) => json!(day.to_string()),
    }
}
