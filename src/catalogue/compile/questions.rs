//! `questions/<module>.toml`: the questionnaire, in the order of asking.

use std::{collections::BTreeMap, path::Path};

use super::{
    condition::{Draft, Known, Named, Scope, Unreadable},
    problem::Report,
    provenance::Origin,
    record::{At, File, Record, Wording, files_in},
    texts::Texts,
};
use crate::{
    catalogue::schema::{Choice, Module, OnCard, Question, QuestionKind, TaskField},
    domain::{ModuleId, OptionId, QuestionId, TaskFlag},
};

const FOLDER: &str = "questions";
const CONDITIONS: &str = "questions/conditions.toml";

#[derive(Clone, Copy)]
enum Kind {
    Single,
    Multiple,
    TaskPicker,
    TaskCards,
}

const KINDS: [(&str, Kind); 4] = [
    ("single", Kind::Single),
    ("multiple", Kind::Multiple),
    ("task_picker", Kind::TaskPicker),
    ("task_cards", Kind::TaskCards),
];

const FIELDS: [(&str, TaskField); 8] = [
    ("deadline", TaskField::Deadline),
    ("procedure", TaskField::Procedure),
    ("judgement", TaskField::Judgement),
    ("interruption", TaskField::Interruption),
    ("contact", TaskField::Contact),
    ("error_impact", TaskField::ErrorImpact),
    ("second_check", TaskField::SecondCheck),
    ("flags", TaskField::Flags),
];

/// All that is read here.
pub(super) struct Questionnaire {
    pub questions: Vec<Question>,
    pub modules: Vec<Module>,
    pub named: Named,
    pub unreadable: Unreadable,
}

impl Questionnaire {
    pub fn known(&self) -> Known<'_> {
        Known::new(self.questions.iter(), &self.unreadable)
    }
}

/// A question with what is needed to check it against the others.
struct DraftQuestion {
    question: Question,
    order: At<u16>,
    path: String,
    line: usize,
    show_if: Option<Draft>,
}

pub(super) fn read(content: &Path, report: &Report, texts: &mut Texts) -> Questionnaire {
    let named = Named::read(content, CONDITIONS, report);
    let mut modules = Vec::new();
    let mut drafts = Vec::new();
    let mut unreadable = Unreadable::default();
    for below in files_in(content, FOLDER, ".toml", report) {
        if below == CONDITIONS {
            continue;
        }
        let Some(file) = File::open(content, &below, report) else {
            unreadable.has_nameless = true;
            continue;
        };
        read_module(
            &file,
            &named,
            texts,
            &mut modules,
            &mut drafts,
            &mut unreadable,
        );
    }
    drafts.sort_by_key(|draft: &DraftQuestion| draft.order.value);
    check(&drafts, &unreadable, report);
    let questions: Vec<Question> = drafts.into_iter().map(|draft| draft.question).collect();
    modules.sort_by_key(|module: &Module| {
        questions
            .iter()
            .position(|question| question.module == module.id)
    });
    Questionnaire {
        questions,
        modules,
        named,
        unreadable,
    }
}

fn read_module(
    file: &File,
    named: &Named,
    texts: &mut Texts,
    modules: &mut Vec<Module>,
    drafts: &mut Vec<DraftQuestion>,
    unreadable: &mut Unreadable,
) {
    let Some(mut document) = file.record() else {
        unreadable.has_nameless = true;
        return;
    };
    let origin = Origin::of_file(&mut document);
    let module = document.table("module").map(read_head);
    let records = document.records("question");
    if records.is_empty() {
        document.problem("no [[question]] in this module");
    }
    document.finish();
    let Some((Some(id), name)) = module else {
        unreadable.has_nameless = true;
        return;
    };
    if let Some(name) = name {
        let name = texts.add(&name);
        modules.push(Module { id, name });
    }
    for record in records {
        match read_question(record, id, &origin, named, texts) {
            Ok(draft) => drafts.push(draft),
            Err(Some(id)) => _ = unreadable.ids.insert(id),
            Err(None) => unreadable.has_nameless = true,
        }
    }
}

/// The id of the module, which its file is named after, and its name.
fn read_head(mut record: Record) -> (Option<ModuleId>, Option<Wording>) {
    let id = record.id("id", ModuleId::new);
    let name = record.wording("name");
    if let Some(At { value: id, line }) = id
        && id.as_str() != record.file().stem
    {
        record.file().problem(
            line,
            format!("module `{id}` stands in a file of another name"),
        );
    }
    record.finish();
    (id.map(|id| id.value), name)
}

/// Errors: the id of the question, if it has one, where something in it is wrong.
fn read_question(
    mut record: Record,
    module: ModuleId,
    origin: &Origin,
    named: &Named,
    texts: &mut Texts,
) -> Result<DraftQuestion, Option<QuestionId>> {
    let (path, line) = (record.file().path.clone(), record.line);
    let id = record.id("id", QuestionId::new).map(|id| id.value);
    let order = record.integer::<u16>("order", 1..=999);
    let text = record.wording("text");
    let why = record.wording("why");
    let help = record.optional_wording("help");
    let kind = read_kind(&mut record);
    let show_if = record.optional("show_if").map(|value| {
        // The outer option: is there a condition; the inner one: could it be read.
        Draft::read(value, named, Scope::Questions)
    });
    let skippable = record.claim_or("skippable", true);
    let on_card = read_on_card(&mut record);
    let seconds = record.integer("seconds", 1..=600);
    let options = read_options(&mut record, texts);
    if let (Some(kind), Some(options)) = (kind, &options) {
        check_options(&record, kind, options, on_card);
    }
    let what = id.map_or("a question".into(), |id| format!("question {id}"));
    origin.complete(&mut record, &what);
    record.finish();
    let draft = || {
        let (text, why) = (text?, why?);
        let show_if = match show_if {
            None => None,
            Some(read) => Some(read?),
        };
        let question = Question {
            id: id?,
            module,
            kind: kind?,
            text: texts.add(&text),
            why: texts.add(&why),
            help: help.map(|help| texts.add(&help)),
            options: options?,
            show_if: show_if.as_ref().map(|draft| draft.condition.clone()),
            skippable,
            on_card,
            seconds: seconds?.value,
        };
        Some(DraftQuestion {
            question,
            order: order?,
            path,
            line,
            show_if,
        })
    };
    draft().ok_or(id)
}

fn read_kind(record: &mut Record) -> Option<QuestionKind> {
    Some(match record.word("kind", &KINDS)?.value {
        Kind::Single => QuestionKind::Single,
        Kind::Multiple => QuestionKind::Multiple {
            max: record.optional_integer("max", 2..=99).map(|max| max.value),
        },
        Kind::TaskPicker => QuestionKind::TaskPicker {
            max: record.integer("max", 1..=99)?.value,
        },
        Kind::TaskCards => QuestionKind::TaskCards {
            picker: record.id("picker", QuestionId::new)?.value,
        },
    })
}

fn read_on_card(record: &mut Record) -> Option<OnCard> {
    let mut record = record.optional("on_card")?.record()?;
    let card = record.id("card", QuestionId::new);
    let field = record.word("field", &FIELDS);
    record.finish();
    Some(OnCard {
        card: card?.value,
        field: field?.value,
    })
}

/// The options; `None` if one of them could not be read.
fn read_options(record: &mut Record, texts: &mut Texts) -> Option<Vec<Choice>> {
    let mut seen = BTreeMap::new();
    let choices: Vec<Option<Choice>> = record
        .list("options")
        .into_iter()
        .map(|value| {
            let mut option = value.record()?;
            let id = option.id("id", OptionId::new);
            let text = option.own_wording();
            let exclusive = option.claim_or("exclusive", false);
            let unknown = option.claim_or("unknown", false);
            if let Some(At { value: id, line }) = id
                && let Some(first) = seen.insert(id, line)
            {
                option.problem(format!("duplicate option `{id}`, first in line {first}"));
            }
            option.finish();
            Some(Choice {
                id: id?.value,
                text: texts.add(&text?),
                exclusive,
                unknown,
            })
        })
        .collect();
    choices.into_iter().collect()
}

fn check_options(record: &Record, kind: QuestionKind, options: &[Choice], on_card: Option<OnCard>) {
    let exclusive = options.iter().filter(|option| option.exclusive).count();
    match kind {
        QuestionKind::Single | QuestionKind::Multiple { .. } if options.len() < 2 => {
            record.problem("fewer than two options");
        }
        QuestionKind::TaskPicker { .. } | QuestionKind::TaskCards { .. } if !options.is_empty() => {
            record.problem("a question about tasks has no options");
        }
        QuestionKind::Single if exclusive > 0 => {
            record.problem("`exclusive` says nothing where only one option can be chosen");
        }
        QuestionKind::Multiple { max } => {
            if max.is_some_and(|max| usize::from(max) > options.len()) {
                record.problem(format!("`max` is more than the {} options", options.len()));
            }
            if exclusive == options.len() {
                record.problem("every option is `exclusive`");
            }
            if options
                .iter()
                .any(|option| option.unknown && !option.exclusive)
            {
                record.problem("an `unknown` option beside others must be `exclusive`");
            }
        }
        _ => {}
    }
    if options.iter().filter(|option| option.unknown).count() > 1 {
        record.problem("more than one `unknown` option");
    }
    if let Some(OnCard { field, .. }) = on_card {
        check_field(record, kind, options, field);
    }
}

/// The options of a question on a card are the values of the task's field.
fn check_field(record: &Record, kind: QuestionKind, options: &[Choice], field: TaskField) {
    let ids: Vec<&str> = options.iter().map(|option| option.id.as_str()).collect();
    match field {
        TaskField::Flags => {
            if !matches!(kind, QuestionKind::Multiple { .. })
                || !ids
                    .iter()
                    .all(|id| TaskFlag::NAMES.iter().any(|(name, _)| name == id))
            {
                record
                    .problem("`flags` is set by a multiple question whose options are task flags");
            }
        }
        TaskField::SecondCheck => {
            if kind != QuestionKind::Single || ids != ["1", "0"] {
                record.problem("`second_check` is set by a single question with the options 1, 0");
            }
        }
        _ => {
            if kind != QuestionKind::Single || ids != ["0", "1", "2", "3"] {
                record
                    .problem("this field is set by a single question with the options 0, 1, 2, 3");
            }
        }
    }
}

fn check(drafts: &[DraftQuestion], unreadable: &Unreadable, report: &Report) {
    let known = Known::new(drafts.iter().map(|draft| &draft.question), unreadable);
    let mut ids = BTreeMap::new();
    let mut orders = BTreeMap::new();
    for draft in drafts {
        let DraftQuestion {
            question,
            order,
            path,
            line,
            show_if,
        } = draft;
        let id = question.id;
        let here = format!("{path}:{line}");
        if let Some(first) = ids.insert(id, here.clone()) {
            report.problem(
                path,
                *line,
                format!("duplicate question `{id}`, first at {first}"),
            );
        }
        if let Some(first) = orders.insert(order.value, here) {
            let message = format!("duplicate order {}, first at {first}", order.value);
            report.problem(path, order.line, message);
        }
        if let Some(show_if) = show_if {
            show_if.check_ids(path, &known, report);
            show_if.check_order(id, path, &known, report);
        }
        let needs = |other: QuestionId, is_right: fn(QuestionKind) -> bool, what: &str| {
            let Some(found) = known.get(other) else {
                if known.is_missing(other) {
                    report.problem(path, *line, format!("there is no question `{other}`"));
                }
                return;
            };
            if !is_right(found.kind) {
                report.problem(
                    path,
                    *line,
                    format!("`{other}` is no question of kind {what}"),
                );
            } else if !known.is_before(other, id) {
                report.problem(path, *line, format!("`{other}` is not asked before `{id}`"));
            }
        };
        if let QuestionKind::TaskCards { picker } = question.kind {
            needs(
                picker,
                |kind| matches!(kind, QuestionKind::TaskPicker { .. }),
                "task_picker",
            );
        }
        if let Some(OnCard { card, .. }) = question.on_card {
            needs(
                card,
                |kind| matches!(kind, QuestionKind::TaskCards { .. }),
                "task_cards",
            );
        }
    }
}
