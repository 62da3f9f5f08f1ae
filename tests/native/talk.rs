//! The talk: what fits on its sheet, how it reads aloud, when it is reviewed, and what is kept of it.

use std::rc::Rc;

use koyo_check::{
    app::{
        ics::When,
        kept::{self, read_theme},
        library::Words,
        state::Action,
        talk::{
            AGREEMENTS, Consent, Field, INITIALS_LENGTH, Measure, Names, Review, TEXT_LENGTH, Talk,
            consent_label, events, field_label, sections, storage_note, text,
        },
    },
    catalogue::{Asset, compile::this_content, schema::Language},
    domain::{AdjustmentId, BarrierId, JapanDate},
};
use proptest::prelude::*;

use crate::{fresh, write};

/// The talk that lines hold, and how many of them do not fit.
fn read(text: &str) -> (Option<Talk>, usize) {
    read_theme(text.lines())
}

fn day(text: &str) -> JapanDate {
    JapanDate::parse(text).expect("a day")
}

fn barrier(id: &str) -> BarrierId {
    BarrierId::new(id).expect("an id")
}

fn measure(id: &str) -> Measure {
    Measure::Catalogue(AdjustmentId::new(id).expect("an id"))
}

/// The wording of the sheet, which comes after the first question.
fn words() -> Words {
    let mut library = fresh().library;
    library.add(
        Asset::JapaneseTexts,
        Rc::new(this_content().japanese_later.clone()),
    );
    library.words(Language::Japanese)
}

fn names() -> Names<'static> {
    Names {
        barrier: &|_| "口頭や長い文章だけでは伝わりにくい".into(),
        adjustment: &|id| format!("案{id}"),
        how: &|id| {
            ["まず", "毎日", "見直し"]
                .map(|step| format!("{step}{id}"))
                .into()
        },
        to_confirm: &|id| (id.as_str() == "A007").then(|| "本人が望むとき".into()),
    }
}

/// A talk on everything.
fn full() -> Talk {
    let mut talk = Talk::new(1_764_000_000_000);
    talk.held_on = Some(day("2026-11-22"));
    talk.toggle(barrier("F11"));
    talk.toggle(barrier("F09"));
    talk.write(Field::Initials, "K.T");
    talk.write(Field::Situation, "朝礼のあと、\n次の作業に移るとき");
    talk.write(Field::Tried, "メモ\t帳 \\ 「付せん」");
    talk.agree(measure("A001"), Some(day("2026-12-01")));
    talk.write(Field::Owner(0), "指導担当");
    talk.agree(
        Measure::Own("机を窓から離す".into()),
        Some(day("2026-11-30")),
    );
    talk.consent = Consent::Told;
    talk.write(Field::Told, "指示は1つずつ出すこと");
    talk.write(Field::ToldTo, "同じ課の3人");
    talk
}

#[test]
fn reviews_come_two_weeks_three_and_six_months_after_the_first_start() {
    let reviews = full().reviews();
    assert_eq!(
        reviews,
        [
            (Review::TwoWeeks, day("2026-12-14")),
            (Review::ThreeMonths, day("2027-02-28")),
            (Review::SixMonths, day("2027-05-30")),
        ]
    );
    assert!(Talk::new(0).reviews().is_empty());
}

#[test]
fn a_review_at_the_end_of_a_month_stays_in_the_month() {
    for (from, three, six) in [
        ("2026-08-31", "2026-11-30", "2027-02-28"),
        ("2027-08-31", "2027-11-30", "2028-02-29"),
        ("2027-11-29", "2028-02-29", "2028-05-29"),
        ("2027-02-28", "2027-05-28", "2027-08-28"),
    ] {
        assert_eq!(Review::ThreeMonths.after(day(from)), Some(day(three)));
        assert_eq!(Review::SixMonths.after(day(from)), Some(day(six)));
    }
    assert_eq!(
        Review::TwoWeeks.after(day("2026-12-20")),
        Some(day("2027-01-03"))
    );
}

#[test]
fn the_sheet_has_room_for_three_agreements_and_no_name() {
    let mut talk = Talk::new(0);
    assert!(talk.agree(measure("A001"), None));
    assert!(!talk.agree(measure("A001"), None), "once is enough");
    assert!(talk.agree(Measure::Own("静かな席".into()), None));
    assert!(talk.agree(measure("A002"), None));
    assert!(!talk.agree(measure("A003"), None));
    assert_eq!(talk.agreements().len(), AGREEMENTS);
    talk.drop_agreement(0);
    talk.drop_agreement(7);
    assert_eq!(talk.agreements().len(), AGREEMENTS - 1);
    assert_eq!(talk.field(Field::Own(0)), "静かな席");
    talk.start(0, Some(day("2026-12-01")));
    assert_eq!(talk.reviews().len(), 3);

    talk.write(Field::Initials, "  山田太郎さん ");
    assert_eq!(talk.field(Field::Initials).chars().count(), INITIALS_LENGTH);
    talk.write(Field::Situation, &"あ".repeat(TEXT_LENGTH + 1));
    assert_eq!(talk.field(Field::Situation).chars().count(), TEXT_LENGTH);
    talk.write(Field::Owner(9), "だれか");
    assert_eq!(talk.field(Field::Owner(9)), "");
}

#[test]
fn the_sheet_reads_aloud_in_order() {
    let read = text(&full(), &words(), &names());
    let parts = [
        "働きやすくするための話し合い",
        "話し合った日：2026年11月22日",
        "本人：K.T",
        "いま、どんな場面で困っていますか",
        "口頭や長い文章だけでは伝わりにくい",
        "朝礼のあと、\n次の作業に移るとき",
        "これまでに試したこと",
        "「付せん」",
        "一緒に決めたこと",
        "すること：案A001\n1. まずA001\n2. 毎日A001\n3. 見直しA001\n進める人（役割）：指導担当\n始める日：2026年12月1日",
        "すること：机を窓から離す\n進める人（役割）：（まだ書いていません）\n始める日：2026年11月30日",
        "同僚に伝えること",
        "伝える内容：指示は1つずつ出すこと",
        "伝える相手：同じ課の3人",
        "2週間後：2026年12月14日",
        "3か月後：2027年2月28日",
        "6か月後：2027年5月30日",
    ];
    let mut rest = read.as_str();
    for part in parts {
        let at = rest
            .find(part)
            .unwrap_or_else(|| panic!("{part} is not there, or too early:\n{read}"));
        rest = &rest[at + part.len()..];
    }
    assert!(!read.contains('{'), "a placeholder is left: {read}");
}

#[test]
fn a_condition_that_nobody_confirmed_stands_on_the_sheet() {
    let mut talk = full();
    talk.agree(measure("A007"), None);
    let read = text(&talk, &words(), &names());
    let condition = "3. 見直しA007\nまだ確かめていない条件：本人が望むとき\n進める人";
    assert!(read.contains(condition), "{read}");
    assert_eq!(read.matches("まだ確かめていない条件").count(), 1);
}

#[test]
fn an_empty_sheet_promises_that_nobody_is_told() {
    let talk = Talk::new(0);
    let read = text(&talk, &words(), &names());
    assert!(read.contains("決めるまでは、だれにも伝えません"));
    assert!(read.contains("始める日を決めると、見直す日が出ます"));
    let sections = sections(&talk, &words(), &names());
    assert_eq!(sections.len(), 5);
    assert!(sections.iter().all(|section| !section.lines.is_empty()));
}

#[test]
fn the_storage_is_said_as_it_is_and_each_field_has_its_own_label() {
    let words = words();
    assert!(
        words
            .get(storage_note(true))
            .contains("この端末の中に保存します")
    );
    assert!(words.get(storage_note(false)).contains("消えます"));
    let fields = [
        Field::Initials,
        Field::Situation,
        Field::Tried,
        Field::Told,
        Field::ToldTo,
        Field::Owner(0),
        Field::Own(0),
    ];
    let mut labels: Vec<&str> = fields
        .iter()
        .map(|one| words.get(field_label(*one)))
        .collect();
    let consents = [Consent::Open, Consent::Nothing, Consent::Told];
    labels.extend(consents.iter().map(|one| words.get(consent_label(*one))));
    labels.sort_unstable();
    labels.dedup();
    assert_eq!(labels.len(), 10);
}

#[test]
fn what_is_said_to_colleagues_is_shown_only_with_consent() {
    for consent in [Consent::Open, Consent::Nothing] {
        let mut talk = full();
        talk.consent = consent;
        let read = text(&talk, &words(), &names());
        assert!(!read.contains("指示は1つずつ出すこと"), "{read}");
        assert!(!read.contains("同じ課の3人"), "{read}");
    }
}

#[test]
fn the_dates_in_a_calendar_name_neither_person_nor_situation() {
    let talk = full();
    let events = events(&talk, &words());
    let days: Vec<When> = events.iter().map(|event| event.when).collect();
    assert_eq!(
        days,
        ["2026-12-14", "2027-02-28", "2027-05-30"].map(|text| When::AllDay(day(text)))
    );
    for event in &events {
        let shown = [event.summary.as_str(), &event.description].concat();
        for secret in ["K.T", "口頭", "朝礼", "A001", "付せん", "同じ課"] {
            assert!(!shown.contains(secret), "{shown}");
        }
    }
    let uids: Vec<&str> = events.iter().map(|event| event.uid.as_str()).collect();
    assert_eq!(uids[0], "talk-1764000000000-2w@koyo-check.invalid");
    assert_eq!(uids[2], "talk-1764000000000-6m@koyo-check.invalid");
}

#[test]
fn the_dates_keep_their_uids_when_the_sheet_changes() {
    let uids = |talk: &Talk| -> Vec<String> {
        events(talk, &words())
            .into_iter()
            .map(|event| event.uid)
            .collect()
    };
    let talk = full();
    let mut changed = talk.clone();
    changed.write(Field::Initials, "");
    changed.start(1, Some(day("2027-01-04")));
    assert_eq!(uids(&talk), uids(&changed));
    let mut other = Talk::new(2);
    other.agree(measure("A001"), Some(day("2026-11-30")));
    assert!(uids(&talk).iter().all(|uid| !uids(&other).contains(uid)));
}

#[test]
fn a_talk_comes_back_whole_from_its_text() {
    let talk = Some(full());
    assert_eq!(read(&write(&talk)), (talk, 0));
    assert_eq!(read(""), (None, 0), "a talk not begun");
}

#[test]
fn a_talk_is_kept_with_the_answers_only_if_that_was_chosen() {
    let kept = |is_kept: bool| {
        let mut model = fresh();
        model.state.case.talk = Some(full());
        let model = model.apply(Action::KeepTalk(is_kept, 5));
        let catalogue = model.library.catalogue;
        let back = kept::read(&kept::write(&model), catalogue).expect("our own form");
        (back.case.talk, back.keeps_talk)
    };
    assert_eq!(kept(true), (Some(full()), true));
    assert_eq!(kept(false), (None, false));
}

#[test]
fn a_line_that_does_not_fit_is_left_out_alone() {
    for text in ["tried\twithout a key", "key\tfive", "key", "{}"] {
        assert_eq!(read(text).0, None, "{text}");
    }
    let lines = [
        "chosen\tA01\tst_carve",
        "talk",
        "key\t6",
        "held_on\t2026-02-30",
        "barrier\t",
        "consent\tmaybe",
        "agreed\t2026-12-01\t\tno id",
        "agreed\tsoon\t\tA001",
        "nickname\tx",
    ];
    let text = ["key\t5\n", &lines.join("\n"), "\ninitials\tA.B"].concat();
    let (talk, dropped) = read(&text);
    let talk = talk.expect("begun by its key");
    assert_eq!(dropped, lines.len());
    assert_eq!(talk.field(Field::Initials), "A.B");
    assert!(talk.barriers().is_empty() && talk.agreements().is_empty());
}

proptest! {
    #[test]
    fn whatever_is_written_is_kept_line_by_line(
        situation in any::<String>(), owner in any::<String>(), own in any::<String>(), to in any::<String>(),
    ) {
        let mut talk = Talk::new(3);
            talk.write(Field::Situation, &situation);
        talk.write(Field::ToldTo, &to);
        talk.agree(Measure::Own(own), None);
        talk.write(Field::Owner(0), &owner);
        let talk = Some(talk);
        prop_assert_eq!(read(&write(&talk)), (talk, 0));
    }
}

/// The English texts, which come to the widget as a file of their own.
#[test]
fn the_sheet_reads_in_english_too() {
    let mut library = fresh().library;
    library.add(Asset::EnglishTexts, Rc::new(this_content().english.clone()));
    let words = library.words(Language::English);
    let read = text(&full(), &words, &names());
    for part in [
        "A talk about making work easier",
        "Date of the talk: 2026-11-22",
        "The person agrees that the following is said",
        "After three months: 2027-02-28",
    ] {
        assert!(read.contains(part), "{part}\n{read}");
    }
}
