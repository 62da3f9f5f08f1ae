//! Says once what the person should know about what just happened.

use yew::prelude::*;

use crate::{app::state::Notice, catalogue::keys, ui::context::App};

/// The live region for the notice of the state. Always in the page, so that screen readers hear it change.
pub fn notices(app: &App) -> Html {
    let notice = app.model.state.notice.clone();
    let tone = match notice {
        Some(Notice::AnswerFirst | Notice::AtMost(_)) => "notice notice-error",
        Some(Notice::PartlyRestored(_) | Notice::NotRestored) => "notice notice-caution",
        _ => "notice",
    };
    html! {
        <div key="notices" class="notices" aria-live="polite" aria-atomic="true">
            if let Some(notice) = notice {
                <div class={tone} data-notice="">{ body(app, &notice) }</div>
            }
        </div>
    }
}

fn body(app: &App, notice: &Notice) -> Html {
    let line = |text: String| html! { <p>{ text }</p> };
    match notice {
        Notice::AnswerFirst => line(app.text(keys::NOTICE_ANSWER_FIRST)),
        Notice::AtMost(max) => line(app.fill(keys::NOTICE_AT_MOST, &[("n", &max.to_string())])),
        Notice::QuestionsAdded(count) => {
            line(app.fill(keys::NOTICE_QUESTIONS_ADDED, &[("n", &count.to_string())]))
        }
        Notice::NoLongerApply(questions) => html! {
            <>
                <p key="lead">{ app.text(keys::NOTICE_NO_LONGER_APPLY) }</p>
                <ul key="list">
                    { for questions.iter().filter_map(|id| app.model.question(*id)).map(|question| html! {
                        <li key={question.id.as_str().to_owned()}>{ app.text(question.text) }</li>
                    }) }
                </ul>
            </>
        },
        Notice::Prefilled => line(app.text(keys::NOTICE_PREFILLED)),
        Notice::PartlyRestored(count) => {
            line(app.fill(keys::NOTICE_PARTLY_RESTORED, &[("n", &count.to_string())]))
        }
        Notice::NotRestored => line(app.text(keys::NOTICE_NOT_RESTORED)),
        Notice::Wiped => line(app.text(keys::NOTICE_WIPED)),
    }
}
