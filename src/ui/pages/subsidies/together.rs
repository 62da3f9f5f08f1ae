//! What goes together: the best sets by money and by effort, in which order, what is left out and why, and what is not known.

use crate::{
    app::{
        shown::subsidy::{Combination, LeftOut, Member},
        subsidies::{as_sure, day_in_words, found_of, sum, up_to},
    },
    catalogue::{keys, schema::subsidies::SubsidyIndex},
    ui::parts::node::{Tag, say, tag},
};

use super::Page;

/// Nothing while nothing can be combined.
pub fn together(page: &Page) -> Option<Tag> {
    let app = page.app;
    let count = page.together.len();
    if count == 0 {
        return None;
    }
    let mut section = page
        .section("together", keys::SUBSIDIES_TOGETHER, None)
        .number("data-together", count);
    for (at, one) in page.together.iter().enumerate() {
        let heading = match (count == 1, at) {
            (true, _) => keys::SUBSIDIES_BEST,
            (false, 0) => keys::SUBSIDIES_BY_MONEY,
            (false, _) => keys::SUBSIDIES_BY_EFFORT,
        };
        let at = at.to_string();
        let place = tag("div")
            .key(&at)
            .class("subsidy-set")
            .attr("data-set", &at)
            .add(say(app, "h3", "", heading));
        section = section.add(set(page, one, place));
    }
    Some(section)
}

/// What a combination pays at most, and how much of that is not sure or not known.
pub fn total(page: &Page, set: &Combination) -> Tag {
    let app = page.app;
    let total = sum(set, page.found, app.today(), page.catalogue);
    let line = tag("p")
        .class("subsidy-total")
        .attr("data-total", &total.yen.most.to_string());
    if total.yen.most == 0 {
        return line.text(app.words.get(keys::SUBSIDIES_TOTAL_ALL_UNKNOWN));
    }
    let yen = up_to(&app.words, total.yen);
    let yen = app.fill(keys::SUBSIDIES_TOTAL, &[("yen", &yen)]);
    let confirm = total
        .with_caution
        .then(|| say(app, "span", "caution", keys::FRAME_TO_CONFIRM));
    let without = (total.without_figure > 0).then(|| {
        tag("span")
            .class("small")
            .text(&page.counted(keys::SUBSIDIES_TOTAL_WITHOUT, total.without_figure))
    });
    line.add(tag("strong").class("grant-yen").text(&yen))
        .maybe(confirm)
        .maybe(without)
}

fn set(page: &Page, set: &Combination, place: Tag) -> Tag {
    let app = page.app;
    let effort = app.fill(keys::SUBSIDIES_EFFORT, &[("n", &set.effort.to_string())]);
    let mut members = tag("ol").class("steps");
    for member in &set.members {
        let after = member.changed_by.iter();
        let after = after.filter_map(|first| after_another(page, member.subsidy, *first));
        let after = after.map(|text| tag("p").class("small").text(&text));
        let name = tag("strong").text(&page.name(member.subsidy));
        let steps = first_step(page, member, tag("div").add(name));
        members = members.add(tag("li").add(steps.each(after)));
    }
    let mut place = place
        .add(total(page, set))
        .add(tag("p").class("small").text(&effort))
        .add(say(app, "p", "subsidy-part", keys::SUBSIDIES_ORDER))
        .add(members);
    if !set.left_out.is_empty() {
        place = place.add(say(app, "p", "subsidy-part", keys::SUBSIDIES_LEFT_OUT));
        let left_out = set.left_out.iter().map(|(subsidy, why)| {
            tag("li")
                .add(tag("strong").text(&page.name(*subsidy)))
                .add(tag("p").text(&left_out(page, *subsidy, why)))
        });
        place = place.add(
            tag("ul")
                .class("bullets")
                .attr("data-left-out", "")
                .each(left_out),
        );
    }
    place.add(to_ask(page, set))
}

/// What to do first, and until when.
fn first_step(page: &Page, member: &Member, place: Tag) -> Tag {
    let app = page.app;
    let about = page.subsidy(member.subsidy);
    let step = about.steps.first();
    let place = place.maybe(step.map(|step| say(app, "p", "", *step)));
    let next = found_of(member, page.found).and_then(|one| one.next);
    place.maybe(next.map(|next| {
        let text = app.fill(
            keys::SUBSIDIES_UNTIL,
            &[
                ("date", &day_in_words(&app.words, next.day)),
                ("what", app.words.get(about.timing[next.timing].text)),
            ],
        );
        tag("p").class("small").text(&text)
    }))
}

/// What is said of one of two subsidies that comes after the other.
fn after_another(page: &Page, a: SubsidyIndex, b: SubsidyIndex) -> Option<String> {
    let found = [(a, b), (b, a)].into_iter().find_map(|(second, first)| {
        let mut follows = page.subsidy(second).follows.iter();
        follows.find(|one| one.first == first)
    })?;
    Some(as_sure(&page.app.words, found.text, found.confidence))
}

fn left_out(page: &Page, left_out: SubsidyIndex, why: &LeftOut) -> String {
    let app = page.app;
    let between = app.words.choose("", " ");
    match why {
        LeftOut::Excluded { by, text, .. } => [
            app.fill(keys::SUBSIDIES_EXCLUDED_BY, &[("name", &page.name(*by))]),
            app.text(*text),
        ]
        .join(between),
        LeftOut::LowersTotal { with } => [
            app.fill(keys::SUBSIDIES_LOWERS_TOTAL, &[("name", &page.name(*with))]),
            after_another(page, left_out, *with).unwrap_or_default(),
        ]
        .join(between),
    }
}

/// Pairs about which nothing is known, those of one subsidy together.
fn to_ask(page: &Page, set: &Combination) -> Tag {
    let app = page.app;
    let place = tag("div");
    if set.to_ask.is_empty() {
        return place;
    }
    let mut pairs: Vec<(SubsidyIndex, Vec<SubsidyIndex>)> = Vec::new();
    for (first, second) in &set.to_ask {
        match pairs.iter_mut().find(|(known, _)| known == first) {
            Some((_, others)) => others.push(*second),
            None => pairs.push((*first, vec![*second])),
        }
    }
    let pairs = pairs.iter().map(|(first, others)| {
        let with = app.fill(keys::SUBSIDIES_PAIR_WITH, &[("name", &page.name(*first))]);
        let others = others.iter().map(|one| tag("li").text(&page.name(*one)));
        tag("li")
            .text(&with)
            .add(tag("ul").class("bullets").each(others))
    });
    place.add(
        tag("details")
            .class("more")
            .attr("data-to-ask", &set.to_ask.len().to_string())
            .add(tag("summary").text(&page.counted(keys::SUBSIDIES_TO_ASK, set.to_ask.len())))
            .add(say(app, "p", "", page.catalogue.texts.ask_together))
            .add(tag("ul").class("bullets").each(pairs)),
    )
}
