//! The papers to gather, each once, and a note for the call to each desk.

use yew::prelude::*;

use crate::{
    app::subsidies::{Found, Group},
    assessment::subsidy::{CallAbout, Verdict, call_notes, documents as gather},
    catalogue::{keys, schema::subsidies::SubsidyIndex},
};

use super::Page;

/// What is open, and of what is still unclear that which few facts would clear up.
const FEW_FACTS: usize = 3;

pub fn documents(page: &Page) -> Html {
    let app = page.app;
    let open: Vec<SubsidyIndex> = page.in_group(Group::Open).map(|one| one.subsidy).collect();
    let papers = gather(&open, page.catalogue);
    html! {
        <section key="documents" class="part" aria-labelledby="subsidy-documents">
            <h2 key="heading" id="subsidy-documents">{ app.text(keys::SUBSIDIES_DOCUMENTS) }</h2>
            if papers.is_empty() {
                <p key="none" class="small">{ app.text(keys::SUBSIDIES_DOCUMENTS_NONE) }</p>
            } else {
                <p key="lead" class="small">{ app.text(keys::SUBSIDIES_DOCUMENTS_LEAD) }</p>
                <ul key="list" class="papers">
                    { for papers.iter().map(|paper| html! {
                        <li key={paper.name.0} data-document={paper.needed_by.len().to_string()}>
                            <span class="paper-box" aria-hidden="true"></span>
                            <span class="paper-name">{ app.text(paper.name) }</span>
                            <span class="small">{ app.fill(keys::SUBSIDIES_NEEDED_BY, &[("n", &paper.needed_by.len().to_string())]) }{ ids(page, &paper.needed_by) }</span>
                        </li>
                    }) }
                </ul>
            }
        </section>
    }
}

fn ids(page: &Page, subsidies: &[SubsidyIndex]) -> String {
    let ids = subsidies
        .iter()
        .map(|one| page.subsidy(*one).id.as_str().to_owned());
    let ids = page.listed(ids);
    page.app.words.choose("（", " (").to_owned() + &ids + page.app.words.choose("）", ")")
}

pub fn calls(page: &Page) -> Html {
    let app = page.app;
    let is_of_interest = |one: &&Found| {
        one.group == Group::Open
            || (one.group == Group::Unclear && one.verdict.unknown.iter().count() <= FEW_FACTS)
    };
    let mut verdicts: Vec<&Verdict> = Vec::new();
    for one in page.found.iter().filter(is_of_interest) {
        if !verdicts.iter().any(|known| known.subsidy == one.subsidy) {
            verdicts.push(&one.verdict);
        }
    }
    let notes = call_notes(&verdicts, page.catalogue);
    html! {
        <section key="calls" class="part" aria-labelledby="subsidy-calls" data-calls={notes.len().to_string()}>
            <h2 key="heading" id="subsidy-calls">{ app.text(keys::SUBSIDIES_CALLS) }</h2>
            if notes.is_empty() {
                <p key="none" class="small">{ app.text(keys::SUBSIDIES_CALLS_NONE) }</p>
            } else {
                <p key="lead" class="small">{ app.text(keys::SUBSIDIES_CALLS_LEAD) }</p>
                { for notes.iter().map(|note| html! {
                    <article key={note.desk.0} class="call" data-desk={note.desk.0.to_string()}>
                        <h3 key="desk">{ page.desk(Some(note.desk)) }</h3>
                        <p key="say">{ app.text(keys::SUBSIDIES_CALL_SAY) }</p>
                        <ul key="about" class="call-about">
                            { for note.about.iter().map(|about| html! { <li key={about.subsidy.0}>{ call(page, about) }</li> }) }
                        </ul>
                    </article>
                }) }
            }
        </section>
    }
}

fn call(page: &Page, about: &CallAbout) -> Html {
    let app = page.app;
    let questions = [
        (about.ask_this_year, keys::SUBSIDIES_CALL_YEAR),
        (about.ask_name, keys::SUBSIDIES_CALL_NAME),
        (about.ask_amount, keys::SUBSIDIES_CALL_AMOUNT),
    ];
    let conditions = page.listed(about.ask_conditions.iter().map(|one| app.text(*one)));
    let open = about
        .open_facts
        .iter()
        .map(|fact| app.text(page.catalogue.facts[usize::from(fact.0)].name));
    let open = page.listed(open);
    html! {
        <>
            <p key="name"><strong>{ page.name(about.subsidy) }</strong></p>
            if let Some(step) = about.first_step {
                <p key="first"><span class="option-label">{ app.text(keys::SUBSIDIES_CALL_FIRST) }</span>{ app.text(step) }</p>
            }
            <ul key="ask" class="bullets">
                { for questions.iter().filter(|(asks, _)| *asks).map(|(_, text)| html! { <li key={text.0}>{ app.text(*text) }</li> }) }
                if !conditions.is_empty() {
                    <li key="conditions">{ app.text(keys::SUBSIDIES_CALL_CONDITIONS) }<span class="small call-list">{ conditions }</span></li>
                }
                if !open.is_empty() {
                    <li key="open">{ app.text(keys::SUBSIDIES_CALL_OPEN) }<span class="small call-list">{ open }</span></li>
                }
            </ul>
        </>
    }
}
