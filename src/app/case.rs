//! All that one employer said, as one typed value. Text exists only where it is kept or handed over, in `kept`.

use std::rc::Rc;

use super::{adjustments::Finder, levy, subsidies, talk::Talk, workbench};
use crate::{
    assessment::centre::Place,
    domain::{Answers, QuestionId},
};

/// A case (案件): what one employer said, whatever it was said to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Case {
    pub answers: Answers,
    /// Put off with 「あとで」.
    pub later: Vec<QuestionId>,
    /// Where the firm is. A position is used and forgotten: it is never kept.
    pub place: Option<Place>,
    /// The people and months for rate and levy. Shared, for that of a large firm is large and every drawing holds it.
    pub levy: Rc<levy::Form>,
    /// What is agreed on beside the tasks of a post; the tasks themselves are answers.
    pub post: workbench::Form,
    /// Barriers, and what was said of adjustments.
    pub adjustments: Finder,
    /// `None` while no talk has begun.
    pub talk: Option<Talk>,
    /// Planned hires and measures, for the subsidies.
    pub plans: subsidies::Form,
    /// Kept lines on the plans, which name facts that only the list of subsidies tells: read when it has arrived.
    pub unread_plans: Vec<Rc<str>>,
}

impl Case {
    /// Whether nothing was said that would be kept.
    pub fn is_empty(&self) -> bool {
        *self
            == Self {
                place: self.place.clone(),
                ..Self::default()
            }
    }
}
