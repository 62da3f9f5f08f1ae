//! The nine rules for a sound post: what stands open with its reason and the smallest change, then what is satisfied.

use yew::prelude::*;

use crate::{
    app::{
        inventory::{Detail, Edit, change_words},
        workbench::{Deed, measure_words},
    },
    assessment::carving::{Change, RuleFinding},
    catalogue::{
        keys,
        schema::{TextId, posts::PostRule},
    },
    domain::Truth,
};

use super::{Desk, compose::agree, event::Event};

pub fn rules(desk: &Desk) -> Html {
    let app = desk.app;
    let findings = &desk.bench.findings;
    let names = desk.post_names();
    let (met, open): (Vec<&RuleFinding>, Vec<&RuleFinding>) = findings
        .iter()
        .partition(|finding| finding.state == Truth::Yes);
    html! {
        <div key="rules" class="bench-rules">
            <h3 key="heading" id="bench-rules" tabindex="-1">{ app.text(keys::WORKBENCH_RULES) }</h3>
            <p key="count" aria-live="polite" data-rules-met={met.len().to_string()}>{ app.fill(keys::WORKBENCH_RULES_MET, &[
                ("n", &met.len().to_string()), ("total", &findings.len().to_string()),
            ]) }</p>
            <ul key="open" class="bench-open-rules">
                { for open.iter().map(|finding| html! {
                    <li key={name_of(finding.rule)} class="bench-rule" data-rule={name_of(finding.rule)} data-state={state_of(finding.state)}>
                        { rule(desk, finding, &names) }
                    </li>
                }) }
            </ul>
            <details key="met" class="bench-more">
                <summary>{ app.fill(keys::WORKBENCH_RULES_MET_LIST, &[("n", &met.len().to_string())]) }</summary>
                <ul>
                    { for met.iter().map(|finding| html! {
                        <li key={name_of(finding.rule)} class="bench-rule" data-rule={name_of(finding.rule)} data-state="yes">
                            { rule(desk, finding, &names) }
                        </li>
                    }) }
                </ul>
            </details>
        </div>
    }
}

fn name_of(rule: PostRule) -> &'static str {
    let known = PostRule::NAMES.iter().find(|(_, one)| *one == rule);
    known.map_or("", |(name, _)| *name)
}

fn state_of(state: Truth) -> &'static str {
    match state {
        Truth::Yes => "yes",
        Truth::No => "no",
        Truth::Unknown => "unknown",
    }
}

fn rule(desk: &Desk, finding: &RuleFinding, names: &[String]) -> Html {
    let app = desk.app;
    let Some(words) = desk.book.rule(finding.rule) else {
        return html! {};
    };
    let (least, most) = desk.book.bounds(finding.rule);
    let why = app.fill(
        words.why,
        &[("least", &least.to_string()), ("most", &most.to_string())],
    );
    let (mark, state): (&str, TextId) = match finding.state {
        Truth::Yes => ("bench-state bench-state-yes", keys::WORKBENCH_STATE_YES),
        Truth::No => ("bench-state bench-state-no", keys::WORKBENCH_STATE_NO),
        Truth::Unknown => (
            "bench-state bench-state-unknown",
            keys::WORKBENCH_STATE_UNKNOWN,
        ),
    };
    let measure = measure_words(finding, names, &app.words);
    html! {
        <>
            <p key="name" class="bench-rule-name"><span class={mark}>{ app.text(state) }</span><strong>{ app.text(words.name) }</strong></p>
            if !measure.is_empty() {
                <p key="measure" class="bench-measure">{ measure }</p>
            }
            <p key="why" class="small">{ why }</p>
            if let Some(change) = finding.change {
                <p key="change" class="bench-change" data-change-rule="">
                    <span key="words">{ change_words(change, names, desk.book, &app.words) }</span>
                    { gesture(desk, change) }
                </p>
            }
        </>
    }
}

/// What brings a change about, or leads to where it is made.
fn gesture(desk: &Desk, change: Change) -> Html {
    let task = |place: usize| desk.list[desk.bench.post[place]].task.clone();
    let (label, onclick): (TextId, Callback<MouseEvent>) = match change {
        Change::AgreeOn { hundredths } => (keys::WORKBENCH_AGREE, agree(desk, hundredths)),
        Change::Remove { task: place } => {
            let out = Deed::Edit(Edit::Set(task(place), Detail::InPost(false)));
            (keys::WORKBENCH_OUT, desk.on(Event::Do(out)))
        }
        Change::Extend { task: place, .. }
        | Change::Shorten { task: place, .. }
        | Change::MoveStart { task: place, .. }
        | Change::AskTeam { task: place }
        | Change::AskPeople { task: place }
        | Change::AskCleaning { task: place }
        | Change::AskStart { task: place } => {
            (keys::WORKBENCH_OPEN, desk.on(Event::Edit(task(place))))
        }
        Change::RemoveTasks(_) => (keys::WORKBENCH_SHOW, desk.on(Event::Focus("bench-post"))),
        Change::AddDaily { .. }
        | Change::AddBuffer { .. }
        | Change::AddOther { .. }
        | Change::AddBesideColleagues
        | Change::AddFromAnotherPerson
        | Change::AddTasks(_) => (keys::WORKBENCH_TO_LIST, desk.on(Event::Focus("bench-list"))),
    };
    html! {
        <button key="gesture" type="button" class="link" data-action="change" {onclick}>{ desk.text(label) }</button>
    }
}
