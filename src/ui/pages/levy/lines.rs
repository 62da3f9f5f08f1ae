//! The calculation line by line; behind each line what its number means and where that stands.

use yew::prelude::*;

use super::Sheet;
use crate::{
    app::levy::{About, Answer, Line, levy_lines, quota_lines},
    catalogue::{keys, schema::Confidence},
    ui::parts::{centre_card::date, source::source},
};

pub fn lines(sheet: &Sheet, found: &Answer) -> Html {
    let app = sheet.app;
    let duty = found.duty.as_ref().ok();
    let duty = duty.map(|duty| quota_lines(&duty.finding, sheet.parameters, &app.words));
    let year = found.year.as_ref().ok();
    let year = year.map(|year| levy_lines(year, sheet.parameters, &app.words));
    html! {
        <section key="lines" class="levy-part" aria-labelledby="levy-lines">
            <h2 key="heading" id="levy-lines">{ app.text(keys::LEVY_LINES_HEADING) }</h2>
            <p key="lead" class="small no-print">{ app.text(keys::LEVY_LINES_LEAD) }</p>
            if let Some(lines) = duty {
                <h3 key="duty-heading" id="levy-lines-duty">{ app.fill(keys::LEVY_LINES_DUTY, &[("date", &date(app, found.date))]) }</h3>
                { table(sheet, "duty", &lines.iter().collect::<Vec<_>>()) }
            }
            if let Some(lines) = year {
                <h3 key="year-heading" id="levy-lines-year">{ app.fill(keys::LEVY_LINES_MONEY, &[("year", &sheet.fiscal_year())]) }</h3>
                { table(sheet, "year", &lines.iter().filter(|line| !line.is_of_month).collect::<Vec<_>>()) }
                <details key="months" class="why">
                    <summary>{ app.text(keys::LEVY_LINE_MONTHS) }</summary>
                    { table(sheet, "year", &lines.iter().filter(|line| line.is_of_month).collect::<Vec<_>>()) }
                </details>
            }
        </section>
    }
}

fn table(sheet: &Sheet, of: &'static str, lines: &[&Line]) -> Html {
    let app = sheet.app;
    html! {
        <table key={of} class="levy-table" aria-labelledby={["levy-lines-", of].concat()} data-lines={of}>
            <thead key="head"><tr>
                <th key="line" scope="col">{ app.text(keys::LEVY_LINES_LINE) }</th>
                <th key="value" scope="col" class="levy-value">{ app.text(keys::LEVY_LINES_VALUE) }</th>
            </tr></thead>
            <tbody key="body">
                { for lines.iter().enumerate().map(|(at, line)| html! {
                    <tr key={at}>
                        <th key="line" scope="row">
                            <span key="label" class="levy-label">{ &line.label }</span>
                            <span key="formula" class="levy-formula">{ &line.formula }</span>
                            { about_number(sheet, line.about) }
                        </th>
                        <td key="value" class="levy-value">{ &line.value }</td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

/// The article of a number, and behind it what it means and where we read it.
pub fn about_number(sheet: &Sheet, about: About) -> Html {
    let app = sheet.app;
    let at = about.citation.map(|id| usize::from(id.0));
    let citation = at.and_then(|at| sheet.parameters.citations.get(at));
    let article = citation.map(|citation| app.text(citation.article));
    let name = about.name.map(|name| app.text(name));
    let title = article.or(name.clone());
    let is_low = citation.is_some_and(|one| one.provenance.confidence == Confidence::Low);
    html! {
        <div key="about" class="levy-about">
            if let Some(meaning) = about.meaning {
                <details>
                    <summary>
                        if is_low {
                            <span class="caution">{ app.text(keys::FRAME_TO_CONFIRM) }</span>
                        }
                        { title.unwrap_or_else(|| app.text(keys::LEVY_LINES_MEANING)) }
                    </summary>
                    <p key="meaning">
                        if let Some(name) = name {
                            <b key="name">{ name }</b>{ app.words.choose("：", ": ") }
                        }
                        { app.text(meaning) }
                    </p>
                    if let Some(citation) = citation {
                        { source(app, &citation.provenance) }
                    }
                </details>
            }
        </div>
    }
}
