//! Which of the three models of job creation to show (fact sheet on carving, A2.4). They are no rivals: all that fit are
//! shown, in their order. Wording is in `content/posts.toml`.

use crate::{
    assessment::exact::Ratio,
    catalogue::schema::{Scoring, posts::CarvingModel},
    domain::{DepartmentId, PickedTask, TaskFlag, order::sort_short_by_key},
};

use super::score::{Band, Gate, TaskScore, score};

/// What the answers say beside the tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    pub tasks: &'a [PickedTask],
    /// Hours that the tasks make at the settled pace; `None` while no task is picked.
    pub hours_ready: Option<Ratio>,
    /// Whole hours aimed at (C13); `None` where that is not known.
    pub target_hours: Option<u8>,
    /// There is a job of which one part is hard (C14).
    pub has_hard_part: bool,
    /// There is work to add later (C15).
    pub has_later_work: bool,
}

/// A model that fits, with what makes it fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModelFinding {
    Rebuild {
        departments: usize,
        /// Tasks in the band `good`.
        good: usize,
    },
    BuildUp {
        is_short: bool,
        /// Positions of the tasks to add step by step, the easiest first.
        steps: Vec<usize>,
    },
    Specialise {
        /// The one task with one obstacle, if the tasks show one: what to take out.
        take_out: Option<(usize, Obstacle)>,
    },
}

/// What closes or weighs on a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    Gate(Gate),
    Flag(TaskFlag),
}

impl ModelFinding {
    pub fn model(&self) -> CarvingModel {
        match self {
            Self::Rebuild { .. } => CarvingModel::Rebuild,
            Self::BuildUp { .. } => CarvingModel::BuildUp,
            Self::Specialise { .. } => CarvingModel::Specialise,
        }
    }
}

/// Every model that fits, in the order in which they are shown; none where nothing speaks for one.
pub fn models(shown: &Shown, scoring: &Scoring) -> Vec<ModelFinding> {
    let scores: Vec<TaskScore> = shown
        .tasks
        .iter()
        .map(|task| score(&task.attributes, task.frequency, scoring))
        .collect();
    let mut found = Vec::new();

    let mut departments: Vec<DepartmentId> = Vec::new();
    for task in shown.tasks {
        if let Some(department) = task.details.department
            && !departments.contains(&department)
        {
            departments.push(department);
        }
    }
    let good = scores
        .iter()
        .filter(|score| score.band == Band::Good)
        .count();
    if departments.len() >= 2 && good * 2 > scores.len() {
        found.push(ModelFinding::Rebuild {
            departments: departments.len(),
            good,
        });
    }

    let is_short = shown.target_hours.is_some_and(|target| {
        shown
            .hours_ready
            .is_some_and(|hours| !hours.is_at_least_hundredths(u32::from(target) * 100))
    });
    if is_short || shown.has_later_work {
        found.push(ModelFinding::BuildUp {
            is_short,
            steps: steps(shown.tasks, &scores),
        });
    }

    let take_out = single_obstacle(&scores);
    if shown.has_hard_part || take_out.is_some() {
        found.push(ModelFinding::Specialise { take_out });
    }
    found
}

/// The ready tasks that are not in the post, in order of score. Tasks to be split first are no steps yet.
fn steps(tasks: &[PickedTask], scores: &[TaskScore]) -> Vec<usize> {
    let mut steps: Vec<usize> = (0..tasks.len())
        .filter(|at| !tasks[*at].details.in_post && scores[*at].band != Band::NotNow)
        .collect();
    sort_short_by_key(&mut steps, |at| u8::MAX - scores[*at].score);
    steps
}

/// The only task with any obstacle, if it has only one.
fn single_obstacle(scores: &[TaskScore]) -> Option<(usize, Obstacle)> {
    let mut hindered = scores
        .iter()
        .enumerate()
        .filter(|(_, score)| !score.gates.is_empty() || !score.flags.is_empty());
    let (at, score) = hindered.next()?;
    if hindered.next().is_some() {
        return None;
    }
    match (score.gates.as_slice(), score.flags.as_slice()) {
        ([], [flag]) => Some((at, Obstacle::Flag(*flag))),
        ([gate], []) => Some((at, Obstacle::Gate(*gate))),
        // An unchecked grave error raises its own flag: one obstacle, not two.
        ([Gate::ErrorUnchecked], [TaskFlag::ErrorImpact]) => {
            Some((at, Obstacle::Gate(Gate::ErrorUnchecked)))
        }
        _ => None,
    }
}
