//! The municipalities of Tokyo to choose the firm's place from.

use yew::prelude::*;

use crate::{
    app::{shown::centre::Place, state::Action},
    catalogue::{
        keys,
        schema::{MunicipalityGroup, TextId},
    },
    ui::context::App,
};

use super::{
    field::{SelectField, select_field},
    node::{Tag, tag},
};

/// In which groups they are shown.
pub const GROUPS: [(MunicipalityGroup, TextId); 4] = [
    (MunicipalityGroup::Ward, keys::FINDER_GROUP_WARD),
    (MunicipalityGroup::City, keys::FINDER_GROUP_CITY),
    (MunicipalityGroup::WestTama, keys::FINDER_GROUP_WEST_TAMA),
    (MunicipalityGroup::Island, keys::FINDER_GROUP_ISLAND),
];

/// All of them as the platform's own list, which asks where the firm is.
pub fn municipality_list(app: &App) -> Tag {
    let all = &app.model.library.guidance().municipalities;
    let mut options = vec![(String::new(), app.text(keys::TILE_CENTRE_CHOOSE))];
    for (group, _) in GROUPS {
        let of = all.iter().filter(|one| one.group == group);
        options.extend(of.map(|one| (one.code.as_str().to_owned(), app.text(one.name))));
    }
    let codes: Vec<_> = all.iter().map(|one| one.code).collect();
    let act = app.act.clone();
    let on_set = Callback::from(move |chosen: String| {
        if let Some(code) = codes.iter().find(|code| code.as_str() == chosen) {
            act.emit(Action::SetPlace(Some(Place::Municipality(*code))));
        }
    });
    tag("div").html_of(select_field(&SelectField {
        id: "firm-where".into(),
        label: app.text(keys::TILE_CENTRE_ASK),
        options,
        value: String::new(),
        on_set,
    }))
}
