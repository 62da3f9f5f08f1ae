//! The papers to gather, each once, and a note for the call to each desk.

use crate::{
    app::{
        shown::subsidy::{CallAbout, Verdict},
        subsidies::{Found, Group, call_notes, documents as gather},
    },
    catalogue::{keys, schema::subsidies::SubsidyIndex},
    ui::parts::node::{Tag, say, tag},
};

use super::Page;

pub fn documents(page: &Page) -> Option<Tag> {
    let app = page.app;
    let mut open: Vec<SubsidyIndex> = Vec::new();
    for one in page.in_group(Group::Open) {
        // The same for another measure takes the same papers.
        if !open.contains(&one.subsidy) {
            open.push(one.subsidy);
        }
    }
    if open.is_empty() {
        return None;
    }
    let papers = gather(&open, page.catalogue);
    let lead = Some(keys::SUBSIDIES_DOCUMENTS_LEAD);
    let section = page.section("documents", keys::SUBSIDIES_DOCUMENTS, lead);
    let papers = papers.iter().map(|paper| {
        let names = paper.needed_by.iter();
        let names = page.listed(names.map(|one| page.name(*one)));
        let count = page.counted(keys::SUBSIDIES_NEEDED_BY, paper.needed_by.len());
        tag("li")
            .key(&paper.name.0.to_string())
            .attr("data-document", &paper.needed_by.len().to_string())
            .add(tag("span").class("paper-box").attr("aria-hidden", "true"))
            .add(say(app, "span", "paper-name", paper.name))
            .add(
                tag("span")
                    .class("small")
                    .text(&[count, page.bracketed(&names)].concat()),
            )
    });
    let unknown = open
        .iter()
        .filter(|one| page.subsidy(**one).documents.is_empty());
    let unknown = page.listed(unknown.map(|one| page.name(*one)));
    let unknown = (!unknown.is_empty()).then(|| {
        let text = app.fill(keys::SUBSIDIES_DOCUMENTS_UNKNOWN, &[("names", &unknown)]);
        tag("p").class("small").text(&text)
    });
    let section = section
        .add(tag("ul").key("list").class("papers").each(papers))
        .add(tag("div").key("unknown").maybe(unknown));
    Some(section)
}

pub fn calls(page: &Page) -> Option<Tag> {
    let app = page.app;
    // What is open, and what only hangs on facts that the employer could not say.
    let is_of_interest = |one: &&Found| {
        one.group <= Group::OnHire || (one.group == Group::Unclear && page.is_left_open(one))
    };
    let mut verdicts: Vec<&Verdict> = Vec::new();
    for one in page.found.iter().filter(is_of_interest) {
        if !verdicts
            .iter()
            .any(|known| known.subsidy == one.verdict.subsidy)
        {
            verdicts.push(&one.verdict);
        }
    }
    let notes = call_notes(&verdicts, page.catalogue);
    if notes.is_empty() {
        return None;
    }
    let lead = Some(keys::SUBSIDIES_CALLS_LEAD);
    let section = page.section("calls", keys::SUBSIDIES_CALLS, lead);
    let count = notes.len().to_string();
    let notes = notes.iter().map(|note| {
        let about = note.about.iter().map(|about| call(page, about));
        tag("article")
            .key(&note.desk.0.to_string())
            .class("call")
            .attr("data-desk", &note.desk.0.to_string())
            .add(tag("h3").text(&page.desk(Some(note.desk))))
            .add(say(app, "p", "", keys::SUBSIDIES_CALL_SAY))
            .add(tag("ul").class("call-about").each(about))
    });
    Some(section.attr("data-calls", &count).each(notes))
}

fn call(page: &Page, about: &CallAbout) -> Tag {
    let app = page.app;
    let mut asks = tag("ul").class("bullets");
    for (asked, text) in [
        (about.ask_this_year, keys::SUBSIDIES_CALL_YEAR),
        (about.ask_name, keys::SUBSIDIES_CALL_NAME),
        (about.ask_amount, keys::SUBSIDIES_CALL_AMOUNT),
    ] {
        if asked {
            asks = asks.add(say(app, "li", "", text));
        }
    }
    let conditions = page.listed(about.ask_conditions.iter().map(|one| app.text(*one)));
    let open = about.open_facts.iter();
    let open =
        page.listed(open.map(|fact| app.text(page.catalogue.facts[usize::from(fact.0)].name)));
    for (list, text) in [
        (conditions, keys::SUBSIDIES_CALL_CONDITIONS),
        (open, keys::SUBSIDIES_CALL_OPEN),
    ] {
        if !list.is_empty() {
            asks = asks.add(
                say(app, "li", "", text).add(tag("span").class("small call-list").text(&list)),
            );
        }
    }
    let first = about.first_step.map(|step| {
        tag("p")
            .add(say(app, "span", "option-label", keys::SUBSIDIES_CALL_FIRST))
            .text(app.words.get(step))
    });
    tag("li")
        .add(tag("p").add(tag("strong").text(&page.name(about.subsidy))))
        .maybe(first)
        .add(asks)
}
