//! `cargo xtask screenshot`: pictures of one screen of the built widget, for looking at while working on it.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::server::StaticServer;
use crate::webdriver::{Appearance, Engine, Session, close_display};
use crate::{Outcome, files, pages};

/// What is to be seen, and how.
pub struct Wish {
    /// Begins with a slash: `/` is the hosted page, `/situations/NAME/` a host situation.
    pub path: String,
    pub engine: Engine,
    pub view: View,
    pub height: u32,
    /// JavaScript to run before, in an async function that knows `widget` (the shadow root) and `until(claim)`.
    pub script: String,
    /// Only what is visible, not the whole page.
    pub is_viewport_only: bool,
    /// Every view that must be looked at, instead of one.
    pub is_for_all_views: bool,
    pub output: PathBuf,
}

/// One way to look at a screen.
#[derive(Clone)]
pub struct View {
    pub width: u32,
    pub appearance: Appearance,
    /// The language to set on every widget of the page.
    pub language: Option<String>,
}

/// The widths at which every screen is looked at: a telephone or a narrow column, a tablet, a desk.
const WIDTHS: [u32; 3] = [320, 768, 1280];

/// What a script may use: the inside of the first widget once it shows a screen, and waiting for a claim.
const BEFORE: &str = "
    const done = arguments[arguments.length - 1];
    const language = arguments[0];
    const until = async (claim) => {
        const end = performance.now() + 15000;
        for (;;) {
            const value = await claim();
            if (value) return value;
            if (performance.now() > end) throw new Error('waited in vain for ' + claim);
            await new Promise((next) => setTimeout(next, 20));
        }
    };
    (async () => {
        const hosts = document.querySelectorAll('koyo-check');
        if (hosts.length > 0) await until(() => hosts[0].shadowRoot?.querySelector('[data-screen]'));
        if (language) for (const host of hosts) host.setAttribute('lang', language);
        const widget = hosts[0]?.shadowRoot;
        await (async () => {
";
const AFTER: &str = "
        })();
        await document.fonts.ready;
    })().then(() => done(null), (error) => done(String(error)));
";

/// Takes the pictures of the `dist` that is there; nothing is built.
pub fn take(wish: &Wish) -> Outcome {
    let site = StaticServer::start(0, pages::mounts())?;
    let appearances: &[Appearance] = if wish.is_for_all_views {
        &[Appearance::Light, Appearance::Dark]
    } else {
        &[wish.view.appearance]
    };
    for appearance in appearances {
        let browser = Session::start(wish.engine, *appearance)?;
        for (view, output) in views(wish, *appearance) {
            browser.renew_window()?;
            show(wish, &view, &site, &browser)?;
            let picture = if wish.is_viewport_only {
                browser.picture()?
            } else {
                browser.picture_of_all()?
            };
            files::write(&output, picture)?;
            println!("{}", output.display());
        }
    }
    close_display();
    Ok(())
}

/// The views in one appearance, each with the file it goes to.
fn views(wish: &Wish, appearance: Appearance) -> Vec<(View, PathBuf)> {
    if !wish.is_for_all_views {
        return vec![(wish.view.clone(), wish.output.clone())];
    }
    let mut views = Vec::new();
    for width in WIDTHS {
        for language in ["ja", "en"] {
            let scheme = if appearance == Appearance::Dark {
                "dark"
            } else {
                "light"
            };
            let output = named(&wish.output, &format!("{width}-{scheme}-{language}"));
            views.push((
                View {
                    width,
                    appearance,
                    language: Some(language.to_owned()),
                },
                output,
            ));
        }
    }
    views
}

/// `a/start.png` and `320-dark-ja` give `a/start-320-dark-ja.png`.
fn named(output: &Path, view: &str) -> PathBuf {
    let stem = output.file_stem().unwrap_or_default().to_string_lossy();
    output.with_file_name(format!("{stem}-{view}.png"))
}

/// Opens the page and runs the script.
fn show(wish: &Wish, view: &View, site: &StaticServer, browser: &Session) -> Outcome {
    browser.set_viewport(view.width, wish.height)?;
    browser.open(&site.url(&wish.path))?;
    // The script becomes a part of ours, for our policy would refuse to compile it from text in the page.
    let body = format!("{BEFORE}{}{AFTER}", wish.script);
    if let Value::String(trouble) = browser.run_async(&body, json!([view.language]))? {
        return Err(format!("the script before the picture: {trouble}").into());
    }
    Ok(browser.wait_for_drawing()?)
}
