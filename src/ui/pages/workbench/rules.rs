//! The nine rules for a sound post: what stands open with its reason and the smallest change, then what is satisfied.

use crate::{
    app::{
        inventory::{Detail, Edit},
        shown::carving::{Change, RuleFinding},
        workbench::{Act, Deed, FormEdit, change_words, measure_words},
    },
    catalogue::{
        keys,
        schema::{TextId, posts::PostRule},
    },
    domain::Truth,
    ui::parts::{
        button::LINK,
        node::{Tag, tag},
    },
};

use super::{
    Desk,
    part::{act, heading},
};

pub fn rules(desk: &Desk) -> Tag {
    let findings = &desk.bench.findings;
    let names = desk.post_names();
    let mut open = tag("ul").class("bench-open-rules");
    let mut met = tag("ul");
    for finding in findings {
        let rule = rule(desk, finding, &names);
        if finding.state == Truth::Yes {
            met = met.add(rule);
        } else {
            open = open.add(rule);
        }
    }
    let n = desk.bench.satisfied().to_string();
    let total = findings.len().to_string();
    let count = [("n", n.as_str()), ("total", total.as_str())];
    let count = desk.app.fill(keys::WORKBENCH_RULES_MET, &count);
    let summary = desk.fill(keys::WORKBENCH_RULES_MET_LIST, "n", &n);
    tag("div")
        .class("bench-rules")
        .add(heading(desk, "bench-rules", keys::WORKBENCH_RULES))
        .add(
            tag("p")
                .attr("aria-live", "polite")
                .attr("data-rules-met", &n)
                .text(&count),
        )
        .add(open)
        .add(
            tag("details")
                .class("bench-more")
                .add(tag("summary").text(&summary))
                .add(met),
        )
}

fn rule(desk: &Desk, finding: &RuleFinding, names: &[String]) -> Tag {
    let app = desk.app;
    let known = PostRule::NAMES.iter().find(|(_, one)| *one == finding.rule);
    let hook = known.map_or("", |(name, _)| *name);
    let (state, mark, label): (&str, &str, TextId) = match finding.state {
        Truth::Yes => (
            "yes",
            "bench-state bench-state-yes",
            keys::WORKBENCH_STATE_YES,
        ),
        Truth::No => ("no", "bench-state bench-state-no", keys::WORKBENCH_STATE_NO),
        Truth::Unknown => (
            "unknown",
            "bench-state bench-state-unknown",
            keys::WORKBENCH_STATE_UNKNOWN,
        ),
    };
    let mut rule = tag("li")
        .key(hook)
        .class("bench-rule")
        .attr("data-rule", hook)
        .attr("data-state", state);
    if let Some(words) = desk.book.rule(finding.rule) {
        let (least, most) = desk.book.bounds(finding.rule);
        let (least, most) = (least.to_string(), most.to_string());
        let bounds = [("least", least.as_str()), ("most", most.as_str())];
        rule = rule.add(
            tag("p")
                .class("bench-rule-name")
                .add(desk.say("span", mark, label))
                .add(desk.say("strong", "", words.name)),
        );
        let measure = measure_words(finding, names, &app.words);
        if !measure.is_empty() {
            rule = rule.add(tag("p").class("bench-measure").text(&measure));
        }
        let why = app.fill(words.why, &bounds);
        rule = rule.add(tag("p").class("small").text(&why));
    }
    if let Some(change) = finding.change {
        let words = change_words(change, names, desk.book, &app.words);
        rule = rule.add(
            tag("p")
                .class("bench-change")
                .attr("data-change-rule", "")
                .add(tag("span").key("words").text(&words))
                .add(gesture(desk, change)),
        );
    }
    rule
}

/// What brings a change about, or leads to where it is made.
fn gesture(desk: &Desk, change: Change) -> Tag {
    let task = |place: usize| desk.list[desk.bench.post[place]].task.clone();
    let (label, done): (TextId, Act) = match change {
        Change::AgreeOn { hundredths } => {
            let agree = FormEdit::Agreed(Some(hundredths));
            (keys::WORKBENCH_AGREE, Act::Form(agree))
        }
        Change::Remove { task: place } => {
            let out = Deed::Edit(Edit::Set(task(place), Detail::InPost(false)));
            (keys::WORKBENCH_OUT, Act::Do(out))
        }
        Change::Extend { task: place, .. }
        | Change::Shorten { task: place, .. }
        | Change::MoveStart { task: place, .. }
        | Change::AskTeam { task: place }
        | Change::AskPeople { task: place }
        | Change::AskCleaning { task: place }
        | Change::AskStart { task: place } => (keys::WORKBENCH_OPEN, Act::Show(task(place))),
        Change::RemoveTasks(_) => (keys::WORKBENCH_SHOW, Act::Focus("bench-post")),
        Change::AddDaily { .. }
        | Change::AddBuffer { .. }
        | Change::AddOther { .. }
        | Change::AddBesideColleagues
        | Change::AddFromAnotherPerson
        | Change::AddTasks(_) => (keys::WORKBENCH_TO_LIST, Act::Focus("bench-list")),
    };
    act(desk, LINK, "change", label, done)
}
