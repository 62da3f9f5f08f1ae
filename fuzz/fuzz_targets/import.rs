//! Any bytes as a file of tasks: reading never panics, and what was read is written and read back the same.
#![no_main]

use std::{path::Path, sync::OnceLock};

use koyo_check::{
    app::inventory::{FileForms, import, write_csv, write_json},
    catalogue::{
        compile::{Compiled, compile},
        schema::Language,
    },
};
use libfuzzer_sys::fuzz_target;

fn content() -> &'static Compiled {
    static CONTENT: OnceLock<Compiled> = OnceLock::new();
    CONTENT.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
        compile(&folder).expect("the content compiles")
    })
}

fuzz_target!(|bytes: &[u8]| {
    let forms = FileForms {
        words: &content().posts.sheet,
        tasks: &content().tasks,
        departments: &[],
        language: Language::Japanese,
    };
    if let Ok(imported) = import(bytes, &forms) {
        let list = imported.tasks;
        for text in [write_csv(&list, &forms), write_json(&list, &forms)] {
            let back = import(text.as_bytes(), &forms).map(|imported| imported.tasks);
            assert_eq!(back.as_ref(), Ok(&list), "{text}");
        }
    }
});
