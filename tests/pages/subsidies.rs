//! The subsidy finder: few questions by click and by keyboard, what closes and what opens, plans side by side, deadlines taken
//! along, and what is kept.

use serde_json::json;
use xtask::Outcome;
use xtask::pages::{Stage, Suite};
use xtask::webdriver::Engine;

use crate::walks::{fits, loaded, open};

pub fn add_to(suite: &mut Suite) {
    suite.each_engine(
        "subsidies::a_cafe_by_click_and_what_a_change_opens",
        by_click,
    );
    suite.each_engine("subsidies::a_cafe_by_keyboard_alone", by_keyboard);
    suite.each_engine(
        "subsidies::a_selection_before_the_referral_closes_what_it_must",
        selection_before_referral,
    );
    suite.each_engine(
        "subsidies::grounds_for_refusal_are_lines_of_one_screen",
        claims_on_one_screen,
    );
    suite.each_engine("subsidies::deadlines_can_be_taken_along", calendar_download);
    suite.each_engine(
        "subsidies::ended_ones_are_found_and_said_to_have_ended",
        searching,
    );
    suite.each_engine(
        "subsidies::in_english_and_kept_over_a_reload",
        in_english_and_kept,
    );
    suite.each_engine("subsidies::axe_finds_nothing", axe_in_every_state);
    suite.each_engine_in_the_dark(
        "subsidies::axe_finds_nothing_in_the_dark",
        axe_in_every_state,
    );
    suite.only(
        Engine::Chromium,
        "subsidies::a_narrow_column_cuts_nothing_off",
        narrow,
    );
}

/// What an employer answers: an option, what is typed, a day, or measures of these kinds.
pub enum Said {
    Chosen(&'static str),
    Typed(&'static str),
    Day(&'static str, &'static str, &'static str),
    These(&'static [&'static str]),
    /// One press for all claims that are asked together.
    NoneOfThese,
}
use Said::{Chosen, Day, NoneOfThese, These, Typed};

pub type Answers = [(&'static str, Said)];

/// A café with eight people that never hired a disabled person.
pub const CAFE: &Answers = &[
    ("measure.kind", Chosen("nothing")),
    ("hire.weekly_hours", Typed("１８")),
    ("employer.tokyo_workplace", Chosen("head_office")),
    ("worker.disability", Chosen("intellectual")),
    ("measure.adviser_accepted", Chosen("dont-know")),
    ("hire.telework", Chosen("none")),
    ("employer.hiring_record", Chosen("never")),
    ("hire.tokkaikin", Chosen("planned")),
    ("employer.june_report_filed", Chosen("false")),
];

/// What it is asked besides, once 20 hours are planned.
const CAFE_WITH_20_HOURS: &Answers = &[
    ("hire.contract", Chosen("indefinite")),
    ("hire.selection_before_referral", Chosen("false")),
    ("employer.labour_insurance_arrears", NoneOfThese),
    ("worker.age_at_hire", Typed("22")),
    ("hire.referral", Chosen("hello_work")),
    ("hire.trial_months", Typed("0")),
    ("employer.employment_insurance", Chosen("true")),
    ("employer.dismissal_within_6_months", Chosen("false")),
    ("employer.many_leavers", Chosen("false")),
    ("employer.wage_closing_day", Chosen("none")),
    ("worker.tie_within_3_years", Chosen("false")),
    ("worker.placement_over_3_months", Chosen("false")),
    ("worker.employed_at_referral", Chosen("false")),
    ("worker.handbook", Chosen("intellectual")),
    ("measure.good_systems_count", Typed("２")),
    ("hire.wage_over_minimum_pct", Typed("1,320")),
    ("employer.special_subsidiary", Chosen("false")),
    ("employer.capital_yen", Typed("300")),
    ("employer.regular_workers", Typed("8")),
    ("employer.industry_class", Chosen("retail")),
    ("worker.severe", Chosen("false")),
    ("worker.trial_ground", Chosen("never_done")),
    ("hire.start_date", Day("２０２７", "2", "1")),
];

pub fn at_the_finder(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-tool=subsidies]").click()?;
    widget.find("[data-screen=subsidies] [data-asked]").wait()?;
    Ok(())
}

/// The question that is shown, or `done`.
fn asked(stage: &Stage) -> Outcome<String> {
    let heading = stage.browser.widget().find("[data-asked]");
    Ok(heading.attribute("data-asked")?.unwrap_or_default())
}

/// Gives one answer to the question shown.
fn say(stage: &Stage, id: &str, said: &Said) -> Outcome {
    let widget = stage.browser.widget();
    let field = |part: &str| widget.find(&format!("[id='{id}{part}']"));
    match said {
        Chosen(answer) => widget
            .find(&format!(".subsidy-question [data-answer='{answer}']"))
            .click()?,
        Typed(text) => field("").type_text(text)?,
        NoneOfThese => {
            let lines = widget.find(".subsidy-question [data-line]").count()?;
            widget
                .find(".subsidy-question [data-action=none-of-these]")
                .click()?;
            let chosen = "[data-line] .choice-chosen [data-answer='false']";
            stage.browser.wait_until("no to all of them", || {
                Ok(widget.find(chosen).count()? == lines)
            })?;
        }
        Day(year, month, day) => {
            field("-year").type_text(year)?;
            field("-month").type_text(month)?;
            field("-day").type_text(day)?;
        }
        These(kinds) => {
            widget
                .find(".subsidy-question [data-answer=these]")
                .click()?;
            widget.find(".subsidy-kinds").wait()?.eval(
                "e.querySelectorAll('details').forEach((one) => { one.open = true })",
                json!([]),
            )?;
            for kind in *kinds {
                let kind = format!(".subsidy-kinds [data-answer='{kind}']");
                widget.find(&kind).click()?;
            }
        }
    }
    Ok(())
}

/// Answers every question that comes, in whatever order, until none is left.
pub fn answer_all(stage: &Stage, answers: &[&Answers]) -> Outcome<usize> {
    let next = stage
        .browser
        .widget()
        .find(".subsidy-question [data-action=next]");
    for count in 0.. {
        let id = asked(stage)?;
        if id == "done" {
            return Ok(count);
        }
        // Behind a fact that each measure has for itself stands the number of its kind.
        let is_asked = |known: &str| {
            let rest = id.strip_prefix(known);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        };
        let known = answers.iter().copied().flatten();
        let Some((_, said)) = known.into_iter().find(|(known, _)| is_asked(known)) else {
            panic!("asked for {id}, which has no answer here");
        };
        say(stage, &id, said)?;
        next.click()?;
        stage.browser.wait_until("the next question", || {
            let heading = stage.browser.widget().find("[data-asked]");
            Ok(heading
                .attribute("data-asked")?
                .is_some_and(|now| now != id))
        })?;
    }
    unreachable!("questions come to an end")
}

fn by_click(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        // Few questions: with 18 hours most is clear at once.
        assert_eq!(answer_all(stage, &[CAFE])?, CAFE.len());
        let opens = widget.find("[data-part=opens] .subsidy-change");
        opens.wait_for_text("18時間 → 20時間")?;
        assert!(
            widget
                .find("[data-part=opens] [data-subsidy=S15]")
                .exists()?
        );
        assert_eq!(widget.find("[data-group=open] .grant").count()?, 0);
        // The change as a plan beside the first.
        widget.find("[data-part=opens] [data-action=try]").click()?;
        widget.find("[data-plan='2']").wait()?;
        assert_eq!(widget.find(".subsidy-plan").count()?, 2);
        answer_all(stage, &[CAFE, CAFE_WITH_20_HOURS])?;
        let money = widget.find("[data-group=open] [data-subsidy=S15] [data-money]");
        assert_eq!(money.attribute("data-money")?.as_deref(), Some("800000"));
        let total = widget.find("[data-set='0'] [data-total]");
        assert_eq!(total.attribute("data-total")?.as_deref(), Some("2600000"));
        widget
            .find("[data-deadline=S15][data-until='2027-09-30']")
            .wait_for_text("9月30日（木）")?;
        // Changing one answer keeps the others and changes the results.
        widget.find(".subsidy-said summary").click()?;
        widget
            .find("[data-change='hire.selection_before_referral']")
            .click()?;
        widget
            .find("[data-asked='hire.selection_before_referral']")
            .wait()?;
        widget
            .find(".subsidy-question [data-answer='true']")
            .click()?;
        widget.find("[data-part=closed] summary").click()?;
        widget
            .find("[data-part=closed] [data-subsidy=S15]")
            .wait()?;
        // The first plan is as it was.
        widget.find("[data-plan-button='1']").click()?;
        widget
            .find("[data-plan='1'] [data-part=opens] [data-subsidy=S15]")
            .wait()?;
        Ok(())
    })?;
    stage.assert_no_policy_violations();
    stage.assert_no_other_host()
}

fn by_keyboard(stage: &Stage) -> Outcome {
    open(stage)?;
    let browser = &stage.browser;
    let widget = browser.widget();
    stage.assert_silent(|| {
        browser.tab_to("[data-tool=subsidies]")?;
        browser.press("Enter")?;
        widget.find("[data-asked='measure.kind']").wait()?;
        let choose = |steps: usize| -> Outcome {
            browser.tab_to(".subsidy-question input[type=radio]")?;
            browser.press("Space")?;
            for _ in 0..steps {
                browser.press("ArrowDown")?;
            }
            Ok(())
        };
        // Where each answer of the café stands among the options.
        let steps = [
            ("measure.kind", 0),
            ("employer.tokyo_workplace", 0),
            ("worker.disability", 1),
            ("measure.adviser_accepted", 2),
            ("hire.telework", 0),
            ("employer.hiring_record", 0),
            ("hire.tokkaikin", 1),
            ("employer.june_report_filed", 1),
        ];
        loop {
            let id = asked(stage)?;
            if id == "done" {
                break;
            }
            if id == "hire.weekly_hours" {
                browser.tab_to("[id='hire.weekly_hours']")?;
                browser.type_text("１８")?;
            } else {
                let known = steps.iter().find(|(known, _)| *known == id);
                choose(known.unwrap_or_else(|| panic!("asked for {id}")).1)?;
            }
            browser.tab_to(".subsidy-question [data-action=next]")?;
            browser.press("Enter")?;
            browser.wait_until("the next question", || {
                Ok(widget
                    .find("[data-asked]")
                    .attribute("data-asked")?
                    .is_some_and(|now| now != id))
            })?;
            // The focus is on the new question, for whoever hears the page.
            browser.wait_until("the focus", || widget.find("[data-asked]").is_focused())?;
        }
        browser.tab_to("[data-part=opens] [data-action=try]")?;
        browser.press("Enter")?;
        widget.find("[data-plan='2']").wait()?;
        Ok(())
    })
}

fn selection_before_referral(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let widget = stage.browser.widget();
    let answers: &Answers = &[
        ("measure.kind", Chosen("nothing")),
        ("employer.labour_insurance_arrears", NoneOfThese),
        ("hire.weekly_hours", Typed("40")),
        ("employer.tokyo_workplace", Chosen("head_office")),
        ("worker.disability", Chosen("physical")),
        ("hire.tokkaikin", Chosen("not_available")),
        ("hire.selection_before_referral", Chosen("true")),
        ("hire.telework", Chosen("none")),
    ];
    stage.assert_silent(|| {
        answer_all(stage, &[answers])?;
        widget.find("[data-part=closed] summary").click()?;
        for id in ["S14", "S15", "S28"] {
            let one = widget.find(&format!("[data-part=closed] [data-subsidy={id}]"));
            one.wait_for_text("紹介の前に選考（書類・面接・選考のための実習）を始めておらず")?;
            // It cannot be undone, and that is said; nothing is proposed.
            one.wait_for_text("始めたあとでは戻せません")?;
            assert_eq!(one.find("[data-opens]").count()?, 0, "{id}");
        }
        Ok(())
    })
}

fn claims_on_one_screen(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let browser = &stage.browser;
    let widget = browser.widget();
    let id = "employer.labour_insurance_arrears";
    stage.assert_silent(|| {
        // Nobody is found yet: nothing is asked about the person. All else is left open on the way.
        widget.find("[data-answer=case-search]").click()?;
        while asked(stage)? != id {
            let before = asked(stage)?;
            assert!(!before.starts_with("worker."), "{before}");
            widget
                .find(".subsidy-question [data-action=next]")
                .click()?;
            browser.wait_until("the next question", || {
                let now = widget.find("[data-asked]").attribute("data-asked")?;
                Ok(now.is_some_and(|now| now != before))
            })?;
        }
        let lines = widget.find(".subsidy-question [data-line]");
        let count = lines.count()?;
        assert!(count > 1);
        assert_eq!(widget.find("[data-line] > legend").count()?, count);
        // By keyboard: one press says no to all of them, an arrow changes one line alone.
        browser.tab_to("[data-action=none-of-these]")?;
        browser.press("Enter")?;
        let no = widget.find("[data-line] .choice-chosen [data-answer='false']");
        browser.wait_until("no to all of them", || Ok(no.count()? == count))?;
        let line = format!("[data-line='{id}']");
        browser.tab_to(&format!("{line} input:checked"))?;
        browser.press("ArrowUp")?;
        widget
            .find(&format!("{line} .choice-chosen [data-answer='true']"))
            .wait()?;
        assert_eq!((lines.count()?, no.count()?), (count, count - 1));
        Ok(())
    })?;
    stage.assert_no_axe_violations("claims on one screen")
}

fn calendar_download(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let browser = &stage.browser;
    let widget = browser.widget();
    answer_all(stage, &[CAFE])?;
    widget.find("[data-part=opens] [data-action=try]").click()?;
    widget.find("[data-plan='2']").wait()?;
    answer_all(stage, &[CAFE, CAFE_WITH_20_HOURS])?;
    // The file instead of the browser's own way of saving it.
    browser.run(
        "window.files = []; \
         URL.createObjectURL = (blob) => { blob.text().then((text) => window.files.push(text)); return 'blob:none' }; \
         HTMLAnchorElement.prototype.click = function () {};",
        json!([]),
    )?;
    let saved = |number: usize| -> Outcome<String> {
        widget.find("[data-action=calendar]").click()?;
        browser.wait_until("the file", || {
            let count = browser.run("return window.files.length", json!([]))?;
            Ok(count == json!(number))
        })?;
        let text = browser.run("return window.files.at(-1)", json!([]))?;
        Ok(text.as_str().unwrap_or_default().replace("\r\n ", ""))
    };
    stage.assert_silent(|| {
        let quiet = saved(1)?;
        let lines = |start: &str| -> Vec<String> {
            let all = quiet.lines().filter(|line| line.starts_with(start));
            all.map(str::to_owned).collect()
        };
        for day in ["20270930", "20280331", "20280930", "20290331"] {
            assert!(
                quiet.contains(&format!("DTSTART;VALUE=DATE:{day}")),
                "{day}"
            );
        }
        let uids = lines("UID:subsidy-");
        assert_eq!(uids.len(), quiet.matches("BEGIN:VEVENT").count());
        assert!(
            uids.iter()
                .any(|uid| uid.ends_with("-2-S15-hire-0-1@koyo-check.invalid")),
            "{uids:?}"
        );
        let names = |text: &str| text.contains("SUMMARY:助成金の締め切り：特定求職者");
        assert!(!names(&quiet), "names may say something about a person");
        widget.find("[data-answer=calendar-names]").click()?;
        widget.find(".subsidy-names.choice-chosen").wait()?;
        assert!(names(&saved(2)?));
        Ok(())
    })
}

fn searching(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let widget = stage.browser.widget();
    let field = widget.find("#subsidy-search");
    let results = widget.find("[data-search]");
    stage.assert_silent(|| {
        // An ended one is nowhere until somebody looks for it.
        assert_eq!(widget.find("[data-status=ended]").count()?, 0);
        let look_up = |text: &str| -> Outcome {
            field.clear()?;
            field.type_text(text)?;
            widget.find("[data-action=search]").click()?;
            Ok(())
        };
        look_up("割増償却")?;
        results.wait_for_text("終了しました")?;
        assert_eq!(results.find("[data-money]").count()?, 0);
        look_up("訪問型職場適応")?;
        results.wait_for_text("会社には入りません")?;
        look_up("ないものの名前")?;
        results.wait_for_text("見つかりませんでした")?;
        Ok(())
    })
}

fn in_english_and_kept(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        answer_all(stage, &[CAFE])?;
        widget.find("[data-action=language]").click()?;
        widget
            .find("[lang=en] [data-part=opens]")
            .wait_for_text("18 hours → 20 hours")?;
        let shown = widget.find(".subsidies").text()?;
        let japanese = shown
            .chars()
            .any(|one| ('\u{3041}'..='\u{30ff}').contains(&one));
        assert!(!japanese, "kana in the English finder: {shown}");
        Ok(())
    })?;
    stage.browser.reload()?;
    loaded(stage)?;
    widget
        .find("[lang=en][data-screen=subsidies] [data-asked=done]")
        .wait()?;
    widget.find("[data-part=opens] [data-subsidy=S15]").wait()?;
    widget.find("[data-action=return]").click()?;
    widget.find("[data-screen=start]").wait()?;
    Ok(())
}

fn axe_in_every_state(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let widget = stage.browser.widget();
    let next = widget.find(".subsidy-question [data-action=next]");
    stage.assert_no_axe_violations("nothing answered")?;
    widget.find("[data-answer=these]").click()?;
    widget.find("[data-kinds='0'] summary").click()?;
    widget.find("[data-answer=equipment_buy]").click()?;
    stage.assert_no_axe_violations("kinds of measures")?;
    next.click()?;
    widget
        .find("[data-asked]:not([data-asked='measure.kind'])")
        .wait()?;
    while asked(stage)? != "hire.weekly_hours" {
        let before = asked(stage)?;
        next.click()?;
        stage.browser.wait_until("the next question", || {
            let heading = widget.find("[data-asked]");
            Ok(heading
                .attribute("data-asked")?
                .is_some_and(|now| now != before))
        })?;
    }
    widget.find("[id='hire.weekly_hours']").type_text("二十")?;
    next.scroll_to()?;
    widget.find(".subsidy-said summary").click()?;
    widget.find("[aria-invalid=true]").wait()?;
    stage.assert_no_axe_violations("a number that is none, and what is known")?;
    widget.find("[data-ask='hire.start_date']").click()?;
    widget.find("[id='hire.start_date-year']").wait()?;
    widget
        .find("[data-part=unclear] .grant-details summary")
        .click()?;
    stage.assert_no_axe_violations("a day, and the conditions of a subsidy")?;
    widget.find("[data-action=add-plan]").click()?;
    widget.find("[data-plan='2']").wait()?;
    widget.find("#subsidy-search").type_text("助成")?;
    widget.find("[data-action=search]").click()?;
    widget.find("[data-search] .grant").wait()?;
    stage.assert_no_axe_violations("two plans, and a search")?;
    stage.assert_no_policy_violations();
    Ok(())
}

fn narrow(stage: &Stage) -> Outcome {
    stage.browser.set_viewport(320, 640)?;
    at_the_finder(stage)?;
    fits(stage, "nothing answered")?;
    answer_all(stage, &[CAFE])?;
    let widget = stage.browser.widget();
    widget.find("[data-part=opens] [data-action=try]").click()?;
    widget.find("[data-plan='2']").wait()?;
    answer_all(stage, &[CAFE, CAFE_WITH_20_HOURS])?;
    stage.browser.widget().find(".subsidies").eval(
        "e.querySelectorAll('details').forEach((one) => { one.open = true })",
        json!([]),
    )?;
    fits(stage, "everything open")
}
