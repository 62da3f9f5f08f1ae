//! The calculation line by line; behind each line what its number means and where that stands.

use yew::prelude::*;

use super::{Sheet, part};
use crate::{
    app::levy::{About, Answer, Line, levy_lines, quota_lines},
    catalogue::{keys, schema::Confidence},
    ui::parts::{
        centre_card::date,
        node::{Row, Table, disclosure, el, p, table, text_el},
        source::source,
    },
};

pub fn lines(sheet: &Sheet, found: &Answer) -> Html {
    let app = sheet.app;
    let mut body = vec![p("lead", "small no-print", app.text(keys::LEVY_LINES_LEAD))];
    if let Ok(duty) = &found.duty {
        let heading = app.fill(keys::LEVY_LINES_DUTY, &[("date", &date(app, found.date))]);
        body.push(text_el(
            "h3",
            "duty-heading",
            &[("id", "levy-lines-duty")],
            heading,
        ));
        let lines = quota_lines(&duty.finding, sheet.parameters, &app.words);
        body.push(table_of(sheet, "duty", &lines, false));
    }
    if let Ok(year) = &found.year {
        let heading = app.fill(keys::LEVY_LINES_MONEY, &[("year", &sheet.fiscal_year())]);
        body.push(text_el(
            "h3",
            "year-heading",
            &[("id", "levy-lines-year")],
            heading,
        ));
        let lines = levy_lines(year, sheet.parameters, &app.words);
        body.push(table_of(sheet, "year", &lines, false));
        body.push(disclosure(
            "months",
            "why",
            vec![app.text(keys::LEVY_LINE_MONTHS).into()],
            vec![table_of(sheet, "months", &lines, true)],
        ));
    }
    part("lines", app.text(keys::LEVY_LINES_HEADING), body)
}

fn table_of(sheet: &Sheet, of: &'static str, lines: &[Line], is_of_month: bool) -> Html {
    let app = sheet.app;
    let mut rows = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if line.is_of_month == is_of_month {
            let label = [("class", "levy-label")];
            let words = vec![
                text_el("span", "label", &label, line.label.clone()),
                text_el(
                    "span",
                    "formula",
                    &[("class", "levy-formula")],
                    line.formula.clone(),
                ),
            ];
            rows.push(Row {
                key: at.to_string(),
                class: "",
                head: about(sheet, line.about, words),
                cells: vec![line.value.clone()],
            });
        }
    }
    table(Table {
        key: of,
        class: "levy-table levy-lines",
        hook: of,
        labelled_by: if of == "duty" {
            "levy-lines-duty"
        } else {
            "levy-lines-year"
        },
        columns: vec![
            app.text(keys::LEVY_LINES_LINE),
            app.text(keys::LEVY_LINES_VALUE),
        ],
        rows,
    })
}

/// `words` with the article of their number, and behind them what it means and where we read it.
pub fn about(sheet: &Sheet, about: About, mut words: Vec<Html>) -> Html {
    let app = sheet.app;
    let Some(meaning) = about.meaning else {
        return el("div", "about", &[("class", "levy-about")], words);
    };
    let at = about.citation.map(|id| usize::from(id.0));
    let citation = at.and_then(|at| sheet.parameters.citations.get(at));
    let mut body = Vec::new();
    if let Some(citation) = citation {
        if citation.provenance.confidence == Confidence::Low {
            words.push(caution(sheet));
        }
        let article = app.text(citation.article);
        words.push(text_el(
            "span",
            "article",
            &[("class", "levy-article")],
            article,
        ));
    }
    if let Some(name) = about.name {
        body.push(text_el("b", "name", &[], app.text(name)));
    }
    body.push(p("meaning", "", app.text(meaning)));
    if let Some(citation) = citation {
        body.push(source(app, &citation.provenance));
    }
    disclosure("about", "levy-about", words, body)
}

/// 要確認.
pub fn caution(sheet: &Sheet) -> Html {
    let text = sheet.app.text(keys::FRAME_TO_CONFIRM);
    text_el("span", "caution", &[("class", "caution")], text)
}
