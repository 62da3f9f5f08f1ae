//! What is kept on the device comes back; what does not fit is left out by itself.

use koyo_check::{
    app::{
        saved::{SavedError, read, write},
        state::{Action, Model, Notice, Screen, Tool},
    },
    domain::{Answer, OptionId, QuestionId},
};

use crate::fresh;

fn question(id: &str) -> QuestionId {
    QuestionId::new(id).expect("an id")
}

fn option(id: &str) -> OptionId {
    OptionId::new(id).expect("an id")
}

#[test]
fn answers_own_tasks_and_the_screen_come_back() {
    let model = fresh()
        .apply(Action::Begin(Some(option("c_task"))))
        .apply(Action::Choose(question("A01"), option("st_carve")))
        .apply(Action::DontKnow(question("A05")))
        .apply(Action::AddOwnTask("書類\t整理 \\ 「月末」😀".into()))
        .apply(Action::Go(Screen::Question(question("C03"))));
    let back = read(&write(&model.state), model.library.catalogue).expect("our own form");
    assert_eq!(back.answers, model.state.answers);
    assert_eq!(back.screen, model.state.screen);
    assert_eq!(back.notice, None);
}

#[test]
fn what_was_filled_in_in_a_tool_comes_back() {
    let text = "workers\t40\r\nnote\t\\「月末」\n";
    let model = fresh()
        .apply(Action::SetSheet(Tool::Levy, text.into()))
        .apply(Action::SetSheet(Tool::Adjustments, "hire\t1".into()))
        .apply(Action::SetSheet(Tool::Adjustments, "".into()))
        .apply(Action::Go(Screen::Tool(Tool::Levy)));
    let back = read(&write(&model.state), model.library.catalogue).expect("our own form");
    assert_eq!(back.sheet(Tool::Levy), text);
    assert_eq!(back.sheets, model.state.sheets);
    assert_eq!(back.screen, Screen::Tool(Tool::Levy));
}

#[test]
fn a_talk_is_kept_only_when_the_people_choose_so() {
    let kept = |model: &Model| {
        let back = read(&write(&model.state), model.library.catalogue).expect("our own form");
        back.sheet(Tool::Talk).to_owned()
    };
    let talk = fresh().apply(Action::SetSheet(Tool::Talk, "a".into()));
    assert_eq!(kept(&talk), "");
    let chosen = talk
        .apply(Action::KeepSheet(Tool::Talk, true))
        .apply(Action::SetSheet(Tool::Talk, "b".into()));
    assert_eq!(kept(&chosen), "b");
    assert_eq!(
        kept(&chosen.apply(Action::KeepSheet(Tool::Talk, false))),
        ""
    );
}

#[test]
fn a_line_that_does_not_fit_is_left_out_alone() {
    let text = "koyo-check\t1\nchosen\tA01\tst_carve\nchosen\tA01\tno_such\nchosen\tZ99\ty\nrubbish\nchosen\tA03\tn1";
    let model = fresh();
    let back = read(text, model.library.catalogue).expect("our own form");
    assert_eq!(
        back.answers.get(question("A03")),
        Some(&Answer::Chosen(vec![option("n1")]))
    );
    assert_eq!(back.answers.chosen(question("A01")), [option("st_carve")]);
    assert_eq!(back.notice, Some(Notice::PartlyRestored(3)));
}

#[test]
fn a_newer_or_foreign_record_is_not_touched() {
    let catalogue = fresh().library.catalogue;
    assert_eq!(
        read("koyo-check\t2\nchosen\tA01\tst_carve", catalogue).err(),
        Some(SavedError::Newer)
    );
    for text in ["", "{}", "koyo-check", "koyo-check\tone"] {
        assert_eq!(
            read(text, catalogue).err(),
            Some(SavedError::Damaged),
            "{text}"
        );
    }
}
