//! Files and paper of the workbench: tasks out as CSV and JSON and in again, what is refused, what is printed.

use serde_json::json;
use xtask::Outcome;
use xtask::pages::{Stage, Suite};
use xtask::webdriver::Engine;

use super::{at_the_workbench, count_becomes, hours_are, paste, pick, put_into_the_post};

pub fn add_to(suite: &mut Suite) {
    suite.each_engine("workbench::a_csv_goes_out_is_changed_and_comes_in", csv);
    suite.each_engine(
        "workbench::a_list_says_how_often_in_its_own_words",
        own_words,
    );
    suite.each_engine(
        "workbench::a_bad_file_is_refused_and_nothing_changes",
        bad_file,
    );
    suite.each_engine("workbench::the_table_shows_every_task", table);
    suite.only(
        Engine::Chromium,
        "workbench::the_sheet_prints_on_one_page",
        print,
    );
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
pub fn give_file(stage: &Stage, name: &str, bytes: &[u8]) -> Outcome {
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

/// The list of a firm says how often in its own words.
fn own_words(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    let widget = stage.browser.widget();
    let list = "作業,頻度,1回の合計時間（分）\nア,毎日,30分\nイ,毎週,60\nウ,毎月,1時間20分\nエ,月・水・金,10\n";
    give_file(stage, "list.csv", list.as_bytes())?;
    for (task, says) in [
        ("own-1", "週150分"),
        ("own-2", "週60分"),
        ("own-3", "週20分"),
        ("own-4", "週30分"),
    ] {
        widget
            .find(&format!("[data-task={task}]"))
            .wait_for_text(says)?;
    }
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
                "3行目：「頻度」の言葉を読み取れません。毎日、週2回",
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
    assert_eq!(pages_on_paper(stage)?, 1);
    // The table of all tasks comes on a page of its own.
    widget.find("[data-action=table]").click()?;
    widget.find("[data-all-tasks]").wait()?;
    assert_eq!(pages_on_paper(stage)?, 2);
    Ok(())
}

/// How many pages of A4 the page takes.
fn pages_on_paper(stage: &Stage) -> Outcome<u64> {
    let page = json!({ "page": { "width": 21.0, "height": 29.7 }, "background": false });
    let paper = stage.browser.post("print", &page)?;
    let pages = stage.browser.run(
        "return atob(arguments[0]).split(/\\/Type\\s*\\/Page[^s]/).length - 1",
        json!([paper]),
    )?;
    Ok(pages.as_u64().unwrap_or(0))
}

/// The table holds every task with its band, opens and closes, and can be printed without a post.
fn table(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        assert_eq!(widget.find("[data-action=table]").count()?, 0);
        pick(stage, "プレス", "T-MF-12")?;
        pick(stage, "ラベル", "T-MF-05")?;
        assert_eq!(widget.find("[data-action=print]").count()?, 0);
        widget.find("[data-action=table]").click()?;
        let table = widget.find("[data-all-tasks]");
        table.wait_for_text("いまは分けてから")?;
        table.wait_for_text("5回 × 90分")?;
        table.wait_for_text("製造")?;
        widget.find("[data-action=print]").wait()?;
        put_into_the_post(stage, "T-MF-05")?;
        table.wait_for_text("仕事案に入れた")?;
        widget
            .find("[data-action=table][aria-expanded=true]")
            .click()?;
        count_becomes(stage, "[data-all-tasks]", 0)
    })
}
