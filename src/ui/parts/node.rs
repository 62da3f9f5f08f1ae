//! Elements made by plain calls: where a screen has very many, this takes a fraction of the code that the macro makes of each.

use std::rc::Rc;

use yew::{
    html::{onchange, onclick, oninput, onkeydown, onmousedown},
    prelude::*,
    virtual_dom::{VList, VNode, VTag, VText},
};

use crate::{catalogue::schema::TextId, ui::context::App};

/// An option of the platform's list.
#[inline(never)]
pub fn option(value: &str, label: String, is_chosen: bool) -> Html {
    let mut node = VTag::new("option");
    node.key = Some(value.into());
    node.add_attribute("value", String::from(value));
    // As a property, so that it still takes effect after the person has chosen another.
    node.add_property("selected", is_chosen);
    node.add_child(label.into());
    node.into()
}

/// Siblings without an element around them; each has its key.
pub fn all(children: Vec<Html>) -> Html {
    VNode::from(VList::with_children(children, None))
}

/// An element put together step by step, for those of which parts may be missing.
pub struct Tag(Box<VTag>);

/// An element named `name`.
#[inline(never)]
pub fn tag(name: &'static str) -> Tag {
    Tag(Box::new(VTag::new(name)))
}

/// An element with nothing but a class and the text `id`.
#[inline(never)]
pub fn say(app: &App, name: &'static str, class: &'static str, id: TextId) -> Tag {
    tag(name).class(class).text(app.words.get(id))
}

/// A part of a screen under its heading, which can take the focus; `id` is that of the heading.
#[inline(never)]
pub fn part(class: &'static str, id: &str, heading: &str) -> Tag {
    let heading = tag("h2")
        .key("heading")
        .attr("id", id)
        .attr("tabindex", "-1")
        .text(heading);
    tag("section")
        .class(class)
        .attr("aria-labelledby", id)
        .add(heading)
}

/// What is heard when it changes; always there, so that it is.
#[inline(never)]
pub fn live_part(key: &str) -> Tag {
    tag("div").key(key).attr("aria-live", "polite")
}

impl Tag {
    /// Tells it from its siblings, of which all or none have one.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(key.into());
        self
    }

    #[inline(never)]
    pub fn class(mut self, class: &'static str) -> Self {
        if !class.is_empty() {
            self.0.add_attribute("class", class);
        }
        self
    }

    #[inline(never)]
    pub fn attr(mut self, name: &'static str, value: &str) -> Self {
        self.0
            .add_attribute(name, AttrValue::from(value.to_owned()));
        self
    }

    #[inline(never)]
    pub fn text(mut self, text: &str) -> Self {
        self.0.add_child(VText::new(text.to_owned()).into());
        self
    }

    #[inline(never)]
    pub fn add(mut self, child: Self) -> Self {
        self.0.add_child(child.html());
        self
    }

    /// Adds what was drawn otherwise.
    #[inline(never)]
    pub fn html_of(mut self, child: Html) -> Self {
        self.0.add_child(child);
        self
    }

    #[inline(never)]
    pub fn maybe(self, child: Option<Self>) -> Self {
        match child {
            Some(child) => self.add(child),
            None => self,
        }
    }

    #[inline(never)]
    pub fn all(mut self, children: Vec<Self>) -> Self {
        for child in children {
            self.0.add_child(child.html());
        }
        self
    }

    #[inline(never)]
    pub fn on_click(mut self, onclick: Callback<MouseEvent>) -> Self {
        self.0.add_listener(Rc::new(onclick::Wrapper::new(onclick)));
        self
    }

    /// What stands in a field that is read when it is left. It is written only when it is another than it was, so what is
    /// half typed stays when something else on the screen changes: Yew's own value is written at every redraw.
    #[inline(never)]
    pub fn value(mut self, value: &str) -> Self {
        self.0.add_property("value", value);
        self
    }

    #[inline(never)]
    pub fn on_change(mut self, onchange: Callback<Event>) -> Self {
        self.0
            .add_listener(Rc::new(onchange::Wrapper::new(onchange)));
        self
    }

    /// Whether a checkbox is ticked.
    #[inline(never)]
    pub fn checked(mut self, is_checked: bool) -> Self {
        self.0.set_checked(is_checked);
        self
    }

    #[inline(never)]
    pub fn on_input(mut self, oninput: Callback<InputEvent>) -> Self {
        self.0.add_listener(Rc::new(oninput::Wrapper::new(oninput)));
        self
    }

    #[inline(never)]
    pub fn on_key(mut self, onkeydown: Callback<KeyboardEvent>) -> Self {
        self.0
            .add_listener(Rc::new(onkeydown::Wrapper::new(onkeydown)));
        self
    }

    #[inline(never)]
    pub fn html(self) -> Html {
        VNode::from(*self.0)
    }

    /// Leaves the focus where it is while this is pressed: what a field changes when it is left may move the screen, and
    /// the press would end beside what it began on. The click is then to leave the field.
    #[inline(never)]
    pub fn keep_focus(mut self) -> Self {
        let stay = Callback::from(|event: MouseEvent| event.prevent_default());
        self.0
            .add_listener(Rc::new(onmousedown::Wrapper::new(stay)));
        self
    }

    /// An attribute that holds a number.
    #[inline(never)]
    pub fn number(self, name: &'static str, number: usize) -> Self {
        self.attr(name, &number.to_string())
    }

    /// Adds what an iterator gives, one by one: less code than a list of it.
    pub fn each(mut self, children: impl Iterator<Item = Self>) -> Self {
        for child in children {
            self = self.add(child);
        }
        self
    }
}
