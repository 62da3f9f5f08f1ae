//! What one trial gets: a browser and a site of its own with the built widget. Nothing outlives the trial.

use std::cell::Cell;
use std::fs;
use std::path::PathBuf;

use super::{axe, calendar};
use crate::server::{POLICY, Received, Rule, StaticServer};
use crate::webdriver::Session;
use crate::{Outcome, files};

/// A browser, and a site that only this trial uses.
pub struct Stage {
    pub browser: Session,
    /// See [`super::mounts`] for what it serves.
    pub site: StaticServer,
    breaks_policy: Cell<bool>,
}

impl Stage {
    pub(super) fn new(browser: Session) -> Outcome<Self> {
        let site = StaticServer::start(0, super::mounts())?;
        // The hosted page's policy, word for word, and the wish to hear of every breach.
        let policy = format!("{POLICY}; report-uri {}", StaticServer::REPORTS);
        site.add_rule(Rule::for_html().send_policy(&policy));
        Ok(Self {
            browser,
            site,
            breaks_policy: Cell::new(false),
        })
    }

    /// Opens a path of the site: `/` is the hosted page.
    pub fn open(&self, path: &str) -> Outcome {
        Ok(self.browser.open(&self.site.url(path))?)
    }

    /// Opens the page `tests/pages/NAME/index.html`.
    pub fn open_situation(&self, name: &str) -> Outcome {
        self.open(&format!("/situations/{name}/"))
    }

    /// What axe-core objects to on the page as it is now.
    pub fn axe_violations(&self) -> Outcome<Vec<String>> {
        axe::violations(&self.browser)
    }

    /// Panics with everything that axe-core objects to on the page as it is now.
    pub fn assert_no_axe_violations(&self, screen: &str) -> Outcome {
        let violations = self.axe_violations()?;
        assert!(
            violations.is_empty(),
            "axe-core on {screen}:\n{}",
            violations.join("\n")
        );
        Ok(())
    }

    /// The events of a calendar file as ical.js reads them.
    pub fn read_calendar(&self, file: &str) -> Outcome<Vec<calendar::CalendarEvent>> {
        calendar::read(&self.browser, file)
    }

    /// This trial breaks the policy on purpose.
    pub fn breaks_the_policy(&self) {
        self.breaks_policy.set(true);
    }

    /// What holds at the end of every trial: no other host was asked, and the policy was kept.
    pub(super) fn assert_nothing_left(&self) -> Outcome {
        if !self.breaks_policy.get() {
            self.assert_no_policy_violations();
        }
        self.assert_no_other_host()
    }

    /// Panics when the page broke its content security policy.
    pub fn assert_no_policy_violations(&self) {
        let reports = self.site.policy_reports();
        assert!(
            reports.is_empty(),
            "the content security policy was broken:\n{}",
            reports.join("\n")
        );
    }

    /// Panics when the page asked any other host for anything, as far as the page itself can tell.
    pub fn assert_no_other_host(&self) -> Outcome {
        let home = self.site.url("/");
        let is_foreign = |url: &String| {
            !url.starts_with(&home) && !url.starts_with("data:") && !url.starts_with("blob:")
        };
        let foreign: Vec<String> = self
            .browser
            .requested_urls()?
            .into_iter()
            .filter(is_foreign)
            .collect();
        assert!(
            foreign.is_empty(),
            "the page asked other hosts: {foreign:?}"
        );
        Ok(())
    }

    /// Runs a part of a trial and panics when the site received any request meanwhile.
    pub fn assert_silent(&self, part: impl FnOnce() -> Outcome) -> Outcome {
        self.site.clear_log();
        part()?;
        let received: Vec<Received> = self.site.log();
        assert!(received.is_empty(), "requests after load: {received:?}");
        Ok(())
    }

    /// Writes a picture of the whole page to `target/pages/NAME.png` and returns its path.
    pub fn save_picture(&self, name: &str) -> Outcome<PathBuf> {
        let path = files::root().join(format!("target/pages/{name}.png"));
        files::write(&path, self.browser.picture_of_all()?)?;
        Ok(path)
    }

    /// Writes what the browser shows into `target/pages/NAME/`: for the person who looks into a failure.
    pub(super) fn save_evidence(&self, name: &str) -> Outcome<PathBuf> {
        let folder = files::root()
            .join("target/pages")
            .join(name.replace("::", "/"));
        let _ = fs::remove_dir_all(&folder);
        if let Ok(picture) = self.browser.picture() {
            files::write(&folder.join("picture.png"), picture)?;
        }
        if let Ok(source) = self.browser.source() {
            files::write(&folder.join("page.html"), source)?;
        }
        let shadows = "return Array.from(document.querySelectorAll('*'))
            .filter((e) => e.shadowRoot).map((e) => `<!-- ${e.localName} -->\\n${e.shadowRoot.innerHTML}`).join('\\n\\n')";
        if let Ok(inside) = self.browser.run(shadows, serde_json::json!([])) {
            files::write(
                &folder.join("shadow.html"),
                inside.as_str().unwrap_or_default(),
            )?;
        }
        let requests: Vec<String> = self
            .site
            .log()
            .iter()
            .map(|one| format!("{} {} ({})", one.method, one.path, one.host))
            .collect();
        let focused = self.browser.focused().unwrap_or_default();
        let notes = format!(
            "url: {}\nfocus: {focused}\nconsole: {:#?}\nreports: {:#?}\nrequests:\n{}\n",
            self.browser.url().unwrap_or_default(),
            self.browser.console().unwrap_or_default(),
            self.site.policy_reports(),
            requests.join("\n"),
        );
        files::write(&folder.join("notes.txt"), notes)?;
        Ok(folder)
    }
}
