//! The lines in which a case is kept or handed over: tab-separated fields, so that a person can read them, and each line stands
//! alone. This is the only place that writes or reads their form; what a line says is for the theme that it belongs to.

use std::borrow::Cow;

/// Lines while they are written.
#[derive(Default)]
pub struct Lines {
    text: String,
    /// The first field of the lines written now; empty: none.
    theme: &'static str,
}

impl Lines {
    /// Those of one theme, without its name.
    pub fn of<T: Theme>(theme: &T) -> String {
        let mut lines = Self::default();
        theme.write(&mut lines);
        lines.text
    }

    /// Adds a line of these fields. A large firm has some thousand, so nothing is copied that need not be.
    pub fn add(&mut self, fields: &[&str]) {
        self.begin();
        for (at, field) in fields.iter().enumerate() {
            if at > 0 || !self.theme.is_empty() {
                self.text.push('\t');
            }
            self.text.push_str(&escape(field));
        }
    }

    /// Adds a line as it was read, of the theme that is written now.
    pub fn add_as_it_was(&mut self, line: &str) {
        self.begin();
        if !self.theme.is_empty() {
            self.text.push('\t');
        }
        self.text.push_str(line);
    }

    fn begin(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(self.theme);
    }

    /// Adds what `write` adds, each line with `theme` before it.
    pub fn themed(&mut self, theme: &'static str, write: impl FnOnce(&mut Self)) {
        self.theme = theme;
        write(self);
        self.theme = "";
    }

    pub fn into_text(self) -> String {
        self.text
    }
}

/// What a theme holds of a case.
pub trait Theme: Default {
    /// Adds the lines from which [`Theme::read_line`] makes the same again.
    fn write(&self, lines: &mut Lines);

    /// Takes in what one line says; `None` where it does not fit: it is left out alone.
    fn read_line(&mut self, fields: &[&str]) -> Option<()>;

    /// After the last line.
    fn complete(&mut self) {}
}

/// What `lines` say of one theme, and how many of them did not fit.
pub fn read<'a, T: Theme>(lines: impl Iterator<Item = &'a str>) -> (T, usize) {
    let mut theme = T::default();
    let dropped = lines
        .filter(|line| !line.is_empty())
        .filter(|line| with_fields(line, |fields| theme.read_line(fields)).is_none())
        .count();
    theme.complete();
    (theme, dropped)
}

/// Calls `then` with the fields of a line.
pub fn with_fields<T>(line: &str, then: impl FnOnce(&[&str]) -> T) -> T {
    let fields: Vec<Cow<str>> = line.split('\t').map(unescape).collect();
    let fields: Vec<&str> = fields.iter().map(|field| &**field).collect();
    then(&fields)
}

fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(['\\', '\t', '\n', '\r']) {
        return text.into();
    }
    text.replace('\\', "\\\\")
        .replace('\t', "\\t")
        .replace('\n', "\\n")
        .replace('\r', "\\r")
        .into()
}

fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return text.into();
    }
    let mut out = String::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if character != '\\' {
            out.push(character);
            continue;
        }
        match characters.next() {
            Some('t') => out.push('\t'),
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some(other) => out.push(other),
            None => {}
        }
    }
    out.into()
}
