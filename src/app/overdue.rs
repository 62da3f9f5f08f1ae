//! Until when the figures of the law are good: a build may be opened years after its content was checked. No wording.

use super::{
    library::Library,
    state::{Screen, Tool},
};
use crate::{
    catalogue::{
        Asset,
        schema::{
            Provenance,
            parameters::{Parameter, Parameters},
        },
    },
    domain::JapanDate,
};

/// Where the figures come from that duty and money are made of, as they hold on `day`: rate, size limit and the three units.
fn behind(parameters: &Parameters, day: JapanDate) -> impl Iterator<Item = &Provenance> {
    fn of<T>(parameter: &Parameter<T>, day: JapanDate) -> Option<usize> {
        let dated = parameter.values.on(day).ok()?;
        Some(usize::from(dated.citation.0))
    }
    let citations = [
        of(&parameters.quota_rate, day),
        of(&parameters.levy_size_limit, day),
        of(&parameters.levy_unit, day),
        of(&parameters.adjustment_scale, day),
        of(&parameters.reward_scale, day),
    ];
    let citations = citations.into_iter().flatten();
    citations
        .filter_map(|at| parameters.citations.get(at))
        .map(|citation| &citation.provenance)
}

/// The day on which the figures that hold on `day` were last checked, all of them; `None` where there are none.
pub fn checked_on(parameters: &Parameters, day: JapanDate) -> Option<JapanDate> {
    behind(parameters, day).map(|one| one.checked_on).min()
}

/// The day of the last check, where one of the figures was to be checked again before `today`, so that the law may have
/// changed since. `None` while they are good, and while they have not arrived.
pub fn overdue(library: &Library, today: JapanDate) -> Option<JapanDate> {
    let parameters: &Parameters = library.part(Asset::Parameters)?;
    let is_due = behind(parameters, today).any(|one| one.is_stale(today));
    checked_on(parameters, today).filter(|_| is_due)
}

/// Whether `screen` shows figures of the law.
pub fn shows_figures(screen: Screen) -> bool {
    match screen {
        Screen::Result | Screen::Tool(Tool::Levy | Tool::Workbench | Tool::Subsidies) => true,
        Screen::Start
        | Screen::Question(_)
        | Screen::Review
        | Screen::Centres
        | Screen::Privacy
        | Screen::Tool(Tool::Adjustments | Tool::Talk) => false,
    }
}
