//! The root component: one reducer, one context, the frame around every page, and where the focus goes.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{
        findings::Findings,
        library::Library,
        state::{Action, Model, Screen, Tool},
    },
    catalogue::{Asset, keys, schema::Language},
};

use super::{
    context::{App, Services},
    pages::{
        adjustments::adjustments, centres::centres, firm::firm, levy::levy, privacy::privacy,
        question::question_page, review::review, start::start, subsidies::subsidies, talk::talk,
        workbench::workbench,
    },
    parts::{frame_notices::frame_notices, header::header, waiting::waiting},
};

/// Yew's reducer over the model; all it does is hand the action on.
struct Store(Rc<Model>);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self(Rc::new(self.0.apply(action))))
    }
}

/// A model to tell of, compared by its address: it changes with every action and only then.
struct Told(Rc<Model>);

impl PartialEq for Told {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Properties)]
pub struct RootProps {
    pub model: Rc<Model>,
    pub services: Services,
}

impl PartialEq for RootProps {
    /// The model is what the widget starts from; later ones come by actions.
    fn eq(&self, other: &Self) -> bool {
        self.services == other.services
    }
}

/// The whole widget inside its shadow root.
#[component]
pub fn Root(props: &RootProps) -> Html {
    let initial = props.model.clone();
    let store = use_reducer(move || Store(initial));
    let model = store.0.clone();
    let frame = use_node_ref();
    let words = model.library.words(model.state.language);
    let dispatcher = store.dispatcher();
    let act = use_callback((), move |action, ()| dispatcher.dispatch(action));
    let findings = {
        let words = words.clone();
        let of = (Told(model.clone()), words.language());
        use_memo(of, move |(Told(model), _)| {
            Findings::new(model.clone(), words)
        })
    };
    let app = App {
        findings,
        model: model.clone(),
        words,
        act: act.clone(),
        services: props.services.clone(),
    };

    {
        let ready = props.services.ready.clone();
        use_effect_with((), move |()| ready.emit(act));
    }
    {
        let changed = props.services.changed.clone();
        let model = model.clone();
        use_effect_with(Told(model), move |told| changed.emit(told.0.clone()));
    }
    let screen = model.state.screen;
    let is_whole = model.library.lost().is_empty();
    use_focus_on_new_screen(&frame, screen, is_whole);
    use_focus_asked_for(&frame, &model.state.focus);

    let language = match app.words.language() {
        Language::Japanese => "ja",
        Language::English => "en",
    };
    html! {
        <ContextProvider<App> context={app.clone()}>
            <section class="koyo" lang={language} ref={frame} aria-label={app.text(keys::FRAME_TITLE)} data-screen={screen.name()}>
                { header(&app) }
                { frame_notices(&app) }
                <div key={screen.address()} class="page">{ page(&app, screen) }</div>
            </section>
        </ContextProvider<App>>
    }
}

/// Start and questions stand at once, every other screen as soon as its words and the guidance have arrived.
fn page(app: &App, screen: Screen) -> Html {
    match screen {
        Screen::Start => start(app),
        Screen::Question(id) => question_page(app, id),
        _ if !has_basics(&app.model.library) => waiting(app),
        Screen::Review => review(app),
        Screen::Result => firm(app),
        Screen::Centres => centres(app),
        Screen::Privacy => privacy(app),
        Screen::Tool(Tool::Adjustments) => adjustments(app),
        Screen::Tool(Tool::Talk) => talk(app),
        Screen::Tool(Tool::Levy) => levy(app),
        Screen::Tool(Tool::Subsidies) => subsidies(app),
        Screen::Tool(Tool::Workbench) => workbench(app),
    }
}

fn has_basics(library: &Library) -> bool {
    library.has(Asset::JapaneseTexts) && library.has(Asset::Guidance)
}

/// Puts the focus on the heading of a new screen, so that a screen reader reads it and Tab goes on from there.
/// The first screen takes no focus: the host page may have it. Where content that was missing has come, the button that
/// asked for it is gone, and the heading takes its place.
#[hook]
fn use_focus_on_new_screen(frame: &NodeRef, screen: Screen, is_whole: bool) {
    let before = use_mut_ref(|| None);
    let frame = frame.clone();
    use_effect_with((screen, is_whole), move |now| {
        let before = before.borrow_mut().replace(*now);
        let is_new = before.is_some_and(|(before, _)| before != screen);
        let has_come = before.is_some_and(|(_, was_whole)| is_whole && !was_whole);
        if !is_new && !has_come {
            return;
        }
        let Some(frame) = frame.cast::<web_sys::Element>() else {
            return;
        };
        if !is_new && frame.query_selector(":focus").ok().flatten().is_some() {
            return;
        }
        if frame.get_bounding_client_rect().top() < 0.0 {
            frame.scroll_into_view();
        }
        let heading = frame.query_selector("[data-heading]").ok().flatten();
        if let Some(heading) = heading
            .and_then(|node| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(node).ok())
        {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            // A heading that cannot take the focus leaves it where it was: nothing to mend.
            let _ = heading.focus_with_options(&options);
        }
    });
}

/// Puts the focus on what an act asked for, once, as soon as it is there.
#[hook]
fn use_focus_asked_for(frame: &NodeRef, asked: &Option<Rc<str>>) {
    let obeyed = use_mut_ref(|| None::<Rc<str>>);
    let (frame, asked) = (frame.clone(), asked.clone());
    use_effect(move || {
        let mut obeyed = obeyed.borrow_mut();
        let is_obeyed = match (&asked, &*obeyed) {
            (Some(asked), Some(obeyed)) => Rc::ptr_eq(asked, obeyed),
            (asked, _) => asked.is_none(),
        };
        if is_obeyed {
            return;
        }
        let frame = frame.cast::<web_sys::Element>();
        let found = frame.zip(asked.as_ref());
        let found = found.and_then(|(frame, selector)| frame.query_selector(selector).ok()?);
        let found = found
            .and_then(|node| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(node).ok());
        if let Some(element) = found {
            // What cannot take the focus leaves it where it was: nothing to mend.
            let _ = element.focus();
            *obeyed = asked;
        }
    });
}
