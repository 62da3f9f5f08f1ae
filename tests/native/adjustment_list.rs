//! What brings each adjustment, as a list that is kept to be read as a whole. What the conditions do is in
//! `adjustment_conditions`.

use koyo_check::{
    catalogue::{
        compile::this_content,
        schema::{
            Condition, TextId,
            adjustments::{Adjustments, AskNeed, Need, Told},
        },
    },
    domain::OptionId,
};

fn all() -> &'static Adjustments {
    &this_content().adjustments
}

const LIST: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/native/lists/measures.txt"
);
const REWRITE: &str = "KOYO_WRITE_LISTS";

#[test]
fn the_list_of_what_brings_each_measure_is_as_it_was_read() {
    let now = listed();
    if std::env::var_os(REWRITE).is_some() {
        std::fs::write(LIST, &now).expect("the list is written");
    }
    let read = std::fs::read_to_string(LIST).unwrap_or_default();
    assert!(
        read == now,
        "what brings a measure has changed: look at the difference after {REWRITE}=1 cargo test"
    );
}

fn japanese(id: TextId) -> &'static str {
    let content = this_content();
    let later = content.japanese_later.get(id);
    later
        .or_else(|| content.japanese.get(id))
        .unwrap_or_default()
}

/// For each measure the situations that bring it and what must hold, in words as they are shown.
fn listed() -> String {
    let mut lines = vec![
        "# What brings each adjustment: the situations (any of them), then what must hold (all of it).".to_owned(),
        format!("# Made by a test from content/adjustments; {REWRITE}=1 cargo test writes it anew."),
        "# before: not shown until it holds; card: shown with the condition, not where it is denied; step_up: after a cheaper way."
            .to_owned(),
        String::new(),
        "## What must hold, and where it is told".to_owned(),
    ];
    lines.extend(
        all()
            .needs
            .iter()
            .map(|need| format!("{} ({}): {}", need.id, asked(need), told(need))),
    );
    lines.extend([String::new(), "## Adjustments".to_owned()]);
    for one in &all().adjustments {
        let barriers = one.barriers.iter().map(|id| {
            let mut known = all().barriers.iter();
            let found = known.find(|known| known.id == *id).expect("a barrier");
            japanese(found.name)
        });
        let barriers: Vec<&str> = barriers.collect();
        lines.push(format!("{} {}", one.id, japanese(one.name)));
        lines.push(format!("  {}", barriers.join("／")));
        if let Some(only_if) = one.how.only_if {
            lines.push(format!("  {}", japanese(only_if)));
            let needs = one.how.needs.iter().map(|id| {
                let mut known = all().needs.iter();
                let found = known.find(|known| known.id == *id).expect("a need");
                format!("{id} ({})", asked(found))
            });
            lines.push(format!("  {}", needs.collect::<Vec<String>>().join(" + ")));
        }
        if !one.how.not_with.is_empty() {
            let ids: Vec<&str> = one.how.not_with.iter().map(|id| id.as_str()).collect();
            lines.push(format!("  not with {}", ids.join(", ")));
        }
        let mut after: Vec<&str> = one.how.after.iter().map(|id| id.as_str()).collect();
        after.extend(one.how.after_other.map(japanese));
        if !after.is_empty() {
            lines.push(format!("  after {}", after.join(" or ")));
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

fn asked(need: &Need) -> &'static str {
    match need.ask {
        AskNeed::Before => "before",
        AskNeed::Card => "card",
        AskNeed::StepUp => "step_up",
    }
}

fn told(need: &Need) -> String {
    let label = need.label.map_or("", japanese);
    match need.told {
        Told::Answers => {
            let from = need.from.as_ref().expect("a condition");
            let unless = if need.unless_denied {
                ", or nobody has said"
            } else {
                ""
            };
            format!("{}{unless}", condition(from))
        }
        Told::Uses => format!("the person said: {label}"),
        Told::AskedFor => format!("the person's own word: {label}"),
        Told::Firm => format!("the firm says: {label}"),
        Told::Situation => "the person told of the situation".into(),
        Told::Card => "confirmed in the talk".into(),
        Told::Step => "a cheaper way was not enough".into(),
    }
}

fn condition(from: &Condition) -> String {
    let several = |parts: &[Condition], word: &str| {
        let parts: Vec<String> = parts.iter().map(condition).collect();
        format!("({})", parts.join(word))
    };
    match from {
        Condition::All(parts) => several(parts, " and "),
        Condition::Any(parts) => several(parts, " or "),
        Condition::Not(part) => format!("not {}", condition(part)),
        Condition::In { question, options } => format!("{question} = {}", joined(options)),
        Condition::NotIn { question, options } => format!("{question} without {}", joined(options)),
        Condition::HasFlag { flags } => format!("a task with {flags:?}"),
        other => format!("{other:?}"),
    }
}

fn joined(options: &[OptionId]) -> String {
    let options: Vec<&str> = options.iter().map(|id| id.as_str()).collect();
    options.join("|")
}
