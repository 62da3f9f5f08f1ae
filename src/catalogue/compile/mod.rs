//! The compiler of `content/`, run by the build script. All problems of one run are shown together, with file and line.
//! Nothing here reaches the widget, so it may use what is too large for a browser.

mod adjustments;
mod centres;
mod condition;
mod holidays;
mod output;
mod parameters;
mod places;
mod posts;
mod problem;
mod provenance;
mod questions;
mod recommendations;
mod record;
mod sources;
mod subsidies;
mod tasks;
#[cfg(test)]
mod tests;
mod texts;

use std::{path::Path, sync::OnceLock};

pub use places::Places;
pub use problem::{Due, Problem};
pub use texts::Texts;

use problem::{Report, shown_path};
use texts::Keys;

use super::schema::{
    Catalogue, Guidance, TaskCatalogue, TextId, TextPack, adjustments::Adjustments,
    parameters::Parameters, posts::PostBook, subsidies::Subsidies,
};

/// The whole content, ready to be written.
#[derive(Debug)]
pub struct Compiled {
    pub catalogue: Catalogue,
    pub guidance: Guidance,
    /// What is built into the widget.
    pub japanese: TextPack,
    pub japanese_later: TextPack,
    pub english: TextPack,
    /// The interface's own wording: names of constants and their texts.
    pub text_keys: Vec<(String, TextId)>,
    pub tasks: TaskCatalogue,
    pub parameters: Parameters,
    pub posts: PostBook,
    pub places: Places,
    pub adjustments: Adjustments,
    pub subsidies: Subsidies,
    /// What has to be checked again, earliest first.
    pub due: Vec<Due>,
}

/// The content of this repository, compiled once: for tests and chores.
///
/// Panics if it has problems, of which the build tells first.
pub fn this_content() -> &'static Compiled {
    static COMPILED: OnceLock<Compiled> = OnceLock::new();
    COMPILED.get_or_init(|| {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        compile(&content).unwrap_or_else(|problems| panic!("{problems:#?}"))
    })
}

/// Reads and checks the folder `content`.
///
/// Errors: every problem that was found, in the order of files and lines.
pub fn compile(content: &Path) -> Result<Compiled, Vec<Problem>> {
    let report = Report::default();
    sources::read(content, &report);
    let mut texts = Texts::default();
    let mut keys = Keys::default();
    texts::read_interface(content, "text/first", &report, &mut texts, &mut keys);
    let questionnaire = questions::read(content, &report, &mut texts);
    texts.end_first();
    texts::read_interface(content, "text", &report, &mut texts, &mut keys);

    let known = questionnaire.known();
    let (supports, rules) =
        recommendations::read(content, &known, &questionnaire.named, &report, &mut texts);
    questionnaire.named.check(&known, &report);
    let scoring = tasks::read_scoring(content, &report, &mut texts);
    let tasks = tasks::read(content, &known, &report);
    let centres = centres::read(content, &known, &report, &mut texts);
    let offers = centres::read_offers(content, &report, &mut texts);
    let adjustments = adjustments::read(content, &known, &report, &mut texts);
    // Without all centres, municipalities would name the missing ones in vain.
    let places = centres.as_ref().map(|centres| {
        places::compile_places(content, centres, report.beside(), &mut texts).unwrap_or_else(
            |problems| {
                report.add(problems);
                Places::default()
            },
        )
    });

    let parameters = parameters::read(content, &report, &mut texts);
    let posts = posts::read(content, &known, &report, &mut texts);
    let subsidies = subsidies::read(content, &known, &report, &mut texts);

    // What could not be read refers to nothing, so its problems come first.
    if !report.has_problems() {
        report.sources().check_used(&report);
    }
    let (sources, references) = report.sources().compiled(&mut texts);
    if texts.len() > usize::from(u16::MAX) {
        let message = format!("{} texts, more than there are numbers", texts.len());
        report.problem(&shown_path(content, "text"), 0, message);
    }
    let mut due = report.close()?;
    let (
        Some(scoring),
        Some(centres),
        Some(mut places),
        Some(adjustments),
        Some(parameters),
        Some(posts),
        Some(subsidies),
    ) = (
        scoring,
        centres,
        places,
        adjustments,
        parameters,
        posts,
        subsidies,
    )
    else {
        return Err(vec![Problem {
            file: shown_path(content, ""),
            line: 0,
            message: "something could not be read, and no problem says what".into(),
        }]);
    };
    due.append(&mut places.due);
    due.sort_by_key(|due| due.recheck_by);
    let catalogue = Catalogue {
        questions: questionnaire.questions,
        modules: questionnaire.modules,
    };
    let guidance = Guidance {
        supports,
        rules,
        scoring,
        centres,
        offers,
        municipalities: places.municipalities.clone(),
        sources,
        references,
    };
    let packs = texts.packs();
    Ok(Compiled {
        catalogue,
        guidance,
        japanese: packs.japanese,
        japanese_later: packs.japanese_later,
        english: packs.english,
        text_keys: keys.into_iter().map(|(name, (id, _))| (name, id)).collect(),
        tasks,
        parameters,
        posts,
        places,
        adjustments,
        subsidies,
        due,
    })
}
