//! Elements made by plain calls: where a screen has very many, this takes a fraction of the code that the macro makes of each.
//!
//! Every child takes exactly one place, whether or not something stands there: an absent one is an empty list, and several at
//! once are one list. Yew compares siblings without keys place by place, so an element with the same calls in the same order
//! needs keys only for what stands in a list. Nothing here touches the browser before [`Tag::html`].

use std::{cell::RefCell, rc::Rc};

use yew::{
    html::{onchange, onclick, oninput, onkeydown, onmousedown},
    prelude::*,
    virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, VList, VNode, VTag, VText},
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
        .property("selected", Property::Is(is_chosen))
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
    name: &'static str,
    key: Option<Key>,
    /// The place of its [`Shape`].
    shape: usize,
    /// One for each name of the shape; none where a property is to stand.
    values: Vec<Option<AttributeOrProperty>>,
    /// By the places of their names.
    properties: Vec<(usize, Property)>,
    is_checked: Option<bool>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    children: Vec<VNode>,
}

/// What is set on the element itself: in the browser it takes effect whatever a person has done to the element since.
enum Property {
    Is(bool),
    Text(Box<str>),
}

impl Property {
    fn on_element(self) -> Option<AttributeOrProperty> {
        #[cfg(target_arch = "wasm32")]
        return Some(AttributeOrProperty::Property(match self {
            Self::Is(is_so) => is_so.into(),
            Self::Text(text) => (&*text).into(),
        }));
        // Without a browser, what it would have been at first.
        #[cfg(not(target_arch = "wasm32"))]
        match self {
            Self::Is(is_so) => is_so.then(|| AttributeOrProperty::Attribute("".into())),
            Self::Text(text) => Some(AttributeOrProperty::Attribute(shared(&text))),
        }
    }
}

/// An element named `name`.
#[inline(never)]
pub fn tag(name: &'static str) -> Tag {
    Tag(Box::new(Parts {
        name,
        key: None,
        shape: 0,
        values: Vec::new(),
        properties: Vec::new(),
        is_checked: None,
        listeners: Vec::new(),
        children: Vec::new(),
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

/// Gives the children that stand for a list or for nothing keys of their own where all the others have keys, so that Yew goes on
/// telling these apart by their keys. The first list keeps its key whatever stands before it.
fn complete_keys(children: &mut [VNode]) {
    let is_place = |child: &VNode| matches!(child, VNode::VList(list) if list.key.is_none());
    let mut others = children.iter().filter(|child| !is_place(child)).peekable();
    if others.peek().is_none() || !others.all(VNode::has_key) {
        return;
    }
    let (mut lists, mut absent) = (0, 0);
    for child in children {
        let VNode::VList(list) = child else { continue };
        if list.key.is_some() {
            continue;
        }
        let (kind, count) = match list.is_empty() {
            true => ("\0absent", &mut absent),
            false => ("\0list", &mut lists),
        };
        *count += 1;
        let key = [kind, &count.to_string()].concat();
        Rc::make_mut(list).key = Some(key.as_str().into());
    }
}

/// A text as Yew keeps it.
fn shared(text: &str) -> AttrValue {
    AttrValue::Rc(Rc::from(text))
}

impl Tag {
    /// Tells it from its siblings in a list, of which all or none have one.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(key.into());
        self
    }

    #[inline(never)]
    pub fn class(self, class: &'static str) -> Self {
        if !class.is_empty() {
            // Not Yew's `Static`, which it leaves out where it writes text.
            let class = AttrValue::Static(class);
            return self.set("class", Some(AttributeOrProperty::Attribute(class)));
        }
        self
    }

    #[inline(never)]
    pub fn attr(self, name: &'static str, value: &str) -> Self {
        self.set(name, Some(AttributeOrProperty::Attribute(shared(value))))
    }

    /// An attribute that holds a number.
    #[inline(never)]
    pub fn number(self, name: &'static str, number: usize) -> Self {
        self.attr(name, &number.to_string())
    }

    #[inline(never)]
    fn set(mut self, name: &'static str, value: Option<AttributeOrProperty>) -> Self {
        let at = self.place_of(name);
        self.0.values[at] = value;
        self
    }

    #[inline(never)]
    fn property(mut self, name: &'static str, value: Property) -> Self {
        let at = self.place_of(name);
        self.0.properties.push((at, value));
        self
    }

    /// Where the value for `name` stands; made where there is none yet.
    fn place_of(&mut self, name: &'static str) -> usize {
        let parts = &mut *self.0;
        SHAPES.with_borrow_mut(|shapes| {
            if shapes.is_empty() {
                shapes.push(Shape {
                    names: &[],
                    more: Vec::new(),
                });
            }
            let mut names = shapes[parts.shape].names.iter();
            names.position(|known| *known == name).unwrap_or_else(|| {
                parts.shape = with_name(shapes, parts.shape, name);
                parts.values.push(None);
                parts.values.len() - 1
            })
        })
    }

    /// What stands in a field that is read when it is left. It is written only when it is another than it was, so what is
    /// half typed stays when something else on the screen changes: Yew's own value is written at every redraw.
    #[inline(never)]
    pub fn value(self, value: &str) -> Self {
        self.property("value", Property::Text(value.into()))
    }

    /// Whether a checkbox is ticked.
    #[inline(never)]
    pub fn checked(mut self, is_checked: bool) -> Self {
        self.0.is_checked = Some(is_checked);
        self
    }

    #[inline(never)]
    pub fn text(mut self, text: &str) -> Self {
        self.0.children.push(VText::new(shared(text)).into());
        self
    }

    #[inline(never)]
    pub fn add(mut self, child: Self) -> Self {
        self.0.children.push(child.html());
        self
    }

    /// Adds a Yew node: a component, or what `html!` made.
    #[inline(never)]
    pub fn html_of(mut self, child: Html) -> Self {
        self.0.children.push(child);
        self
    }

    /// Adds the child, or the empty place where it would stand.
    #[inline(never)]
    pub fn maybe(mut self, child: Option<Self>) -> Self {
        let child = child.map_or_else(VNode::default, Self::html);
        self.0.children.push(child);
        self
    }

    /// Adds a list, which takes one place however long it is; its items have keys, all or none.
    #[inline(never)]
    pub fn all(self, children: Vec<Self>) -> Self {
        self.each(children.into_iter())
    }

    /// The same of what an iterator gives, one by one: less code than a list of it.
    pub fn each(self, children: impl Iterator<Item = Self>) -> Self {
        let mut list = Vec::new();
        for child in children {
            child.html_into(&mut list);
        }
        self.html_of(all(list))
    }

    #[inline(never)]
    fn html_into(self, list: &mut Vec<Html>) {
        list.push(self.html());
    }

    #[inline(never)]
    fn on(mut self, listener: Rc<dyn Listener>) -> Self {
        self.0.listeners.push(Some(listener));
        self
    }

    #[inline(never)]
    pub fn on_click(self, onclick: Callback<MouseEvent>) -> Self {
        self.on(Rc::new(onclick::Wrapper::new(onclick)))
    }

    #[inline(never)]
    pub fn on_change(self, onchange: Callback<Event>) -> Self {
        self.on(Rc::new(onchange::Wrapper::new(onchange)))
    }

    #[inline(never)]
    pub fn on_input(self, oninput: Callback<InputEvent>) -> Self {
        self.on(Rc::new(oninput::Wrapper::new(oninput)))
    }

    #[inline(never)]
    pub fn on_key(self, onkeydown: Callback<KeyboardEvent>) -> Self {
        self.on(Rc::new(onkeydown::Wrapper::new(onkeydown)))
    }

    /// Leaves the focus where it is while a choice in this is pressed: what a field changes when it is left may move the
    /// screen, and the press would end beside what it began on. The click is then to leave the field. For buttons the
    /// element itself does so.
    #[inline(never)]
    pub fn keep_focus(self) -> Self {
        let stay = Callback::from(|event: MouseEvent| event.prevent_default());
        self.on(Rc::new(onmousedown::Wrapper::new(stay)))
    }

    #[inline(never)]
    pub fn html(self) -> Html {
        let mut parts = *self.0;
        let mut node = VTag::new(parts.name);
        node.key = parts.key;
        for (at, property) in parts.properties {
            parts.values[at] = property.on_element();
        }
        if !parts.values.is_empty() {
            node.attributes = Attributes::Dynamic {
                keys: SHAPES.with_borrow(|shapes| shapes[parts.shape].names),
                values: parts.values.into(),
            };
        }
        if let Some(is_checked) = parts.is_checked {
            node.set_checked(is_checked);
        }
        if !parts.listeners.is_empty() {
            node.set_listeners(parts.listeners.into());
        }
        // A field has none.
        if let Some(children) = node.children_mut() {
            complete_keys(&mut parts.children);
            *children = match parts.children.len() {
                1 => parts.children.remove(0),
                _ => all(parts.children),
            };
        }
        VNode::from(node)
    }
}

#[cfg(test)]
mod tests {
    use yew::virtual_dom::VNode;

    use super::{Tag, tag};

    /// The keys of the places of an element, in order.
    fn keys(element: Tag) -> Vec<Option<String>> {
        let VNode::VTag(element) = element.html() else {
            panic!("an element");
        };
        let Some(VNode::VList(places)) = element.children() else {
            panic!("several children");
        };
        let key = |child: &VNode| child.key().map(ToString::to_string);
        places.iter().map(key).collect()
    }

    fn keyed(key: &str) -> Tag {
        tag("p").key(key)
    }

    #[test]
    fn an_absent_child_and_a_list_take_one_place_each() {
        let count = |late: Option<Tag>, items: Vec<Tag>| {
            let all = tag("div").text("a").maybe(late).all(items).add(tag("p"));
            keys(all).len()
        };
        assert_eq!(count(None, vec![]), 4);
        assert_eq!(count(Some(tag("p")), vec![keyed("x"), keyed("y")]), 4);
    }

    /// One child without a key would make Yew compare all of them by place, and rebuild those that moved.
    #[test]
    fn among_keys_every_place_has_a_key_and_keeps_it() {
        let with = |first: Option<Tag>, late: Option<Tag>| {
            let items = vec![keyed("x"), keyed("y")];
            let all = tag("div").maybe(first).add(keyed("a")).all(items);
            keys(all.maybe(late).maybe(None).add(keyed("z")))
        };
        let without = with(None, None);
        assert!(without.iter().all(Option::is_some), "{without:?}");
        let mut known = without.clone();
        known.sort();
        known.dedup();
        assert_eq!(known.len(), without.len(), "{without:?}");
        let list = without[2].clone();
        let full = with(Some(keyed("first")), Some(keyed("late")));
        assert_eq!(full[2], list);
        assert_eq!(full[3].as_deref(), Some("late"));
        assert_eq!(full.len(), without.len());
    }

    /// By place: the same number of places, whatever stands there, is compared one by one.
    #[test]
    fn among_siblings_without_keys_no_place_has_one() {
        let all = tag("div").add(tag("p")).maybe(None);
        assert_eq!(keys(all.all(vec![keyed("x")])), [None, None, None]);
    }
}
