//! Presses that come before the screen is drawn anew: each is answered from what the earlier ones made of the state.

use serde_json::json;
use xtask::Outcome;
use xtask::pages::{Stage, Suite};

use super::{at_the_workbench, count_becomes, paste, pick, put_into_the_post, text_becomes};

pub fn add_to(suite: &mut Suite) {
    suite.each_engine(
        "workbench::what_comes_before_a_drawing_is_all_kept",
        before_a_drawing,
    );
    suite.each_engine(
        "workbench::a_list_that_changes_under_a_press_picks_no_other_task",
        changing_list,
    );
}

fn before_a_drawing(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    let widget = stage.browser.widget();
    stage.assert_silent(|| {
        pick(stage, "シュレッダー", "T-GA-03")?;
        pick(stage, "郵便", "T-GA-01")?;
        // One script is one turn: nothing is drawn within it. A card and the table of all tasks are opened, one box is
        // ticked and ticked off again, the other ticked.
        widget.eval(
            "const press = (css) => e.querySelector(css).click();
            press(\"[data-task='T-GA-03'] [data-action=open]\");
            press('[data-action=table]');
            press(\"[data-task='T-GA-03'] [data-answer=in-post]\");
            press(\"[data-task='T-GA-03'] [data-answer=in-post]\");
            press(\"[data-task='T-GA-01'] [data-answer=in-post]\");",
            json!([]),
        )?;
        count_becomes(stage, "[data-action=out]", 1)?;
        widget
            .find("[data-task='T-GA-01'] [data-answer=in-post]:checked")
            .wait()?;
        widget.find("[data-all-tasks]").wait()?;
        widget.find("#bench-0-minutes").wait()?;
        // The first steps back are for the same two tasks.
        for _ in 0..3 {
            widget.find("[data-action=undo]").click()?;
        }
        count_becomes(stage, "[data-action=out]", 0)?;
        count_becomes(stage, "[data-task]", 2)?;
        // A task goes, and a card below it is opened: the card of the same task.
        paste(stage, "台車の点検 20分")?;
        count_becomes(stage, "[data-task]", 3)?;
        put_into_the_post(stage, "own-1")?;
        count_becomes(stage, "[data-action=out]", 1)?;
        widget
            .find("[data-rule]:not([data-state=yes]) [data-action=change]")
            .wait()?;
        widget.eval(
            "const press = (css) => e.querySelector(css).click();
            press(\"[data-task='T-GA-03'] [data-action=remove]\");
            press(\"[data-rule=team] [data-action=change]\");",
            json!([]),
        )?;
        count_becomes(stage, "[data-task]", 2)?;
        widget
            .find("[data-task=own-1] [data-action=open][aria-expanded=true]")
            .wait()?;
        text_becomes(
            stage,
            &widget.find("[data-task=own-1] .bench-name > span").nth(0),
            "台車の点検",
        )
    })
}

fn changing_list(stage: &Stage) -> Outcome {
    at_the_workbench(stage)?;
    let widget = stage.browser.widget();
    let search = "const field = e.querySelector('[data-search]');
        field.value = a;
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));";
    stage.assert_silent(|| {
        widget
            .find("[data-part=catalogue]")
            .eval("e.open = true", json!([]))?;
        widget.find("[data-search]").type_text("シュレッダー")?;
        let box_of = "[data-part=catalogue] [data-answer='T-GA-03']";
        widget.find(box_of).wait()?;
        // Pressing leaves no field: no composition ends, no other field is set before the click.
        let pressed = "window.pressed = e;
            const press = new MouseEvent('mousedown', { bubbles: true, composed: true, cancelable: true });
            e.closest('label').dispatchEvent(press);
            return press.defaultPrevented;";
        let is_held = widget.find(box_of).eval(pressed, json!([]))?;
        assert_eq!(is_held, json!(true));
        // A list with other tasks in its place: the press comes to nothing.
        widget.eval(search, json!(["郵便"]))?;
        widget
            .find("[data-part=catalogue] [data-answer='T-GA-01']")
            .wait()?;
        assert_eq!(widget.find(box_of).count()?, 0);
        stage.browser.run("window.pressed.click()", json!([]))?;
        stage.browser.wait_for_drawing()?;
        assert_eq!(widget.find("[data-task]").count()?, 0);
        // A longer list in which it stands elsewhere: it is the one that is picked.
        widget.eval(search, json!(["シュレッダー"]))?;
        widget.find(box_of).wait()?;
        widget.find(box_of).eval(pressed, json!([]))?;
        widget.eval(search, json!(["ー"]))?;
        stage.browser.wait_until("a longer list", || {
            Ok(widget.find("[data-part=catalogue] .choice").count()? > 1)
        })?;
        stage.browser.run("window.pressed.click()", json!([]))?;
        widget.find("[data-task='T-GA-03']").wait()?;
        assert_eq!(widget.find("[data-task]").count()?, 1);
        // The focus comes with the click.
        assert!(widget.find(box_of).is_focused()?);
        Ok(())
    })
}
