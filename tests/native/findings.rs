//! Each finding is made once for a model, however many screens ask for it.

use std::rc::Rc;

use koyo_check::{
    app::{
        duty::Standing,
        facts::WORKERS,
        findings::Findings,
        levy::{Edit, Field},
        library::Part,
        places::{Search, search},
        state::{Action, Model},
    },
    assessment::centre::Place,
    catalogue::{
        Asset,
        compile::this_content,
        places::{PostalIndex, Stations},
        schema::Language,
    },
    domain::{JapanDate, OptionId, QuestionId},
};

use crate::fresh;

fn day(text: &str) -> JapanDate {
    JapanDate::parse(text).expect("a day")
}

pub fn complete() -> Model {
    let content = this_content();
    let parts: [(Asset, Part); 6] = [
        (
            Asset::JapaneseTexts,
            Rc::new(content.japanese_later.clone()),
        ),
        (Asset::Tasks, Rc::new(content.tasks.clone())),
        (Asset::Posts, Rc::new(content.posts.clone())),
        (Asset::Adjustments, Rc::new(content.adjustments.clone())),
        (Asset::Subsidies, Rc::new(content.subsidies.clone())),
        (Asset::Parameters, Rc::new(content.parameters.clone())),
    ];
    parts.into_iter().fold(fresh(), |model, (asset, part)| {
        model.apply(Action::Arrived(asset, part))
    })
}

fn findings(model: &Model) -> Findings {
    let words = model.library.words(Language::Japanese);
    Findings::new(Rc::new(model.clone()), words)
}

fn workers(model: &Model, value: u64) -> Model {
    model.apply(Action::Levy(Edit::Number(Field::Quick30, Some(value))))
}

#[test]
fn what_was_found_is_not_found_again() {
    let model = workers(&complete(), 120);
    let found = findings(&model);
    // The same value in the same place: a second computation would have made another.
    macro_rules! is_found_once {
        ($($theme:expr),*) => { $( assert!(core::ptr::eq($theme, $theme), stringify!($theme)); )* };
    }
    is_found_once!(
        found.facts(),
        found.standing().expect("the law is there"),
        &**found.levy().expect("there are workers"),
        found.post(),
        found.adjustments().expect("they are there"),
        found.plan(0).expect("there is a plan"),
        found.supports(),
        found.open_questions()
    );
    assert!(found.plan(1).is_none() && found.plan(9).is_none());
}

#[test]
fn the_result_and_the_calculator_share_one_answer_of_today() {
    let nobody = Action::Levy(Edit::Number(Field::QuickDisabled, Some(0)));
    let model = workers(&complete(), 120).apply(nobody);
    let found = findings(&model);
    let Some(Standing::Sheet(of_result)) = found.standing() else {
        panic!("there are numbers");
    };
    assert!(Rc::ptr_eq(
        of_result,
        found.levy().expect("there are workers")
    ));
    // Another day was chosen in the calculator: the result stays with today.
    let model = model.apply(Action::Levy(Edit::Date(Some(day("2027-04-01")))));
    let found = findings(&model);
    let Some(Standing::Sheet(of_result)) = found.standing() else {
        panic!("there are numbers");
    };
    let of_day = found.levy().expect("there are workers");
    assert_eq!(of_result.date, day("2026-11-30"));
    assert_eq!(of_day.date, day("2027-04-01"));
}

#[test]
fn a_band_is_a_finding_and_nothing_is_none() {
    let found = findings(&complete());
    assert!(matches!(found.standing(), Some(Standing::Open)));
    assert!(found.levy().is_none());
    let question = QuestionId::new(WORKERS).expect("an id");
    let option = OptionId::new("n1").expect("an id");
    let found = findings(&complete().apply(Action::Choose(question, option)));
    assert!(matches!(found.standing(), Some(Standing::Bands(_))));
    assert!(
        found.levy().is_none(),
        "the calculator has no numbers of its own"
    );
    // Before the content has arrived nothing is found, and nothing fails.
    let found = findings(&fresh());
    assert!(found.standing().is_none() && found.levy().is_none());
    assert!(found.plan(0).is_none() && found.adjustments().is_none());
}

#[test]
fn the_centre_is_that_of_the_place_before_that_of_the_area() {
    let area = QuestionId::new("A06").expect("an id");
    let johoku = OptionId::new("ar_johoku").expect("an id");
    let model = complete().apply(Action::Choose(area, johoku));
    let (by_area, metres) = findings(&model).centre().expect("an area was said");
    assert_eq!(metres, None);
    let Search::Found(place) = search("八王子市", &model) else {
        panic!("one municipality has that name");
    };
    let model = model.apply(Action::SetPlace(Some(place)));
    let (by_place, metres) = findings(&model).centre().expect("a place was said");
    assert!(by_place != by_area && metres.is_some());
}

#[test]
fn places_are_found_as_people_write_and_paste_them() {
    let compiled = &this_content().places;
    let postal = PostalIndex::read(&compiled.postal).expect("a payload that was just made");
    let stations = Stations::read(&compiled.stations).expect("a payload that was just made");
    let model = complete()
        .apply(Action::Arrived(Asset::Postal, Rc::new(postal)))
        .apply(Action::Arrived(Asset::Stations, Rc::new(stations)));
    let place = |typed: &str| match search(typed, &model) {
        Search::Found(place) => Some(place),
        _ => None,
    };
    let municipality = |name: &str| place(name).unwrap_or_else(|| panic!("{name}"));
    for (typed, name) in [
        ("東京都立川市錦町3-2-26", "立川市"),
        ("立川市錦町３－２－２６　立川ビル5F", "立川市"),
        ("東京都西多摩郡瑞穂町大字箱根ケ崎2335", "瑞穂町"),
        ("東京都八丈島八丈町大賀郷2551-2", "八丈町"),
        ("\u{FEFF}東京都千代田区", "千代田区"),
        ("Tokyo 東京都千代田区丸の内1-9-1 東京駅", "千代田区"),
        // A code that Tokyo does not have: the name says enough.
        ("〒199-9999 東京都千代田区千代田1-1", "千代田区"),
    ] {
        assert_eq!(place(typed), Some(municipality(name)), "{typed}");
    }
    let by_code = place("100-0001");
    assert!(by_code.is_some());
    for typed in [
        "〒100-0001 東京都千代田区千代田1-1",
        "〒１００－０００１東京都千代田区千代田１－１　皇居",
        "〒100-0001",
        "100-0001東京都千代田区",
        "1-1 Chiyoda, Chiyoda-ku, Tokyo 100-0001",
    ] {
        assert_eq!(place(typed), by_code, "{typed}");
    }
    for (typed, name) in [
        ("四ッ谷", "四ツ谷"),
        ("四ッ谷駅", "四ツ谷"),
        ("JR四ツ谷駅 麹町口", "四ツ谷"),
        ("お茶の水", "御茶ノ水"),
        ("阿佐谷", "阿佐ヶ谷"),
        ("虎の門駅", "虎ノ門"),
        ("六本木1丁目", "六本木一丁目"),
    ] {
        let found = match search(typed, &model) {
            Search::Found(place) => place,
            Search::Several(places) => places[0].1.clone(),
            _ => panic!("{typed} is not found"),
        };
        assert!(
            matches!(&found, Place::Station { name: one, .. } if one == name),
            "{typed}: {found:?}"
        );
    }
    // The code says one thing and the name another: nobody guesses which is right.
    let both = search("〒100-0001 東京都新宿区西新宿2-8-1", &model);
    assert!(matches!(both, Search::Several(places) if places.len() == 2));
    for elsewhere in [
        "広島県府中市府川町315",
        "大阪府大阪市北区",
        "〒730-8511 広島県広島市",
    ] {
        assert!(place(elsewhere).is_none(), "{elsewhere}");
    }
}
