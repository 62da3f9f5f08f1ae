//! Fields of the workbench: what is typed or chosen becomes the deed that it asks for, or nothing.

use koyo_check::{
    app::{
        inventory::{Detail, Edit},
        tasks::CardEdit,
        workbench::{CardField, Deed, Entry, FormEdit, FormField, NO, Written, YES},
    },
    catalogue::schema::TaskField,
    domain::{DepartmentId, TaskFlag, TaskRef, number::from_hundredths},
};

fn task() -> TaskRef {
    TaskRef::Own {
        number: 1,
        name: "箱の整理".into(),
    }
}

fn words(text: &str) -> Entry {
    Entry::Words(text.into())
}

fn set(detail: Detail) -> Option<Deed> {
    Some(Deed::Edit(Edit::Set(task(), detail)))
}

#[test]
fn a_field_of_a_card_asks_for_its_own_deed() {
    let department = DepartmentId::new("GA").expect("an id");
    for (field, entry, deed) in [
        (
            CardField::Name,
            words("棚の整理"),
            Some(Deed::Edit(Edit::Rename(task(), "棚の整理".into()))),
        ),
        (
            CardField::Times,
            Entry::Number(Some(250)),
            Some(Deed::Card(task(), CardEdit::Times(250))),
        ),
        (
            CardField::Minutes,
            Entry::Number(Some(4_500)),
            Some(Deed::Card(task(), CardEdit::Minutes(45))),
        ),
        (
            CardField::People,
            Entry::Number(Some(300)),
            set(Detail::PeopleNow(Some(3))),
        ),
        (
            CardField::People,
            Entry::Number(None),
            set(Detail::PeopleNow(None)),
        ),
        (
            CardField::Department,
            words("GA"),
            set(Detail::Department(Some(department))),
        ),
        (
            CardField::Department,
            words(""),
            set(Detail::Department(None)),
        ),
        (
            CardField::Ease(TaskField::Contact),
            words("2"),
            Some(Deed::Card(task(), CardEdit::Field(TaskField::Contact, 2))),
        ),
        (
            CardField::Load(TaskFlag::Hazard),
            words("3"),
            set(Detail::Load(TaskFlag::Hazard, 3)),
        ),
        (
            CardField::Team,
            words(YES),
            set(Detail::WithTeam(Some(true))),
        ),
        (
            CardField::Cleaning,
            words(NO),
            set(Detail::IsCleaning(Some(false))),
        ),
        (
            CardField::Cleaning,
            words(""),
            set(Detail::IsCleaning(None)),
        ),
        (
            CardField::Starts,
            words("９：３０"),
            set(Detail::StartsAt(Some(570))),
        ),
        (CardField::Starts, words(""), set(Detail::StartsAt(None))),
        (
            CardField::Postponed,
            words(YES),
            set(Detail::IsPostponed(true)),
        ),
        (
            CardField::Overtime,
            words(NO),
            set(Detail::CausesOvertime(false)),
        ),
        (CardField::InPost, words(YES), set(Detail::InPost(true))),
        (CardField::InPost, words(NO), set(Detail::InPost(false))),
    ] {
        assert_eq!(
            field.deed(task(), entry.clone()),
            deed,
            "{field:?} {entry:?}"
        );
    }
}

#[test]
fn what_a_field_cannot_hold_changes_nothing() {
    for (field, entry) in [
        (CardField::Starts, words("昼ごろ")),
        (CardField::Ease(TaskField::Contact), words("多い")),
        (CardField::Minutes, Entry::Number(None)),
        (CardField::Name, Entry::Number(Some(100))),
    ] {
        assert_eq!(field.deed(task(), entry), None, "{field:?}");
    }
    assert_eq!(FormField::Days.edit(words("毎日")), None);
    assert_eq!(FormField::FirstPace.edit(Entry::Number(None)), None);
}

#[test]
fn a_field_beside_the_tasks_changes_the_form() {
    for (field, entry, edit) in [
        (FormField::Days, words("4"), FormEdit::Days(4)),
        (
            FormField::Agreed,
            Entry::Number(None),
            FormEdit::Agreed(None),
        ),
        (
            FormField::SettledPace,
            Entry::Number(Some(120)),
            FormEdit::SettledPace(120),
        ),
        (
            FormField::TradeIsCleaning,
            words(NO),
            FormEdit::TradeIsCleaning(false),
        ),
        (
            FormField::Written(Written::Teacher),
            words("班長"),
            FormEdit::Written(Written::Teacher, "班長".into()),
        ),
    ] {
        assert_eq!(field.edit(entry), Some(edit), "{field:?}");
    }
}

#[test]
fn a_number_field_says_what_it_takes() {
    for (limits, taken, not_taken) in [
        (CardField::Times.limits(), [0, 25, 9_900], [9_901, 10_000]),
        (
            CardField::Minutes.limits(),
            [0, 700, 999_900],
            [750, 1_000_000],
        ),
        (CardField::People.limits(), [0, 300, 25_500], [250, 25_600]),
        (FormField::Agreed.limits(), [50, 1_975, 6_000], [49, 6_001]),
        (FormField::FirstPace.limits(), [50, 150, 500], [49, 501]),
        (FormField::SettledPace.limits(), [50, 110, 500], [0, 501]),
    ] {
        let is_taken = |hundredths: u32| {
            let read = limits.read(&from_hundredths(hundredths));
            read.is_ok_and(|read| read == hundredths && read >= limits.least)
        };
        for hundredths in taken {
            assert!(is_taken(hundredths), "{hundredths} in {limits:?}");
        }
        for hundredths in not_taken {
            assert!(!is_taken(hundredths), "{hundredths} in {limits:?}");
        }
    }
}
