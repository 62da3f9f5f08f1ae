//! Sources as people read them: named by title and publisher, the most official first, and never by an address.

use koyo_check::catalogue::{
    compile::this_content,
    schema::{Confidence, Provenance, ReferenceIndex, SourceKind, TextId},
};

/// Everything that is shown with its sources.
fn shown() -> Vec<(String, &'static Provenance)> {
    let all = this_content();
    let supports = all.guidance.supports.iter();
    let mut shown: Vec<(String, &Provenance)> = supports
        .map(|one| (one.id.to_string(), &one.provenance))
        .collect();
    let mut add = |what: String, provenance| shown.push((what, provenance));
    for one in &all.guidance.centres {
        add(one.id.to_string(), &one.provenance);
    }
    for one in &all.parameters.citations {
        add(japanese(one.article).into(), &one.provenance);
    }
    for one in &all.parameters.proposals {
        add(japanese(one.title).into(), &one.provenance);
    }
    for one in &all.parameters.duties {
        add(japanese(one.title).into(), &one.provenance);
    }
    for one in &all.parameters.hints {
        add(japanese(one.text).into(), &one.provenance);
    }
    for one in &all.adjustments.adjustments {
        add(one.id.to_string(), &one.provenance);
    }
    for one in &all.adjustments.helpers {
        add(one.id.to_string(), &one.provenance);
    }
    for one in &all.adjustments.law {
        add(japanese(one.heading).into(), &one.provenance);
    }
    for one in &all.subsidies.subsidies {
        add(one.id.to_string(), &one.provenance);
    }
    for one in &all.subsidies.minimum_wages {
        add(one.yen_per_hour.to_string(), &one.provenance);
    }
    add("posts".into(), &all.posts.provenance);
    shown
}

/// The sources of each condition, deadline and sequence of a subsidy.
fn parts() -> impl Iterator<Item = &'static Vec<ReferenceIndex>> {
    this_content().subsidies.subsidies.iter().flat_map(|one| {
        let conditions = one.conditions.iter().map(|part| &part.sources);
        let timing = one.timing.iter().map(|part| &part.sources);
        let follows = one.follows.iter().map(|part| &part.sources);
        conditions.chain(timing).chain(follows)
    })
}

fn japanese(id: TextId) -> &'static str {
    let all = this_content();
    let packs = [&all.japanese, &all.japanese_later];
    let mut found = packs.into_iter().filter_map(|pack| pack.get(id));
    found.next().expect("every text is in one of the packs")
}

fn kind(reference: ReferenceIndex) -> SourceKind {
    let (source, _) = this_content()
        .guidance
        .reference(reference)
        .expect("what is referred to was compiled");
    source.kind
}

#[test]
fn no_text_names_an_address_or_a_file_of_ours() {
    let all = this_content();
    let packs = [&all.japanese, &all.japanese_later, &all.english];
    for text in packs.into_iter().flat_map(|pack| &pack.texts) {
        for inner in [
            "http",
            "://",
            "www.",
            ".md",
            "own judgement",
            "own_advice",
            "fact sheet",
            "facts/",
        ] {
            assert!(!text.contains(inner), "{text}");
        }
    }
}

#[test]
fn everything_shown_has_sources_with_the_most_official_first() {
    let shown = shown();
    let of_records = shown.iter().map(|(_, provenance)| &provenance.sources);
    for sources in of_records.chain(parts()) {
        assert!(!sources.is_empty());
        let kinds: Vec<u8> = sources.iter().map(|one| kind(*one) as u8).collect();
        assert!(kinds.is_sorted(), "{kinds:?}");
        let is_new = |at: usize| !sources[..at].contains(&sources[at]);
        assert!((0..sources.len()).all(is_new));
    }
}

#[test]
fn a_source_is_a_title_and_a_publisher_and_only_our_own_have_no_other() {
    for source in &this_content().guidance.sources {
        for text in [source.title, source.publisher] {
            assert!(!japanese(text).is_empty());
        }
        // Private pages say whose they are by the name of the site, which is part of their address.
        if source.kind == SourceKind::Private {
            let url = source.url.as_deref().unwrap_or_default();
            let publisher = japanese(source.publisher);
            assert!(
                url.is_empty() || url.contains(publisher),
                "{publisher} of {url}"
            );
        }
    }
    for (what, provenance) in shown() {
        let is_ours = provenance
            .sources
            .iter()
            .all(|one| kind(*one) == SourceKind::Own);
        // What nobody else says is not called confirmed.
        let is_confirmed = matches!(
            provenance.confidence,
            Confidence::High | Confidence::Brochure
        );
        assert!(!(is_ours && is_confirmed), "{what}");
    }
}

#[test]
fn an_official_page_is_reached_by_https_unless_it_is_of_a_former_site() {
    for source in &this_content().guidance.sources {
        let url = source.url.as_deref().unwrap_or_default();
        let is_official = matches!(source.kind, SourceKind::Law | SourceKind::Official);
        if is_official && url.starts_with("http://") {
            // What the old host of JEED and a prefecture have by https was not seen.
            let host = url.split('/').nth(2).unwrap_or_default();
            assert!(
                host.ends_with(".jeed.or.jp") || host.ends_with(".pref.kochi.lg.jp"),
                "{url}"
            );
        }
    }
}
