//! Three employers on their way through the subsidy finder to the result page and onto paper; the café is in `subsidies`. Their
//! figures are checked by hand in the native tests.

use serde_json::json;
use xtask::Outcome;
use xtask::pages::{Stage, Suite};
use xtask::webdriver::Engine;

use crate::subsidies::{
    Answers,
    Said::{Chosen, Day, NoneOfThese, These, Typed},
    answer_all, at_the_finder,
};
use crate::walks::open;

pub fn add_to(suite: &mut Suite) {
    suite.each_engine(
        "subsidy_walks::a_builder_who_selected_first_is_promised_nothing",
        builder,
    );
    suite.each_engine("subsidy_walks::a_logistics_firm_below_its_duty", logistics);
    suite.each_engine("subsidy_walks::a_clinic_that_brings_somebody_back", clinic);
    suite.each_engine(
        "subsidy_walks::the_result_page_says_what_is_open",
        on_the_result,
    );
    suite.each_engine("subsidy_walks::a_plan_is_chosen_by_touch", by_touch);
    suite.only(
        Engine::Chromium,
        "subsidy_walks::paper_says_what_the_results_rest_on",
        on_paper,
    );
}

/// A builder with 45 people who began the selection before the referral, and still counts on the national subsidy.
const BUILDER: &Answers = &[
    ("measure.kind", Chosen("nothing")),
    ("employer.labour_insurance_arrears", NoneOfThese),
    ("hire.weekly_hours", Typed("40")),
    ("employer.tokyo_workplace", Chosen("head_office")),
    ("worker.disability", Chosen("physical")),
    ("hire.tokkaikin", Chosen("planned")),
    ("hire.selection_before_referral", Chosen("true")),
    ("hire.telework", Chosen("none")),
    ("employer.hiring_record", Chosen("never")),
    ("employer.june_report_filed", Chosen("true")),
    ("measure.adviser_accepted", Chosen("false")),
];

/// A logistics firm with 120 people below its duty, which buys equipment and places a supporter.
const LOGISTICS: &Answers = &[
    (
        "measure.kind",
        These(&["equipment_buy", "support_worker_placed"]),
    ),
    ("hire.weekly_hours", Typed("30")),
    ("employer.tokyo_workplace", Chosen("head_office")),
    ("worker.disability", Chosen("mental")),
    ("employer.labour_insurance_arrears", NoneOfThese),
    ("hire.tokkaikin", Chosen("planned")),
    ("hire.contract", Chosen("fixed_auto_renewal")),
    ("hire.selection_before_referral", Chosen("false")),
    ("measure.adviser_accepted", Chosen("true")),
    ("hire.telework", Chosen("none")),
    ("measure.approval_first", Chosen("true")),
    ("worker.age_related_difficulty", Chosen("false")),
    ("measure.months_since_need", Typed("0")),
    ("employer.hiring_record", Chosen("below_rate")),
    ("worker.age_at_hire", Typed("38")),
    ("hire.referral", Chosen("hello_work")),
    ("hire.trial_months", Typed("6")),
    ("employer.employment_insurance", Chosen("true")),
    ("employer.dismissal_within_6_months", Chosen("false")),
    ("employer.many_leavers", Chosen("false")),
    ("employer.wage_closing_day", Chosen("none")),
    ("worker.tie_within_3_years", Chosen("false")),
    ("worker.placement_over_3_months", Chosen("false")),
    ("worker.employed_at_referral", Chosen("false")),
    ("worker.handbook", Chosen("mental")),
    ("employer.regular_workers", Typed("120")),
    ("employer.capital_yen", Typed("5,000")),
    ("employer.industry_class", Chosen("other")),
    ("hire.start_date", Day("2027", "1", "12")),
    ("measure.start_date", Day("2027", "7", "12")),
];

/// A clinic with 18 people that brings somebody back after an illness.
const CLINIC: &Answers = &[
    ("measure.kind", These(&["return_2w"])),
    ("hire.weekly_hours", Typed("32")),
    ("employer.tokyo_workplace", Chosen("head_office")),
    ("worker.disability", Chosen("cancer")),
    ("employer.tokyo_tax_arrears", NoneOfThese),
    ("hire.tokkaikin", Chosen("not_available")),
    ("hire.telework", Chosen("none")),
    ("measure.adviser_accepted", Chosen("dont-know")),
    ("employer.hiring_record", Chosen("never")),
    ("employer.june_report_filed", Chosen("dont-know")),
    ("employer.capital_yen", Chosen("none")),
    ("employer.regular_workers", Typed("18")),
    ("employer.industry_class", Chosen("service")),
    ("hire.contract", Chosen("regular")),
    ("hire.start_date", Day("2019", "4", "1")),
    ("hire.selection_before_referral", Chosen("false")),
    ("measure.approval_first", Chosen("true")),
    ("worker.handbook", Chosen("none")),
    ("measure.start_date", Day("2026", "11", "2")),
];

fn builder(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        answer_all(stage, &[BUILDER])?;
        // Tokyo's bonuses ask for the national subsidy, which is lost.
        assert_eq!(widget.find("[data-group=open] .grant").count()?, 0);
        widget.find(".subsidy-said summary").click()?;
        widget
            .find("[data-fact='hire.tokkaikin']")
            .wait_for_text("この採用では対象外なので")?;
        widget.find("[data-part=closed] summary").click()?;
        widget
            .find("[data-part=closed] [data-subsidy=S15]")
            .wait_for_text("始めたあとでは戻せません")?;
        Ok(())
    })
}

fn logistics(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        answer_all(stage, &[LOGISTICS])?;
        let money = |id: &str| -> Outcome<Option<String>> {
            let money = format!("[data-group=open] [data-subsidy={id}] [data-money]");
            Ok(widget.find(&money).attribute("data-money")?)
        };
        // 40 x 6; two thirds up to 150; 4 x 36; 8 x 3 + 4 x 3.
        for (id, yen) in [
            ("S15", "2400000"),
            ("S01", "1500000"),
            ("S06", "1440000"),
            ("S14", "360000"),
        ] {
            assert_eq!(money(id)?.as_deref(), Some(yen), "{id}");
        }
        let total = widget.find("[data-set='0'] [data-total]");
        assert_eq!(total.attribute("data-total")?.as_deref(), Some("5340000"));
        widget
            .find("[data-set='0'] [data-left-out]")
            .wait_for_text("トライアル雇用助成金")?;
        // The plan of the trial within two weeks; the day before the order, a Sunday.
        widget
            .find("[data-deadline=S14][data-until='2027-01-26']")
            .wait()?;
        widget
            .find("[data-deadline=S01][data-until='2027-07-11'] [data-closed]")
            .wait_for_text("土日")?;
        Ok(())
    })?;
    stage.assert_no_axe_violations("four open, two measures")?;
    Ok(())
}

fn clinic(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        widget.find("[data-answer=case-staff]").click()?;
        answer_all(stage, &[CLINIC])?;
        let money = widget.find("[data-group=open] [data-subsidy=S40] [data-money]");
        assert_eq!(money.attribute("data-money")?.as_deref(), Some("700000"));
        // Two months from the day after the return end on a Saturday within the New Year holidays.
        widget
            .find("[data-deadline=S40][data-until='2027-01-02'] [data-closed]")
            .wait_for_text("土日")?;
        Ok(())
    })
}

fn on_the_result(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        widget.find("[data-answer=c_know]").click()?;
        let first = widget.find("[data-question=A01]");
        first.find("[data-answer=st_unknown]").click()?;
        first.find("[data-action=next]").click()?;
        widget.find("[data-question=A02]").wait()?;
        widget.find("[data-action=result-now]").click()?;
        widget
            .find("[data-screen=result] [data-tool=subsidies]")
            .click()?;
        widget.find("[data-answer=case-staff]").click()?;
        answer_all(stage, &[CLINIC])?;
        widget.find("[data-action=return]").click()?;
        let summary = widget.find("[data-screen=result] [data-summary=subsidies]");
        for said in [
            "1件",
            "雇用継続助成金",
            "最大70万円",
            "要確認",
            "2027年1月2日",
        ] {
            summary.wait_for_text(said)?;
        }
        Ok(())
    })?;
    if stage.browser.engine() == Engine::Chromium {
        stage.browser.emulate_print(true)?;
        assert!(
            widget
                .find(".sheet [data-summary=subsidies] .grant-yen")
                .is_visible()?
        );
        stage.browser.emulate_print(false)?;
    }
    Ok(())
}

fn by_touch(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        widget.find("[data-answer=case-staff]").tap()?;
        widget
            .find(".choice-chosen [data-answer=case-staff]")
            .wait()?;
        widget.find("[data-answer=nothing]").tap()?;
        widget.find(".choice-chosen [data-answer=nothing]").wait()?;
        widget.find(".subsidy-question [data-action=next]").tap()?;
        widget
            .find("[data-asked]:not([data-asked='measure.kind'])")
            .wait()?;
        widget.find("[data-action=add-plan]").tap()?;
        widget.find("[data-plan='2']").wait()?;
        widget.find("[data-plan-button='1']").tap()?;
        widget.find("[data-plan='1']").wait()?;
        Ok(())
    })
}

fn on_paper(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    answer_all(stage, &[BUILDER])?;
    let widget = stage.browser.widget();
    let line = widget.find(".subsidy-said [data-fact='hire.weekly_hours']");
    let height = || line.eval("return e.getBoundingClientRect().height", json!([]));
    assert!(!line.is_visible()?, "folded up on the screen");
    stage.browser.emulate_print(true)?;
    assert!(height()?.as_f64().is_some_and(|height| height > 0.0));
    assert!(!widget.find(".subsidy-question").is_visible()?);
    assert!(!widget.find("#subsidy-search").is_visible()?);
    stage.browser.emulate_print(false)?;
    Ok(())
}
