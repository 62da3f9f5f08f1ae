//! The small part of JSON that our files need: an object of a list of flat objects. A reader of its own, because serde_json
//! adds 18 kB to what is loaded. What the fields mean is in `cells`.

/// Objects within objects deeper than this are none of ours.
const DEPTH: u8 = 8;

/// A value with the line on which it begins, from 1.
#[derive(Debug)]
pub(super) struct Node {
    pub line: u32,
    pub value: Value,
}

#[derive(Debug)]
pub(super) enum Value {
    Null,
    Bool(bool),
    /// As written.
    Number(String),
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

impl Node {
    pub fn field(&self, name: &str) -> Option<&Node> {
        match &self.value {
            Value::Object(fields) => {
                let found = fields.iter().find(|(key, _)| key == name);
                found.map(|(_, node)| node)
            }
            _ => None,
        }
    }
}

/// The value that `text` is.
///
/// Errors: the line on which it stops being JSON.
pub(super) fn read(text: &str) -> Result<Node, u32> {
    let mut reader = Reader {
        rest: text,
        line: 1,
    };
    let node = reader.node(DEPTH)?;
    reader.skip_space();
    if reader.rest.is_empty() {
        Ok(node)
    } else {
        Err(reader.line)
    }
}

struct Reader<'t> {
    rest: &'t str,
    line: u32,
}

impl Reader<'_> {
    fn skip_space(&mut self) {
        let after = self.rest.trim_start_matches([' ', '\t', '\r', '\n']);
        let space = &self.rest[..self.rest.len() - after.len()];
        self.line += space.matches('\n').count() as u32;
        self.rest = after;
    }

    /// Takes `token`, after space, if it comes next.
    fn takes(&mut self, token: &str) -> bool {
        self.skip_space();
        match self.rest.strip_prefix(token) {
            Some(after) => {
                self.rest = after;
                true
            }
            None => false,
        }
    }

    fn expect(&mut self, token: &str) -> Result<(), u32> {
        if self.takes(token) {
            Ok(())
        } else {
            Err(self.line)
        }
    }

    fn node(&mut self, depth: u8) -> Result<Node, u32> {
        let depth = depth.checked_sub(1).ok_or(self.line)?;
        self.skip_space();
        let line = self.line;
        let value = if self.takes("{") {
            self.object(depth)?
        } else if self.takes("[") {
            let mut list = Vec::new();
            if !self.takes("]") {
                loop {
                    list.push(self.node(depth)?);
                    if !self.takes(",") {
                        break;
                    }
                }
                self.expect("]")?;
            }
            Value::List(list)
        } else if self.rest.starts_with('"') {
            Value::Text(self.text()?)
        } else if self.takes("null") {
            Value::Null
        } else if self.takes("true") {
            Value::Bool(true)
        } else if self.takes("false") {
            Value::Bool(false)
        } else {
            self.number()?
        };
        Ok(Node { line, value })
    }

    fn object(&mut self, depth: u8) -> Result<Value, u32> {
        let mut fields: Vec<(String, Node)> = Vec::new();
        if !self.takes("}") {
            loop {
                self.skip_space();
                let key = self.text()?;
                // Which of two would count nobody can know.
                if fields.iter().any(|(other, _)| *other == key) {
                    return Err(self.line);
                }
                self.expect(":")?;
                let value = self.node(depth)?;
                fields.push((key, value));
                if !self.takes(",") {
                    break;
                }
            }
            self.expect("}")?;
        }
        Ok(Value::Object(fields))
    }

    fn number(&mut self) -> Result<Value, u32> {
        let is_part = |letter: char| letter.is_ascii_digit() || "+-.eE".contains(letter);
        let after = self.rest.trim_start_matches(is_part);
        let number = &self.rest[..self.rest.len() - after.len()];
        if !number.contains(|letter: char| letter.is_ascii_digit()) {
            return Err(self.line);
        }
        self.rest = after;
        Ok(Value::Number(number.to_owned()))
    }

    fn text(&mut self) -> Result<String, u32> {
        self.expect("\"")?;
        let mut text = String::new();
        loop {
            let plain = self.rest.find(['"', '\\']).ok_or(self.line)?;
            let (before, after) = self.rest.split_at(plain);
            if before.contains(|letter: char| letter < ' ') {
                return Err(self.line);
            }
            text.push_str(before);
            self.rest = &after[1..];
            if after.starts_with('"') {
                return Ok(text);
            }
            let letter = self.escaped().ok_or(self.line)?;
            text.push(letter);
        }
    }

    /// The letter behind a backslash; two halves of a pair are one letter.
    fn escaped(&mut self) -> Option<char> {
        let kind = self.rest.chars().next()?;
        self.rest = &self.rest[kind.len_utf8()..];
        Some(match kind {
            '"' | '\\' | '/' => kind,
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\u{8}',
            'f' => '\u{c}',
            'u' => {
                let first = self.hex()?;
                let code = if (0xD800..0xDC00).contains(&first) {
                    self.rest = self.rest.strip_prefix("\\u")?;
                    let second = self.hex()?;
                    let low = second.checked_sub(0xDC00).filter(|low| *low < 0x400)?;
                    0x1_0000 + (first - 0xD800) * 0x400 + low
                } else {
                    first
                };
                char::from_u32(code)?
            }
            _ => return None,
        })
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.rest.get(..4)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        self.rest = &self.rest[4..];
        u32::from_str_radix(digits, 16).ok()
    }
}

/// Adds `words` in quotation marks to `text`.
pub(super) fn write_text(text: &mut String, words: &str) {
    text.push('"');
    for letter in words.chars() {
        match letter {
            '"' | '\\' => {
                text.push('\\');
                text.push(letter);
            }
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            // Two that some readers of JavaScript take for line ends, and what JSON does not allow bare.
            '\u{2028}' | '\u{2029}' | '\0'..' ' => {
                text.push_str("\\u");
                for shift in [12, 8, 4, 0] {
                    let digit = (letter as u32 >> shift) & 0xF;
                    text.push(char::from_digit(digit, 16).unwrap_or('0'));
                }
            }
            other => text.push(other),
        }
    }
    text.push('"');
}
