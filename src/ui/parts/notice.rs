//! Says once what the person should know about what just happened.

use yew::Html;

use crate::{app::state::Notice, catalogue::keys, ui::context::App};

use super::node::{Tag, say, tag};

/// The live region for the notice of the state. Always in the page, so that screen readers hear it change.
pub fn notices(app: &App) -> Html {
    let notice = app.model.state.notice.as_ref();
    tag("div")
        .key("notices")
        .class("notices")
        .attr("aria-live", "polite")
        .attr("aria-atomic", "true")
        .maybe(notice.map(|notice| shown(app, notice)))
        .html()
}

fn shown(app: &App, notice: &Notice) -> Tag {
    let tone = match notice {
        Notice::AnswerFirst | Notice::AtMost(_) => "notice notice-error",
        Notice::PartlyRestored(_) | Notice::NotRestored => "notice notice-caution",
        _ => "notice",
    };
    let (words, n) = match notice {
        Notice::AnswerFirst => (keys::NOTICE_ANSWER_FIRST, 0),
        Notice::AtMost(max) => (keys::NOTICE_AT_MOST, usize::from(*max)),
        Notice::QuestionsAdded(count) => (keys::NOTICE_QUESTIONS_ADDED, *count),
        Notice::NoLongerApply(_) => (keys::NOTICE_NO_LONGER_APPLY, 0),
        Notice::Prefilled => (keys::NOTICE_PREFILLED, 0),
        Notice::NumbersHold => (keys::NOTICE_NUMBERS_HOLD, 0),
        Notice::PartlyRestored(count) => (keys::NOTICE_PARTLY_RESTORED, *count),
        Notice::NotRestored => (keys::NOTICE_NOT_RESTORED, 0),
        Notice::Wiped => (keys::NOTICE_WIPED, 0),
    };
    let body = tag("div")
        .class(tone)
        .attr("data-notice", "")
        .add(tag("p").text(&app.fill(words, &[("n", &n.to_string())])));
    let Notice::NoLongerApply(questions) = notice else {
        return body;
    };
    let questions = questions.iter().filter_map(|id| app.model.question(*id));
    let items = questions.map(|question| say(app, "li", "", question.text));
    body.add(tag("ul").all(items.collect()))
}
