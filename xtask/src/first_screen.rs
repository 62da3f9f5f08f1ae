//! The first screen, which the build draws from the widget's own code and content: for the page as declarative shadow DOM, and as
//! a file for each language, which `element.js` puts in on other pages. What a press does there is the script's business.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use koyo_check::{
    app::{
        library::Library,
        state::{Screen, State},
    },
    catalogue::{Asset, compile::this_content, embedded, schema::Language},
    domain::JapanDate,
    ui::drawn::drawn,
};

use crate::{Outcome, files};

/// The languages, each with what `element.js` calls it.
const LANGUAGES: [(Language, &str); 2] = [(Language::Japanese, "ja"), (Language::English, "en")];
const PAGE: &str = "index.html";
/// Before the page's own sheet: the widget's, so that the browser asks for it at once.
const BEFORE_SHEETS: &str = "<link rel=\"stylesheet\" href=\"page.css\">";
const ELEMENT: &str = "<koyo-check history=\"on\">\n";
/// What stands around the body of a screen.
const BODY: (&str, &str) = ("<div class=\"page\">", "</div></section>");

/// Writes the file of each language.
pub fn write(dist: &Path) -> Outcome {
    for (language, name) in LANGUAGES {
        files::write(&file(dist, name), first_screen(language, name)?)?;
    }
    Ok(())
}

/// Puts the drawn screen into the page; `mark` is that of the build, see `refine`.
pub fn put_into_page(dist: &Path, mark: &str) -> Outcome {
    let page = dist.join(PAGE);
    let sheet = format!("koyo-check.css{mark}");
    files::put(
        &page,
        BEFORE_SHEETS,
        &format!("<link rel=\"preload\" href=\"{sheet}\" as=\"style\">\n{BEFORE_SHEETS}"),
    )?;
    let drawn = files::read(&file(dist, "ja"))?;
    // The frame is hidden, so that without scripts nobody meets a screen that answers to nothing.
    let root = format!(
        "<template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"{sheet}\">{drawn}<slot></slot></template>\n"
    );
    files::put(&page, ELEMENT, &format!("{ELEMENT}{root}"))
}

fn file(dist: &Path, language: &str) -> PathBuf {
    dist.join(format!("start.{language}.txt"))
}

/// The start in its frame, with a place for what is only heard, and what stands instead where a person will be elsewhere.
fn first_screen(language: Language, name: &str) -> Outcome<String> {
    let start = screen(language, Screen::Start)?;
    // Any screen that needs what has not arrived.
    let waiting = screen(language, Screen::Review)?;
    let (_, waiting) = waiting.split_once(BODY.0).ok_or("the screen has no body")?;
    let waiting = waiting
        .strip_suffix(BODY.1)
        .ok_or("the screen ends with something else than its body")?;
    Ok(format!(
        "<div class=\"frame drawn\" hidden>{start}<p class=\"for-readers\" role=\"status\" lang=\"{name}\"></p></div><template>{waiting}</template>"
    ))
}

/// The screen as a person meets it who was never here.
fn screen(language: Language, screen: Screen) -> Outcome<String> {
    let english = this_content().english.clone();
    let content = embedded().map_err(|error| error.to_string())?;
    // Nothing on it depends on the day.
    let today = JapanDate::new(2026, 4, 1).map_err(|_| "no day")?;
    Ok(drawn(today, move || {
        let mut library = Library::new(&content.catalogue, &content.japanese);
        library.add(Asset::EnglishTexts, Rc::new(english));
        let state = State {
            language,
            screen,
            ..State::default()
        };
        (library, state)
    }))
}

#[cfg(test)]
mod tests {
    use koyo_check::catalogue::schema::Language;

    use super::first_screen;

    #[test]
    fn the_start_is_drawn_in_each_language_behind_a_closed_door() {
        for (language, lang) in [(Language::Japanese, "ja"), (Language::English, "en")] {
            let drawn = first_screen(language, lang).expect("it can be drawn");
            let begin = format!("<div class=\"frame drawn\" hidden><section lang=\"{lang}\"");
            assert!(drawn.starts_with(&begin), "{drawn}");
            let (start, waiting) = drawn
                .split_once("<template>")
                .expect("what stands instead of the start");
            assert_eq!(start.matches("data-answer=").count(), 4);
            assert!(waiting.contains("role=\"status\""), "{waiting}");
            // It is not to lead anywhere, and the policy forbids inline style and script.
            assert!(!waiting.contains("<button"), "{waiting}");
            for forbidden in [" style=", "<style", "<script", " onclick", "<a "] {
                assert!(!drawn.contains(forbidden), "{forbidden} in {drawn}");
            }
        }
    }
}
