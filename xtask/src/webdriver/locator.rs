//! Elements, in the document or inside open shadow roots. They are looked up anew for every deed, for a page may redraw
//! them at any time; a deed on an element that is not there yet waits for it.

use std::fmt;

use serde_json::{Value, json};

use super::session::{Session, text_of};
use super::{Driven, WebDriverError};

/// The member of JSON by which the protocol marks a reference to an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Goes down the steps and returns what the last one finds: one element, or all of them.
const LOOK_UP: &str = "
    const [steps, all] = arguments;
    let base = document;
    for (const [place, step] of steps.entries()) {
        const found = base.querySelectorAll(step.css);
        if (all && place === steps.length - 1) return Array.from(found);
        base = found[step.index];
        if (step.shadow && base) base = base.shadowRoot;
        if (!base) return all ? [] : null;
    }
    return base;
";

/// Answers whether an element in view stays where it is for two frames.
const LIES_STILL: &str = "
    const [e, done] = arguments;
    const place = () => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.width, r.height].join() };
    const { top, bottom } = e.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) e.scrollIntoView({ block: 'center', inline: 'nearest' });
    const before = place();
    requestAnimationFrame(() => requestAnimationFrame(() => done(e.isConnected && place() === before)));
";

/// Notes whether the next presses of the page reach an element. A disabled one hears of none.
const WATCHED: &str = "
    if (e.matches(':disabled')) { window.pressed = undefined; return }
    const pressed = { hit: false, other: '' };
    window.pressed = pressed;
    const see = (event) => {
        if (window.pressed !== pressed) { removeEventListener('click', see, true); return }
        const path = event.composedPath();
        pressed.hit ||= path.includes(e);
        pressed.other ||= path[0].outerHTML?.slice(0, 80) ?? '';
    };
    addEventListener('click', see, true);
";

/// Answers whether a press that was watched has arrived; after half a second, where else it went.
const ARRIVED: &str = "
    const [done] = arguments;
    const until = performance.now() + 500;
    const look = () => {
        const pressed = window.pressed;
        if (!pressed || pressed.hit) done(null);
        else if (performance.now() > until) done(pressed.other || 'nothing');
        else setTimeout(look, 10);
    };
    look();
";

/// A way to an element: selectors from the document downwards, some followed by a step into the shadow root.
#[derive(Clone)]
pub struct Locator<'s> {
    session: &'s Session,
    steps: Vec<Step>,
}

#[derive(Clone)]
struct Step {
    css: String,
    index: usize,
    enters_shadow: bool,
}

/// Where an element is in the viewport, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rectangle {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

impl<'s> Locator<'s> {
    pub(super) fn new(session: &'s Session) -> Self {
        Self {
            session,
            steps: Vec::new(),
        }
    }

    /// The first element below this one that matches.
    pub fn find(&self, css: &str) -> Self {
        let mut deeper = self.clone();
        deeper.steps.push(Step {
            css: css.to_owned(),
            index: 0,
            enters_shadow: false,
        });
        deeper
    }

    /// Of the elements that match, the one at this place, counted from 0.
    pub fn nth(mut self, index: usize) -> Self {
        if let Some(last) = self.steps.last_mut() {
            last.index = index;
        }
        self
    }

    /// The element's open shadow root, in which to find others.
    pub fn shadow(mut self) -> Self {
        if let Some(last) = self.steps.last_mut() {
            last.enters_shadow = true;
        }
        self
    }

    /// How many elements match now.
    pub fn count(&self) -> Driven<usize> {
        Ok(self.all_now()?.len())
    }

    /// Whether there is one now.
    pub fn exists(&self) -> Driven<bool> {
        Ok(self.count()? > 0)
    }

    /// Whether there is one now that a person can see.
    pub fn is_visible(&self) -> Driven<bool> {
        let Some(element) = self.now()? else {
            return Ok(false);
        };
        let body = "const e = arguments[0]; const r = e.getBoundingClientRect(); \
                    return e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) \
                    && r.width > 0 && r.height > 0";
        Ok(self.session.run(body, json!([element]))? == json!(true))
    }

    /// Waits until a person can see it.
    pub fn wait(&self) -> Driven<&Self> {
        self.session
            .wait_until(&format!("{self} to be visible"), || self.is_visible())?;
        Ok(self)
    }

    /// Waits until there is none that a person can see.
    pub fn wait_until_gone(&self) -> Driven {
        self.session
            .wait_until(&format!("{self} to be gone"), || Ok(!self.is_visible()?))
    }

    /// Waits until its visible text contains a part.
    pub fn wait_for_text(&self, part: &str) -> Driven {
        self.session
            .wait_until(&format!("{self} to say {part:?}"), || {
                Ok(self.text()?.contains(part))
            })
    }

    /// Its text as a person reads it.
    pub fn text(&self) -> Driven<String> {
        self.eval("return e.innerText ?? e.textContent", json!([]))
            .map(|text| text_of(text).trim().to_owned())
    }

    /// The texts of all that match now.
    pub fn texts(&self) -> Driven<Vec<String>> {
        let read = |element| {
            self.session
                .run("return arguments[0].innerText.trim()", json!([element]))
                .map(text_of)
        };
        self.all_now()?.into_iter().map(read).collect()
    }

    /// An attribute, or `None` where it is absent.
    pub fn attribute(&self, name: &str) -> Driven<Option<String>> {
        self.eval("return e.getAttribute(a)", json!([name]))
            .map(|value| value.as_str().map(str::to_owned))
    }

    /// That attribute of all that match now; an element without it is left out.
    pub fn attributes(&self, name: &str) -> Driven<Vec<String>> {
        let elements = self.all_now()?;
        let body = "return arguments[0].map((e) => e.getAttribute(arguments[1])).filter((value) => value !== null)";
        let values = self.session.run(body, json!([elements, name]))?;
        Ok(values
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect())
    }

    /// A property, such as `value` or `checked`.
    pub fn property(&self, name: &str) -> Driven<Value> {
        self.eval("return e[a]", json!([name]))
    }

    /// A property of its computed style, such as `background-color`.
    pub fn style(&self, name: &str) -> Driven<String> {
        self.eval(
            "return getComputedStyle(e).getPropertyValue(a)",
            json!([name]),
        )
        .map(text_of)
    }

    /// Where it is in the viewport.
    pub fn rectangle(&self) -> Driven<Rectangle> {
        let body = "const r = e.getBoundingClientRect(); return [r.left, r.top, r.width, r.height]";
        let sides = self.eval(body, json!([]))?;
        let side = |index: usize| sides[index].as_f64().unwrap_or_default();
        Ok(Rectangle {
            left: side(0),
            top: side(1),
            width: side(2),
            height: side(3),
        })
    }

    /// Clicks it as a mouse does; waits until it is there, lies still, and nothing is in its way.
    pub fn click(&self) -> Driven {
        self.settle()?;
        self.eval(WATCHED, json!([]))?;
        self.with_element("click", "", json!({}))?;
        match self.session.run_async(ARRIVED, json!([])) {
            // A press may open a dialog, or leave the page: then nobody is left to ask.
            Ok(Value::Null) | Err(WebDriverError::Refused { .. }) => Ok(()),
            Ok(hit) => Err(WebDriverError::Missed {
                aimed_at: self.to_string(),
                hit: text_of(hit),
            }),
            Err(error) => Err(error),
        }
    }

    /// Brings it into view and waits until it has not moved for two frames. A driver looks up where an element is and only
    /// then presses; a page that is drawn in between, with an error above or scrolled to its top, would be hit beside it.
    pub(super) fn settle(&self) -> Driven {
        self.session
            .wait_until(&format!("{self} to lie still"), || {
                let Some(element) = self.now()? else {
                    return Ok(false);
                };
                Ok(self.session.run_async(LIES_STILL, json!([element]))? == json!(true))
            })
    }

    /// Clicks the label of a form control, for one whose own box is hidden; without a label, the control.
    pub fn click_label(&self) -> Driven {
        self.session
            .wait_for(&format!("{self} to be clicked by its label"), || {
                let Some(element) = self.now()? else {
                    return Ok(None);
                };
                let label = self.session.run(
                    "return arguments[0].labels?.[0] ?? arguments[0]",
                    json!([element]),
                )?;
                self.command(&label, "click", &json!({})).map(Some)
            })
    }

    /// Focuses it and types, one key after another. For keys that are no characters see [`Session::press`].
    pub fn type_text(&self, text: &str) -> Driven {
        self.with_element("value", "typed into", json!({ "text": text }))
    }

    /// Empties a field, as a person who selects all and deletes.
    pub fn clear(&self) -> Driven {
        self.with_element("clear", "cleared", json!({}))
    }

    /// Chooses the option of a `<select>` that has this value, and tells the page as the browser would.
    pub fn choose_option(&self, value: &str) -> Driven {
        let body = "if (!Array.from(e.options).some((o) => o.value === a)) throw new Error('no such option');
                    e.value = a;
                    for (const name of ['input', 'change']) e.dispatchEvent(new Event(name, { bubbles: true, composed: name === 'input' }));";
        self.eval(body, json!([value])).map(drop)
    }

    /// Gives it the focus.
    pub fn focus(&self) -> Driven {
        self.eval("e.focus()", json!([])).map(drop)
    }

    /// Whether it has the focus, inside its own document or shadow root.
    pub fn is_focused(&self) -> Driven<bool> {
        Ok(self.eval("return e.getRootNode().activeElement === e", json!([]))? == json!(true))
    }

    /// Scrolls it into the middle of the viewport.
    pub fn scroll_to(&self) -> Driven {
        self.eval(
            "e.scrollIntoView({ block: 'center', inline: 'nearest' })",
            json!([]),
        )
        .map(drop)
    }

    /// Waits for the element, then runs a function body in which it is `e` and the first further argument `a`.
    pub fn eval(&self, body: &str, arguments: Value) -> Driven<Value> {
        let body = format!("const [e, a] = arguments; {body}");
        self.session.wait_for(&self.to_string(), || {
            let Some(element) = self.now()? else {
                return Ok(None);
            };
            let mut all = vec![element];
            all.extend(arguments.as_array().into_iter().flatten().cloned());
            self.session.run(&body, Value::Array(all)).map(Some)
        })
    }

    /// A reference to the element, for the protocol; waits until it is there.
    pub(super) fn element(&self) -> Driven<Value> {
        self.session.wait_for(&self.to_string(), || self.now())
    }

    fn now(&self) -> Driven<Option<Value>> {
        let found = self
            .session
            .run(LOOK_UP, json!([self.steps_as_json(), false]))?;
        Ok((!found.is_null()).then_some(found))
    }

    fn all_now(&self) -> Driven<Vec<Value>> {
        let found = self
            .session
            .run(LOOK_UP, json!([self.steps_as_json(), true]))?;
        Ok(found.as_array().cloned().unwrap_or_default())
    }

    fn steps_as_json(&self) -> Value {
        let as_json = |step: &Step| json!({ "css": step.css, "index": step.index, "shadow": step.enters_shadow });
        self.steps.iter().map(as_json).collect()
    }

    fn with_element(&self, command: &str, deed: &str, body: Value) -> Driven {
        let deed = if deed.is_empty() { "clicked" } else { deed };
        self.session.wait_for(&format!("{self} to be {deed}"), || {
            let Some(element) = self.now()? else {
                return Ok(None);
            };
            self.command(&element, command, &body).map(Some)
        })
    }

    fn command(&self, element: &Value, command: &str, body: &Value) -> Driven {
        let Some(id) = element[ELEMENT].as_str() else {
            let reason = format!("{self} is no element");
            return Err(WebDriverError::Unreadable {
                command: command.to_owned(),
                reason,
            });
        };
        self.session
            .post(&format!("element/{id}/{command}"), body)
            .map(drop)
    }

    pub(super) fn session(&self) -> &'s Session {
        self.session
    }
}

impl fmt::Display for Locator<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, step) in self.steps.iter().enumerate() {
            let gap = if place == 0 { "" } else { " >> " };
            write!(f, "{gap}{}", step.css)?;
            if step.index > 0 {
                write!(f, " (number {})", step.index + 1)?;
            }
        }
        Ok(())
    }
}
