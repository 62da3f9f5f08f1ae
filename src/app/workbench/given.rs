//! What the workbench is drawn from: the answers, the form, the content; and all of it judged. No markup.

use crate::{
    app::{
        library::Words,
        state::{Model, PICKER, known},
    },
    catalogue::schema::{
        Scoring, TaskCatalogue,
        posts::{PostBook, Target},
    },
    domain::{PickedTask, TaskRef},
};

use super::{HARD_PART, LATER_WORK, TARGET, bench::Bench, form::Form};

/// What the answers and the content say.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    pub list: &'a [PickedTask],
    pub form: &'a Form,
    /// What is aimed at; `None` while that is open.
    pub target: Option<&'a Target>,
    pub has_hard_part: bool,
    pub has_later_work: bool,
    pub all: &'a TaskCatalogue,
    pub book: &'a PostBook,
    pub scoring: &'a Scoring,
}

impl<'a> Given<'a> {
    /// What `model` holds; `None` while the content has not arrived.
    pub fn of(model: &'a Model) -> Option<Self> {
        let book = model.library.posts()?;
        let answers = &model.state.case.answers;
        let says_yes = |id: &str| {
            known(id).is_some_and(|id| {
                let chosen = answers.chosen(id);
                chosen.iter().any(|option| option.as_str() == "y")
            })
        };
        let target = known(TARGET).and_then(|id| {
            let chosen = answers.chosen(id);
            chosen.first().and_then(|option| book.target(*option))
        });
        Some(Self {
            list: known(PICKER).map_or(&[], |picker| answers.tasks(picker)),
            form: &model.state.case.post,
            target,
            has_hard_part: says_yes(HARD_PART),
            has_later_work: says_yes(LATER_WORK),
            all: model.library.tasks()?,
            book,
            scoring: &model.library.guidance().scoring,
        })
    }

    /// Where a task stands in the list.
    pub fn place(&self, task: &TaskRef) -> Option<usize> {
        self.list.iter().position(|one| one.task == *task)
    }

    /// The names of all tasks, in their order.
    pub fn names(&self, model: &Model, words: &Words) -> Vec<String> {
        let mut names = Vec::new();
        for picked in self.list {
            names.push(model.task_name(&picked.task, words));
        }
        names
    }
}

/// What is worked out once for each model and language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judged {
    /// In the order of the inventory.
    pub names: Vec<String>,
    /// `None` while the content has not arrived.
    pub bench: Option<Bench>,
}

impl Judged {
    pub fn of(model: &Model, words: &Words) -> Self {
        let given = Given::of(model);
        Self {
            names: given.map_or(Vec::new(), |given| given.names(model, words)),
            bench: given.map(|given| Bench::of(&given)),
        }
    }
}
