//! Where a widget begins: at what was kept, or where the element leads. Where it is kept is for `embed`.

use super::{
    kept,
    library::Library,
    state::{Action, Entrance, Keep, Notice, Screen, State, Storage},
};
use crate::catalogue::schema::Language;

/// What the browser held when the widget began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    Nothing,
    /// The browser lets us read nothing.
    Refused,
    /// Of this tab, or of the device where this tab has nothing.
    Kept {
        text: String,
        of: Keep,
    },
}

/// The state in which a widget begins that stands in `language` and whose page leads to `entrance`.
///
/// After a reload the person is where they were. A page that leads elsewhere than the page before wins over that screen, never
/// over an answer. [`Notice::NotRestored`] says that `found` could not be read and must not be overwritten.
pub fn first_state(
    library: &Library,
    language: Language,
    entrance: Option<Entrance>,
    found: &Found,
) -> State {
    let fresh = State {
        language,
        ..State::default()
    };
    let (state, is_there) = match found {
        Found::Nothing => (fresh, false),
        Found::Refused => (
            State {
                storage: Storage::Refused,
                ..fresh
            },
            false,
        ),
        Found::Kept { text, of } => match kept::read(text, library.catalogue) {
            Ok(kept) => came_back(kept, *of, library, entrance),
            Err(_) => (
                State {
                    notice: Some(Notice::NotRestored),
                    ..fresh
                },
                false,
            ),
        },
    };
    let Some(entrance) = entrance.filter(|_| !is_there) else {
        return state;
    };
    let notice = state.notice.clone();
    let mut entered = state;
    entered.apply(Action::Enter(entrance), library.catalogue, library);
    // Going to a screen ends what was told on the last one; this was not read yet.
    entered.notice = notice;
    entered
}

/// What was kept, and whether the person is where they are to begin.
fn came_back(
    mut kept: State,
    of: Keep,
    library: &Library,
    entrance: Option<Entrance>,
) -> (State, bool) {
    // In a new tab the person chooses whether to go on.
    let chooses = of == Keep::Device;
    if chooses {
        kept.screen = Screen::Start;
    }
    kept.settle(library.catalogue);
    let is_there = match entrance {
        None => true,
        Some(Entrance::Questions) if chooses => true,
        Some(_) if chooses => false,
        led => kept.entrance == led,
    };
    (kept, is_there)
}
