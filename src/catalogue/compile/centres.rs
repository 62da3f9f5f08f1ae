//! `centres/<id>.toml`, the six centres, and `offers.toml`, what each of them offers employers.

use std::{collections::BTreeMap, path::Path};

use super::{
    condition::Known,
    problem::Report,
    provenance::Origin,
    record::{At, File, Record, files_in},
    texts::Texts,
};
use crate::{
    catalogue::schema::{Centre, Offer, OfferGroup, TextId},
    domain::{CentreId, GeoPoint, OfferId, OptionId, PostalCode, QuestionId},
};

const FOLDER: &str = "centres";
const OFFERS: &str = "offers.toml";

const GROUPS: [(&str, OfferGroup); 3] = [
    ("general", OfferGroup::General),
    ("hiring", OfferGroup::Hiring),
    ("staying", OfferGroup::Staying),
];

/// The options of this question are the areas.
const AREAS: &str = "A06";

/// The centres in the order of commission; `None` if one of them could not be read, after a problem.
pub(super) fn read(
    content: &Path,
    questions: &Known,
    report: &Report,
    texts: &mut Texts,
) -> Option<Vec<Centre>> {
    let mut centres: Vec<(u8, Centre)> = Vec::new();
    let mut is_complete = true;
    let mut orders = BTreeMap::new();
    let mut areas = BTreeMap::new();
    for below in files_in(content, FOLDER, ".toml", report) {
        let Some(file) = File::open(content, &below, report) else {
            is_complete = false;
            continue;
        };
        let Some((order, area, centre)) = file
            .record()
            .and_then(|document| read_centre(&file, document, texts))
        else {
            is_complete = false;
            continue;
        };
        if let Some(first) = orders.insert(order.value, file.path.clone()) {
            let message = format!("duplicate order {}, first in {first}", order.value);
            file.problem(order.line, message);
        }
        if let Some(first) = areas.insert(area.value, file.path.clone()) {
            let message = format!("duplicate area `{}`, first in {first}", area.value);
            file.problem(area.line, message);
        }
        if let Some(question) = QuestionId::new(AREAS).ok().and_then(|id| questions.get(id))
            && !question
                .options
                .iter()
                .any(|option| option.id == area.value)
        {
            let message = format!("question `{AREAS}` has no option `{}`", area.value);
            file.problem(area.line, message);
        }
        centres.push((order.value, centre));
    }
    centres.sort_by_key(|(order, _)| *order);
    let centres = centres.into_iter().map(|(_, centre)| centre).collect();
    is_complete.then_some(centres)
}

fn read_centre(
    file: &File,
    mut record: Record,
    texts: &mut Texts,
) -> Option<(At<u8>, At<OptionId>, Centre)> {
    let origin = Origin::of_file(&mut record);
    let id = CentreId::new(&file.stem)
        .map_err(|error| file.problem(0, format!("the file name is no centre id: {error}")))
        .ok();
    let order = record.integer("order", 1..=99);
    let name = record.wording("name");
    let area = record.wording("area");
    let area_option = record.id("area_option", OptionId::new);
    let operator = record.wording("operator");
    let postal = read_postal(&mut record);
    let address = record.wording("address");
    let telephone = record.text("telephone");
    let fax = record.optional_text("fax");
    for number in [&telephone, &fax].into_iter().flatten() {
        if !is_telephone(&number.value) {
            let message = format!(
                "`{}` is no telephone number, expected a form such as 03-5986-7551",
                number.value
            );
            file.problem(number.line, message);
        }
    }
    let point = record.table("point").and_then(read_point);
    let stations = record
        .records("stations")
        .into_iter()
        .filter_map(|station| read_station(station, texts))
        .collect();
    let slogan = record.optional_wording("slogan");
    let extras = record
        .list("extras")
        .into_iter()
        .filter_map(|extra| extra.wording())
        .map(|extra| texts.add(&extra))
        .collect();
    let states_no_certificate_needed = record.claim_or("states_no_certificate_needed", false);
    let note = record.optional_wording("note");
    let provenance = origin.complete(&mut record, &format!("centre {}", file.stem));
    record.finish();
    let area_option = area_option?;
    let centre = Centre {
        id: id?,
        name: texts.add(&name?),
        area: texts.add(&area?),
        area_option: area_option.value,
        operator: texts.add(&operator?),
        postal: postal?,
        address: texts.add(&address?),
        telephone: telephone?.value,
        fax: fax.map(|fax| fax.value),
        point: point?,
        stations,
        slogan: slogan.map(|slogan| texts.add(&slogan)),
        extras,
        states_no_certificate_needed,
        note: note.map(|note| texts.add(&note)),
        provenance: provenance?,
    };
    Some((order?, area_option, centre))
}

fn read_postal(record: &mut Record) -> Option<PostalCode> {
    let At { value: text, line } = record.text("postal")?;
    let code = PostalCode::parse(&text).ok();
    let code = code.filter(|code| code.to_string() == text);
    if code.is_none() {
        let message = format!("`{text}` is no postal code, expected a form such as 174-0072");
        record.file().problem(line, message);
    }
    code
}

/// Ten digits (eleven for 050 and mobile numbers) in three groups that begin with 0.
pub(super) fn is_telephone(number: &str) -> bool {
    let groups: Vec<&str> = number.split('-').collect();
    let digits: usize = groups.iter().map(|group| group.len()).sum();
    let wanted = match groups[0] {
        "050" | "060" | "070" | "080" | "090" => 11,
        _ => 10,
    };
    groups.len() == 3
        && groups[0].starts_with('0')
        && digits == wanted
        && groups
            .iter()
            .all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `{ latitude = "35.75837", longitude = "139.68546" }`: in quotes, so that no float rounds them.
fn read_point(mut record: Record) -> Option<GeoPoint> {
    let mut degrees = |key| {
        let At { value: text, line } = record.text(key)?;
        let value = hundred_thousandths(&text);
        if value.is_none() {
            let message = format!("{key} `{text}`, expected degrees with five decimals in quotes");
            record.file().problem(line, message);
        }
        value
    };
    let latitude_e5 = degrees("latitude");
    let longitude_e5 = degrees("longitude");
    record.finish();
    Some(GeoPoint {
        latitude_e5: latitude_e5?,
        longitude_e5: longitude_e5?,
    })
}

fn hundred_thousandths(text: &str) -> Option<i32> {
    let (whole, fraction) = text.split_once('.')?;
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if fraction.len() != 5 || whole.len() > 3 || !is_number(whole) || !is_number(fraction) {
        return None;
    }
    format!("{whole}{fraction}").parse().ok()
}

fn read_station(mut record: Record, texts: &mut Texts) -> Option<(TextId, u8)> {
    let name = record.own_wording();
    let distance = record.integer("hundred_metres", 1..=99);
    record.finish();
    Some((texts.add(&name?), distance?.value))
}

/// The offers in the order of the file.
pub(super) fn read_offers(content: &Path, report: &Report, texts: &mut Texts) -> Vec<Offer> {
    let mut offers = Vec::new();
    let Some(file) = File::open(content, OFFERS, report) else {
        return offers;
    };
    let Some(mut document) = file.record() else {
        return offers;
    };
    let origin = Origin::of_file(&mut document);
    let mut lines = BTreeMap::new();
    for mut record in document.records("offer") {
        let id = record.id("id", OfferId::new);
        let group = record.word("group", &GROUPS);
        let text = record.wording("text");
        let what = id.map_or("an offer".into(), |id| format!("offer {}", id.value));
        origin.complete(&mut record, &what);
        if let Some(At { value: id, line }) = id
            && let Some(first) = lines.insert(id, line)
        {
            record.problem(format!("duplicate offer `{id}`, first in line {first}"));
        }
        record.finish();
        if let (Some(id), Some(group), Some(text)) = (id, group, text) {
            offers.push(Offer {
                id: id.value,
                group: group.value,
                text: texts.add(&text),
            });
        }
    }
    document.finish();
    offers
}
