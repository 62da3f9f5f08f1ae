//! The carving workbench: the worked posts of the fact sheet, by keyboard alone, paste, undo, files out and in.

use serde_json::json;
use xtask::Outcome;
use xtask::pages::{Stage, Suite};
use xtask::webdriver::{Engine, Locator};

use crate::walks::{loaded, open};

pub fn add_to(suite: &mut Suite) {
    suite.each_engine(
        "workbench::the_worked_posts_have_the_hours_of_the_fact_sheet",
        worked_posts,
    );
    suite.each_engine("workbench::a_post_by_keyboard_alone", by_keyboard);
    suite.each_engine(
        "workbench::a_proposal_becomes_the_post_and_its_rules_are_met",
        proposal,
    );
    suite.each_engine(
        "workbench::two_hundred_pasted_lines_and_no_more",
        two_hundred_lines,
    );
    suite.each_engine("workbench::what_was_done_can_be_taken_back", taken_back);
    suite.each_engine("workbench::what_is_to_be_split_first_says_how", split_first);
    suite.each_engine("workbench::a_csv_goes_out_is_changed_and_comes_in", csv);
    suite.each_engine(
        "workbench::a_bad_file_is_refused_and_nothing_changes",
        bad_file,
    );
    suite.each_engine(
        "workbench::questionnaire_and_workbench_hold_the_same_answers",
        one_state,
    );
    suite.each_engine("workbench::a_reload_keeps_everything", reload);
    suite.each_engine("workbench::in_english", in_english);
    suite.each_engine("workbench::axe_finds_nothing_in_any_state", axe);
    suite.each_engine_in_the_dark("workbench::axe_finds_nothing_in_any_state_in_the_dark", axe);
    suite.only(
        Engine::Chromium,
        "workbench::a_narrow_column_cuts_nothing_off",
        narrow,
    );
    suite.only(
        Engine::Chromium,
        "workbench::the_sheet_prints_on_one_page",
        print,
    );
}

fn at_the_workbench(stage: &Stage) -> Outcome {
    open(stage)?;
    stage
        .browser
        .widget()
        .find("[data-tool=workbench]")
        .click()?;
    Ok(stage
        .browser
        .widget()
        .find("[data-screen=workbench] .bench")
        .wait()
        .map(drop)?)
}

/// Finds a task by what is typed and picks it.
fn pick(stage: &Stage, typed: &str, id: &str) -> Outcome {
    let widget = stage.browser.widget();
    widget.find("[data-search]").clear()?;
    widget.find("[data-search]").type_text(typed)?;
    widget
        .find(&format!("[data-part=catalogue] [data-answer='{id}']"))
        .click()?;
    widget.find(&format!("[data-task='{id}']")).wait()?;
    Ok(())
}

fn put_into_the_post(stage: &Stage, id: &str) -> Outcome {
    let widget = stage.browser.widget();
    widget
        .find(&format!("[data-task='{id}'] [data-answer=in-post]"))
        .click()?;
    Ok(())
}

fn hours_are(stage: &Stage, hours: &str) -> Outcome {
    let shown = stage.browser.widget().find("[data-fact=hours]");
    stage
        .browser
        .wait_until(&format!("{hours} hours"), || Ok(shown.text()? == hours))?;
    Ok(())
}

fn text_becomes(stage: &Stage, of: &Locator, text: &str) -> Outcome {
    stage
        .browser
        .wait_until(&format!("{of} to be {text:?}"), || Ok(of.text()? == text))?;
    Ok(())
}

fn count_becomes(stage: &Stage, css: &str, count: usize) -> Outcome {
    let all = stage.browser.widget().find(css);
    stage
        .browser
        .wait_until(&format!("{count} of {css}"), || Ok(all.count()? == count))?;
    Ok(())
}

fn worked_posts(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        for (days, settled, at_once, tasks) in [
            (
                "4",
                "11.7",
                "15.8",
                &[
                    ("受領記録", "T-PO-05"),
                    ("つうちょう", "T-PO-02"),
                    ("シュレッダー", "T-GA-03"),
                    ("bind papers", "T-PO-01"),
                ][..],
            ),
            (
                "5",
                "24.3",
                "32.8",
                &[
                    ("洗濯・乾燥", "T-CR-02"),
                    ("おむつ", "T-CR-07"),
                    ("くるまいす", "T-CR-06"),
                    ("レクリエーション", "T-CR-08"),
                    ("清掃用具", "T-CL-07"),
                ][..],
            ),
            (
                "5",
                "29.98",
                "40.6",
                &[
                    ("ラベル", "T-MF-05"),
                    ("せつめいしょ", "T-MF-06"),
                    ("員数", "T-MF-04"),
                    ("治具", "T-MF-09"),
                    ("パレット", "T-MF-10"),
                ][..],
            ),
        ] {
            for (typed, id) in tasks {
                pick(stage, typed, id)?;
                put_into_the_post(stage, id)?;
            }
            widget.find("#bench-days").choose_option(days)?;
            hours_are(stage, settled)?;
            text_becomes(stage, &widget.find("[data-figure=settled]"), settled)?;
            text_becomes(stage, &widget.find("[data-figure=at-once]"), at_once)?;
            for left in (0..tasks.len()).rev() {
                widget.find("[data-action=out]").click()?;
                count_becomes(stage, "[data-action=out]", left)?;
            }
            hours_are(stage, "0")?;
        }
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
        browser.tab_to("[data-tool=workbench]")?;
        browser.press("Enter")?;
        widget.find("[data-screen=workbench] .bench").wait()?;
        // The heading has the focus. A task in one's own words, with Enter.
        browser.tab_to("[data-answer=own]")?;
        browser.type_text("箱の組み立て")?;
        browser.press("Enter")?;
        widget.find("[data-task=own-1]").wait()?;
        // Two of the list: found by kana, and in a department.
        browser.tab_to("[data-search]")?;
        browser.type_text("しゅれっだー")?;
        browser.tab_to("[data-answer='T-GA-03']")?;
        browser.press("Space")?;
        widget.find("[data-task='T-GA-03']").wait()?;
        widget.find("[data-heading]").focus()?;
        browser.tab_to("[data-search]")?;
        browser.press("End")?;
        for _ in "しゅれっだー".chars() {
            browser.press("Backspace")?;
        }
        browser.tab_to("[data-department=MF]")?;
        browser.press("Enter")?;
        browser.tab_to("[data-answer='T-MF-05']")?;
        browser.press("Space")?;
        widget.find("[data-task='T-MF-05']").wait()?;
        // Into the post, with a value corrected on the card.
        browser.tab_to("[data-task='T-GA-03'] [data-answer=in-post]")?;
        browser.press("Space")?;
        browser.tab_to("[data-task='T-MF-05'] [data-answer=in-post]")?;
        browser.press("Space")?;
        hours_are(stage, "10.8")?;
        browser.tab_to("[data-task='T-MF-05'] [data-action=open]")?;
        browser.press("Enter")?;
        widget.find("#bench-2-minutes").wait()?;
        browser.tab_to("#bench-2-minutes")?;
        for _ in 0..2 {
            browser.press("End")?;
            browser.press("Backspace")?;
        }
        browser.type_text("６０")?;
        browser.press("Tab")?;
        hours_are(stage, "8.1")?;
        // From the top: behind the last element Tab leads out of the page in Firefox.
        widget.find("[data-heading]").focus()?;
        browser.tab_to("[data-action=undo]")?;
        browser.press("Enter")?;
        hours_are(stage, "10.8")?;
        // The target, and hours to agree on.
        browser.tab_to("[data-answer=h0]")?;
        browser.press("ArrowDown")?;
        widget.find(".choice-chosen [data-answer=h10]").wait()?;
        browser.tab_to("[data-action=agree]")?;
        browser.press("Enter")?;
        widget.find("[data-figure=agreed]").wait()?;
        browser.tab_to("#bench-place")?;
        browser.type_text("2階の作業室")?;
        browser.press("Tab")?;
        widget
            .find(".jobsheet")
            .wait_for_text("場所：2階の作業室")?;
        widget
            .find(".jobsheet")
            .wait_for_text("ラベル・シール貼り")?;
        Ok(())
    })
}

fn proposal(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        for id in ["CR", "GA"] {
            widget.find(&format!("[data-department={id}]")).tap()?;
        }
        for id in [
            "T-CR-01", "T-CR-02", "T-CR-04", "T-CR-06", "T-CR-07", "T-CR-08", "T-GA-07", "T-GA-11",
        ] {
            widget.find(&format!("[data-answer='{id}']")).tap()?;
            widget.find(&format!("[data-task='{id}']")).wait()?;
        }
        widget.find("[data-answer=h20]").tap()?;
        widget.find("[data-action=propose]").tap()?;
        widget.find("[data-offer='0']").wait()?;
        widget.find("[data-exhaustive=true]").wait()?;
        let shown = widget.find("[data-offer='0']").text()?;
        widget.find("[data-offer='0'] [data-action=take]").tap()?;
        widget.find("[data-rules-met]").wait()?;
        let hours = widget.find("[data-figure=settled]").text()?;
        assert!(shown.contains(&hours), "{hours} in {shown}");
        // Every hard rule is kept; each that is open says what to do.
        let open = widget.find("[data-rule][data-state=no]").count()?;
        let changes = widget
            .find("[data-rule]:not([data-state=yes]) [data-change-rule]")
            .count()?;
        let unknown = widget.find("[data-rule][data-state=unknown]").count()?;
        assert_eq!(changes, open + unknown);
        for hard in ["count", "periodic", "cleaning", "clock", "fill"] {
            let broken = format!("[data-rule={hard}][data-state=no]");
            assert_eq!(widget.find(&broken).count()?, 0, "{hard}");
        }
        // What hours count by the law: 20 to below 30.
        widget
            .find(".bench-rate [data-now]")
            .wait_for_text("20〜30時間")?;
        // A change of the tasks makes the proposals out of date: they go, the button comes back.
        widget.find("[data-answer='T-CR-01']").tap()?;
        widget.find("[data-action=propose]").wait()?;
        assert_eq!(widget.find("[data-offer]").count()?, 0);
        Ok(())
    })
}

fn paste(stage: &Stage, text: &str) -> Outcome {
    let widget = stage.browser.widget();
    widget
        .find("[data-part=paste]")
        .eval("e.open = true", json!([]))?;
    widget.find("#bench-paste").eval(
        "e.value = a; e.dispatchEvent(new Event('change', { bubbles: true }))",
        json!([text]),
    )?;
    widget.find("[data-action=paste]").click()?;
    Ok(())
}

fn two_hundred_lines(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    let widget = stage.browser.widget();
    let lines: Vec<String> = (1..=203)
        .map(|number| format!("・作業その{number}　週3回　20分"))
        .collect();
    stage.assert_silent(|| {
        paste(stage, &lines.join("\n"))?;
        count_becomes(stage, "[data-task]", 200)?;
        widget
            .find("[data-message]")
            .wait_for_text("200件の作業を足しました")?;
        widget
            .find("[data-message]")
            .wait_for_text("3行は入りませんでした")?;
        widget
            .find("[data-task=own-1]")
            .wait_for_text("作業その1")?;
        widget.find("[data-task=own-1]").wait_for_text("週60分")?;
        widget.find("[data-answer=own]").type_text("もう1つ")?;
        widget.find("[data-action=add-own]").click()?;
        widget.find("[data-message]").wait_for_text("200件まで")?;
        assert_eq!(widget.find("[data-task]").count()?, 200);
        // One of two hundred is corrected, and the filter finds what is still to be looked at.
        widget
            .find("[data-task=own-150] [data-action=open]")
            .click()?;
        widget.find("[data-action=checked]").click()?;
        widget.find("#bench-filter").choose_option("to_complete")?;
        count_becomes(stage, "[data-task]", 199)?;
        widget.find("[data-action=undo]").click()?;
        count_becomes(stage, "[data-task]", 200)?;
        widget.find("[data-action=undo]").click()?;
        widget.find("[data-empty]").wait()?;
        widget.find("[data-action=redo]").click()?;
        count_becomes(stage, "[data-task]", 200)
    })
}

fn taken_back(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        pick(stage, "シュレッダー", "T-GA-03")?;
        pick(stage, "郵便", "T-GA-01")?;
        widget
            .find("[data-task='T-GA-03'] [data-action=open]")
            .click()?;
        // The card stays open under another name, and nothing else of it changes.
        widget.find("#bench-0-name").clear()?;
        widget
            .find("#bench-0-name")
            .type_text("うちのシュレッダー")?;
        stage.browser.press("Tab")?;
        widget
            .find("[data-task=own-1] .bench-name")
            .wait_for_text("うちのシュレッダー")?;
        widget.find("#bench-0-minutes").wait()?;
        widget
            .find("[data-task=own-1] [data-action=copy]")
            .click()?;
        widget
            .find("[data-task=own-2]")
            .wait_for_text("うちのシュレッダー（写し）")?;
        stage.browser.wait_until("the focus on the copy", || {
            widget.find("#bench-task-1").is_focused()
        })?;
        widget
            .find("[data-task=own-2] [data-action=remove]")
            .click()?;
        count_becomes(stage, "[data-task]", 2)?;
        stage.browser.wait_until("the focus on the way back", || {
            widget.find("#bench-put-back").is_focused()
        })?;
        stage.browser.press("Enter")?;
        widget.find("[data-task=own-2]").wait()?;
        for _ in 0..2 {
            widget.find("[data-action=undo]").click()?;
        }
        widget.find("[data-task='T-GA-03']").wait()?;
        assert_eq!(widget.find("[data-task]").count()?, 2);
        widget.find("[data-action=redo]").click()?;
        widget.find("[data-task=own-1]").wait()?;
        Ok(())
    })
}

fn split_first(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        pick(stage, "プレス", "T-MF-12")?;
        let task = widget.find("[data-task='T-MF-12']");
        task.wait_for_text("いまは分けてから")?;
        assert_eq!(task.find("[data-answer=in-post]").count()?, 0);
        task.find("[data-action=open]").click()?;
        task.find("[data-why]").wait_for_text("資格が要る部分")?;
        task.find("[data-why]").wait_for_text("分け方：")?;
        task.find("[data-flags] [data-tool=adjustments]").wait()?;
        let said = widget.find(".bench").text()?;
        assert!(
            !said.contains("できない人") && !said.contains("無理"),
            "{said}"
        );
        task.find("[data-action=split]").click()?;
        let carved = widget.find("[data-task=own-2]");
        carved.wait_for_text("（切り出す部分）")?;
        // The part that can move can be chosen; its values wait to be looked at.
        carved.find("[data-answer=in-post]").wait()?;
        carved.find("[data-action=checked]").wait()?;
        widget
            .find("[data-task=own-1]")
            .wait_for_text("（残す部分）")?;
        // A value that closes the gate on the card opens it again.
        widget.find("#bench-1-hazard").choose_option("3")?;
        carved.wait_for_text("いまは分けてから")?;
        widget.find("#bench-1-hazard").choose_option("1")?;
        carved.find("[data-answer=in-post]").wait()?;
        Ok(())
    })
}

/// From now on keeps the files that the page hands out in `window.saved`, and lets none through to the disk.
fn keep_files(stage: &Stage) -> Outcome {
    let body = "window.saved = [];
        HTMLAnchorElement.prototype.click = function () {};
        const real = URL.createObjectURL;
        URL.createObjectURL = (blob) => {
            blob.arrayBuffer().then((bytes) => window.saved.push([blob.type, Array.from(new Uint8Array(bytes))]));
            return real.call(URL, blob);
        };";
    stage.browser.run(body, json!([]))?;
    Ok(())
}

/// The last file that was handed out, with its media type.
fn kept_file(stage: &Stage, count: usize) -> Outcome<(String, Vec<u8>)> {
    let file = stage.browser.wait_for("a file", || {
        let saved = stage.browser.run("return window.saved", json!([]))?;
        let saved = saved.as_array().cloned().unwrap_or_default();
        Ok((saved.len() == count).then(|| saved[count - 1].clone()))
    })?;
    let bytes = file[1].as_array().into_iter().flatten();
    let bytes = bytes
        .filter_map(|byte| byte.as_u64().and_then(|byte| u8::try_from(byte).ok()))
        .collect();
    Ok((file[0].as_str().unwrap_or_default().to_owned(), bytes))
}

/// Chooses a file with these bytes in the page's field.
fn give_file(stage: &Stage, name: &str, bytes: &[u8]) -> Outcome {
    let widget = stage.browser.widget();
    widget
        .find("[data-part=file]")
        .eval("e.open = true", json!([]))?;
    let body = "const list = new DataTransfer();
        list.items.add(new File([new Uint8Array(a.bytes)], a.name));
        e.files = list.files;
        e.dispatchEvent(new Event('change', { bubbles: true }));";
    widget
        .find("#bench-file")
        .eval(body, json!([{ "name": name, "bytes": bytes }]))?;
    Ok(())
}

fn csv(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    keep_files(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        pick(stage, "郵便", "T-GA-01")?;
        put_into_the_post(stage, "T-GA-01")?;
        paste(stage, "=SUM(A1), \"箱\" 😀 の整理\t2\t40")?;
        widget.find("[data-task=own-1]").wait_for_text("週80分")?;
        widget.find("[data-action=csv]").click()?;
        let (kind, bytes) = kept_file(stage, 1)?;
        assert_eq!(kind, "text/csv;charset=utf-8");
        assert!(bytes.starts_with(b"\xef\xbb\xbf"), "no byte order mark");
        let text = String::from_utf8(bytes).expect("UTF-8");
        assert!(
            text.contains("\"'=SUM(A1), \"\"箱\"\" 😀 の整理\""),
            "{text}"
        );
        // Changed as in a spreadsheet: half an hour becomes three quarters.
        let changed = text.replacen(",5,30,", ",5,45,", 1);
        assert_ne!(changed, text);
        give_file(stage, "tasks.csv", changed.as_bytes())?;
        widget
            .find("[data-task='T-GA-01']")
            .wait_for_text("週225分")?;
        widget
            .find("[data-message]")
            .wait_for_text("2件の作業を読み込みました")?;
        widget
            .find("[data-task=own-1]")
            .wait_for_text("=SUM(A1), \"箱\" 😀 の整理")?;
        hours_are(stage, "5")?;
        // JSON out, everything gone, JSON in.
        widget.find("[data-action=json]").click()?;
        let (kind, bytes) = kept_file(stage, 2)?;
        assert_eq!(kind, "application/json");
        give_file(stage, "other.csv", "作業\r\nほかの作業\r\n".as_bytes())?;
        widget
            .find("[data-task=own-1]")
            .wait_for_text("ほかの作業")?;
        give_file(stage, "tasks.json", &bytes)?;
        widget
            .find("[data-task='T-GA-01']")
            .wait_for_text("週225分")?;
        hours_are(stage, "5")?;
        widget.find("[data-action=undo]").click()?;
        widget
            .find("[data-task=own-1]")
            .wait_for_text("ほかの作業")?;
        Ok(())
    })?;
    stage.assert_no_policy_violations();
    Ok(())
}

fn bad_file(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        pick(stage, "郵便", "T-GA-01")?;
        put_into_the_post(stage, "T-GA-01")?;
        hours_are(stage, "3.6")?;
        for (bytes, says) in [
            (
                "作業,頻度\nア,毎日\nイ,ときどき\n".as_bytes(),
                "3行目：「頻度」に読み取れない値",
            ),
            ("作業\nア\n\"イ\n".as_bytes(), "3行目：引用符"),
            // 作業 as Excel saves it without being told otherwise.
            (
                &b"a\n\x8d\xec\x8b\xc6\n"[..],
                "2行目：文字の形式が読み取れません",
            ),
            (
                &b"{\n\n\"format\": "[..],
                "3行目：ここから先が読み取れません",
            ),
            (&b""[..], "ファイルに何も入っていません"),
        ] {
            give_file(stage, "tasks.csv", bytes)?;
            widget.find("[data-refused]").wait_for_text(says)?;
            widget
                .find("[data-refused]")
                .wait_for_text("いまの一覧は変わっていません")?;
            assert_eq!(widget.find("[data-task]").count()?, 1);
        }
        hours_are(stage, "3.6")
    })
}

fn one_state(stage: &Stage) -> Outcome {
    open(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-answer=c_task]").click()?;
    let choose = |question: &str, answer: &str| -> Outcome {
        let option = format!("[data-question={question}] [data-answer='{answer}']");
        widget.find(&option).click()?;
        widget.find("[data-action=next]").click()?;
        Ok(())
    };
    choose("A01", "st_carve")?;
    while widget.find("[data-question=C02]").count()? == 0 {
        widget.find("[data-action=next]").wait()?;
        if widget.find("[data-action=later]").count()? > 0 {
            widget.find("[data-action=later]").click()?;
        } else {
            widget.find("[data-action=next]").click()?;
        }
    }
    choose("C02", "CR")?;
    widget
        .find("[data-question=C03] [data-answer='T-CR-02']")
        .click()?;
    // From the question to the workbench by the start screen; the department is open, the task is there.
    widget.find(".header-name").click()?;
    widget.find("[data-tool=workbench]").click()?;
    widget.find("[data-task='T-CR-02']").wait()?;
    widget
        .find("[data-part=catalogue]")
        .eval("e.open = true", json!([]))?;
    widget
        .find("[data-department=CR][aria-expanded=true]")
        .wait()?;
    widget.find("[data-answer='T-CR-07']").click()?;
    widget.find("[data-task='T-CR-07']").wait()?;
    widget.find("[data-answer=h20]").click()?;
    widget.find("[data-answer=C15]").click()?;
    widget.find("[data-model=build_up]").wait()?;
    // And back in the questionnaire.
    widget.find(".header-name").click()?;
    widget.find("[data-action=resume]").click()?;
    while widget.find("[data-question=C03]").count()? == 0 {
        widget.find("[data-action=back]").click()?;
    }
    widget
        .find("[data-question=C03] .choice-chosen [data-answer='T-CR-07']")
        .wait()?;
    // The result says how they stand, and the way back to the answer of C13 shows it.
    widget.find("[data-action=result-now]").click()?;
    widget
        .find("[data-summary=workbench]")
        .wait_for_text("すぐ切り出せる作業 2件")?;
    widget.find("[data-action=review]").click()?;
    widget.find("[data-change=C13]").click()?;
    widget
        .find("[data-question=C13] .choice-chosen [data-answer=h20]")
        .wait()?;
    Ok(())
}

fn reload(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    let widget = stage.browser.widget();
    pick(stage, "洗濯・乾燥", "T-CR-02")?;
    put_into_the_post(stage, "T-CR-02")?;
    widget.find("[data-answer=own]").type_text("箱の\\整理")?;
    widget.find("[data-action=add-own]").click()?;
    widget.find("[data-task=own-1]").wait()?;
    widget.find("#bench-days").choose_option("4")?;
    widget.find("#bench-agreed").type_text("１６")?;
    stage.browser.press("Tab")?;
    text_becomes(stage, &widget.find("[data-figure=agreed]"), "16")?;
    widget
        .find("#bench-may_vary")
        .type_text("月末は順番が変わる")?;
    stage.browser.press("Tab")?;
    widget
        .find(".jobsheet")
        .wait_for_text("月末は順番が変わる")?;
    let before = widget.find(".jobsheet").text()?;
    stage.browser.reload()?;
    loaded(stage)?;
    widget.find("[data-screen=workbench] .jobsheet").wait()?;
    assert_eq!(widget.find(".jobsheet").text()?, before);
    widget
        .find("[data-task=own-1]")
        .wait_for_text("箱の\\整理")?;
    text_becomes(stage, &widget.find("[data-figure=agreed]"), "16")
}

fn in_english(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        widget.find("[data-action=language]").click()?;
        widget.find("[lang=en][data-screen=workbench]").wait()?;
        pick(stage, "wash dry", "T-CR-02")?;
        put_into_the_post(stage, "T-CR-02")?;
        pick(stage, "press", "T-MF-12")?;
        widget
            .find("[data-task='T-MF-12'] [data-action=open]")
            .click()?;
        widget.find("[data-answer=h10]").click()?;
        widget.find("[data-action=propose]").click()?;
        widget.find("[data-offers], [data-offer]").wait()?;
        widget.find(".jobsheet").wait_for_text("Draft post")?;
        let shown = widget.find(".bench").text()?;
        let kana: Vec<&str> = shown
            .lines()
            .filter(|line| line.contains(|one| ('\u{3041}'..='\u{30ff}').contains(&one)))
            .collect();
        assert!(kana.is_empty(), "kana in English: {kana:?}");
        widget.find("[data-action=language]").click()?;
        widget.find("[lang=ja][data-screen=workbench]").wait()?;
        widget.find("[data-task='T-CR-02']").wait_for_text("洗濯")?;
        Ok(())
    })
}

/// Every state that looks different, one after the other.
fn states(stage: &Stage, look: impl Fn(&str) -> Outcome) -> Outcome {
    let widget = stage.browser.widget();
    look("nothing yet")?;
    widget.find("[data-department=MF]").click()?;
    look("a department open")?;
    for id in ["T-MF-05", "T-MF-10", "T-MF-12"] {
        widget.find(&format!("[data-answer='{id}']")).click()?;
        widget.find(&format!("[data-task='{id}']")).wait()?;
    }
    widget.find("[data-search]").type_text("せいり")?;
    look("a search")?;
    widget.find("[data-search]").clear()?;
    widget
        .find("[data-task='T-MF-12'] [data-action=open]")
        .click()?;
    widget.find("[data-action=split]").wait()?;
    look("a card of a task to be split first")?;
    widget
        .find("[data-task='T-MF-10'] [data-action=open]")
        .click()?;
    widget.find("[data-task='T-MF-10'] [data-flags]").wait()?;
    look("a card with flags")?;
    widget
        .find("[data-task='T-MF-10'] [data-action=remove]")
        .click()?;
    widget.find("#bench-put-back").wait()?;
    look("a task just removed")?;
    widget.find("#bench-put-back").click()?;
    paste(stage, "箱の組み立て 毎日 30分\n書類の整理")?;
    widget.find("[data-task=own-2]").wait()?;
    look("tasks pasted")?;
    give_file(stage, "bad.csv", "作業,頻度\nイ,ときどき\n".as_bytes())?;
    widget.find("[data-refused]").wait()?;
    look("a file refused")?;
    widget.find("[data-answer=h20]").click()?;
    widget.find("[data-action=propose]").click()?;
    widget.find("[data-offers], [data-offer]").wait()?;
    look("proposals")?;
    put_into_the_post(stage, "T-MF-05")?;
    put_into_the_post(stage, "T-MF-10")?;
    widget.find("[data-figure=settled]").wait()?;
    widget
        .find(".bench-rules details")
        .eval("e.open = true", json!([]))?;
    look("a post with nothing agreed")?;
    widget.find("[data-action=agree]").click()?;
    widget.find("[data-figure=agreed]").wait()?;
    look("a post with agreed hours")
}

fn axe(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    states(stage, |state| stage.assert_no_axe_violations(state))?;
    stage.assert_no_policy_violations();
    Ok(())
}

fn narrow(stage: &Stage) -> Outcome {
    stage.browser.set_viewport(320, 640)?;
    at_the_workbench(stage)?;
    states(stage, |state| {
        for width in [280, 320, 620] {
            stage.browser.set_viewport(width, 640)?;
            let over = stage.browser.run(
                "return document.documentElement.scrollWidth - innerWidth",
                json!([]),
            )?;
            assert!(
                over.as_i64().is_some_and(|over| over <= 0),
                "{state} at {width} px is {over} px too wide"
            );
        }
        stage.browser.set_viewport(320, 640)?;
        Ok(())
    })
}

fn print(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    let widget = stage.browser.widget();
    for (typed, id) in [
        ("洗濯・乾燥", "T-CR-02"),
        ("おむつ", "T-CR-07"),
        ("くるまいす", "T-CR-06"),
        ("レクリエーション", "T-CR-08"),
        ("清掃用具", "T-CL-07"),
    ] {
        pick(stage, typed, id)?;
        put_into_the_post(stage, id)?;
    }
    hours_are(stage, "24.3")?;
    stage.browser.run(
        "window.printed = 0; window.print = () => { window.printed += 1 }",
        json!([]),
    )?;
    widget.find("[data-action=print]").click()?;
    let printed = stage.browser.run("return window.printed", json!([]))?;
    assert_eq!(printed, json!(1));
    let page = json!({ "page": { "width": 21.0, "height": 29.7 }, "background": false });
    let paper = stage.browser.post("print", &page)?;
    let pages = stage.browser.run(
        "return atob(arguments[0]).split(/\\/Type\\s*\\/Page[^s]/).length - 1",
        json!([paper]),
    )?;
    assert_eq!(pages, json!(1));
    Ok(())
}
