//! `adjustments/vocabulary.toml`: barriers, flags, processes, categories, cost bands, lead times and helpers.

use std::path::Path;

use super::{Declared, ids, search_words};
use crate::{
    catalogue::{
        compile::{
            centres::is_telephone,
            problem::Report,
            provenance::Origin,
            record::{File, Record},
            texts::Texts,
        },
        schema::{
            TextId,
            adjustments::{Barrier, Category, CostBand, Helper, LeadTime, Process},
        },
    },
    domain::{BarrierId, CategoryId, HelperId, OptionId, ProcessId, TaskFlag},
};

const FILE: &str = "adjustments/vocabulary.toml";

pub(super) const COST_BANDS: [(&str, CostBand); 5] = [
    ("0", CostBand::Free),
    ("lt10k", CostBand::UnderTenThousand),
    ("lt100k", CostBand::UnderHundredThousand),
    ("lt1m", CostBand::UnderMillion),
    ("ge1m", CostBand::MillionOrMore),
];

pub(super) const LEAD_TIMES: [(&str, LeadTime); 5] = [
    ("today", LeadTime::Today),
    ("1w", LeadTime::Week),
    ("1m", LeadTime::Month),
    ("3m", LeadTime::ThreeMonths),
    ("6m", LeadTime::SixMonths),
];

/// What adjustments are described with, and which ids there are.
pub(super) struct Vocabulary {
    pub barriers: Vec<Barrier>,
    pub flags: Vec<(TaskFlag, Vec<BarrierId>)>,
    pub processes: Vec<Process>,
    pub categories: Vec<Category>,
    pub cost_bands: Vec<(CostBand, TextId)>,
    pub lead_times: Vec<(LeadTime, TextId)>,
    pub helpers: Vec<Helper>,
    pub known: Ids,
}

pub(super) struct Ids {
    pub barriers: Declared<BarrierId>,
    pub processes: Declared<ProcessId>,
    pub categories: Declared<CategoryId>,
    pub helpers: Declared<HelperId>,
}

pub(super) fn read(content: &Path, report: &Report, texts: &mut Texts) -> Vocabulary {
    let mut vocabulary = Vocabulary {
        barriers: Vec::new(),
        flags: Vec::new(),
        processes: Vec::new(),
        categories: Vec::new(),
        cost_bands: Vec::new(),
        lead_times: Vec::new(),
        helpers: Vec::new(),
        known: Ids {
            barriers: Declared::new("barrier"),
            processes: Declared::new("process"),
            categories: Declared::new("category"),
            helpers: Declared::new("helper"),
        },
    };
    let file = File::open(content, FILE, report);
    let document = file.as_ref().and_then(|file| file.record());
    match document {
        Some(document) => vocabulary.fill(document, texts),
        None => vocabulary.known.are_incomplete(),
    }
    vocabulary
}

impl Ids {
    fn are_incomplete(&mut self) {
        self.barriers.is_incomplete = true;
        self.processes.is_incomplete = true;
        self.categories.is_incomplete = true;
        self.helpers.is_incomplete = true;
    }
}

impl Vocabulary {
    fn fill(&mut self, mut document: Record, texts: &mut Texts) {
        let known = &mut self.known;
        let origin = Origin::of_file(&mut document);
        origin.complete(&mut document, "the vocabulary of adjustments");
        for record in document.records("barrier") {
            self.barriers
                .extend(read_barrier(record, &mut known.barriers, texts));
        }
        for mut record in document.records("flag") {
            let flag = record.word("flag", &TaskFlag::NAMES);
            let barriers = ids(
                &mut record,
                "barriers",
                1,
                BarrierId::new,
                &mut known.barriers,
            );
            if let Some(flag) = flag {
                if self.flags.iter().any(|(known, _)| *known == flag.value) {
                    record.problem("this flag stands here twice");
                }
                self.flags.push((flag.value, barriers));
            }
            record.finish();
        }
        for (name, flag) in TaskFlag::NAMES {
            if !self.flags.iter().any(|(known, _)| *known == flag) {
                document.problem(format!("the flag `{name}` has no barriers"));
            }
        }
        for mut record in document.records("process") {
            let id = record.id("id", ProcessId::new);
            let name = record.wording("name");
            let search = search_words(&mut record);
            known.processes.add(id, &record);
            record.finish();
            if let (Some(id), Some(name), Some(search)) = (id, name, search) {
                self.processes.push(Process {
                    id: id.value,
                    name: texts.add(&name),
                    search,
                });
            }
        }
        for mut record in document.records("category") {
            let id = record.id("id", CategoryId::new);
            let name = record.wording("name");
            known.categories.add(id, &record);
            record.finish();
            if let (Some(id), Some(name)) = (id, name) {
                self.categories.push(Category {
                    id: id.value,
                    name: texts.add(&name),
                });
            }
        }
        self.cost_bands = scale(&mut document, "cost_band", &COST_BANDS, texts);
        self.lead_times = scale(&mut document, "lead_time", &LEAD_TIMES, texts);
        for record in document.records("helper") {
            self.helpers
                .extend(read_helper(record, &origin, &mut known.helpers, texts));
        }
        document.finish();
    }
}

fn read_barrier(
    mut record: Record,
    known: &mut Declared<BarrierId>,
    texts: &mut Texts,
) -> Option<Barrier> {
    let id = record.id("id", BarrierId::new);
    let name = record.wording("name");
    // Our own mapping, not confirmed: for those who edit, not for showing.
    record.text("icf");
    let also = record
        .list("also")
        .into_iter()
        .filter_map(|value| value.id(OptionId::new))
        .map(|option| option.value)
        .collect();
    let search = search_words(&mut record);
    known.add(id, &record);
    record.finish();
    Some(Barrier {
        id: id?.value,
        name: texts.add(&name?),
        also,
        search: search?,
    })
}

/// The names of all steps of a scale, which stand in its order.
fn scale<T: Copy + PartialEq>(
    document: &mut Record,
    key: &'static str,
    words: &[(&'static str, T)],
    texts: &mut Texts,
) -> Vec<(T, TextId)> {
    let mut steps = Vec::new();
    for mut record in document.records(key) {
        let step = record.word("id", words);
        let name = record.wording("name");
        record.finish();
        if let (Some(step), Some(name)) = (step, name) {
            steps.push((step.value, texts.add(&name)));
        }
    }
    if !steps
        .iter()
        .map(|(step, _)| *step)
        .eq(words.iter().map(|(_, step)| *step))
    {
        let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let message = format!(
            "expected each {key} once, in this order: {}",
            words.join(", ")
        );
        document.problem(message);
    }
    steps
}

fn read_helper(
    mut record: Record,
    origin: &Origin,
    known: &mut Declared<HelperId>,
    texts: &mut Texts,
) -> Option<Helper> {
    let id = record.id("id", HelperId::new);
    let name = record.wording("name");
    let contact = record.wording("contact");
    let telephone = record.optional_text("telephone");
    if let Some(number) = &telephone
        && !is_telephone(&number.value)
    {
        let message = format!(
            "`{}` is no telephone number, expected a form such as 03-5986-7551",
            number.value
        );
        record.file().problem(number.line, message);
    }
    let page = record.optional_text("page");
    if let Some(page) = &page
        && !page.value.starts_with("https://")
    {
        let message = format!("`{}` is no address, expected https://…", page.value);
        record.file().problem(page.line, message);
    }
    let what = id.map_or("a helper".into(), |id| format!("helper {}", id.value));
    let provenance = origin.complete(&mut record, &what);
    known.add(id, &record);
    record.finish();
    Some(Helper {
        id: id?.value,
        name: texts.add(&name?),
        contact: texts.add(&contact?),
        telephone: telephone.map(|number| number.value),
        page: page.map(|page| page.value),
        provenance: provenance?,
    })
}
