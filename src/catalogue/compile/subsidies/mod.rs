//! Compiles `content/subsidies`: facts, shared conditions, the frame, and one file for each subsidy; and checks what
//! only all of them together can show.

mod condition;
mod facts;
mod frame;
mod parts;
mod subsidy;

use std::path::Path;

use super::{
    condition::Known,
    holidays,
    problem::Report,
    record::{At, File, files_in},
    texts::Texts,
};
use crate::{
    catalogue::schema::subsidies::{
        FactIndex, FactKind, Roles, Standing, Subsidies, Subsidy, SubsidyIndex,
    },
    domain::SubsidyId,
};

const FOLDER: &str = "subsidies";
const OTHER_FILES: [&str; 3] = ["facts", "conditions", "frame"];

/// As many as a set of subsidies in one machine word holds.
const MOST_SUBSIDIES: usize = 64;

/// The subsidy for a hire, on which others build.
const HIRING_SUBSIDY: &str = "S15";

/// A group of subsidies that exclude or follow each other is searched whole, so it is kept small.
const MOST_RELATED: usize = 12;

/// What a subsidy's file may name.
struct Scope<'s> {
    facts: &'s condition::KnownFacts,
    named: &'s condition::Named,
    frame: &'s frame::Frame,
    /// In the order of their ids.
    ids: &'s [SubsidyId],
}

/// An exclusion and the line on which it stands.
struct Written {
    path: String,
    lines: Vec<usize>,
}

/// All subsidies; `None` after a problem.
pub(super) fn read(
    content: &Path,
    questions: &Known,
    report: &Report,
    texts: &mut Texts,
) -> Option<Subsidies> {
    let (facts, known) = facts::read(content, questions, report, texts);
    let named = condition::Named::read(content, &known, report);
    let frame = frame::read(content, &known, &named, report, texts);
    let holidays = holidays::read(content, report, texts);
    let frame = frame?;
    let mut files = Vec::new();
    let mut ids = Vec::new();
    let mut is_complete = true;
    for below in files_in(content, FOLDER, ".toml", report) {
        let Some(file) = File::open(content, &below, report) else {
            is_complete = false;
            continue;
        };
        if OTHER_FILES.contains(&file.stem.as_str()) {
            continue;
        }
        match SubsidyId::new(&file.stem) {
            Ok(id) => {
                ids.push(id);
                files.push(file);
            }
            Err(error) => {
                file.problem(0, format!("the name of the file is no id: {error}"));
                is_complete = false;
            }
        }
    }
    if ids.len() > MOST_SUBSIDIES {
        let message = format!("{} subsidies, expected at most {MOST_SUBSIDIES}", ids.len());
        report.problem(&super::problem::shown_path(content, FOLDER), 0, message);
    }
    let scope = Scope {
        facts: &known,
        named: &named,
        frame: &frame,
        ids: &ids,
    };
    let mut subsidies = Vec::new();
    let mut written = Vec::new();
    for (file, id) in files.iter().zip(&ids) {
        match subsidy::read(file, *id, &scope, texts) {
            Some((subsidy, lines)) => {
                subsidies.push(subsidy);
                written.push(Written {
                    path: file.path.clone(),
                    lines,
                });
            }
            None => is_complete = false,
        }
    }
    if !is_complete || known.is_incomplete {
        return None;
    }
    named.check_used(report);
    check_exclusions(&subsidies, &written, report);
    check_groups(&subsidies, &written, report);
    let roles = roles(&known, &ids, content, report)?;
    Some(Subsidies {
        facts,
        subsidies,
        bodies: frame.bodies.iter().map(|(_, name)| *name).collect(),
        desks: frame.desks.iter().map(|(_, name)| *name).collect(),
        texts: frame.texts,
        contradictions: frame.contradictions,
        minimum_wages: frame.minimum_wages,
        holidays: holidays?,
        roles,
    })
}

/// The position of the subsidy `id`, which is not `own`; a problem if there is none.
fn subsidy_at(
    id: &At<SubsidyId>,
    own: SubsidyId,
    ids: &[SubsidyId],
    file: &File,
) -> Option<SubsidyIndex> {
    let at = ids.iter().position(|known| *known == id.value);
    if id.value == own {
        file.problem(id.line, "a subsidy does not name itself");
        return None;
    }
    if at.is_none() {
        file.problem(id.line, format!("there is no subsidy `{}`", id.value));
    }
    at.map(|at| SubsidyIndex(at as u8))
}

/// Both sides carry an exclusion, for the same thing.
fn check_exclusions(subsidies: &[Subsidy], written: &[Written], report: &Report) {
    for (at, subsidy) in subsidies.iter().enumerate() {
        for (exclusion, line) in subsidy.exclusive_with.iter().zip(&written[at].lines) {
            let other = &subsidies[usize::from(exclusion.with.0)];
            let is_mutual = other
                .exclusive_with
                .iter()
                .any(|back| usize::from(back.with.0) == at && back.scope == exclusion.scope);
            if !is_mutual {
                let message = format!(
                    "`{}` does not exclude `{}` for the same scope; both sides carry it",
                    other.id, subsidy.id
                );
                report.problem(&written[at].path, *line, message);
            }
        }
    }
}

/// No group of subsidies that exclude or follow each other is too large to be searched whole.
fn check_groups(subsidies: &[Subsidy], written: &[Written], report: &Report) {
    let mut group: Vec<usize> = (0..subsidies.len()).collect();
    for (at, subsidy) in subsidies.iter().enumerate() {
        let excluded = subsidy.exclusive_with.iter().map(|one| one.with);
        let followed = subsidy.follows.iter().map(|one| one.first);
        for other in excluded.chain(followed) {
            let (from, to) = (group[usize::from(other.0)], group[at]);
            group
                .iter_mut()
                .filter(|one| **one == from)
                .for_each(|one| *one = to);
        }
    }
    for (at, subsidy) in subsidies.iter().enumerate() {
        let size = group.iter().filter(|one| **one == at).count();
        if size > MOST_RELATED {
            let message = format!(
                "{size} subsidies around `{}` exclude or follow each other, expected at most {MOST_RELATED}",
                subsidy.id
            );
            report.problem(&written[at].path, 0, message);
        }
    }
}

/// What the engine itself knows the meaning of.
fn roles(
    known: &condition::KnownFacts,
    ids: &[SubsidyId],
    content: &Path,
    report: &Report,
) -> Option<Roles> {
    let path = super::problem::shown_path(content, "subsidies/facts.toml");
    let missing = |what: String| report.problem(&path, 0, what + ", which the finder needs");
    let fact = |id: &str| {
        let at = known.facts.iter().position(|(known, _)| known == id);
        if at.is_none() {
            missing(format!("there is no fact `{id}`"));
        }
        at.map(|at| FactIndex(at as u8))
    };
    let option = |of: Option<FactIndex>, id: &str| {
        let (name, kind) = &known.facts[usize::from(of?.0)];
        let options = match kind {
            FactKind::Choice(options) => options.as_slice(),
            _ => &[],
        };
        let at = options.iter().position(|option| option.id == id);
        if at.is_none() {
            missing(format!("the fact `{name}` has no option `{id}`"));
        }
        at.map(|at| at as u8)
    };
    let hiring = ids.iter().position(|id| id.as_str() == HIRING_SUBSIDY);
    if hiring.is_none() {
        missing(format!("there is no subsidy `{HIRING_SUBSIDY}`"));
    }
    let (hire_start, measure_start) = (fact("hire.start_date"), fact("measure.start_date"));
    let (trial_months, measure_kind) = (fact("hire.trial_months"), fact("measure.kind"));
    let regular_workers = fact("employer.regular_workers");
    let disabled_workers = fact("employer.disabled_workers");
    let (disability, weekly_hours) = (fact("worker.disability"), fact("hire.weekly_hours"));
    let wage_closing_day = fact("employer.wage_closing_day");
    let industry_class = fact("employer.industry_class");
    let wage_over_minimum = fact("hire.wage_over_minimum_pct");
    let (capital, referral) = (fact("employer.capital_yen"), fact("hire.referral"));
    let hiring_state = fact("hire.tokkaikin");
    let (no_measure, no_referral) = (option(measure_kind, "none"), option(referral, "none"));
    let hiring_planned = option(hiring_state, "planned");
    let hiring_not_available = option(hiring_state, "not_available");
    Some(Roles {
        hire_start: hire_start?,
        measure_start: measure_start?,
        trial_months: trial_months?,
        measure_kind: measure_kind?,
        no_measure: no_measure?,
        regular_workers: regular_workers?,
        disabled_workers: disabled_workers?,
        disability: disability?,
        wage_closing_day: wage_closing_day?,
        industry_class: industry_class?,
        weekly_hours: weekly_hours?,
        wage_over_minimum: wage_over_minimum?,
        capital: capital?,
        referral: referral?,
        no_referral: no_referral?,
        hiring: SubsidyIndex(hiring? as u8),
        hiring_state: hiring_state?,
        hiring_planned: hiring_planned?,
        hiring_not_available: hiring_not_available?,
    })
}

/// Whether the subsidy is one that somebody can still get.
fn is_ended(standing: &Standing) -> bool {
    matches!(standing, Standing::Ended(_))
}
