//! The hosted page: what stands there before and without WebAssembly.

use koyo_check::catalogue::compile::this_content;

#[test]
fn the_fallback_has_every_centre_with_its_telephone() {
    let page = include_str!("../../index.html");
    let content = this_content();
    assert_eq!(content.guidance.centres.len(), 6);
    for centre in &content.guidance.centres {
        let digits: String = centre
            .telephone
            .chars()
            .filter(char::is_ascii_digit)
            .collect();
        let link = format!("<a href=\"tel:{digits}\">{}</a>", centre.telephone);
        assert!(page.contains(&link), "index.html lacks {link}");
    }
    assert_eq!(page.matches("href=\"tel:").count(), 6);
}

/// The numbers were copied from the brochure; nobody has called them.
#[test]
fn no_number_is_said_to_be_confirmed() {
    let page = include_str!("../../index.html");
    for centre in &this_content().guidance.centres {
        let day = centre.provenance.checked_on;
        let day = format!("{}年{}月{}日", day.year(), day.month(), day.day());
        let copied = format!(
            "連絡先は案内（2021年ごろ）を{day}に書き写したものです。番号は、まだかけて確かめていません。"
        );
        assert!(page.contains(&copied), "index.html lacks {copied}");
    }
    assert!(!page.contains("確認"));
    let texts = include_str!("../../content/text/result.toml");
    let (_, beside) = texts
        .split_once("\n[centre]\n")
        .expect("the texts of a centre's card");
    let (beside, _) = beside.split_once("\n[").expect("another section");
    assert!(beside.contains("番号は、まだかけて確かめていません。"));
    for line in beside.lines() {
        assert!(
            !line.contains("確認") && !line.contains("confirm"),
            "{line}"
        );
    }
}
