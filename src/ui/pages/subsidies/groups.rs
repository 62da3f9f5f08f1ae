//! The verdicts in three groups: 使えそう, あと少しで分かる・開く, そのほか.

use crate::{
    app::{
        shown::subsidy::Opening,
        subsidies::{Asked, Edit, Found, Group, Opened, by_change},
    },
    catalogue::{keys, schema::TextId},
    ui::parts::{
        button::{LINK, action},
        node::{Tag, say, tag},
    },
};

use super::{
    Page, ask,
    grant::{grant, opens},
};

/// So many of a group are shown at once.
const SHOWN: usize = 5;

pub fn groups(page: &Page) -> Tag {
    let app = page.app;
    let of = |group: Group| page.in_group(group).collect::<Vec<&Found>>();
    let (open, unclear) = (of(Group::Open), of(Group::Unclear));
    let on_hire = of(Group::OnHire);
    let opening = page.in_group(Group::Opens).count();
    let (by_measure, closed) = (of(Group::ByMeasure), of(Group::Closed));
    let near = unclear.len() + opening;
    let not_now = closed.len() + by_measure.len();
    // What is empty is not counted.
    let counts = [
        (keys::SUBSIDIES_TALLY_OPEN, open.len()),
        (keys::SUBSIDIES_TALLY_HIRE, on_hire.len()),
        (keys::SUBSIDIES_TALLY_NEAR, near),
        (keys::SUBSIDIES_TALLY_CLOSED, not_now),
    ];
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    let tally = page.listed(counts.map(|(text, count)| page.counted(text, count)));
    let group = |name: &'static str, heading: TextId, count: usize| {
        let heading = page.counted(heading, count);
        tag("div")
            .key(name)
            .class(if name == "open" {
                "subsidy-group"
            } else {
                "subsidy-group no-print"
            })
            .attr("data-group", name)
            .add(tag("h3").key("heading").text(&heading))
    };
    let kind = Asked {
        fact: page.catalogue.roles.measure_kind,
        measure: None,
    };
    let choose = action(
        LINK,
        "choose-measures",
        app.words.get(keys::SUBSIDIES_GROUP_BY_MEASURE_CHOOSE),
        ask(app, kind),
    );
    let by_measure = folded(
        page,
        "by-measure",
        keys::SUBSIDIES_GROUP_BY_MEASURE,
        &by_measure,
        Some(
            tag("div")
                .key("lead")
                .add(say(app, "p", "", keys::SUBSIDIES_GROUP_BY_MEASURE_LEAD).key("lead"))
                .add(choose),
        ),
    );
    tag("section")
        .key("groups")
        .class("part subsidy-groups")
        .attr("aria-labelledby", "subsidy-results")
        .add(
            say(app, "h2", "", keys::SUBSIDIES_RESULTS)
                .key("heading")
                .attr("id", "subsidy-results"),
        )
        .add(
            tag("p")
                .key("tally")
                .attr("aria-live", "polite")
                .attr("data-tally", "")
                .text(&tally),
        )
        .add(match page.none_open() {
            // Why there is none yet, instead of an empty list.
            Some(why) => tag("div")
                .class("subsidy-none")
                .attr("data-group", "open")
                .add(say(app, "p", "", why)),
            None => group("open", keys::SUBSIDIES_GROUP_OPEN, open.len()).add(list(
                page,
                &open,
                open.len(),
            )),
        })
        .add(
            tag("div")
                .key("on-hire")
                .maybe((!on_hire.is_empty()).then(|| {
                    group("on-hire", keys::SUBSIDIES_GROUP_ON_HIRE, on_hire.len())
                        .add(say(app, "p", "small", keys::SUBSIDIES_GROUP_ON_HIRE_LEAD).key("lead"))
                        .add(list(page, &on_hire, SHOWN))
                })),
        )
        .maybe((near > 0).then(|| {
            group("near", keys::SUBSIDIES_GROUP_NEAR, near)
                .add(changes(page, opening))
                .add(part(
                    page,
                    "unclear",
                    keys::SUBSIDIES_GROUP_UNCLEAR,
                    &unclear,
                ))
        }))
        .maybe((not_now > 0).then(|| {
            group("closed", keys::SUBSIDIES_GROUP_CLOSED, not_now)
                .add(by_measure)
                .add(folded(
                    page,
                    "closed",
                    keys::SUBSIDIES_GROUP_CLOSED_SEE,
                    &closed,
                    None,
                ))
        }))
}

fn part(page: &Page, name: &'static str, heading: TextId, all: &[&Found]) -> Tag {
    let part = tag("div").key(name).attr("data-part", name);
    if all.is_empty() {
        return part;
    }
    part.add(
        tag("p")
            .key("heading")
            .class("subsidy-part")
            .text(&page.counted(heading, all.len())),
    )
    .add(list(page, all, SHOWN))
}

/// What a change of the plan opens, each change once with all that it opens.
fn changes(page: &Page, count: usize) -> Tag {
    let app = page.app;
    let part = tag("div").key("opens").attr("data-part", "opens");
    if count == 0 {
        return part;
    }
    let heading = page.counted(keys::SUBSIDIES_GROUP_OPENS, count);
    let mut part = part.add(tag("p").key("heading").class("subsidy-part").text(&heading));
    for Opened {
        becomes,
        changes,
        found,
    } in by_change(page.found)
    {
        let first = found[0];
        // Not more is said of them together than holds for each.
        let opening = first.opening.map(|one| Opening { becomes, ..one });
        let change = opening.map(|one| opens(page, first, &one).key("opens"));
        let attempt = page.form.can_try(&changes, page.catalogue).then(|| {
            let label = app.words.get(keys::SUBSIDIES_TRY);
            action(LINK, "try", label, app.on_plan(Edit::Try(changes)))
        });
        let count = page.counted(keys::SUBSIDIES_OPENS_THESE, found.len());
        part = part.add(
            tag("div")
                .key(page.subsidy(first.subsidy).id.as_str())
                .class("subsidy-change")
                .add(tag("div").key("change").maybe(change).maybe(attempt))
                .add(tag("p").key("count").class("small").text(&count))
                .add(list(page, &found, SHOWN)),
        );
    }
    part
}

/// A list behind a disclosure; nothing where it is empty.
fn folded(
    page: &Page,
    name: &'static str,
    heading: TextId,
    all: &[&Found],
    lead: Option<Tag>,
) -> Tag {
    let place = tag("div").key(name).attr("data-part", name);
    if all.is_empty() {
        return place;
    }
    place.add(
        tag("details")
            .class("more")
            .add(
                tag("summary")
                    .key("summary")
                    .text(&page.counted(heading, all.len())),
            )
            .maybe(lead)
            .add(list(page, all, all.len())),
    )
}

/// So many at once, the others behind a disclosure.
pub fn list(page: &Page, all: &[&Found], shown: usize) -> Tag {
    let (first, rest) = all.split_at(shown.min(all.len()));
    let items = |all: &[&Found]| {
        let items = all.iter().map(|one| {
            let id = page.subsidy(one.subsidy).id.as_str();
            let key = [id, &page.measure_key(one.measure)].concat();
            tag("li").key(&key).add(grant(page, one))
        });
        tag("ul").key("first").class("grants").each(items)
    };
    let rest = (!rest.is_empty()).then(|| {
        tag("details")
            .key("rest")
            .class("more")
            .add(tag("summary").text(&page.counted(keys::SUBSIDIES_MORE, rest.len())))
            .add(items(rest))
    });
    tag("div").key("list").add(items(first)).maybe(rest)
}
