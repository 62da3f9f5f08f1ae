//! `recommendations.toml`: the support options and the rules that recommend them.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use super::{
    condition::{Draft, Known, Named, Scope},
    problem::Report,
    provenance::Origin,
    record::{At, File, Record},
    texts::Texts,
};
use crate::{
    catalogue::schema::{
        Confidence, Contact, Provenance, Rule, Support, Theme, Way, WayPage, WayTool,
    },
    domain::{RuleId, SupportId},
};

const FILE: &str = "recommendations.toml";

const THEMES: [(&str, Theme); 4] = [
    ("all", Theme::All),
    ("carving", Theme::Carving),
    ("adjust", Theme::Adjust),
    ("subsidy", Theme::Subsidy),
];

const CONTACTS: [(&str, Contact); 2] = [
    ("centre", Contact::Centre),
    ("through_centre", Contact::ThroughCentre),
];

const TOOLS: [(&str, WayTool); 5] = [
    ("levy", WayTool::Levy),
    ("workbench", WayTool::Workbench),
    ("adjustments", WayTool::Adjustments),
    ("talk", WayTool::Talk),
    ("subsidies", WayTool::Subsidies),
];

/// Supports and rules, each in the order of their ids.
pub(super) fn read(
    content: &Path,
    questions: &Known,
    named: &Named,
    report: &Report,
    texts: &mut Texts,
) -> (Vec<Support>, Vec<Rule>) {
    let mut supports = Vec::new();
    let mut rules = Vec::new();
    let Some(file) = File::open(content, FILE, report) else {
        return (supports, rules);
    };
    let Some(mut document) = file.record() else {
        return (supports, rules);
    };
    let origin = Origin::of_file(&mut document);
    let mut declared = BTreeMap::new();
    for record in document.records("support") {
        supports.extend(read_support(record, &origin, &mut declared, texts));
    }
    let mut known_rules = BTreeMap::new();
    let mut recommended = BTreeSet::new();
    for record in document.records("rule") {
        let Some((rule, draft, recommends)) =
            read_rule(record, &origin, named, &mut known_rules, texts)
        else {
            continue;
        };
        draft.check_ids(&file.path, questions, report);
        if !declared.contains_key(&rule.recommend) {
            file.problem(
                recommends,
                format!("there is no support `{}`", rule.recommend),
            );
        }
        recommended.insert(rule.recommend);
        rules.push(rule);
    }
    document.finish();
    // A rule that could not be read may be the one that recommends it.
    if rules.len() == known_rules.len() {
        for (id, line) in &declared {
            if !recommended.contains(id) {
                file.problem(*line, format!("support `{id}` is recommended by no rule"));
            }
        }
    }
    supports.sort_by_key(|support| support.id);
    rules.sort_by_key(|rule| rule.id);
    (supports, rules)
}

fn read_support(
    mut record: Record,
    origin: &Origin,
    declared: &mut BTreeMap<SupportId, usize>,
    texts: &mut Texts,
) -> Option<Support> {
    let id = record.id("id", SupportId::new);
    let theme = record.word("theme", &THEMES);
    let name = record.wording("name");
    let who = record.wording("who");
    let cost = record.wording("cost");
    let next_step = record.wording("next_step");
    let to_confirm = record.optional_wording("to_confirm");
    let what = id.map_or("a support".into(), |id| format!("support {}", id.value));
    let way = record.table("way");
    let way = way.and_then(|way| read_way(way, &what, texts));
    let provenance = origin.complete(&mut record, &what);
    if let Some(At { value: id, line }) = id
        && let Some(first) = declared.insert(id, line)
    {
        record.problem(format!("duplicate support `{id}`, first in line {first}"));
    }
    if let Some(provenance) = &provenance
        && provenance.confidence == Confidence::Low
        && to_confirm.is_none()
    {
        record.problem("a support of low confidence needs `to_confirm`");
    }
    record.finish();
    Some(Support {
        id: id?.value,
        theme: theme?.value,
        name: texts.add(&name?),
        who: texts.add(&who?),
        cost: texts.add(&cost?),
        next_step: texts.add(&next_step?),
        to_confirm: to_confirm.map(|text| texts.add(&text)),
        way: way?,
        provenance: provenance?,
    })
}

/// The way to a support: it says where its page or the numbers come from itself, and what is weak is no way.
fn read_way(mut record: Record, support: &str, texts: &mut Texts) -> Option<Way> {
    let contact = record.optional_word("contact", &CONTACTS);
    let page = record.optional("page");
    let page = page.and_then(|value| read_page(value.record()?, texts));
    let tool = record.optional_word("tool", &TOOLS);
    let say = record.wording("say");
    let what = format!("way of {support}");
    let provenance = Origin::default().complete(&mut record, &what);
    if contact.is_none() && page.is_none() && tool.is_none() {
        record.problem(format!("{what} has no `contact`, `page` or `tool`"));
    }
    if let Some(Provenance {
        confidence: Confidence::Low,
        ..
    }) = provenance
    {
        record.problem(format!("{what} is of low confidence: leave it out"));
    }
    record.finish();
    Some(Way {
        contact: contact.map(|contact| contact.value),
        page,
        tool: tool.map(|tool| tool.value),
        say: texts.add(&say?),
        provenance: provenance?,
    })
}

/// `{ ja = "…", en = "…", address = "https://…" }`.
fn read_page(mut record: Record, texts: &mut Texts) -> Option<WayPage> {
    let title = record.own_wording();
    let address = record.text("address");
    if let Some(address) = &address
        && !address.value.starts_with("https://")
    {
        let message = format!("`{}` is no address, expected https://…", address.value);
        record.file().problem(address.line, message);
    }
    record.finish();
    Some(WayPage {
        title: texts.add(&title?),
        address: address?.value,
    })
}

/// The rule, its condition with its places, and the line on which it names what it recommends.
fn read_rule(
    mut record: Record,
    origin: &Origin,
    named: &Named,
    known: &mut BTreeMap<RuleId, usize>,
    texts: &mut Texts,
) -> Option<(Rule, Draft, usize)> {
    let id = record.id("id", RuleId::new);
    let when = record.required("when");
    let when = when.and_then(|value| Draft::read(value, named, Scope::QuestionsAndTasks));
    let recommend = record.id("recommend", SupportId::new);
    let priority = record.integer("priority", 50..=100);
    let reason = record.wording("reason");
    let to_confirm = record.optional_wording("to_confirm");
    let what = id.map_or("a rule".into(), |id| format!("rule {}", id.value));
    origin.complete(&mut record, &what);
    if let Some(At { value: id, line }) = id
        && let Some(first) = known.insert(id, line)
    {
        record.problem(format!("duplicate rule `{id}`, first in line {first}"));
    }
    record.finish();
    let when = when?;
    let recommend = recommend?;
    let rule = Rule {
        id: id?.value,
        when: when.condition.clone(),
        recommend: recommend.value,
        priority: priority?.value,
        reason: texts.add(&reason?),
        to_confirm: to_confirm.map(|text| texts.add(&text)),
    };
    Some((rule, when, recommend.line))
}
