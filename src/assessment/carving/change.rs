//! The smallest changes that a rule can ask for. Which change a rule asks for is in `rules`.

/// A change to a post. Tasks are positions in the list that was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Make a task longer by this many of its own minutes a week.
    Extend {
        task: usize,
        minutes: u32,
    },
    /// Make a task shorter by this many of its own minutes a week.
    Shorten {
        task: usize,
        minutes: u32,
    },
    /// Add a task of every working day, about this many minutes a week.
    AddDaily {
        minutes: u32,
    },
    /// Add a task without deadline, about this many minutes a week.
    AddBuffer {
        minutes: u32,
    },
    /// Add a task of another kind, about this many minutes a week: all are of one kind.
    AddOther {
        minutes: u32,
    },
    AddBesideColleagues,
    AddFromAnotherPerson,
    AddTasks(u8),
    /// Remove so many, the shortest first.
    RemoveTasks(u8),
    Remove {
        task: usize,
    },
    /// Begin later by this many minutes.
    MoveStart {
        task: usize,
        minutes: u16,
    },
    /// Agree on these hours a week, hundredths.
    AgreeOn {
        hundredths: u32,
    },
    /// Nobody has said whether it is done beside colleagues.
    AskTeam {
        task: usize,
    },
    /// Nobody has said how many people share it.
    AskPeople {
        task: usize,
    },
    /// Nobody has said whether it is cleaning.
    AskCleaning {
        task: usize,
    },
    /// Nobody has said at what hour it begins.
    AskStart {
        task: usize,
    },
}
