//! `places/sources.toml`: where each file comes from, when it was read, how sure it is and under which licence.

use std::path::Path;

use crate::catalogue::compile::{
    problem::Report,
    provenance::Origin,
    record::{File, files_in},
};

/// A problem for each file without a record, each record without a file, and each record that is not complete.
pub(super) fn check(content: &Path, report: &Report) {
    let Some(file) = File::open(content, "places/sources.toml", report) else {
        return;
    };
    let Some(document) = file.record() else {
        return;
    };
    let mut described = Vec::new();
    for (_, value) in document.entries() {
        let Some(mut record) = value.record() else {
            continue;
        };
        let Some(name) = record.text("file") else {
            continue;
        };
        Origin::default().complete(&mut record, &format!("file {}", name.value));
        for field in ["licence", "attribution"] {
            if let Some(text) = record.text(field)
                && text.value.trim().is_empty()
            {
                file.problem(text.line, format!("`{field}` is empty"));
            }
        }
        record.finish();
        if !content.join("places").join(&name.value).is_file() {
            file.problem(name.line, format!("there is no file `{}`", name.value));
        }
        described.push(name.value);
    }
    for below in files_in(content, "places", ".csv", report) {
        let name = below.trim_start_matches("places/");
        if !described.iter().any(|described| described == name) {
            file.problem(0, format!("no record for `{name}`"));
        }
    }
}
