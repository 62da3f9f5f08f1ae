//! What stands where a screen will be whose content has not arrived yet. Said aloud, because the wait may be long on a slow
//! line.

use yew::Html;

use crate::{catalogue::keys, ui::context::App};

use super::{
    button::{FILLED, action},
    node::{say, tag},
};

pub fn waiting(app: &App) -> Html {
    let (class, words, retry) = if app.model.library.is_cut_off {
        let retry = app.services.retry.clone();
        let label = app.words.get(keys::FRAME_RETRY);
        let retry = action(FILLED, "retry", label, retry.reform(|_| ()));
        ("notice notice-caution", keys::FRAME_CUT_OFF, Some(retry))
    } else {
        ("notice", keys::FRAME_WAITING, None)
    };
    tag("div")
        .attr("role", "status")
        .add(say(app, "p", class, words).key("lead"))
        .maybe(retry)
        .html()
}
