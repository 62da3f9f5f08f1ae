//! The static web server: `dist` as a careful host would serve it, and, for the page tests, as a careless one would.
//! It listens on this machine only.

use std::io::{self, Cursor, Write as _};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread;

use tiny_http::{Header, Method, Response, Server, StatusCode};

use crate::{Outcome, compress, media_types};

mod rules;

pub use rules::{Gate, Rule};

/// The content security policy that the hosted page is made for.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                          img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

/// A folder shown at a path: `/dist/` and the folder `dist`. The path begins and ends with a slash.
#[derive(Clone, Debug)]
pub struct Mount {
    path: String,
    folder: PathBuf,
}

impl Mount {
    pub fn new(path: &str, folder: impl Into<PathBuf>) -> Self {
        Self {
            path: path.to_owned(),
            folder: folder.into(),
        }
    }
}

/// A request that the server received, as the page tests ask for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    pub method: String,
    /// Path and query, as sent.
    pub path: String,
    pub host: String,
}

/// A running server; it stops when dropped.
pub struct StaticServer {
    server: Arc<Server>,
    house: Arc<House>,
    port: u16,
}

/// What the threads of a server share.
struct House {
    mounts: Vec<Mount>,
    rules: RwLock<Vec<Rule>>,
    log: Mutex<Vec<Received>>,
    policy_reports: Mutex<Vec<String>>,
}

type Answer = Response<Cursor<Vec<u8>>>;

impl StaticServer {
    /// Where a policy may send its reports: `report-uri` and this path.
    pub const REPORTS: &str = "/policy-reports";

    /// Serves the mounts at `port` of 127.0.0.1; port 0 takes a free one. Of two mounts the one named first wins.
    pub fn start(port: u16, mounts: Vec<Mount>) -> Outcome<Self> {
        let server =
            Server::http(("127.0.0.1", port)).map_err(|error| format!("port {port}: {error}"))?;
        let server = Arc::new(server);
        let port = server
            .server_addr()
            .to_ip()
            .map_or(port, |address| address.port());
        let house = House {
            mounts,
            rules: RwLock::default(),
            log: Mutex::default(),
            policy_reports: Mutex::default(),
        };
        let running = Self {
            server,
            house: Arc::new(house),
            port,
        };
        let (server, house) = (Arc::clone(&running.server), Arc::clone(&running.house));
        thread::spawn(move || {
            // `recv` fails when the server is dropped, which ends this thread.
            while let Ok(request) = server.recv() {
                let house = Arc::clone(&house);
                // One thread a request, because a rule may hold a request back for as long as a test likes.
                thread::spawn(move || house.answer(request));
            }
        });
        Ok(running)
    }

    /// The address of a path that begins with a slash.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// The same server under a name that browsers take for another origin.
    pub fn url_of_another_origin(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.port)
    }

    /// From now on, also follows `rule`.
    pub fn add_rule(&self, rule: Rule) {
        self.house
            .rules
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .push(rule);
    }

    /// From now on, follows no rule any more.
    pub fn forget_rules(&self) {
        self.house
            .rules
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }

    /// Everything received since the start or since the log was last cleared, in order.
    pub fn log(&self) -> Vec<Received> {
        self.house
            .log
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Forgets what was received so far, and returns it.
    pub fn clear_log(&self) -> Vec<Received> {
        std::mem::take(
            &mut *self
                .house
                .log
                .lock()
                .unwrap_or_else(PoisonError::into_inner),
        )
    }

    /// Every breach of a content security policy that a browser reported, as it was sent.
    pub fn policy_reports(&self) -> Vec<String> {
        self.house
            .policy_reports
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Waits for ever; for `cargo xtask serve`.
    pub fn serve_until_killed(self) {
        loop {
            thread::park();
        }
    }
}

impl Drop for StaticServer {
    fn drop(&mut self) {
        self.server.unblock();
    }
}

impl House {
    fn answer(&self, mut request: tiny_http::Request) {
        let received = Received {
            method: request.method().to_string(),
            path: request.url().to_owned(),
            host: header(&request, "Host").unwrap_or_default(),
        };
        let address = received
            .path
            .split(['?', '#'])
            .next()
            .unwrap_or_default()
            .to_owned();
        self.log
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(received);
        let rules: Vec<Rule> = {
            let rules = self.rules.read().unwrap_or_else(PoisonError::into_inner);
            rules
                .iter()
                .filter(|rule| rule.is_for(&address))
                .cloned()
                .collect()
        };
        rules.iter().for_each(Rule::hold_back);
        let mut answer = match request.method() {
            // What a rule changes is always sent: a browser that is told 304 would keep what it had before.
            Method::Get | Method::Head => self.file_at(&address, &request, rules.is_empty()),
            Method::Post if address == StaticServer::REPORTS => {
                let mut report = String::new();
                let _ = request.as_reader().read_to_string(&mut report);
                self.policy_reports
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(report);
                plain(204, "")
            }
            _ => plain(405, "only GET and HEAD are served"),
        };
        for rule in &rules {
            answer = rule.applied_to(answer);
        }
        // A browser that went away in the meantime is no trouble of ours.
        let _ = send(request, answer);
    }

    fn file_at(&self, address: &str, request: &tiny_http::Request, may_be_known: bool) -> Answer {
        let Some(address) = percent_decoded(address) else {
            return plain(400, "the path is no UTF-8");
        };
        for mount in &self.mounts {
            if let Some(below) = address.strip_prefix(mount.path.as_str())
                && let Some(path) = inside(&mount.folder, below)
            {
                if path.is_dir() && !address.ends_with('/') {
                    return plain(301, "").with_header(named("Location", &format!("{address}/")));
                }
                let path = if path.is_dir() {
                    path.join("index.html")
                } else {
                    path
                };
                if path.is_file() {
                    return file(&path, request, may_be_known);
                }
            }
        }
        plain(404, "there is no such file")
    }
}

/// Sends `answer` and asks the browser to close the connection.
///
/// tiny_http itself keeps connections, each with a thread of its pool, and now and then hands a new connection to no
/// thread: then a page waits for ever for a file. It takes no `Connection` header, hence by hand.
fn send(request: tiny_http::Request, answer: Answer) -> io::Result<()> {
    let has_body = !matches!(request.method(), Method::Head);
    let mut writer = request.into_writer();
    let status = answer.status_code();
    write!(
        writer,
        "HTTP/1.1 {} {}\r\n",
        status.0,
        status.default_reason_phrase()
    )?;
    for header in answer.headers() {
        write!(writer, "{}: {}\r\n", header.field, header.value)?;
    }
    let body = answer.into_reader().into_inner();
    write!(
        writer,
        "Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if has_body {
        writer.write_all(&body)?;
    }
    writer.flush()
}

/// `folder` joined with a path from outside, unless that leads out of it.
fn inside(folder: &Path, below: &str) -> Option<PathBuf> {
    let below = Path::new(below);
    let is_plain = below
        .components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    is_plain.then(|| folder.join(below))
}

/// A file, in the smallest form that the browser accepts, or 304 when the browser has it and that may be said.
fn file(path: &Path, request: &tiny_http::Request, may_be_known: bool) -> Answer {
    let accepted = header(request, "Accept-Encoding").unwrap_or_default();
    let accepts = |coding: &str| {
        accepted
            .split(',')
            .any(|part| part.split(';').next().map(str::trim) == Some(coding))
    };
    let packed = [("br", "br"), ("gzip", "gz")]
        .into_iter()
        .find_map(|(coding, extension)| {
            let copy = compress::beside(path, extension);
            (accepts(coding) && copy.is_file()).then_some((coding, copy))
        });
    let (coding, place) = match packed {
        Some((coding, copy)) => (Some(coding), copy),
        None => (None, path.to_path_buf()),
    };
    let Ok(body) = std::fs::read(&place) else {
        return plain(404, "the file cannot be read");
    };
    let tag = tag_of(&body);
    let is_known =
        may_be_known && header(request, "If-None-Match").is_some_and(|known| known == tag);
    let mut answer = if is_known {
        Response::from_data(Vec::new()).with_status_code(StatusCode(304))
    } else {
        Response::from_data(body)
    };
    let media_type = media_types::media_type(path);
    answer.add_header(named("Content-Type", media_type));
    answer.add_header(named("ETag", &tag));
    // Always asked again, never sent again: an update reaches everybody at the next load.
    answer.add_header(named("Cache-Control", "no-cache"));
    answer.add_header(named("Vary", "Accept-Encoding"));
    answer.add_header(named("X-Content-Type-Options", "nosniff"));
    answer.add_header(named("Referrer-Policy", "no-referrer"));
    if let Some(coding) = coding {
        answer.add_header(named("Content-Encoding", coding));
    }
    if media_type.starts_with("text/html") {
        answer.add_header(named("Content-Security-Policy", POLICY));
    }
    answer
}

/// A short text as a whole response.
fn plain(status: u16, text: &str) -> Answer {
    let answer = Response::from_data(text.as_bytes()).with_status_code(StatusCode(status));
    answer.with_header(named("Content-Type", "text/plain; charset=utf-8"))
}

/// A header of a response; both parts are our own and ASCII.
fn named(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("a header of ours is ASCII")
}

fn header(request: &tiny_http::Request, name: &str) -> Option<String> {
    let found = request
        .headers()
        .iter()
        .find(|header| header.field.as_str().as_str().eq_ignore_ascii_case(name));
    found.map(|header| header.value.as_str().to_owned())
}

/// An ETag that changes with the content.
fn tag_of(body: &[u8]) -> String {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    body.hash(&mut hasher);
    format!("\"{:016x}\"", hasher.finish())
}

fn percent_decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        rest = behind;
        match (*first, behind) {
            (b'%', [high, low, behind @ ..]) => {
                let digits = [*high, *low];
                bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
                rest = behind;
            }
            (byte, _) => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{inside, percent_decoded};

    #[test]
    fn no_path_leads_out_of_the_folder() {
        let dist = Path::new("dist");
        assert_eq!(inside(dist, "../Cargo.toml"), None);
        assert_eq!(inside(dist, "/etc/passwd"), None);
        assert_eq!(
            inside(dist, "content/ja.bin").as_deref(),
            Some(Path::new("dist/content/ja.bin"))
        );
        let decoded = percent_decoded("%2e%2e/x").expect("plain ASCII");
        assert_eq!(inside(dist, &decoded), None);
    }
}
