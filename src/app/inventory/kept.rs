//! What the workbench knows of a task beyond its card, in the form in which answers are kept: words behind the card.
//! Reading is generous: an unknown or damaged word is left out by itself.

use crate::domain::{DepartmentId, PickedTask, TaskId, TaskRef};

/// Each word with a space before it; nothing for a task of the first version.
pub(in crate::app) fn write_details(picked: &PickedTask) -> String {
    let details = &picked.details;
    let mut text = String::new();
    let mut word = |key: &str, value: &str| {
        text.push(' ');
        text.push_str(key);
        text.push_str(value);
    };
    if let TaskRef::Own { number, .. } = &picked.task {
        word("n=", &number.to_string());
    }
    if let Some(department) = &details.department {
        word("dept=", department.as_str());
    }
    if let Some(people) = details.people_now {
        word("people=", &people.to_string());
    }
    for (key, said) in [
        ("team=", details.with_team),
        ("cleaning=", details.is_cleaning),
    ] {
        if let Some(said) = said {
            word(key, if said { "1" } else { "0" });
        }
    }
    if let Some(starts_at) = details.starts_at {
        word("at=", &starts_at.to_string());
    }
    if let Some(based_on) = &details.based_on {
        word("from=", based_on.as_str());
    }
    for (key, claim) in [
        ("postponed", details.is_postponed),
        ("overtime", details.causes_overtime),
        ("post", details.in_post),
        ("open", details.to_complete),
    ] {
        if claim {
            word(key, "");
        }
    }
    text
}

/// Puts what `word` says into `picked`.
pub(in crate::app) fn read_detail(word: &str, picked: &mut PickedTask) {
    let details = &mut picked.details;
    let (key, value) = word.split_once('=').unwrap_or((word, ""));
    let said = match value {
        "1" => Some(true),
        "0" => Some(false),
        _ => None,
    };
    // Read in one size: each is code of its own, and this one is loaded first.
    let number = value.parse::<u32>().ok();
    let small = number.and_then(|number| u16::try_from(number).ok());
    match key {
        "n" => {
            if let (TaskRef::Own { number, .. }, Some(kept)) = (&mut picked.task, small) {
                *number = kept;
            }
        }
        "dept" => details.department = DepartmentId::new(value).ok(),
        "people" => details.people_now = small.and_then(|people| u8::try_from(people).ok()),
        "team" => details.with_team = said,
        "cleaning" => details.is_cleaning = said,
        "at" => details.starts_at = small.filter(|minutes| *minutes < 24 * 60),
        "from" => details.based_on = TaskId::new(value).ok(),
        "postponed" => details.is_postponed = true,
        "overtime" => details.causes_overtime = true,
        "post" => details.in_post = true,
        "open" => details.to_complete = true,
        _ => {}
    }
}
