//! `cargo xtask CHORE`: which chores there are and their arguments. What each does is in the library beside this file.

use std::path::PathBuf;
use std::process::ExitCode;

use lexopt::prelude::*;
use xtask::picture::{View, Wish};
use xtask::webdriver::{Appearance, Engine};
use xtask::{
    Outcome, Trouble, build, cases, content, files, levy_bench, picture, serve, setup, sizes,
    start_bench, subsidy_bench, test, tidy,
};

const HELP: &str = "\
cargo xtask CHORE

  serve [--port N]      install what is missing, build, and serve the widget on this machine
  test                  install what is missing, and check and test everything
  build                 write the release dist/
  content               check all content and list what is due for checking again
  cases [PATH]...       run the expert-checked cases (default: tests/cases)
  pages [FILTER]...     test the built dist/ in Chromium, Firefox and WebKit
  bench start           measure how long the built widget takes to start in Chromium; writes benches/start.md
  bench levy            measure how long an edit of a large firm takes in the built calculator
  bench subsidy         measure the subsidy finder in Chromium beside other rule engines; writes benches/subsidy.md
  bench                 all three benches
  sizes                 weigh the built dist/ against the budgets
  tidy                  check who imports whom, where colours stand, and the like
  setup                 install what building and testing need, and nothing else
  screenshot PATH -o FILE [--width W] [--height H] [--dark] [--lang L] [--engine E] [--viewport] [--js SCRIPT] [--all]
                        a picture of the built dist/ (PATH begins with a slash); the script is the body of an async
                        function that knows `widget` (the shadow root) and `until(claim)`; with --all twelve pictures,
                        FILE-320-dark-en.png and so on
";

fn main() -> ExitCode {
    match chore() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(trouble) => {
            eprintln!("\n{trouble}");
            ExitCode::FAILURE
        }
    }
}

/// Does what the command line asks; whether it went well.
fn chore() -> Outcome<bool> {
    let mut arguments = lexopt::Parser::from_env();
    let name = match arguments.next().map_err(usage)? {
        Some(Value(name)) => name.to_string_lossy().into_owned(),
        Some(Long("help") | Short('h')) | None => "help".to_owned(),
        Some(other) => return Err(usage(other.unexpected())),
    };
    match name.as_str() {
        "serve" => serve::run(port(&mut arguments)?)?,
        "build" => {
            nothing_more(&mut arguments)?;
            setup::for_building()?;
            build::release()?;
        }
        "test" => {
            nothing_more(&mut arguments)?;
            test::run_all()?;
        }
        "pages" => test::pages(&words(&mut arguments)?)?,
        "bench" => match words(&mut arguments)?.as_slice() {
            [] => {
                start_bench::run()?;
                subsidy_bench::run()?;
                levy_bench::run()?;
            }
            [what] if what == "start" => start_bench::run()?,
            [what] if what == "levy" => levy_bench::run()?,
            [what] if what == "subsidy" => subsidy_bench::run()?,
            other => return Err(usage(format!("no bench is named {other:?}"))),
        },
        "sizes" => {
            nothing_more(&mut arguments)?;
            sizes::check(&files::dist())?;
        }
        "tidy" => {
            nothing_more(&mut arguments)?;
            tidy::check()?;
        }
        "screenshot" => picture::take(&wish(&mut arguments)?)?,
        "setup" => {
            nothing_more(&mut arguments)?;
            setup::for_testing()?;
        }
        "content" => {
            nothing_more(&mut arguments)?;
            return content::report();
        }
        "cases" => return Ok(cases::run(&paths(&mut arguments)?)),
        "help" => print!("{HELP}"),
        other => return Err(usage(format!("no chore is named {other}"))),
    }
    Ok(true)
}

/// What is wrong with the command line, and what would be right.
fn usage(problem: impl std::fmt::Display) -> Trouble {
    format!("{problem}\n\n{HELP}").into()
}

fn port(arguments: &mut lexopt::Parser) -> Outcome<Option<u16>> {
    let mut port = None;
    while let Some(argument) = arguments.next().map_err(usage)? {
        match argument {
            Long("port") => {
                port = Some(
                    arguments
                        .value()
                        .and_then(|value| value.parse())
                        .map_err(usage)?,
                )
            }
            other => return Err(usage(other.unexpected())),
        }
    }
    Ok(port)
}

fn paths(arguments: &mut lexopt::Parser) -> Outcome<Vec<PathBuf>> {
    Ok(words(arguments)?.into_iter().map(PathBuf::from).collect())
}

fn words(arguments: &mut lexopt::Parser) -> Outcome<Vec<String>> {
    let mut words = Vec::new();
    while let Some(argument) = arguments.next().map_err(usage)? {
        match argument {
            Value(word) => words.push(word.string().map_err(usage)?),
            other => return Err(usage(other.unexpected())),
        }
    }
    Ok(words)
}

fn wish(arguments: &mut lexopt::Parser) -> Outcome<Wish> {
    let mut wish = Wish {
        path: "/".to_owned(),
        engine: Engine::Chromium,
        view: View {
            width: 1280,
            appearance: Appearance::Light,
            language: None,
        },
        height: 800,
        script: String::new(),
        is_viewport_only: false,
        is_for_all_views: false,
        output: files::root().join("target/shots/shot.png"),
    };
    while let Some(argument) = arguments.next().map_err(usage)? {
        let name = match argument {
            Value(path) => {
                wish.path = path.string().map_err(usage)?;
                continue;
            }
            Short('o') => "output".to_owned(),
            Long(name) => name.to_owned(),
            other => return Err(usage(other.unexpected())),
        };
        match name.as_str() {
            "dark" => wish.view.appearance = Appearance::Dark,
            "all" => wish.is_for_all_views = true,
            "viewport" => wish.is_viewport_only = true,
            "width" => wish.view.width = value(arguments)?.parse().map_err(usage)?,
            "height" => wish.height = value(arguments)?.parse().map_err(usage)?,
            "lang" => wish.view.language = Some(value(arguments)?),
            "js" => wish.script = value(arguments)?,
            "output" => wish.output = PathBuf::from(value(arguments)?),
            "engine" => {
                let name = value(arguments)?;
                let engine = Engine::named(&name);
                wish.engine = engine.ok_or_else(|| usage(format!("no engine is named {name}")))?;
            }
            _ => return Err(usage(format!("invalid option '--{name}'"))),
        }
    }
    Ok(wish)
}

fn value(arguments: &mut lexopt::Parser) -> Outcome<String> {
    arguments
        .value()
        .and_then(|value| value.string())
        .map_err(usage)
}

fn nothing_more(arguments: &mut lexopt::Parser) -> Outcome {
    match arguments.next().map_err(usage)? {
        None => Ok(()),
        Some(other) => Err(usage(other.unexpected())),
    }
}
