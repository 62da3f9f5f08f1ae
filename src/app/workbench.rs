//! What the workbench (仕事の切り出し) shows and how it answers what a person does there. The tasks themselves are the picks of
//! C03; what is agreed on beside them is the form of this tool. Judging is in `assessment::carving`, markup in `ui`.

mod act;
mod bench;
mod counting;
mod deed;
mod entry;
mod form;
mod given;
mod sheet;
mod trades;
mod week;
mod words;

pub use crate::assessment::carving::{reasons, score};

pub use act::{Act, Message, Place, View, act, enter, row_id};
pub use bench::{Bands, Bench, Help, HelpFrom, Offers};
pub use counting::{Counting, counting};
pub use deed::{Deed, Done, Tools, filled, perform, read_file};
pub use entry::{CardField, Entry, FormField, NO, YES};
pub use form::{Form, FormEdit, Written};
pub use given::{Given, Judged};
pub use sheet::{Duty, JobSheet, change_words, job_sheet, sheet_text};
pub use trades::departments_of;
pub use week::{Day, Part, Run, Week};
pub use words::{
    FIELDS, Filter, LOADS, band_name, field_name, field_question, gate_why, hours, lever_words,
    load_of, measure_words, minutes_of, models_none, obstacle_words, starts_at_text,
    tenths_as_percent, typed_time, with_file_forms, with_lever,
};

/// The question that asks for the hours aimed at; its answer is the target here.
pub const TARGET: &str = "C13";
/// Whether there is a job of which one part is hard.
pub const HARD_PART: &str = "C14";
/// Whether there is work to add later.
pub const LATER_WORK: &str = "C15";
/// The question whose options are the departments.
pub const DEPARTMENTS: &str = "C02";
