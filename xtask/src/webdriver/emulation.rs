//! Making the browser believe other things about its person and machine: dark, print, forced colours, slow, offline.
//! An engine that cannot says so by an error.

use serde_json::{Value, json};

use super::session::Session;
use super::{Appearance, Driven, Engine, WebDriverError};

impl Session {
    /// Reports this session's appearance to the pages and takes every other emulation back; for each new window.
    pub(super) fn reset_emulation(&self) -> Driven {
        match self.engine() {
            // The rest of its emulation belonged to the window before.
            Engine::Chromium => self.emulate_media("", &[]),
            Engine::Firefox => {
                let scheme = if self.appearance() == Appearance::Dark {
                    0
                } else {
                    1
                };
                self.set_preferences(&json!({
                    "layout.css.prefers-color-scheme.content-override": scheme,
                    "browser.display.document_color_use": 0,
                    "ui.prefersReducedMotion": 0,
                    "javascript.enabled": true,
                }))
            }
            // It was started in that appearance and knows no other emulation.
            Engine::WebKit => Ok(()),
        }
    }

    /// Styles the page as for printing, or as on a screen again.
    pub fn emulate_print(&self, is_printing: bool) -> Driven {
        self.only_in(Engine::Chromium, "emulate print")?;
        self.emulate_media(if is_printing { "print" } else { "" }, &[])
    }

    /// Forces a palette upon the page, as high contrast does, or no longer.
    pub fn emulate_forced_colours(&self, is_forced: bool) -> Driven {
        let value = if is_forced { "active" } else { "none" };
        match self.engine() {
            Engine::Chromium => self.emulate_media("", &[("forced-colors", value)]),
            // 2: always use the person's own colours; 0: only with a high-contrast theme.
            Engine::Firefox => {
                let use_of_colours = if is_forced { 2 } else { 0 };
                self.set_preferences(
                    &json!({ "browser.display.document_color_use": use_of_colours }),
                )
            }
            Engine::WebKit => self.unsupported("force colours"),
        }
    }

    /// Reports the wish for less motion, or no longer.
    pub fn emulate_reduced_motion(&self, is_reduced: bool) -> Driven {
        let value = if is_reduced {
            "reduce"
        } else {
            "no-preference"
        };
        match self.engine() {
            Engine::Chromium => self.emulate_media("", &[("prefers-reduced-motion", value)]),
            Engine::Firefox => {
                self.set_preferences(&json!({ "ui.prefersReducedMotion": i32::from(is_reduced) }))
            }
            Engine::WebKit => self.unsupported("reduce motion"),
        }
    }

    /// Runs no script of the pages opened from now on, or does again.
    pub fn disable_scripts(&self, is_disabled: bool) -> Driven {
        match self.engine() {
            Engine::Chromium => self
                .devtools(
                    "Emulation.setScriptExecutionDisabled",
                    json!({ "value": is_disabled }),
                )
                .map(drop),
            Engine::Firefox => self.set_preferences(&json!({ "javascript.enabled": !is_disabled })),
            Engine::WebKit => {
                self.unsupported("disable scripts; a policy without script-src does the same")
            }
        }
    }

    /// Slows the processor: 4 is the slow telephone of the budgets, 1 is as it is.
    pub fn slow_down(&self, times: u32) -> Driven {
        self.only_in(Engine::Chromium, "slow its processor")?;
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times }))
            .map(drop)
    }

    /// Cuts the network, or restores it.
    pub fn go_offline(&self, is_offline: bool) -> Driven {
        self.only_in(Engine::Chromium, "go offline")?;
        self.devtools("Network.enable", json!({}))?;
        let conditions = json!({ "offline": is_offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.devtools("Network.emulateNetworkConditions", conditions)
            .map(drop)
    }

    /// Answers the page's question for the position with this one, or with a refusal, until the page is left.
    pub fn pretend_position(&self, position: Option<(f64, f64)>) -> Driven {
        let body = "const [position] = arguments;
            navigator.geolocation.getCurrentPosition = (found, failed) => setTimeout(() => position
                ? found({ coords: { latitude: position[0], longitude: position[1], accuracy: 30 }, timestamp: 0 })
                : failed?.({ code: 1, PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3, message: 'refused' }));";
        self.run(
            body,
            json!([position.map(|(latitude, longitude)| [latitude, longitude])]),
        )
        .map(drop)
    }

    /// What the page wrote to the console and was not yet asked for (Chromium only): level and text.
    pub fn console(&self) -> Driven<Vec<(String, String)>> {
        self.only_in(Engine::Chromium, "show its console")?;
        let lines = self.post("se/log", &json!({ "type": "browser" }))?;
        let text = |line: &Value, name: &str| line[name].as_str().unwrap_or_default().to_owned();
        Ok(lines
            .as_array()
            .into_iter()
            .flatten()
            .map(|line| (text(line, "level"), text(line, "message")))
            .collect())
    }

    /// The addresses of everything that the page in the window loaded or tried to load, itself included.
    pub fn requested_urls(&self) -> Driven<Vec<String>> {
        let body = "return [location.href, ...performance.getEntriesByType('resource').map((entry) => entry.name)]";
        let listed = self.run(body, json!([]))?;
        Ok(listed
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect())
    }

    /// Runs a script before any of the page's own in every document opened from now on (Chromium only).
    pub fn run_in_every_new_document(&self, script: &str) -> Driven {
        self.only_in(Engine::Chromium, "run a script before a page's own")?;
        self.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": script }),
        )
        .map(drop)
    }

    /// A command of Chromium's own protocol, for which there is no method here.
    pub fn devtools(&self, command: &str, params: Value) -> Driven<Value> {
        self.post(
            "goog/cdp/execute",
            &json!({ "cmd": command, "params": params }),
        )
    }

    /// Media type and features; what is not named is as the session's appearance has it.
    fn emulate_media(&self, media: &str, features: &[(&str, &str)]) -> Driven {
        let scheme = if self.appearance() == Appearance::Dark {
            "dark"
        } else {
            "light"
        };
        let mut all = vec![json!({ "name": "prefers-color-scheme", "value": scheme })];
        all.extend(
            features
                .iter()
                .map(|(name, value)| json!({ "name": name, "value": value })),
        );
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "media": media, "features": all }),
        )
        .map(drop)
    }

    /// Sets preferences of a running Firefox.
    fn set_preferences(&self, preferences: &Value) -> Driven {
        let body = "for (const [name, value] of Object.entries(arguments[0])) {
            if (typeof value === 'boolean') Services.prefs.setBoolPref(name, value);
            else Services.prefs.setIntPref(name, value);
        }
        // The window would not become narrower than 500 px.
        document.documentElement.style.setProperty('min-width', '0', 'important');";
        self.post("moz/context", &json!({ "context": "chrome" }))?;
        let set = self.run(body, json!([preferences]));
        self.post("moz/context", &json!({ "context": "content" }))?;
        set.map(drop)
    }

    fn only_in(&self, engine: Engine, wish: &'static str) -> Driven {
        if self.engine() == engine {
            Ok(())
        } else {
            self.unsupported(wish)
        }
    }

    fn unsupported<T>(&self, wish: &'static str) -> Driven<T> {
        Err(WebDriverError::Unsupported {
            engine: self.engine(),
            wish,
        })
    }
}
