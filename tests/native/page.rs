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
