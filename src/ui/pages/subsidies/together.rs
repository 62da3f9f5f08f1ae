//! What goes together: the best sets by money and by effort, in which order, what is left out and why, and what is not known.

use yew::prelude::*;

use crate::{
    app::subsidies::{day_in_words, sum, yen_range},
    assessment::subsidy::{Combination, LeftOut, deadlines},
    catalogue::{keys, schema::subsidies::SubsidyIndex},
};

use super::Page;

pub fn together(page: &Page) -> Html {
    let app = page.app;
    let heading = |only: bool, at: usize| match (only, at) {
        (true, _) => keys::SUBSIDIES_BEST,
        (false, 0) => keys::SUBSIDIES_BY_MONEY,
        (false, _) => keys::SUBSIDIES_BY_EFFORT,
    };
    html! {
        <section key="together" class="part" aria-labelledby="subsidy-together" data-together={page.together.len().to_string()}>
            <h2 key="heading" id="subsidy-together">{ app.text(keys::SUBSIDIES_TOGETHER) }</h2>
            if page.together.is_empty() {
                <p key="none" class="small">{ app.text(keys::SUBSIDIES_TOGETHER_NONE) }</p>
            }
            { for page.together.iter().enumerate().map(|(at, one)| html! {
                <div key={at} class="subsidy-set" data-set={at.to_string()}>
                    <h3>{ app.text(heading(page.together.len() == 1, at)) }</h3>
                    { set(page, one) }
                </div>
            }) }
        </section>
    }
}

fn set(page: &Page, set: &Combination) -> Html {
    let app = page.app;
    let total = sum(set, page.found, app.services.today, page.catalogue);
    html! {
        <>
            <p key="total" class="subsidy-total" data-total={total.yen.most.to_string()}>
                if total.yen.most > 0 {
                    <strong class="grant-yen">{ app.fill(keys::SUBSIDIES_TOTAL, &[("yen", &app.fill(keys::SUBSIDIES_UP_TO, &[("yen", &yen_range(&app.words, total.yen))]))]) }</strong>
                    if total.with_caution { <span class="caution">{ app.text(keys::FRAME_TO_CONFIRM) }</span> }
                    if total.without_figure > 0 { <span class="small">{ app.fill(keys::SUBSIDIES_TOTAL_WITHOUT, &[("n", &total.without_figure.to_string())]) }</span> }
                } else {
                    { app.text(keys::SUBSIDIES_TOTAL_ALL_UNKNOWN) }
                }
            </p>
            <p key="effort" class="small">{ app.fill(keys::SUBSIDIES_EFFORT, &[("n", &set.effort.to_string())]) }</p>
            <p key="order" class="subsidy-part">{ app.text(keys::SUBSIDIES_ORDER) }</p>
            <ol key="members" class="steps">
                { for set.members.iter().map(|member| html! {
                    <li key={member.subsidy.0}>
                        <div>
                            <strong key="name">{ page.name(member.subsidy) }</strong>
                            { first_step(page, member.subsidy) }
                            if !member.changed_by.is_empty() {
                                <p key="after" class="small">{ app.fill(keys::SUBSIDIES_MEMBER_AFTER, &[("name", &page.listed(member.changed_by.iter().map(|one| page.name(*one))))]) }</p>
                            }
                        </div>
                    </li>
                }) }
            </ol>
            if !set.left_out.is_empty() {
                <p key="left-out-heading" class="subsidy-part">{ app.text(keys::SUBSIDIES_LEFT_OUT) }</p>
                <ul key="left-out" class="bullets" data-left-out="">
                    { for set.left_out.iter().map(|(subsidy, why)| html! { <li key={subsidy.0}><strong>{ page.name(*subsidy) }</strong>{ left_out(page, why) }</li> }) }
                </ul>
            }
            { to_ask(page, set) }
        </>
    }
}

/// What to do first, and until when.
fn first_step(page: &Page, subsidy: SubsidyIndex) -> Html {
    let app = page.app;
    let about = page.subsidy(subsidy);
    let found = page.found.iter().find(|one| one.subsidy == subsidy);
    let next = found.and_then(|one| {
        let all = deadlines(about, &page.known[one.place]);
        all.next_hard(app.services.today)
            .map(|next| (about.timing[next.timing].text, next.until))
    });
    html! {
        <>
            if let Some(step) = about.steps.first() {
                <p key="step">{ app.text(*step) }</p>
            }
            if let Some((text, until)) = next {
                <p key="next" class="small">{ day_in_words(&app.words, until) }{ app.words.choose("まで：", ": ") }{ app.text(text) }</p>
            }
        </>
    }
}

fn left_out(page: &Page, why: &LeftOut) -> Html {
    let app = page.app;
    let text = match why {
        LeftOut::Excluded { by, text, .. } => [
            app.fill(keys::SUBSIDIES_EXCLUDED_BY, &[("name", &page.name(*by))]),
            app.text(*text),
        ]
        .join(app.words.choose("", " ")),
        LeftOut::LowersTotal { with } => {
            app.fill(keys::SUBSIDIES_LOWERS_TOTAL, &[("name", &page.name(*with))])
        }
    };
    html! { <p>{ text }</p> }
}

/// Pairs about which nothing is known, those of one subsidy together.
fn to_ask(page: &Page, set: &Combination) -> Html {
    let app = page.app;
    let mut pairs: Vec<(SubsidyIndex, Vec<SubsidyIndex>)> = Vec::new();
    for (first, second) in &set.to_ask {
        match pairs.iter_mut().find(|(known, _)| known == first) {
            Some((_, others)) => others.push(*second),
            None => pairs.push((*first, vec![*second])),
        }
    }
    html! {
        <div key="ask">
            if !pairs.is_empty() {
                <details class="more" data-to-ask="">
                    <summary>{ app.fill(keys::SUBSIDIES_TO_ASK, &[("n", &set.to_ask.len().to_string())]) }</summary>
                    <p key="lead">{ app.text(page.catalogue.texts.ask_together) }</p>
                    <ul key="pairs" class="bullets">
                        { for pairs.iter().map(|(first, others)| html! {
                            <li key={first.0}>
                                { app.fill(keys::SUBSIDIES_PAIR_WITH, &[("name", &page.name(*first))]) }
                                <ul class="bullets">{ for others.iter().map(|one| html! { <li key={one.0}>{ page.name(*one) }</li> }) }</ul>
                            </li>
                        }) }
                    </ul>
                </details>
            }
        </div>
    }
}
