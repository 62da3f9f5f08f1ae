//! Words that the product must not say any more, because what they said was wrong or misleading. The list is `retired.txt`.

use super::{Finding, Text};

/// One on each line.
const WORDS: &str = include_str!("retired.txt");

/// A finding for each line of what people read, in content, code and page, on which one of the words stands.
pub fn check(text: &Text, findings: &mut Vec<Finding>) {
    let name = text.name.as_str();
    if !(name.starts_with("content/") || name.starts_with("src/") || name == "index.html") {
        return;
    }
    for (line, words) in (1..).zip(text.text.lines()) {
        for retired in WORDS.lines().filter(|retired| words.contains(retired)) {
            findings.push(Finding {
                file: name.to_owned(),
                line,
                expected: format!("「{retired}」 is retired, expected the present wording"),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Finding, Text, WORDS, check};

    fn lines_found(name: &str, text: &str) -> Vec<usize> {
        let mut findings: Vec<Finding> = Vec::new();
        let text = text.to_owned();
        let name = name.to_owned();
        check(&Text { name, text }, &mut findings);
        findings.iter().map(|finding| finding.line).collect()
    }

    #[test]
    fn no_line_of_the_list_is_empty_or_there_twice() {
        let mut words: Vec<&str> = WORDS.lines().collect();
        assert!(
            words
                .iter()
                .all(|word| word.trim() == *word && !word.is_empty())
        );
        let all = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), all);
    }

    #[test]
    fn every_word_is_found_with_its_line_wherever_people_read_it() {
        for word in WORDS.lines() {
            let text = format!("# first\ntext = {{ ja = \"前{word}後\" }}\n");
            for name in [
                "content/a/b.toml",
                "content/a.csv",
                "src/ui/a.rs",
                "index.html",
            ] {
                assert_eq!(lines_found(name, &text), [2], "{word} in {name}");
            }
            assert!(lines_found("tests/pages/a.rs", &text).is_empty());
        }
    }
}
