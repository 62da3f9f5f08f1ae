//! The quick mode: the firm as one, the same all year.

use super::{
    Sheet,
    fields::{Of, industry_of, piece},
    form::{leads, number, radio},
    hints::found,
    part,
};
use crate::{
    app::levy::{BANDS, Edit, Entry, Field, band_label, category_label},
    catalogue::{keys, schema::parameters::CalculatorField as At},
    domain::CountCategory,
    ui::parts::node::{Tag, tag},
};

/// Adds the parts of the mode to the form.
pub fn add_to(form: Tag, sheet: &Sheet) -> Tag {
    form.add(workers(sheet)).add(disabled(sheet))
}

fn workers(sheet: &Sheet) -> Tag {
    let is = |entry: Entry| sheet.form.entry == entry;
    let entries = [
        (
            keys::LEVY_FORM_BY_HOURS,
            "entry-hours",
            is(Entry::ByHours),
            Edit::Entry(Entry::ByHours),
        ),
        (
            keys::LEVY_FORM_TOTAL,
            "entry-total",
            is(Entry::Total),
            Edit::Entry(Entry::Total),
        ),
    ];
    let fields = match sheet.form.entry {
        Entry::ByHours => tag("div")
            .key("by-hours")
            .add(
                tag("div")
                    .class("levy-pair")
                    .html_of(number(
                        sheet,
                        Field::Quick30,
                        keys::LEVY_FORM_WORKERS_30H,
                        found(sheet, At::Workers30h),
                    ))
                    .html_of(number(
                        sheet,
                        Field::Quick20,
                        keys::LEVY_FORM_WORKERS_20H,
                        found(sheet, At::Workers20h),
                    )),
            )
            .html_of(industry_of(
                sheet,
                None,
                sheet.form.industry,
                found(sheet, At::Industry),
            ))
            .html_of(piece(
                sheet,
                "hints",
                Of::Hints(&[At::Workers30h, At::Workers20h, At::Industry], &[]),
            )),
        Entry::Total => tag("div")
            .key("total")
            .html_of(number(
                sheet,
                Field::QuickTotal,
                keys::LEVY_FORM_TOTAL_FIELD,
                found(sheet, At::Workers),
            ))
            .html_of(piece(
                sheet,
                "hints",
                Of::Hints(&[At::Workers, At::Workers30h], &[]),
            )),
    };
    part("workers", sheet.text(keys::LEVY_FORM_WORKERS))
        .add(radio(sheet, "levy-entry", keys::LEVY_FORM_ENTRY, entries))
        .add(fields)
}

fn disabled(sheet: &Sheet) -> Tag {
    let mut kinds = tag("div").class("levy-grid");
    for (_, category) in CountCategory::NAMES {
        let mut bands = tag("div").class("levy-bands");
        for band in BANDS {
            let field = Field::QuickPeople(category, band);
            bands = bands.html_of(number(sheet, field, band_label(band), String::new()));
        }
        let kind = tag("fieldset")
            .class("levy-kind")
            .add(sheet.say("legend", "", category_label(category)))
            .add(bands);
        kinds = kinds.add(kind);
    }
    let part = part("disabled", sheet.text(keys::LEVY_FORM_DISABLED));
    leads(
        part,
        sheet,
        &found(sheet, At::Disabled),
        keys::LEVY_FORM_DISABLED_LEAD,
    )
    .add(kinds)
    .html_of(piece(
        sheet,
        "hints",
        Of::Hints(&[At::Disabled], &[At::Severe, At::WeeklyHours]),
    ))
}
