//! What stands where a screen will be whose content has not arrived yet. Said aloud, because the wait may be long on a slow
//! line. What did not arrive at all is told by `frame_notices`.

use yew::Html;

use crate::{app::library::Delivery, catalogue::keys, ui::context::App};

use super::node::{say, tag};

pub fn waiting(app: &App) -> Html {
    let words = match app.model.library.delivery {
        Delivery::CutOff => keys::FRAME_CUT_OFF,
        Delivery::Coming | Delivery::Again => keys::FRAME_WAITING,
    };
    tag("div")
        .attr("role", "status")
        .add(say(app, "p", "notice", words))
        .html()
}
