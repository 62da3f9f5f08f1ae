//! Compiles `content/` into what the library includes; the work is done by `src/catalogue/compile`.

use std::{env, path::Path, process::ExitCode};

// The compiler needs the vocabulary and the schema under the names that they have in the library.
#[allow(dead_code, unused_imports, reason = "the library uses the rest")]
#[path = "src/domain/mod.rs"]
mod domain;

#[allow(dead_code, reason = "the library and xtask use the rest")]
#[path = "src/catalogue"]
mod catalogue {
    pub mod asset;
    pub mod compile;
    pub mod places {
        pub mod outline;
        pub mod postal;
        pub mod stations;
    }
    pub mod schema;
    pub mod timeline;
}

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=content");
    println!("cargo::rerun-if-changed=src/catalogue");
    println!("cargo::rerun-if-changed=src/domain");

    let compiled = match catalogue::compile::compile(Path::new("content")) {
        Ok(compiled) => compiled,
        Err(problems) => {
            for problem in &problems {
                println!("cargo::error={problem}");
            }
            eprintln!("content: {} problems", problems.len());
            return ExitCode::FAILURE;
        }
    };
    let folder = env::var_os("OUT_DIR").unwrap_or_default();
    if let Err(error) = compiled.write_sources(Path::new(&folder)) {
        println!("cargo::error=the compiled content cannot be written: {error}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
