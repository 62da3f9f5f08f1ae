//! Elements made by plain calls: where a screen has very many, this takes a fraction of the code that the macro makes of each.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use yew::{
    html::{onchange, onclick, oninput, onkeydown, onmousedown},
    prelude::*,
    virtual_dom::{AttributeOrProperty, Attributes, VList, VNode, VTag, VText},
};

use crate::{catalogue::schema::TextId, ui::context::App};

/// The names of an element's attributes in the order in which they were added. Elements with the same names share one list, so
/// that Yew compares their values place by place; with names of its own for each it would look each of them up by its hash.
struct Shape {
    names: &'static [&'static str],
    /// The shapes with one name more.
    more: Vec<(&'static str, usize)>,
}

thread_local! {
    /// As many as there are orders of names in the code; the first has none.
    static SHAPES: RefCell<Vec<Shape>> = const { RefCell::new(Vec::new()) };
}

/// What is done before anything is drawn.
type Before = Rc<dyn Fn()>;

thread_local! {
    static BEFORE: RefCell<Option<Before>> = const { RefCell::new(None) };
    /// Whether a drawing is under way.
    static IS_DRAWING: Cell<bool> = const { Cell::new(false) };
}

/// Has `before` done whenever drawing begins: Yew may draw any component alone, and only here do all of them come by.
/// Whoever asks says with [`drawn`] when it is over.
pub fn before_drawing(before: impl Fn() + 'static) {
    BEFORE.set(Some(Rc::new(before)));
}

/// What was drawn is drawn.
pub fn drawn() {
    IS_DRAWING.set(false);
}

/// Called by every element that is made, and by what draws none.
pub fn begin_drawing() {
    if !IS_DRAWING.replace(true)
        && let Some(before) = BEFORE.with_borrow(Clone::clone)
    {
        before();
    }
}

/// The place of the shape that has `name` besides the names of the shape `at`; made where there is none yet.
fn with_name(shapes: &mut Vec<Shape>, at: usize, name: &'static str) -> usize {
    let mut more = shapes[at].more.iter();
    if let Some((_, known)) = more.find(|(known, _)| *known == name) {
        return *known;
    }
    let names = [shapes[at].names, &[name]].concat();
    let new = shapes.len();
    shapes[at].more.push((name, new));
    shapes.push(Shape {
        names: names.leak(),
        more: Vec::new(),
    });
    new
}

/// An option of the platform's list.
#[inline(never)]
pub fn option(value: &str, label: &str, is_chosen: bool) -> Html {
    tag("option")
        .key(value)
        .attr("value", value)
        // As a property, so that it still takes effect after the person has chosen another.
        .set("selected", AttributeOrProperty::Property(is_chosen.into()))
        .text(label)
        .html()
}

/// Siblings without an element around them; each has its key.
pub fn all(children: Vec<Html>) -> Html {
    VNode::from(VList::with_children(children, None))
}

/// An element put together step by step, for those of which parts may be missing.
pub struct Tag(Box<Parts>);

/// Behind one pointer: as a value of several words, every step of every screen would copy it.
struct Parts {
    node: VTag,
    /// The place of its [`Shape`].
    shape: usize,
    /// One for each name of the shape.
    values: Vec<Option<AttributeOrProperty>>,
}

/// An element named `name`.
#[inline(never)]
pub fn tag(name: &'static str) -> Tag {
    begin_drawing();
    Tag(Box::new(Parts {
        node: VTag::new(name),
        shape: 0,
        values: Vec::new(),
    }))
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

/// A text as Yew keeps it.
fn shared(text: &str) -> AttrValue {
    AttrValue::Rc(Rc::from(text))
}

impl Tag {
    /// Tells it from its siblings, of which all or none have one.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        self.0.node.key = Some(key.into());
        self
    }

    #[inline(never)]
    pub fn class(self, class: &'static str) -> Self {
        if !class.is_empty() {
            return self.set("class", AttributeOrProperty::Static(class));
        }
        self
    }

    #[inline(never)]
    pub fn attr(self, name: &'static str, value: &str) -> Self {
        self.set(name, AttributeOrProperty::Attribute(shared(value)))
    }

    #[inline(never)]
    fn set(mut self, name: &'static str, value: AttributeOrProperty) -> Self {
        let parts = &mut *self.0;
        SHAPES.with_borrow_mut(|shapes| {
            if shapes.is_empty() {
                shapes.push(Shape {
                    names: &[],
                    more: Vec::new(),
                });
            }
            let mut names = shapes[parts.shape].names.iter();
            if let Some(at) = names.position(|known| *known == name) {
                parts.values[at] = Some(value);
            } else {
                parts.shape = with_name(shapes, parts.shape, name);
                parts.values.push(Some(value));
            }
        });
        self
    }

    #[inline(never)]
    pub fn text(mut self, text: &str) -> Self {
        self.0.node.add_child(VText::new(shared(text)).into());
        self
    }

    #[inline(never)]
    pub fn add(mut self, child: Self) -> Self {
        self.0.node.add_child(child.html());
        self
    }

    /// Adds what was drawn otherwise.
    #[inline(never)]
    pub fn html_of(mut self, child: Html) -> Self {
        self.0.node.add_child(child);
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
            self.0.node.add_child(child.html());
        }
        self
    }

    #[inline(never)]
    pub fn on_click(mut self, onclick: Callback<MouseEvent>) -> Self {
        self.0
            .node
            .add_listener(Rc::new(onclick::Wrapper::new(onclick)));
        self
    }

    /// What stands in a field that is read when it is left. It is written only when it is another than it was, so what is
    /// half typed stays when something else on the screen changes: Yew's own value is written at every redraw.
    #[inline(never)]
    pub fn value(self, value: &str) -> Self {
        self.set("value", AttributeOrProperty::Property(value.into()))
    }

    #[inline(never)]
    pub fn on_change(mut self, onchange: Callback<Event>) -> Self {
        self.0
            .node
            .add_listener(Rc::new(onchange::Wrapper::new(onchange)));
        self
    }

    /// Whether a checkbox is ticked.
    #[inline(never)]
    pub fn checked(mut self, is_checked: bool) -> Self {
        self.0.node.set_checked(is_checked);
        self
    }

    #[inline(never)]
    pub fn on_input(mut self, oninput: Callback<InputEvent>) -> Self {
        self.0
            .node
            .add_listener(Rc::new(oninput::Wrapper::new(oninput)));
        self
    }

    #[inline(never)]
    pub fn on_key(mut self, onkeydown: Callback<KeyboardEvent>) -> Self {
        self.0
            .node
            .add_listener(Rc::new(onkeydown::Wrapper::new(onkeydown)));
        self
    }

    #[inline(never)]
    pub fn html(self) -> Html {
        let Parts {
            mut node,
            shape,
            values,
        } = *self.0;
        if !values.is_empty() {
            node.attributes = Attributes::Dynamic {
                keys: SHAPES.with_borrow(|shapes| shapes[shape].names),
                values: values.into(),
            };
        }
        VNode::from(node)
    }

    /// Leaves the focus where it is while a choice in this is pressed: what a field changes when it is left may move the
    /// screen, and the press would end beside what it began on. The click is then to leave the field. For buttons the
    /// element itself does so.
    #[inline(never)]
    pub fn keep_focus(mut self) -> Self {
        let stay = Callback::from(|event: MouseEvent| event.prevent_default());
        self.0
            .node
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
