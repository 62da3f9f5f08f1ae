//! Tokyo with the six centres as numbered pins. Quiet: it says in words what it shows.

use yew::prelude::*;

use crate::{
    catalogue::{keys, places::Outline},
    domain::CentreId,
    ui::context::App,
};

/// The outline comes after the first question; until then only the list of numbers stands there. `chosen` is the centre
/// that is pointed out.
pub fn map(app: &App, chosen: Option<CentreId>) -> Html {
    let centres = &app.model.library.guidance().centres;
    let (left, top, width, height) = Outline::INSET;
    let outline = app.model.library.map();
    html! {
        <figure key="map" class="map">
            if let Some(outline) = outline {
                <svg key="map" viewBox="0 0 1000 520" role="img" aria-label={app.text(keys::MAP_LABEL)}>
                    { for outline.map.paths.iter().map(|(code, path)| html! {
                        <path key={code.as_str().to_owned()} class="map-land" d={path.clone()} />
                    }) }
                    <rect class="map-frame" x={left.to_string()} y={top.to_string()} width={width.to_string()} height={height.to_string()} />
                    { for outline.labels.iter().map(|label| html! {
                        <text key={label.municipality.as_str().to_owned()} class="map-island" x={label.x.to_string()} y={label.y.to_string()}>
                            { app.words.choose(&label.ja, &label.en) }
                        </text>
                    }) }
                    { for centres.iter().enumerate().filter_map(|(at, centre)| {
                        let (x, y) = Outline::project(centre.point)?;
                        let class = classes!("map-pin", (Some(centre.id) == chosen).then_some("map-pin-chosen"));
                        Some(html! {
                            <g key={centre.id.as_str().to_owned()} {class}>
                                <circle cx={x.to_string()} cy={y.to_string()} r="21" />
                                <text x={x.to_string()} y={y.to_string()}>{ at + 1 }</text>
                            </g>
                        })
                    }) }
                </svg>
            }
            <figcaption key="legend" class="map-legend">
                { for centres.iter().enumerate().map(|(at, centre)| html! {
                    <span key={centre.id.as_str().to_owned()}>{ format!("{} {}", at + 1, app.words.get(centre.name)) }</span>
                }) }
            </figcaption>
        </figure>
    }
}
