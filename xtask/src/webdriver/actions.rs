//! Keys and pointers as a person uses them, sent to whatever has the focus or lies at a place.

use serde_json::{Value, json};

use super::locator::Locator;
use super::session::{Session, text_of};
use super::{Driven, Engine};

/// Keys that are no characters, and their code points in the protocol.
const NAMED_KEYS: [(&str, char); 14] = [
    ("Backspace", '\u{e003}'),
    ("Tab", '\u{e004}'),
    ("Enter", '\u{e007}'),
    ("Shift", '\u{e008}'),
    ("Control", '\u{e009}'),
    ("Alt", '\u{e00a}'),
    ("Escape", '\u{e00c}'),
    ("Space", ' '),
    ("End", '\u{e010}'),
    ("Home", '\u{e011}'),
    ("ArrowLeft", '\u{e012}'),
    ("ArrowUp", '\u{e013}'),
    ("ArrowRight", '\u{e014}'),
    ("ArrowDown", '\u{e015}'),
];

impl Session {
    /// Presses one key, or several together: `press("Tab")`, `press("Shift+Tab")`, `press("3")`.
    pub fn press(&self, chord: &str) -> Driven {
        let keys: Vec<String> = chord.split('+').map(code_point).collect();
        let down = keys
            .iter()
            .map(|key| json!({ "type": "keyDown", "value": key }));
        let up = keys
            .iter()
            .rev()
            .map(|key| json!({ "type": "keyUp", "value": key }));
        self.key_actions(down.chain(up).collect())
    }

    /// Types characters into whatever has the focus.
    pub fn type_text(&self, text: &str) -> Driven {
        let strokes = text.chars().map(String::from).flat_map(|key| {
            [
                json!({ "type": "keyDown", "value": key }),
                json!({ "type": "keyUp", "value": key }),
            ]
        });
        self.key_actions(strokes.collect())
    }

    fn key_actions(&self, actions: Vec<Value>) -> Driven {
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.post("actions", &json!({ "actions": [keyboard] }))
            .map(drop)
    }

    /// What has the focus, looking into open shadow roots: runs a function body in which that element is `e`.
    pub fn eval_focused(&self, body: &str) -> Driven<Value> {
        let descend = "let e = document.activeElement; \
                       while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;";
        self.run(&format!("{descend} {body}"), json!([]))
    }

    /// The element that has the focus, in words, for messages and comparisons: `button#next "次へ"`.
    pub fn focused(&self) -> Driven<String> {
        let body = "if (!e) return 'nothing';
                    const data = Array.from(e.attributes).filter((x) => x.name.startsWith('data-'));
                    return e.localName + (e.id ? '#' + e.id : '')
                        + data.map((x) => `[${x.name}=${JSON.stringify(x.value)}]`).join('')
                        + ' ' + JSON.stringify((e.innerText || e.value || '').trim().slice(0, 40))";
        self.eval_focused(body).map(text_of)
    }

    /// An attribute of the element that has the focus.
    pub fn focused_attribute(&self, name: &str) -> Driven<Option<String>> {
        let body = format!("return e?.getAttribute({}) ?? null", json!(name));
        Ok(self.eval_focused(&body)?.as_str().map(str::to_owned))
    }

    /// Presses Tab until the focus is on an element that matches, and stays there when what was done before is drawn; an
    /// error after 100 presses.
    pub fn tab_to(&self, css: &str) -> Driven {
        let body = format!("return !!e?.matches({})", json!(css));
        let is_there = || Ok(self.eval_focused(&body)? == json!(true));
        for _ in 0..100 {
            if is_there()? {
                self.wait_for_drawing()?;
                if is_there()? {
                    return Ok(());
                }
            }
            self.press("Tab")?;
        }
        Err(super::WebDriverError::NeverCame {
            awaited: format!("the focus on {css} by Tab"),
            last: None,
        })
    }
}

impl Locator<'_> {
    /// Touches it with a finger, where the engine knows touch (WebKitGTK: with the mouse).
    pub fn tap(&self) -> Driven {
        let kind = if self.session().engine() == Engine::WebKit {
            "mouse"
        } else {
            "touch"
        };
        let down = json!({ "type": "pointerDown", "button": 0 });
        let up = json!({ "type": "pointerUp", "button": 0 });
        self.pointer_actions(kind, vec![down, up])
    }

    /// Puts the mouse on it.
    pub fn hover(&self) -> Driven {
        self.pointer_actions("mouse", Vec::new())
    }

    fn pointer_actions(&self, kind: &str, then: Vec<Value>) -> Driven {
        self.settle()?;
        let mut actions = vec![
            json!({ "type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": self.element()? }),
        ];
        actions.extend(then);
        let pointer = json!({
            "type": "pointer", "id": kind, "parameters": { "pointerType": kind }, "actions": actions,
        });
        self.session()
            .post("actions", &json!({ "actions": [pointer] }))
            .map(drop)
    }
}

/// A key by its name, or a character as it is.
fn code_point(key: &str) -> String {
    let named = NAMED_KEYS.iter().find(|(name, _)| *name == key);
    named.map_or_else(|| key.to_owned(), |(_, code)| code.to_string())
}
