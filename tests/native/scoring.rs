//! The scoring rule against the score and band that `content/tasks.csv` states for each of its tasks.

use koyo_check::{
    assessment::carving::{Band, score},
    catalogue::compile::this_content,
    domain::{Frequency, TaskAttributes},
};

fn frequency(word: &str) -> Frequency {
    let named = Frequency::NAMES.iter().find(|(name, _)| *name == word);
    named.unwrap_or_else(|| panic!("{word} is no frequency")).1
}

#[test]
fn every_task_of_the_catalogue_comes_to_its_stated_score_and_band() {
    let scoring = &this_content().guidance.scoring;
    let text = include_str!("../../content/tasks.csv");
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().expect("a header").split(',').collect();
    let mut checked = 0;
    for line in lines {
        // No column that is read here holds a comma, and none stands behind one that does but the names.
        let cells = split(line);
        let cell = |name: &str| {
            let at = header
                .iter()
                .position(|column| *column == name)
                .expect(name);
            cells[at].as_str()
        };
        let value = |name: &str| cell(name).parse::<u8>().expect(name);
        let attributes = TaskAttributes {
            deadline: value("deadline"),
            procedure: value("procedure"),
            judgement: value("judgement"),
            interruption: value("interruption"),
            contact: value("contact"),
            error_impact: value("error_impact"),
            physical: value("physical"),
            hazard: value("hazard"),
            sensory: value("sensory"),
            literacy: value("literacy"),
            mobility: value("mobility"),
            second_check: cell("second_check") == "yes",
        };
        let found = score(&attributes, frequency(cell("frequency")), scoring);
        let band = match found.band {
            Band::Good => "good",
            Band::WithAdjustment => "with_adjustment",
            Band::NotNow => "not_now",
        };
        assert_eq!(
            (found.score, band),
            (value("score"), cell("band")),
            "{}",
            cell("id")
        );
        checked += 1;
    }
    assert_eq!(checked, 193);
}

/// The cells of a line of CSV; quotes keep commas inside.
fn split(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for character in line.chars() {
        match character {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            other => cells.last_mut().expect("a cell").push(other),
        }
    }
    cells
}
