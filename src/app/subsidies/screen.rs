//! What stands on the screen of a question: one question, or the claims that are asked together. No wording.

use super::{Ask, Asked, Edit, Elsewhere, Form, Purpose, board};
use crate::{
    assessment::subsidy::judge_plan,
    catalogue::schema::subsidies::{FactIndex, Subsidies},
    domain::JapanDate,
};

/// The screen of the question that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    /// What is still to be asked; what is on the screen stays among it when it is answered, so that what it is for and what
    /// stands around it do not move below the hand that goes on.
    pub asks: Vec<Ask>,
    /// What is asked here; empty where nothing is left.
    pub lines: Vec<Asked>,
}

impl Screen {
    /// `asks`: what is still to be asked of the form as it is.
    pub fn new(
        form: &Form,
        asks: impl FnOnce() -> Vec<Ask>,
        elsewhere: &Elsewhere,
        today: JapanDate,
        catalogue: &Subsidies,
    ) -> Self {
        let asking = form.asking.or(to_confirm(form));
        let mut open = form.clone();
        if let Some(asked) = asking {
            for fact in with(asked.fact, catalogue) {
                let line = Asked { fact, ..asked };
                if fact != catalogue.roles.measure_kind && form.given(line, catalogue).is_some() {
                    open.edit(Edit::Answer(line, None), catalogue);
                }
            }
        }
        let is_same = open.company == form.company && open.plans() == form.plans();
        let asks = if is_same {
            asks()
        } else {
            asks_of(&open, elsewhere, today, catalogue)
        };
        let mut lines = Vec::new();
        if let Some(asked) = asking.or(asks.first().map(|ask| ask.asked)) {
            // Of those asked together only what can still change something, and what the person came for.
            for fact in with(asked.fact, catalogue) {
                let line = Asked { fact, ..asked };
                if line == asked || asks.iter().any(|ask| ask.asked == line) {
                    lines.push(line);
                }
            }
        }
        Self { asks, lines }
    }

    /// Whether several claims are asked here together.
    pub fn is_together(&self, catalogue: &Subsidies) -> bool {
        let mut lines = self.lines.iter();
        lines.any(|line| is_together(line.fact, catalogue))
    }

    /// What the screen is for: of claims together what any of them is for.
    pub fn ask(&self) -> Option<Ask> {
        let here = self
            .asks
            .iter()
            .filter(|ask| self.lines.contains(&ask.asked));
        here.cloned().reduce(|mut all, one| {
            for subsidy in one.subsidies {
                if !all.subsidies.contains(&subsidy) {
                    all.subsidies.push(subsidy);
                }
            }
            all
        })
    }

    /// How many screens are left at most that are for `purpose`, or for anything.
    pub fn left(&self, purpose: Option<Purpose>, catalogue: &Subsidies) -> usize {
        let asks = self.asks.iter();
        let wanted = asks.filter(|ask| purpose.is_none_or(|purpose| ask.purpose == purpose));
        let (together, alone): (Vec<&Ask>, Vec<&Ask>) =
            wanted.partition(|ask| is_together(ask.asked.fact, catalogue));
        alone.len() + usize::from(!together.is_empty())
    }
}

/// What is asked on one screen with `fact`, in the order of the facts; itself where it is asked alone.
fn with(fact: FactIndex, catalogue: &Subsidies) -> Vec<FactIndex> {
    if !is_together(fact, catalogue) {
        return vec![fact];
    }
    let all = (0..catalogue.facts.len()).map(|at| FactIndex(at as u8));
    all.filter(|fact| is_together(*fact, catalogue)).collect()
}

fn is_together(fact: FactIndex, catalogue: &Subsidies) -> bool {
    let about = catalogue.facts.get(usize::from(fact.0));
    about.is_some_and(|about| about.is_asked_together)
}

/// An answer that was given to other words and is shown once more.
fn to_confirm(form: &Form) -> Option<Asked> {
    form.to_confirm.map(|fact| Asked {
        fact,
        measure: None,
    })
}

/// What is still to be asked of a plan as it stands.
fn asks_of(
    form: &Form,
    elsewhere: &Elsewhere,
    today: JapanDate,
    catalogue: &Subsidies,
) -> Vec<Ask> {
    let board = board(form, form.shown(), elsewhere, today, catalogue);
    let known = board.known(catalogue);
    board.asks(form, &known, &judge_plan(&known))
}

/// Goes on from the screen of `asked` to the next question: what was not said there is left open.
pub fn go_on(
    form: &mut Form,
    asked: Asked,
    elsewhere: &Elsewhere,
    today: JapanDate,
    catalogue: &Subsidies,
) {
    form.asking = Some(asked);
    let asks = || asks_of(form, elsewhere, today, catalogue);
    let lines = Screen::new(form, asks, elsewhere, today, catalogue).lines;
    for line in &lines {
        if !form.pass(*line, catalogue) {
            return;
        }
    }
    let next = asks_of(form, elsewhere, today, catalogue);
    form.asking = to_confirm(form).or(next.first().map(|ask| ask.asked));
}
