//! The processes behind a session: the engine's driver and, for WebKit, a display. Only our own are ever ended.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::wire::Wire;
use super::{Driven, Engine, WebDriverError};
use crate::setup::debian;
use crate::{Outcome, files, programs};

/// The colour scheme that the browser reports to its pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Appearance {
    #[default]
    Light,
    Dark,
}

/// A running driver; it ends when dropped.
pub struct Driver {
    child: Child,
    pub wire: Wire,
}

impl Driver {
    pub fn start(engine: Engine) -> Driven<Self> {
        let name = match engine {
            Engine::Chromium => "chromedriver",
            Engine::Firefox => "geckodriver",
            Engine::WebKit => "WebKitWebDriver",
        };
        let trouble = |reason: String| WebDriverError::NotRunning {
            driver: name.to_owned(),
            reason,
        };
        let port = free_port().map_err(|error| trouble(error.to_string()))?;
        let mut command = programs::program(name);
        command.arg(format!("--port={port}"));
        match engine {
            Engine::Chromium => {}
            // Preferences are changed while the browser runs, which takes its own privileges.
            Engine::Firefox => {
                command.args(["--allow-system-access", "--log", "error"]);
            }
            Engine::WebKit => {
                command
                    .env("DISPLAY", display()?)
                    .env_remove("WAYLAND_DISPLAY");
                command.env(
                    "XDG_CONFIG_HOME",
                    narrow_toolbar().map_err(|error| trouble(error.to_string()))?,
                );
            }
        }
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let child = command
            .spawn()
            .map_err(|error| trouble(error.to_string()))?;
        let mut driver = Self {
            child,
            wire: Wire::to(port),
        };
        driver.wait_until_it_listens().map_err(trouble)?;
        Ok(driver)
    }

    fn wait_until_it_listens(&mut self) -> Result<(), String> {
        let deadline = Instant::now() + Duration::from_secs(30);
        loop {
            if let Ok(Some(status)) = self.child.try_wait() {
                return Err(format!("ended at once: {status}"));
            }
            match self.wire.get("/status") {
                Ok(_) => return Ok(()),
                Err(error) if Instant::now() > deadline => return Err(error.to_string()),
                Err(_) => thread::sleep(Duration::from_millis(20)),
            }
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a new session asks of the driver.
pub fn capabilities(engine: Engine, appearance: Appearance) -> Driven<Value> {
    let browser = |found: Option<PathBuf>| {
        found
            .map(|path| path.to_string_lossy().into_owned())
            .ok_or_else(|| WebDriverError::NotRunning {
                driver: engine.name().to_owned(),
                reason: "no browser is installed; `cargo xtask setup` installs it".to_owned(),
            })
    };
    let wanted = match engine {
        Engine::Chromium => {
            let mut arguments = vec![
                "--headless=new",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--no-default-browser-check",
                "--force-device-scale-factor=1",
                "--lang=ja",
            ];
            if is_root() {
                arguments.push("--no-sandbox");
            }
            let options = json!({ "binary": browser(debian::chromium())?, "args": arguments });
            json!({ "goog:chromeOptions": options, "goog:loggingPrefs": { "browser": "ALL" } })
        }
        Engine::Firefox => {
            let preferences = json!({
                "intl.accept_languages": "ja",
                "layout.css.prefers-color-scheme.content-override": 1,
                "ui.prefersReducedMotion": 0,
            });
            let options = json!({ "binary": browser(debian::firefox())?, "args": ["-headless"], "prefs": preferences });
            json!({ "moz:firefoxOptions": options })
        }
        Engine::WebKit => {
            let mut arguments = vec!["--automation"];
            if appearance == Appearance::Dark {
                arguments.push("--dark-mode");
            }
            let options = json!({ "binary": browser(debian::minibrowser())?, "args": arguments });
            json!({ "webkitgtk:browserOptions": options })
        }
    };
    Ok(json!({ "capabilities": { "alwaysMatch": wanted } }))
}

/// A configuration for GTK under which MiniBrowser's tool bar, and so its window and page, can be narrower than 447 px.
fn narrow_toolbar() -> Outcome<PathBuf> {
    let folder = files::root().join("target/pages/gtk");
    let style = "button, entry, tab { min-width: 0; padding: 0; margin: 0 -20px; border-width: 0; font-size: 1px; }\n";
    files::write(&folder.join("gtk-3.0/gtk.css"), style)?;
    Ok(folder)
}

/// Chromium's sandbox refuses to run as root.
fn is_root() -> bool {
    static IS_ROOT: LazyLock<bool> = LazyLock::new(|| {
        programs::output_of(programs::program("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
    });
    *IS_ROOT
}

/// A port that nobody listens at just now.
fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// The X server of this process, and its `DISPLAY`.
static DISPLAY: Mutex<Option<(Child, String)>> = Mutex::new(None);

/// The display without a screen that WebKit draws on, started when first needed.
///
/// Started here rather than by `xvfb-run`, whose shell would leave the X server and the driver behind when it is ended.
fn display() -> Driven<String> {
    let mut display = DISPLAY.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, name)) = &*display {
        return Ok(name.clone());
    }
    let trouble = |reason: String| WebDriverError::NotRunning {
        driver: "Xvfb".to_owned(),
        reason,
    };
    let mut command = Command::new("Xvfb");
    // `-displayfd 1`: it takes a free number and prints it once it listens.
    command.args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        "2560x4000x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = command
        .spawn()
        .map_err(|error| trouble(error.to_string()))?;
    let mut number = String::new();
    if let Some(output) = child.stdout.take() {
        let _ = BufReader::new(output).read_line(&mut number);
    }
    if number.trim().is_empty() {
        let _ = child.kill();
        let _ = child.wait();
        return Err(trouble("it did not say which display it took".to_owned()));
    }
    let name = format!(":{}", number.trim());
    *display = Some((child, name.clone()));
    Ok(name)
}

/// Ends the display; for the end of the process, when every session is closed.
pub fn close_display() {
    if let Some((mut child, _)) = DISPLAY
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .take()
    {
        let _ = child.kill();
        let _ = child.wait();
    }
}
