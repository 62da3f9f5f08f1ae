//! Each way of the centre finder.

use xtask::Outcome;
use xtask::pages::{Stage, Suite};
use xtask::webdriver::Engine;

use crate::walks::open;

pub fn add_to(suite: &mut Suite) {
    suite.each_engine("finder::by_what_is_typed", by_typing);
    suite.each_engine("finder::by_an_address_as_people_paste_it", by_address);
    suite.each_engine("finder::by_the_list", by_the_list);
    suite.each_engine("finder::mistakes_say_what_to_do", mistakes);
    suite.only(Engine::Chromium, "finder::by_the_position", by_the_position);
    suite.only(
        Engine::Chromium,
        "finder::a_refused_position_says_what_to_do",
        refused_position,
    );
}

fn look_up(stage: &Stage, typed: &str) -> Outcome {
    let widget = stage.browser.widget();
    widget.find("#place").clear()?;
    widget.find("#place").type_text(typed)?;
    widget.find("[data-action=search]").click()?;
    Ok(())
}

fn at_the_finder(stage: &Stage) -> Outcome {
    open(stage)?;
    stage
        .browser
        .widget()
        .find("[data-action=only-centres]")
        .click()?;
    Ok(stage
        .browser
        .widget()
        .find("[data-screen=centres] #place")
        .wait()
        .map(drop)?)
}

fn by_typing(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let found = stage.browser.widget().find("[data-finding]");
    let first = stage.browser.widget().find("[data-finding] [data-centre]");
    stage.assert_silent(|| {
        // A town's code, hyphen and full width; a tower's floor; a business code.
        look_up(stage, "〒１７４－００７２")?;
        found.wait_for_text("174-0072 板橋区")?;
        assert_eq!(
            first.attribute("data-centre")?.as_deref(),
            Some("working-try")
        );
        look_up(stage, "100-6001")?;
        found.wait_for_text("千代田区")?;
        assert_eq!(
            first.attribute("data-centre")?.as_deref(),
            Some("wels-tokyo")
        );
        // Kana of a municipality; one whose area's centre is not the nearest.
        look_up(stage, "まちだ")?;
        found.wait_for_text("町田市")?;
        found.wait_for_text("オープナー")?;
        found.wait_for_text("TALANT")?;
        look_up(stage, "八丈町")?;
        found.wait_for_text("電話")?;
        look_up(stage, "谷保駅")?;
        found.wait_for_text("谷保から")?;
        Ok(())
    })
}

fn by_address(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let widget = stage.browser.widget();
    let found = widget.find("[data-finding]");
    stage.assert_silent(|| {
        for (typed, says) in [
            ("〒100-0001 東京都千代田区千代田1-1", "100-0001 千代田区"),
            ("東京都立川市錦町3-2-26 立川ビル5階", "立川市"),
            ("〒１７４－００７２東京都板橋区南常盤台", "174-0072 板橋区"),
            ("四ッ谷駅", "四ツ谷"),
            ("六本木1丁目", "六本木一丁目"),
        ] {
            look_up(stage, typed)?;
            found.wait_for_text(says)?;
        }
        // The code says one thing and the name another: a person says which is right.
        look_up(stage, "〒100-0001 東京都新宿区西新宿2-8-1")?;
        let asked = widget.find("#place-answer");
        asked.wait_for_text("100-0001")?;
        asked.wait_for_text("新宿区")?;
        Ok(())
    })
}

fn by_the_list(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let widget = stage.browser.widget();
    widget.find(".list summary").click()?;
    widget.find("[data-municipality='13103']").click()?;
    widget.find("[data-finding]").wait_for_text("港区")?;
    widget.find("[data-finding]").wait_for_text("要確認")?;
    assert!(
        widget
            .find("[data-finding] [data-centre=i-career]")
            .exists()?
    );
    assert!(
        widget
            .find("[data-finding] [data-centre=wels-tokyo]")
            .exists()?
    );
    Ok(())
}

fn mistakes(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let error = stage.browser.widget().find("[data-error]");
    stage
        .browser
        .widget()
        .find("[data-action=search]")
        .click()?;
    error.wait_for_text("入力してください")?;
    for (typed, says) in [
        ("12345", "いまは5桁"),
        ("100-9999", "見つかりませんでした"),
        ("330-0001", "東京都の郵便番号ではない"),
        ("ないまち", "見つかりませんでした"),
    ] {
        look_up(stage, typed)?;
        error.wait_for_text(says)?;
    }
    Ok(())
}

fn by_the_position(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    stage.browser.pretend_position(Some((35.6995, 139.4137)))?;
    stage.assert_silent(|| {
        stage
            .browser
            .widget()
            .find("[data-action=locate]")
            .click()?;
        stage
            .browser
            .widget()
            .find("[data-finding]")
            .wait_for_text("現在地から")?;
        let first = stage
            .browser
            .widget()
            .find("[data-finding] [data-centre]")
            .attribute("data-centre")?;
        assert_eq!(first.as_deref(), Some("opener"));
        Ok(())
    })
}

fn refused_position(stage: &Stage) -> Outcome {
    at_the_finder(stage)?;
    let widget = stage.browser.widget();
    widget.find("[data-action=locate]").click()?;
    widget
        .find(".finder .field-error")
        .wait_for_text("郵便番号か区市町村")?;
    Ok(())
}
