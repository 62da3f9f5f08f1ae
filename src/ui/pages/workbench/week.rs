//! The week as bars with the same in words, and what its hours count by the law.

use yew::prelude::*;

use crate::{
    app::{
        state::{Action, Screen, Tool},
        workbench::{Counting, counting},
    },
    catalogue::{
        Asset, keys,
        schema::{TextId, parameters::Parameters},
    },
    domain::{CountCategory, HoursBand},
    ui::parts::source::source,
};

use super::Desk;

/// How many shades there are; a longer post begins again.
const SHADES: usize = 6;

/// The mark by which a task is known in the bars: its place and its shade.
pub fn swatch(place: usize) -> Html {
    html! {
        <span key="swatch" class="bench-swatch" aria-hidden="true">
            <svg viewBox="0 0 10 10"><rect class={shade(place)} width="10" height="10" /></svg>
            { place + 1 }
        </span>
    }
}

fn shade(place: usize) -> String {
    format!("bench-shade bench-shade-{}", place % SHADES)
}

pub fn week(desk: &Desk) -> Html {
    let app = desk.app;
    let week = &desk.bench.week;
    let names = desk.post_names();
    html! {
        <div key="week">
            <h3 key="heading" id="bench-week">{ app.text(keys::WORKBENCH_WEEK) }</h3>
            <p key="lead" class="small">{ app.fill(keys::WORKBENCH_WEEK_LEAD, &[("minutes", &week.daily_minutes.to_string())]) }</p>
            if let Some((minutes, _)) = week.agreed {
                <p key="agreed" class="small">{ app.fill(keys::WORKBENCH_WEEK_AGREED, &[("minutes", &minutes.to_string())]) }</p>
            }
            <ol key="days" class="bench-week">
                { for week.days.iter().enumerate().map(|(day, one)| {
                    let parts: Vec<String> = one.parts.iter().map(|part| app.fill(keys::WORKBENCH_WEEK_PART, &[
                        ("n", &(part.task + 1).to_string()), ("minutes", &part.minutes.to_string()), ("name", &names[part.task]),
                    ])).collect();
                    html! {
                        <li key={day} class="bench-day">
                            <p key="name" class="bench-day-name">
                                <strong>{ app.fill(keys::WORKBENCH_WEEK_DAY, &[("n", &(day + 1).to_string())]) }</strong>
                                <span>{ app.fill(keys::WORKBENCH_MINUTES, &[("minutes", &one.minutes.to_string())]) }</span>
                            </p>
                            <svg key="bar" class="bench-bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                                <rect class="bench-shade bench-shade-daily" width={week.daily_length.to_string()} height="10" />
                                { for one.parts.iter().map(|part| html! {
                                    <rect key={part.task} class={shade(part.task)} x={part.from.to_string()} width={part.length.to_string()} height="10" />
                                }) }
                                if let Some((_, at)) = week.agreed {
                                    <line class="bench-agreed" x1={at.to_string()} x2={at.to_string()} y1="0" y2="10" />
                                }
                            </svg>
                            <p key="parts" class="small">{ parts.join(app.words.choose("、", ", ")) }</p>
                        </li>
                    }
                }) }
            </ol>
            { rate(desk) }
        </div>
    }
}

/// What a person of these hours counts toward the employment rate.
fn rate(desk: &Desk) -> Html {
    let app = desk.app;
    let parameters: Option<&Parameters> = app.model.library.part(Asset::Parameters);
    let table = parameters.and_then(|all| counting(all, app.services.today));
    let (Some(parameters), Some(table), Some(band)) =
        (parameters, table, desk.bench.counted_band())
    else {
        return html! { <div key="rate" /> };
    };
    let Counting {
        bands,
        rows,
        citation,
    } = &table;
    let citation = parameters.citations.get(usize::from(citation.0));
    html! {
        <div key="rate" class="bench-rate">
            <h3 key="heading" id="bench-rate">{ app.text(keys::WORKBENCH_RATE) }</h3>
            <p key="lead" class="small">{ app.text(if desk.bench.terms.agreed_hundredths.is_some() { keys::WORKBENCH_RATE_AGREED } else { keys::WORKBENCH_RATE_SUGGESTED }) }</p>
            <table key="table" class="bench-table" aria-labelledby="bench-rate">
                <thead>
                    <tr>
                        <th scope="col">{ app.text(keys::WORKBENCH_CATEGORY) }</th>
                        { for bands.iter().map(|one| {
                            let is_now = *one == band;
                            html! {
                                <th scope="col" key={*one as usize} class={classes!("bench-number", is_now.then_some("bench-now"))} data-now={is_now.then_some("")}>
                                    { app.text(band_words(*one)) }
                                    if is_now { <span class="bench-now-mark">{ app.text(keys::WORKBENCH_NOW) }</span> }
                                </th>
                            }
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for rows.iter().map(|(category, counts)| html! {
                        <tr key={*category as usize}>
                            <th scope="row">{ app.text(category_words(*category)) }</th>
                            { for bands.iter().zip(counts).map(|(one, count)| html! {
                                <td key={*one as usize} class={classes!("bench-number", (*one == band).then_some("bench-now"))}>
                                    { match count {
                                        Some(count) => app.fill(keys::WORKBENCH_PEOPLE_COUNT, &[("n", &count.to_text())]),
                                        None => app.text(keys::FRAME_TO_CONFIRM),
                                    } }
                                </td>
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
            if let Some(citation) = citation {
                <p key="article" class="small">{ app.text(citation.article) }</p>
                { source(app, &citation.provenance) }
            }
            <button key="levy" type="button" class="link" data-tool="levy" onclick={app.on(Action::Go(Screen::Tool(Tool::Levy)))}>
                { app.text(keys::WORKBENCH_TO_LEVY) }
            </button>
        </div>
    }
}

fn band_words(band: HoursBand) -> TextId {
    match band {
        HoursBand::Under10 => keys::WORKBENCH_BAND_UNDER_10,
        HoursBand::From10 => keys::WORKBENCH_BAND_FROM_10,
        HoursBand::From20 => keys::WORKBENCH_BAND_FROM_20,
        HoursBand::From30 => keys::WORKBENCH_BAND_FROM_30,
    }
}

fn category_words(category: CountCategory) -> TextId {
    match category {
        CountCategory::Physical => keys::WORKBENCH_CATEGORY_PHYSICAL,
        CountCategory::PhysicalSevere => keys::WORKBENCH_CATEGORY_PHYSICAL_SEVERE,
        CountCategory::Intellectual => keys::WORKBENCH_CATEGORY_INTELLECTUAL,
        CountCategory::IntellectualSevere => keys::WORKBENCH_CATEGORY_INTELLECTUAL_SEVERE,
        CountCategory::Mental => keys::WORKBENCH_CATEGORY_MENTAL,
    }
}
