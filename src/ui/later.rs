//! The screens that the first question does not need. They are WebAssembly of their own, loaded right after it, so that
//! the first question comes soon; until they are here, a line says that they are on their way.

use core::cell::Cell;

use yew::prelude::*;

use crate::{
    app::{
        library::Part,
        state::{Screen, Tool},
    },
    catalogue::{
        Asset, AssetError, keys,
        schema::{Question, QuestionKind},
    },
};

use super::{
    context::{App, Browser},
    pages::{
        adjustments::adjustments, cards::cards, centres::centres, levy::levy, picker::Picker,
        privacy::privacy, result::result_page, review::review, subsidies::subsidies, talk::talk,
        workbench::workbench,
    },
    parts::{
        button::{FILLED, action},
        node::{say, tag},
    },
};

/// Reads a later part of the content, with what arrived of [`Asset::Guidance`] before.
type Read = fn(Asset, &[u8], Option<&Part>) -> Result<Part, AssetError>;

/// The way into the later code. Only function pointers: what they lead to is not in the first file.
#[derive(Clone, Copy)]
struct Screens {
    page: fn(&App, Screen) -> Html,
    answers: fn(&App, &Question) -> Html,
    read: Read,
}

static SCREENS: Screens = Screens {
    page,
    answers,
    read: super::parts_read::read_part,
};

thread_local! {
    /// Code, not state: all widgets of a page share it.
    static LOADED: Cell<Option<&'static Screens>> = const { Cell::new(None) };
    static BROWSER: Cell<Option<Browser>> = const { Cell::new(None) };
}

/// The later code could not be loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotLoaded;

/// Loads the later code, once for the page; a failed attempt can be made again. `browser` came with it.
///
/// Errors: [`NotLoaded`], after the browser's console was told why.
pub async fn load(browser: Browser) -> Result<(), NotLoaded> {
    let screens = split::screens().await.map_err(|_| NotLoaded)?;
    LOADED.set(Some(screens));
    BROWSER.set(Some(browser));
    Ok(())
}

/// What the browser can do for the later screens, which are here only together with it.
pub fn browser() -> Browser {
    BROWSER
        .get()
        .expect("it comes with the screens that ask for it")
}

/// Reads a later part of the content.
///
/// Errors: [`AssetError`]; [`AssetError::OtherVersion`] too while the code that reads it is not here.
pub fn read_part(asset: Asset, bytes: &[u8], guidance: Option<&Part>) -> Result<Part, AssetError> {
    match LOADED.get() {
        Some(screens) => (screens.read)(asset, bytes, guidance),
        None => Err(AssetError::OtherVersion),
    }
}

/// A screen other than the start and the questions, as soon as its code and its content are here.
pub fn later_page(app: &App, screen: Screen) -> Html {
    match LOADED.get() {
        Some(screens) if app.model.library.has(Asset::Guidance) => (screens.page)(app, screen),
        _ => waiting(app),
    }
}

/// What stands under a question that is answered with tasks.
pub fn task_answers(app: &App, question: &Question) -> Html {
    match LOADED.get() {
        Some(screens) => (screens.answers)(app, question),
        None => waiting(app),
    }
}

fn page(app: &App, screen: Screen) -> Html {
    match screen {
        Screen::Review => review(app),
        Screen::Result => result_page(app),
        Screen::Centres => centres(app),
        Screen::Privacy => privacy(app),
        Screen::Tool(Tool::Adjustments) => adjustments(app),
        Screen::Tool(Tool::Talk) => talk(app),
        Screen::Tool(Tool::Levy) => levy(app),
        Screen::Tool(Tool::Subsidies) => subsidies(app),
        Screen::Tool(Tool::Workbench) => workbench(app),
        Screen::Start | Screen::Question(_) => Html::default(),
    }
}

fn answers(app: &App, question: &Question) -> Html {
    let id = question.id;
    match question.kind {
        QuestionKind::TaskPicker { max } => html! { <Picker {id} {max} /> },
        QuestionKind::TaskCards { picker } => cards(app, id, picker),
        QuestionKind::Single | QuestionKind::Multiple { .. } => Html::default(),
    }
}

/// Stands where a screen will be. Said aloud, because the wait may be long on a slow line.
pub(super) fn waiting(app: &App) -> Html {
    let (class, words, retry) = if app.model.library.is_cut_off {
        let retry = app.services.retry.clone();
        let label = app.words.get(keys::FRAME_RETRY);
        let retry = action(FILLED, "retry", label, retry.reform(|_| ()));
        ("notice notice-caution", keys::FRAME_CUT_OFF, Some(retry))
    } else {
        ("notice", keys::FRAME_WAITING, None)
    };
    tag("div")
        .attr("role", "status")
        .add(say(app, "p", class, words).key("lead"))
        .maybe(retry)
        .html()
}

#[cfg(feature = "split")]
#[allow(
    unsafe_code,
    reason = "the macro declares the border between the two files"
)]
mod split {
    use super::{SCREENS, Screens};
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    #[wasm_split(later, fallible)]
    pub(super) fn screens() -> Result<&'static Screens, SplitLoaderError> {
        Ok(&SCREENS)
    }
}

/// Without the split everything is in one file: for tests in a browser, which load no second one.
#[cfg(not(feature = "split"))]
mod split {
    use super::{NotLoaded, SCREENS, Screens};

    pub(super) async fn screens() -> Result<&'static Screens, NotLoaded> {
        Ok(&SCREENS)
    }
}
