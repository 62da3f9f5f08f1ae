//! The calculator for employment rate and levy, as an employer uses it.

use serde_json::json;
use xtask::Outcome;
use xtask::pages::{Stage, Suite};
use xtask::webdriver::Engine;

use crate::walks::{fits, loaded, no_kana, open};

pub fn add_to(suite: &mut Suite) {
    suite.each_engine("levy::the_quick_mode_by_keyboard", quick_by_keyboard);
    suite.each_engine("levy::the_exact_mode_by_keyboard", exact_by_keyboard);
    suite.each_engine("levy::by_touch", by_touch);
    suite.each_engine("levy::many_establishments", many);
    suite.each_engine("levy::a_field_and_a_press_at_once", at_once);
    suite.each_engine("levy::the_day_of_the_law_is_switched", switching_the_day);
    suite.each_engine("levy::one_number_with_a_half_is_enough", one_number);
    suite.each_engine("levy::mistakes_say_what_to_do", mistakes);
    suite.each_engine("levy::numbers_are_read_as_people_type_them", as_typed);
    suite.each_engine("levy::the_answer_of_a_number_that_is_gone_says_so", stale);
    suite.each_engine("levy::what_is_not_covered_has_a_cure", not_covered);
    suite.each_engine("levy::a_firm_that_opened_and_closed", part_year);
    suite.each_engine("levy::a_reload_keeps_the_sheet", reload);
    suite.each_engine("levy::a_size_answered_is_only_a_reminder", reminder);
    suite.each_engine("levy::in_english", in_english);
    suite.each_engine("levy::a_wide_column_is_used", wide);
    suite.each_engine("levy::axe_finds_nothing", axe);
    suite.each_engine_in_the_dark("levy::axe_finds_nothing_in_the_dark", axe);
    suite.only(
        Engine::Chromium,
        "levy::paper_shows_the_answer_and_no_form",
        print,
    );
    suite.only(
        Engine::Chromium,
        "levy::a_narrow_column_cuts_nothing_off",
        narrow,
    );
}

/// The hosted page with the calculator open.
fn at_the_tool(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-tool=levy]").click()?;
    widget.find("[data-screen=levy] #levy-quick_30").wait()?;
    Ok(())
}

/// Types into a field and leaves it.
fn put(stage: &Stage, field: &str, typed: &str) -> Outcome {
    let widget = stage.browser.widget();
    let field = widget.find(&format!("#levy-{field}"));
    field.clear()?;
    field.type_text(typed)?;
    stage.browser.press("Tab")?;
    Ok(())
}

fn shows(stage: &Stage, what: &str, text: &str) -> Outcome {
    let widget = stage.browser.widget();
    Ok(widget
        .find(&format!("[data-levy={what}]"))
        .wait_for_text(text)?)
}

/// 120 people of 30 hours, 10 of 20, one and a half counted.
fn fill_in(stage: &Stage) -> Outcome {
    put(stage, "quick_30", "１２０")?;
    put(stage, "quick_20", "10")?;
    put(stage, "people_physical_from_30", "1")?;
    put(stage, "people_intellectual_from_20", "１")?;
    shows(stage, "required", "3")?;
    shows(stage, "counted", "1.5")
}

fn quick_by_keyboard(stage: &Stage) -> Outcome {
    open(stage)?;
    let browser = &stage.browser;
    let widget = browser.widget();
    stage.assert_silent(|| {
        browser.tab_to("[data-tool=levy]")?;
        browser.press("Enter")?;
        widget.find("[data-screen=levy] #levy-quick_30").wait()?;
        shows(stage, "empty", "働く人の数")?;
        browser.tab_to("#levy-quick_30")?;
        browser.type_text("１２０")?;
        browser.tab_to("#levy-quick_20")?;
        browser.type_text("10")?;
        browser.tab_to("#levy-people_physical_from_30")?;
        browser.type_text("1")?;
        browser.tab_to("#levy-people_intellectual_from_20")?;
        browser.type_text("1")?;
        browser.press("Tab")?;
        shows(stage, "required", "3")?;
        shows(stage, "counted", "1.5")?;
        shows(stage, "shortfall", "1.5")?;
        shows(stage, "money", "90万円")?;
        shows(stage, "rate", "1.20%")?;
        widget
            .find("[data-warning=levy_is_no_exemption]")
            .wait_for_text("義務")?;
        // The meaning of a number, with its source.
        browser.tab_to("[data-table=duty] summary")?;
        browser.press("Enter")?;
        widget
            .find("[data-table=duty] details[open] .source")
            .wait()?;
        widget.find("[data-table=months]").wait_for_text("2.5%")?;
        widget.find("[data-table=months]").wait_for_text("2.7%")?;
        // Not large enough for payment in instalments.
        widget.find("[data-dates=filing]").wait()?;
        assert!(!widget.find("[data-dates=instalments]").exists()?);
        widget.find("[data-levy=rise]").wait_for_text("148.5人")?;
        assert_eq!(widget.find(".levy-hires > li").count()?, 6);
        Ok(())
    })?;
    stage.assert_no_policy_violations();
    stage.assert_no_other_host()
}

/// To the control by Tab, from the heading on: behind the last element Tab leads out of the page in Firefox.
fn tab_from_the_top(stage: &Stage, css: &str) -> Outcome {
    stage.browser.widget().find("[data-heading]").focus()?;
    Ok(stage.browser.tab_to(css)?)
}

fn exact_by_keyboard(stage: &Stage) -> Outcome {
    at_the_tool(stage)?;
    let browser = &stage.browser;
    let widget = browser.widget();
    stage.assert_silent(|| {
        put(stage, "quick_30", "120")?;
        tab_from_the_top(stage, "[data-answer=mode-quick]")?;
        browser.press("ArrowDown")?;
        // What was typed came along.
        widget.find("#levy-unit_30_1_0").wait()?;
        shows(stage, "required", "3")?;
        tab_from_the_top(stage, "[data-action=add-unit]")?;
        browser.press("Enter")?;
        widget.find("#levy-unit_30_2_0").wait()?;
        widget
            .find("#levy-industry-2")
            .choose_option("construction")?;
        put(stage, "unit_30_2_0", "80")?;
        // 200 - floor(80 x 10 %) = 192; 5.184.
        shows(stage, "required", "5")?;
        tab_from_the_top(stage, "[data-action=add-group]")?;
        browser.press("Enter")?;
        widget
            .find("#levy-category-1")
            .choose_option("physical_severe")?;
        put(stage, "persons_1_0", "2")?;
        widget
            .find("[data-group='1'] .field-error")
            .wait_for_text("労働時間")?;
        put(stage, "hours_1", "１２．５")?;
        shows(stage, "counted", "1")?;
        widget.find("[data-answer=a_type_1]").click()?;
        shows(stage, "counted", "0")?;
        widget.find("[data-answer=a_type_1]").click()?;
        // July has numbers of its own, and so have the months after it.
        tab_from_the_top(stage, "[data-month='3']")?;
        browser.press("Enter")?;
        tab_from_the_top(stage, "[data-answer=same]")?;
        browser.press("Space")?;
        put(stage, "unit_30_1_3", "60")?;
        let months = widget.find("[data-table=months]");
        months.find("[data-row='6']").wait_for_text("192")?;
        months.find("[data-row='7']").wait_for_text("132")?;
        months.find("[data-row='3']").wait_for_text("132")?;
        tab_from_the_top(stage, "[data-answer=same]")?;
        browser.press("Space")?;
        months.find("[data-row='7']").wait_for_text("192")?;
        Ok(())
    })
}

fn by_touch(stage: &Stage) -> Outcome {
    at_the_tool(stage)?;
    let widget = stage.browser.widget();
    put(stage, "quick_30", "120")?;
    shows(stage, "required", "3")?;
    widget.find("[data-answer=date-before]").tap()?;
    shows(stage, "date", "2026年6月30日")?;
    widget.find("[data-answer=mode-exact]").tap()?;
    widget.find("[data-action=add-unit]").tap()?;
    put(stage, "unit_30_2_0", "100")?;
    // 220 x 2.5 % = 5.5.
    shows(stage, "required", "5")?;
    widget.find("[data-month='6']").tap()?;
    widget.find("[data-answer=same]").tap()?;
    put(stage, "unit_30_2_6", "20")?;
    let months = widget.find("[data-table=months]");
    months.find("[data-row='10']").wait_for_text("140")?;
    months.find("[data-row='9']").wait_for_text("220")?;
    widget.find("[data-unit='2'] [data-action=drop]").tap()?;
    months.find("[data-row='9']").wait_for_text("120")?;
    widget.find("[data-table=duty] summary").tap()?;
    widget
        .find("[data-table=duty] details[open] .source")
        .wait()?;
    Ok(())
}

/// Their lines come when they are asked for.
fn many(stage: &Stage) -> Outcome {
    at_the_tool(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-answer=mode-exact]").click()?;
    for unit in 2..=13 {
        widget.find("[data-action=add-unit]").click()?;
        widget.find(&format!("#levy-unit_30_{unit}_0")).wait()?;
    }
    put(stage, "unit_30_13_0", "80")?;
    shows(stage, "required", "2")?;
    let lines = widget.find("[data-table=duty]");
    lines.find("[data-row='12']").wait_until_gone()?;
    let show = widget.find("[data-action=show-units]");
    show.wait_for_text("13")?;
    show.click()?;
    lines.find("[data-row='12']").wait_for_text("事業所13")?;
    show.click()?;
    lines.find("[data-row='12']").wait_until_gone()?;
    Ok(())
}

/// Leaving a field and the press that left it come before the screen is drawn anew, and neither undoes the other.
fn at_once(stage: &Stage) -> Outcome {
    at_the_tool(stage)?;
    let widget = stage.browser.widget();
    let together = |field: &str, typed: &str, pressed: &str| -> Outcome {
        let body = "const [field, typed, pressed] = arguments;
            const widget = document.querySelector('koyo-check').shadowRoot;
            const input = widget.querySelector(field);
            input.value = typed;
            input.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
            widget.querySelector(pressed).click();";
        let arguments = json!([format!("#levy-{field}"), typed, pressed]);
        stage.browser.run(body, arguments)?;
        Ok(())
    };
    together("quick_30", "150", "[data-answer=date-before]")?;
    shows(stage, "date", "2026年6月30日")?;
    shows(stage, "required", "3")?;
    together("people_mental_from_20", "1", "[data-answer=mode-exact]")?;
    // What was typed last came along too.
    widget.find("#levy-hours_1").wait()?;
    shows(stage, "counted", "1")?;
    together("unit_30_1_0", "200", "[data-action=add-unit]")?;
    widget.find("#levy-unit_30_2_0").wait()?;
    shows(stage, "required", "5")?;
    together("unit_30_2_0", "40", "[data-answer=a_type_1]")?;
    shows(stage, "required", "6")?;
    let ticked = widget.find("[data-answer=a_type_1]").property("checked")?;
    assert_eq!(ticked, json!(true));
    // The parts of a day.
    widget.find("[data-answer=date-pick]").click()?;
    widget.find("#levy-date-day").wait()?;
    let body = "const widget = document.querySelector('koyo-check').shadowRoot;
        for (const [part, typed] of [['year', '2027'], ['month', '1'], ['day', '15']]) {
            const input = widget.querySelector(`#levy-date-${part}`);
            input.value = typed;
            input.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
        }";
    stage.browser.run(body, json!([]))?;
    shows(stage, "date", "2027年1月15日")
}

fn switching_the_day(stage: &Stage) -> Outcome {
    at_the_tool(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        put(stage, "quick_30", "150")?;
        shows(stage, "required", "4")?;
        let change = widget.find("[data-table=change]");
        change.find("[data-row=rate]").wait_for_text("2.5%")?;
        change.find("[data-row=rate]").wait_for_text("2.7%")?;
        change
            .find("[data-row=duty].levy-changed")
            .wait_for_text("4人")?;
        let years = widget.find("[data-table=years]");
        years
            .find("[data-row='2025']")
            .wait_for_text("1,800,000円")?;
        years
            .find("[data-row='2026']")
            .wait_for_text("2,250,000円")?;
        years
            .find("[data-row='2027']")
            .wait_for_text("2,400,000円")?;
        widget
            .find("[data-dates=instalments]")
            .wait_for_text("3回")?;
        widget.find("[data-answer=date-before]").click()?;
        shows(stage, "required", "3")?;
        shows(stage, "date", "2026年6月30日")?;
        // From here the change lies ahead.
        widget
            .find(".levy-hires")
            .wait_for_text("2026年7月1日からは")?;
        widget.find("[data-answer=date-pick]").click()?;
        put(stage, "date-year", "令和6")?;
        put(stage, "date-month", "３")?;
        put(stage, "date-day", "31")?;
        shows(stage, "date", "2024年3月31日")?;
        shows(stage, "rate", "2.3%")?;
        widget.find("[data-answer=date-today]").click()?;
        shows(stage, "required", "4")?;
        Ok(())
    })
}

fn one_number(stage: &Stage) -> Outcome {
    at_the_tool(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-answer=entry-total]").click()?;
    put(stage, "quick_total", "３７．５")?;
    shows(stage, "required", "1")?;
    // No levy at this size, and the duty all the same.
    shows(stage, "money", "対象外")?;
    widget
        .find("[data-warning=small_firm_duty]")
        .wait_for_text("義務")?;
    put(stage, "quick_total", "37")?;
    shows(stage, "required", "0")?;
    // Nobody is required and nothing is reported: then nothing says so.
    widget
        .find("[data-warning=small_firm_duty]")
        .wait_until_gone()?;
    shows(stage, "rate", "37.5人")?;
    // Where nothing is claimed, no day for it is told; 報奨金 is from 72 person-months on.
    widget.find("[data-dates]").wait_until_gone()?;
    put(stage, "people_physical_from_30", "7")?;
    widget.find("[data-dates=claim]").wait_for_text("7月31日")?;
    widget.find("[data-dates=payment]").wait()?;
    Ok(())
}

fn mistakes(stage: &Stage) -> Outcome {
    at_the_tool(stage)?;
    let widget = stage.browser.widget();
    for (typed, says) in [("十二", "数字を"), ("37.5", "整数で")] {
        put(stage, "quick_30", typed)?;
        widget.find("#levy-quick_30-error").wait_for_text(says)?;
    }
    put(stage, "quick_30", "2")?;
    widget
        .find("#levy-quick_30-error .field-error")
        .wait_until_gone()?;
    put(stage, "people_mental_from_30", "3")?;
    widget
        .find(".levy-form .notice-caution")
        .wait_for_text("より多く")?;
    widget.find("[data-answer=date-pick]").click()?;
    put(stage, "date-day", "32")?;
    widget
        .find("#levy-date-error")
        .wait_for_text("その日付はありません")?;
    put(stage, "date-day", "1")?;
    widget
        .find("#levy-date-error .field-error")
        .wait_until_gone()?;
    Ok(())
}

fn as_typed(stage: &Stage) -> Outcome {
    at_the_tool(stage)?;
    let widget = stage.browser.widget();
    for typed in ["1200人", "1,200", "１，２００名", "\u{FEFF}1200\u{200B}"] {
        put(stage, "quick_30", typed)?;
        shows(stage, "required", "32")?;
        let field = widget.find("#levy-quick_30");
        assert_eq!(field.property("value")?, "1200", "{typed:?}");
    }
    put(stage, "quick_30", "100000")?;
    widget
        .find("#levy-quick_30-error")
        .wait_for_text("大きすぎます")?;
    widget.find("[data-answer=entry-total]").click()?;
    for typed in ["37,5", "1,20", "12 0"] {
        put(stage, "quick_total", typed)?;
        widget
            .find("#levy-quick_total-error")
            .wait_for_text(&format!("「{typed}」"))?;
        let field = widget.find("#levy-quick_total");
        assert_eq!(field.property("value")?, typed);
        shows(stage, "stale", "入れ直す前")?;
    }
    Ok(())
}

/// What stood in the field before is not taken for what stands there now, and the answer follows every key.
fn stale(stage: &Stage) -> Outcome {
    at_the_tool(stage)?;
    let widget = stage.browser.widget();
    let field = widget.find("#levy-quick_30");
    // Not left: the answer is there already, and later heard in one sentence.
    field.type_text("120")?;
    shows(stage, "required", "3")?;
    shows(stage, "heard", "雇う義務 3人")?;
    widget.find("[data-levy=stale]").wait_until_gone()?;
    field.type_text("0人ほど")?;
    shows(stage, "stale", "入れ直す前")?;
    widget.find(".levy[data-stale=true]").wait()?;
    shows(stage, "heard", "入れ直す前")?;
    put(stage, "quick_30", "400")?;
    widget.find("[data-levy=stale]").wait_until_gone()?;
    shows(stage, "required", "10")?;
    // Fields that go take what was wrong in them along.
    put(stage, "quick_20", "1,2")?;
    shows(stage, "stale", "入れ直す前")?;
    widget.find("[data-answer=entry-total]").click()?;
    widget.find(".levy[data-stale=false]").wait()?;
    Ok(())
}

fn not_covered(stage: &Stage) -> Outcome {
    at_the_tool(stage)?;
    let widget = stage.browser.widget();
    put(stage, "quick_30", "120")?;
    put(stage, "people_mental_from_20", "1")?;
    widget.find("[data-answer=date-pick]").click()?;
    put(stage, "date-year", "2022")?;
    shows(stage, "error", "精神")?;
    shows(stage, "error", "条件")?;
    widget.find("[data-action=cure]").click()?;
    shows(stage, "date", "2023年4月1日")?;
    shows(stage, "counted", "1")?;
    widget.find("[data-levy=error]").wait_until_gone()?;
    widget.find("[data-answer=date-year]").wait()?;
    put(stage, "date-year", "2015")?;
    shows(stage, "error", "法定雇用率")?;
    widget.find("[data-table=months]").wait_until_gone()?;
    widget.find("[data-action=cure]").click()?;
    widget.find("[data-levy=date]").wait_for_text("2021年")?;
    Ok(())
}

/// WebKit puts no legend into a grid, and the fields into the legend's narrow column instead.
fn wide(stage: &Stage) -> Outcome {
    at_the_tool(stage)?;
    stage.browser.set_viewport(1024, 768)?;
    stage.browser.wait_for_drawing()?;
    let kind = stage.browser.widget().find(".levy-kind");
    let (whole, legend) = (kind.rectangle()?, kind.find("legend").rectangle()?);
    let fields = kind.find(".levy-bands").rectangle()?;
    assert!(fields.width > whole.width * 0.6, "{fields:?} in {whole:?}");
    assert!(legend.top >= whole.top && legend.left + legend.width <= fields.left);
    Ok(())
}

/// Days within the year are typed; the months that do not count are named, and the sum and the day are those of the rest.
fn part_year(stage: &Stage) -> Outcome {
    at_the_tool(stage)?;
    let widget = stage.browser.widget();
    // What is not computed stands above the first field.
    shows(stage, "scope", "特例子会社")?;
    fill_in(stage)?;
    shows(stage, "money", "90万円")?;
    widget.find(".levy-part-year summary").click()?;
    put(stage, "opened", "２０２６年２月３０日")?;
    widget
        .find("#levy-opened-error")
        .wait_for_text("その日付はありません")?;
    shows(stage, "money", "90万円")?;
    put(stage, "opened", "令和8年5月20日")?;
    widget
        .find("#levy-opened-error .field-error")
        .wait_until_gone()?;
    // June to March at 1.5 each: 15 person-months.
    shows(stage, "money", "75万円")?;
    shows(stage, "part-year", "10か月")?;
    let months = widget.find("[data-table=months]");
    months.find("[data-row='5']").wait_for_text("対象外")?;
    months.find("[data-row='6']").wait_for_text("125")?;
    assert_eq!(widget.find(".bar-outside").count()?, 2);
    put(stage, "closed", "2026-05-01")?;
    widget
        .find("#levy-closed-error")
        .wait_for_text("前になっています")?;
    shows(stage, "error", "やめた日")?;
    put(stage, "closed", "2026-12-05")?;
    widget.find("[data-levy=error]").wait_until_gone()?;
    // June to November.
    shows(stage, "money", "45万円")?;
    shows(stage, "part-year", "6か月")?;
    months.find("[data-row='12']").wait_for_text("対象外")?;
    widget
        .find("[data-dates=closing]")
        .wait_for_text("2027年1月18日")?;
    assert!(!widget.find("[data-dates=filing]").exists()?);
    stage.browser.reload()?;
    loaded(stage)?;
    shows(stage, "money", "45万円")?;
    let value = widget.find("#levy-closed").property("value")?;
    assert_eq!(value, json!("2026-12-05"));
    // Over the size in two of six months: whether that is filed is not settled, and nothing says that there is no levy.
    widget.find("[data-answer=mode-exact]").click()?;
    put(stage, "unit_30_1_0", "80")?;
    widget.find("[data-month='7']").wait_for_text("11月")?;
    widget.find("[data-month='8']").wait_for_text("対象外")?;
    widget.find("[data-month='6']").click()?;
    widget.find("[data-answer=same]").click()?;
    put(stage, "unit_30_1_6", "120")?;
    shows(stage, "class", "申告が必要なことがあります")?;
    shows(stage, "money", "要確認")?;
    widget.find("[data-warning=unsettled]").wait()?;
    let text = widget.find(".levy").text()?;
    assert!(!text.contains("納付金はかかりません"), "{text}");
    Ok(())
}

fn reload(stage: &Stage) -> Outcome {
    at_the_tool(stage)?;
    fill_in(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-answer=date-before]").click()?;
    shows(stage, "date", "2026年6月30日")?;
    stage.browser.reload()?;
    loaded(stage)?;
    shows(stage, "counted", "1.5")?;
    shows(stage, "date", "2026年6月30日")?;
    let value = widget.find("#levy-quick_30").property("value")?;
    assert_eq!(value, json!("120"));
    put(stage, "quick_30", "二百")?;
    put(stage, "people_mental_from_30", "x")?;
    widget
        .find("#levy-people_mental_from_30-error")
        .wait_for_text("数字を")?;
    widget.find(".delete summary").click()?;
    widget.find("[data-action=clear]").click()?;
    shows(stage, "empty", "働く人の数")?;
    // With what could not be read.
    for field in ["quick_30", "people_mental_from_30"] {
        let field = widget.find(&format!("#levy-{field}"));
        assert_eq!(field.property("value")?, json!(""));
    }
    assert!(!widget.find(".field-error").exists()?);
    Ok(())
}

fn reminder(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-answer=c_know]").click()?;
    for (question, answer) in [("A01", "st_unknown"), ("A02", ""), ("A03", "n1")] {
        let question = widget.find(&format!("[data-question={question}]"));
        question.wait()?;
        if !answer.is_empty() {
            question
                .find(&format!("[data-answer='{answer}']"))
                .click()?;
        }
        question.find("[data-action=next]").click()?;
    }
    widget.find("[data-question=A04]").wait()?;
    widget.find("[data-action=result-now]").click()?;
    // The band says between what the duty lies, and no more.
    widget
        .find("[data-screen=result] [data-summary=levy]")
        .wait_for_text("雇う義務は1〜2人です")?;
    widget
        .find("[data-screen=result] [data-tool=levy]")
        .click()?;
    shows(stage, "reminder", "37.5人以上100人以下")?;
    shows(stage, "reminder", "まだ答えていません")?;
    assert_eq!(widget.find("#levy-quick_30").property("value")?, json!(""));
    fill_in(stage)?;
    widget.find("[data-action=return]").click()?;
    widget
        .find("[data-screen=result] [data-summary=levy]")
        .wait_for_text("いまは1.5人")?;
    Ok(())
}

fn in_english(stage: &Stage) -> Outcome {
    at_the_tool(stage)?;
    let widget = stage.browser.widget();
    fill_in(stage)?;
    widget.find("[data-action=language]").click()?;
    widget.find("[lang=en][data-screen=levy]").wait()?;
    shows(stage, "money", "900,000 yen")?;
    widget.find("[data-table=months]").wait_for_text("Apr")?;
    no_kana(stage, ".levy")
}

fn axe(stage: &Stage) -> Outcome {
    at_the_tool(stage)?;
    let widget = stage.browser.widget();
    stage.assert_no_axe_violations("the empty sheet")?;
    fill_in(stage)?;
    put(stage, "quick_20", "x")?;
    widget.find("[data-answer=date-pick]").click()?;
    widget.find("[data-table=duty] summary").click()?;
    widget.find("[data-table=duty] .source summary").click()?;
    widget.find(".levy-duties-part .why summary").click()?;
    widget.find(".levy-hints summary").click()?;
    stage.assert_no_axe_violations("the quick mode with an answer")?;
    widget.find("[data-answer=mode-exact]").click()?;
    widget.find("[data-action=add-unit]").click()?;
    widget.find("[data-action=add-group]").click()?;
    widget.find("[data-month='5']").click()?;
    widget.find("[data-answer=same]").wait()?;
    stage.assert_no_axe_violations("the exact mode, a month like the one before")?;
    widget.find("[data-answer=same]").click()?;
    put(stage, "date-year", "2015")?;
    shows(stage, "error", "法定雇用率")?;
    stage.assert_no_axe_violations("a day that is not covered")?;
    widget.find("[data-answer=date-today]").click()?;
    widget.find(".levy-part-year summary").click()?;
    put(stage, "opened", "2026-08-20")?;
    put(stage, "closed", "2026-02-30")?;
    widget.find(".bar-outside").wait()?;
    stage.assert_no_axe_violations("a part of a year")?;
    widget.find("[data-action=language]").click()?;
    widget.find("[lang=en] [data-table=change]").wait()?;
    stage.assert_no_axe_violations("in English")?;
    stage.assert_no_policy_violations();
    Ok(())
}

fn print(stage: &Stage) -> Outcome {
    at_the_tool(stage)?;
    fill_in(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-table=change]").wait()?;
    stage.browser.emulate_print(true)?;
    assert!(!widget.find("#levy-quick_30").is_visible()?);
    assert!(!widget.find(".chips").is_visible()?);
    assert!(!widget.find("[data-action=print]").is_visible()?);
    for shown in [
        "[data-levy=date]",
        ".levy-cells",
        "[data-table=months]",
        "[data-table=duty]",
        "[data-table=money]",
        "[data-table=change]",
    ] {
        assert!(widget.find(shown).is_visible()?, "{shown} is on paper");
    }
    stage.browser.emulate_print(false)?;
    Ok(())
}

fn narrow(stage: &Stage) -> Outcome {
    stage.browser.set_viewport(280, 640)?;
    at_the_tool(stage)?;
    let widget = stage.browser.widget();
    fits(stage, "the empty sheet")?;
    fill_in(stage)?;
    widget.find(".levy-part-year summary").click()?;
    put(stage, "opened", "2026-08-20")?;
    widget.find(".bar-outside").wait()?;
    fits(stage, "the quick mode")?;
    widget.find("[data-answer=mode-exact]").click()?;
    widget.find("[data-action=add-group]").click()?;
    widget.find("#levy-hours_3").wait()?;
    fits(stage, "the exact mode")?;
    widget.find("[data-action=language]").click()?;
    widget.find("[lang=en][data-screen=levy]").wait()?;
    fits(stage, "the exact mode in English")?;
    widget.find("[data-answer=mode-quick]").click()?;
    widget.find("#levy-quick_30").wait()?;
    fits(stage, "the quick mode in English")
}
