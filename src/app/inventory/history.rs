//! Undo and redo of the inventory. What an edit does is in `edit`.

use std::rc::Rc;

use crate::domain::PickedTask;

/// How many steps can be taken back.
const STEPS: usize = 50;

/// The inventory as it was before each of the last edits. Shared, for the state that holds it is copied at every act.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    past: Vec<Rc<[PickedTask]>>,
    future: Vec<Rc<[PickedTask]>>,
}

impl History {
    /// Notes how the inventory was `before` an edit that went well. What had been taken back is gone.
    pub fn record(&mut self, before: Vec<PickedTask>) {
        if self.past.len() == STEPS {
            self.past.remove(0);
        }
        self.past.push(before.into());
        self.future.clear();
    }

    /// The inventory before the last edit, for the one `now`; `None` where there is nothing to take back.
    pub fn undo(&mut self, now: Vec<PickedTask>) -> Option<Vec<PickedTask>> {
        let before = self.past.pop()?;
        self.future.push(now.into());
        Some(before.to_vec())
    }

    /// The inventory before the last [`History::undo`].
    pub fn redo(&mut self, now: Vec<PickedTask>) -> Option<Vec<PickedTask>> {
        let after = self.future.pop()?;
        self.past.push(now.into());
        Some(after.to_vec())
    }

    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}
