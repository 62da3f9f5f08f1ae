//! What a person is told above any screen: that nothing can be kept, that content is missing, that the law may have changed.

use yew::prelude::*;

use crate::{
    app::{
        library::Delivery,
        overdue::{overdue, shows_figures},
        state::{Action, Screen, Storage},
    },
    catalogue::{
        Asset, keys,
        schema::{Language, TextId},
    },
    ui::context::App,
};

use super::{
    button::{FILLED, LINK, action},
    node::{Tag, live_part, say, tag},
};

/// The name of each part of the content.
fn name(asset: Asset) -> TextId {
    match asset {
        Asset::JapaneseTexts => keys::PART_JAPANESE,
        Asset::Guidance => keys::PART_GUIDANCE,
        Asset::EnglishTexts => keys::PART_ENGLISH,
        Asset::Tasks => keys::PART_TASKS,
        Asset::Parameters => keys::PART_PARAMETERS,
        Asset::Posts => keys::PART_POSTS,
        Asset::Postal => keys::PART_POSTAL,
        Asset::Stations => keys::PART_STATIONS,
        Asset::Map => keys::PART_MAP,
        Asset::Adjustments => keys::PART_ADJUSTMENTS,
        Asset::Subsidies => keys::PART_SUBSIDIES,
    }
}

/// The notices, each in a region that is always there, so that screen readers hear them come.
pub fn frame_notices(app: &App) -> Html {
    let refused = app.model.state.storage == Storage::Refused;
    let refused = refused.then(|| {
        say(
            app,
            "p",
            "notice notice-caution",
            keys::FRAME_STORAGE_REFUSED,
        )
    });
    tag("div")
        .key("frame-notices")
        .add(live_part("storage").class("storage").maybe(refused))
        .add(live_part("lost").maybe(lost(app)))
        .add(live_part("overdue").maybe(law(app)))
        .html()
}

/// What did not arrive, and the button that asks for it again. It stays while it does, so that the focus has a place.
fn lost(app: &App) -> Option<Tag> {
    let library = &app.model.library;
    let lost = library.lost();
    if lost.is_empty() {
        return None;
    }
    let names: Vec<&str> = lost
        .iter()
        .map(|asset| app.words.get(name(*asset)))
        .collect();
    let names = names.join(app.words.choose("、", ", "));
    let files: Vec<&str> = lost.iter().map(|asset| asset.file_name()).collect();
    let told = tag("p")
        .attr("data-missing", &files.join(" "))
        .text(&app.fill(keys::FRAME_LOST, &[("names", &names)]));
    let is_english = app.model.state.language == Language::English;
    let no_english = is_english && lost.contains(&Asset::EnglishTexts);
    let no_english =
        no_english.then(|| say(app, "p", "", keys::FRAME_NO_ENGLISH).attr("lang", "en"));
    let is_coming = library.delivery == Delivery::Again;
    let label = app.words.get(if is_coming {
        keys::FRAME_RETRYING
    } else {
        keys::FRAME_RETRY
    });
    let retry = if is_coming {
        Callback::noop()
    } else {
        app.services.retry.reform(|_| ())
    };
    let retry = action(FILLED, "retry", label, retry)
        .attr("aria-disabled", if is_coming { "true" } else { "false" });
    Some(
        tag("div")
            .class("notice notice-caution")
            .add(told)
            .maybe(no_english)
            .add(tag("p").class("no-print").add(retry)),
    )
}

/// That the figures of the law are older than they should be, on the screens that show some, and who knows.
fn law(app: &App) -> Option<Tag> {
    let screen = app.model.state.screen;
    let checked = shows_figures(screen)
        .then(|| overdue(&app.model.library, app.today()))
        .flatten()?;
    let checked = app.words.date(checked);
    let centres = action(
        LINK,
        "centres",
        app.words.get(keys::FRAME_CENTRES),
        app.on(Action::Go(Screen::Centres)),
    );
    Some(
        tag("div")
            .class("notice notice-caution")
            .attr("data-overdue", "")
            .add(tag("p").text(&app.fill(keys::FRAME_OVERDUE, &[("date", &checked)])))
            .add(tag("p").class("no-print").add(centres)),
    )
}
