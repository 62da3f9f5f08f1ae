//! Elements put together by calls, for screens of many elements. `html!` writes every step out for every element, some 200
//! bytes each in the compiled file; a call takes a few. Components, fields and what is typed into stay with `html!`.

use std::rc::Rc;

use yew::{
    html::onclick,
    prelude::*,
    virtual_dom::{VNode, VTag, VText},
};

use crate::{catalogue::schema::TextId, ui::context::App};

/// An element under construction.
pub struct El(Box<VTag>);

/// An element named `tag`.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Box::new(VTag::new(tag)))
}

/// An element with nothing but a class and the text `id`.
#[inline(never)]
pub fn say(app: &App, tag: &'static str, class: &'static str, id: TextId) -> El {
    el(tag).class(class).text(app.words.get(id))
}

/// A button that looks like a link.
#[inline(never)]
pub fn link(label: &str, onclick: Callback<MouseEvent>) -> El {
    el("button")
        .attr("type", "button")
        .class("link")
        .text(label)
        .on_click(onclick)
}

impl El {
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

    #[inline(never)]
    pub fn html(self) -> Html {
        VNode::from(*self.0)
    }
}
