//! A browser under our hand: pages, scripts, windows, pictures, waiting. Elements are in `locator`, keys in `actions`.

use std::thread;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};

use super::driver::{self, Appearance, Driver};
use super::locator::Locator;
use super::{Driven, Engine, WebDriverError};

/// How long anything may take to come about; a busy machine with two cores needs most of it.
const PATIENCE: Duration = Duration::from_secs(20);

/// A browser with one window. It is closed when dropped.
pub struct Session {
    driver: Driver,
    engine: Engine,
    appearance: Appearance,
    path: String,
}

impl Session {
    /// Starts a browser with a clean profile.
    pub fn start(engine: Engine, appearance: Appearance) -> Driven<Self> {
        let driver = Driver::start(engine)?;
        let opened = driver
            .wire
            .post("/session", &driver::capabilities(engine, appearance)?)?;
        let id = opened["sessionId"].as_str().unwrap_or_default();
        let session = Self {
            path: format!("/session/{id}"),
            driver,
            engine,
            appearance,
        };
        session.post(
            "timeouts",
            &json!({ "script": 60_000, "pageLoad": 60_000, "implicit": 0 }),
        )?;
        session.reset_emulation()?;
        Ok(session)
    }

    pub fn engine(&self) -> Engine {
        self.engine
    }

    pub fn appearance(&self) -> Appearance {
        self.appearance
    }

    /// Sends a command of the protocol for which there is no method here.
    pub fn post(&self, command: &str, body: &Value) -> Driven<Value> {
        self.driver
            .wire
            .post(&format!("{}/{command}", self.path), body)
    }

    /// Asks for something for which there is no method here.
    pub fn get(&self, command: &str) -> Driven<Value> {
        self.driver.wire.get(&format!("{}/{command}", self.path))
    }

    /// Opens a page and waits for its `load` event.
    pub fn open(&self, url: &str) -> Driven {
        self.post("url", &json!({ "url": url })).map(drop)
    }

    pub fn reload(&self) -> Driven {
        self.post("refresh", &json!({})).map(drop)
    }

    pub fn back(&self) -> Driven {
        self.post("back", &json!({})).map(drop)
    }

    pub fn forward(&self) -> Driven {
        self.post("forward", &json!({})).map(drop)
    }

    pub fn url(&self) -> Driven<String> {
        self.get("url").map(text_of)
    }

    pub fn title(&self) -> Driven<String> {
        self.get("title").map(text_of)
    }

    /// The page as the browser holds it now, without what is in shadow roots.
    pub fn source(&self) -> Driven<String> {
        self.get("source").map(text_of)
    }

    /// Runs the body of a function in the page: `session.run("return arguments[0] + 1", json!([1]))`.
    pub fn run(&self, body: &str, arguments: Value) -> Driven<Value> {
        self.post(
            "execute/sync",
            &json!({ "script": body, "args": arguments }),
        )
    }

    /// The same for a body that hands its result to the function it gets as last argument.
    pub fn run_async(&self, body: &str, arguments: Value) -> Driven<Value> {
        self.post(
            "execute/async",
            &json!({ "script": body, "args": arguments }),
        )
    }

    /// The elements of the document that match, to be looked up when something is done with them.
    pub fn find(&self, css: &str) -> Locator<'_> {
        Locator::new(self).find(css)
    }

    /// The inside of the first `<koyo-check>` of the page.
    pub fn widget(&self) -> Locator<'_> {
        self.nth_widget(0)
    }

    /// The inside of one of several `<koyo-check>`, counted from 0.
    pub fn nth_widget(&self, index: usize) -> Locator<'_> {
        self.find("koyo-check").nth(index).shadow()
    }

    /// Tries until `attempt` gives a value or time is up. A passing refusal counts as "not yet".
    pub fn wait_for<T>(
        &self,
        awaited: &str,
        mut attempt: impl FnMut() -> Driven<Option<T>>,
    ) -> Driven<T> {
        let deadline = Instant::now() + PATIENCE;
        let mut pause = Duration::from_millis(5);
        loop {
            let last = match attempt() {
                Ok(Some(value)) => return Ok(value),
                Ok(None) => None,
                Err(error) if error.is_passing() => Some(Box::new(error)),
                Err(error) => return Err(error),
            };
            if Instant::now() > deadline {
                return Err(WebDriverError::NeverCame {
                    awaited: awaited.to_owned(),
                    last,
                });
            }
            thread::sleep(pause);
            pause = (pause * 2).min(Duration::from_millis(100));
        }
    }

    /// Waits until a claim is true.
    pub fn wait_until(&self, awaited: &str, mut claim: impl FnMut() -> Driven<bool>) -> Driven {
        self.wait_for(awaited, || Ok(claim()?.then_some(())))
    }

    /// Waits until the page has drawn what it was told so far.
    pub fn wait_for_drawing(&self) -> Driven {
        let body = "const done = arguments[arguments.length - 1]; \
                    requestAnimationFrame(() => requestAnimationFrame(() => done(true)));";
        self.run_async(body, json!([])).map(drop)
    }

    /// Makes the page's own area this large in CSS pixels; an error when the browser has a larger minimum.
    pub fn set_viewport(&self, width: u32, height: u32) -> Driven {
        if self.engine == Engine::Chromium {
            // A window has a least width; the metrics of the page itself have none.
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.devtools("Emulation.setDeviceMetricsOverride", metrics)?;
            return Ok(());
        }
        // The window's frame is not known beforehand and GTK settles late, so ask, look, and correct.
        let mut outer = (width, height);
        self.wait_until(&format!("a viewport of {width} x {height}"), || {
            self.post(
                "window/rect",
                &json!({ "width": outer.0, "height": outer.1 }),
            )?;
            let mut inner = (0, 0);
            for _ in 0..5 {
                inner = self.viewport()?;
                if inner == (width, height) {
                    return Ok(true);
                }
                self.wait_for_drawing()?;
            }
            let corrected =
                |outer: u32, wanted: u32, got: u32| (outer + wanted).saturating_sub(got);
            outer = (
                corrected(outer.0, width, inner.0),
                corrected(outer.1, height, inner.1),
            );
            Ok(false)
        })
    }

    /// Width and height of the page's own area, in CSS pixels.
    pub fn viewport(&self) -> Driven<(u32, u32)> {
        let size = self.run("return [window.innerWidth, window.innerHeight]", json!([]))?;
        let side = |index: usize| {
            size[index]
                .as_u64()
                .and_then(|pixels| u32::try_from(pixels).ok())
                .unwrap_or(0)
        };
        Ok((side(0), side(1)))
    }

    /// A picture of what is visible, as PNG.
    pub fn picture(&self) -> Driven<Vec<u8>> {
        let picture = self.get("screenshot")?;
        let decoded = BASE64.decode(picture.as_str().unwrap_or_default());
        decoded.map_err(|error| WebDriverError::Unreadable {
            command: "screenshot".to_owned(),
            reason: error.to_string(),
        })
    }

    /// A picture of the whole page, as PNG: the page's area is made as tall as the page meanwhile.
    pub fn picture_of_all(&self) -> Driven<Vec<u8>> {
        let (width, height) = self.viewport()?;
        let tall = self.run("return document.documentElement.scrollHeight", json!([]))?;
        let tall = tall
            .as_u64()
            .and_then(|pixels| u32::try_from(pixels).ok())
            .unwrap_or(height)
            .clamp(height, 16_000);
        let is_grown = tall > height && self.set_viewport(width, tall).is_ok();
        self.wait_for_drawing()?;
        let picture = self.picture();
        if is_grown {
            self.set_viewport(width, height)?;
        }
        picture
    }

    /// A fresh window in place of the present one: no history, no session storage, no emulation.
    pub fn renew_window(&self) -> Driven {
        let old = self.get("window")?;
        let new = self.post("window/new", &json!({ "type": "tab" }))?;
        self.post("window", &json!({ "handle": old }))?;
        self.driver.wire.delete(&format!("{}/window", self.path))?;
        self.post("window", &json!({ "handle": new["handle"] }))?;
        self.reset_emulation()
    }

    /// Whether the browser still answers.
    pub fn is_alive(&self) -> bool {
        self.get("window").is_ok()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Ends the browser; ending only the driver would leave it behind.
        let _ = self.driver.wire.delete(&self.path);
    }
}

/// The text in a value that is a string.
pub(super) fn text_of(value: Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
