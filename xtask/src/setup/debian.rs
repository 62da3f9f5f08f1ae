//! The three browsers, their drivers and a Japanese font, from the packages of Debian and Ubuntu. Other systems get told.

use std::fs;
use std::path::{Path, PathBuf};

use crate::programs::{find, output_of, program, run};
use crate::steps::step;
use crate::{Outcome, files};

/// Something a package brings, and how to see that it is there.
struct Need {
    is_there: fn() -> bool,
    debian: &'static str,
    ubuntu: &'static str,
}

const NEEDS: [Need; 6] = [
    Need {
        is_there: || chromium().is_some(),
        debian: "chromium",
        ubuntu: "chromium-browser",
    },
    Need {
        is_there: || find("chromedriver").is_some(),
        debian: "chromium-driver",
        ubuntu: "chromium-chromedriver",
    },
    Need {
        is_there: || firefox().is_some(),
        debian: "firefox-esr",
        ubuntu: "firefox",
    },
    Need {
        is_there: || find("WebKitWebDriver").is_some() && minibrowser().is_some(),
        debian: "webkit2gtk-driver",
        ubuntu: "webkit2gtk-driver",
    },
    Need {
        is_there: || find("Xvfb").is_some(),
        debian: "xvfb",
        ubuntu: "xvfb",
    },
    Need {
        is_there: has_a_japanese_font,
        debian: "fonts-noto-cjk",
        ubuntu: "fonts-noto-cjk",
    },
];

/// The Chromium to drive.
pub fn chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome"]
        .into_iter()
        .find_map(find)
}

/// The Firefox to drive.
pub fn firefox() -> Option<PathBuf> {
    ["firefox-esr", "firefox"].into_iter().find_map(find)
}

/// WebKitGTK's small browser, which lies below the folder of its library.
pub fn minibrowser() -> Option<PathBuf> {
    let mut architectures: Vec<PathBuf> = fs::read_dir("/usr/lib")
        .ok()?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    architectures.sort();
    let names = [
        "webkit2gtk-4.1/MiniBrowser",
        "webkit2gtk-4.0/MiniBrowser",
        "webkitgtk-6.0/MiniBrowser",
    ];
    architectures
        .iter()
        .flat_map(|folder| names.map(|name| folder.join(name)))
        .find(|path| path.is_file())
}

/// Without one, Japanese in the pictures is boxes.
fn has_a_japanese_font() -> bool {
    if find("fc-list").is_some() {
        return output_of(program("fc-list").arg(":lang=ja"))
            .is_ok_and(|fonts| !fonts.trim().is_empty());
    }
    Path::new("/usr/share/fonts/opentype/noto").is_dir()
}

/// Installs what is missing when we are root on Debian or Ubuntu; otherwise an error with the commands to run.
pub fn browsers() -> Outcome {
    let missing: Vec<&Need> = NEEDS.iter().filter(|need| !(need.is_there)()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let system = files::read(Path::new("/etc/os-release")).unwrap_or_default();
    let is_root = output_of(program("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let packages = packages_to_install(&system, is_root, &missing)?;
    step(&format!("install with apt: {}", packages.join(" ")), || {
        run(program("apt-get").arg("update"))?;
        let mut install = program("apt-get");
        install
            .args(["install", "--yes", "--no-install-recommends"])
            .args(&packages);
        run(install.env("DEBIAN_FRONTEND", "noninteractive"))?;
        match NEEDS.iter().find(|need| !(need.is_there)()) {
            None => Ok(()),
            Some(need) => Err(format!(
                "apt installed {}, yet what it should bring is not there",
                need.debian
            )
            .into()),
        }
    })
}

/// The packages that bring what is missing, or the commands for a person to run when we may not.
fn packages_to_install(
    system: &str,
    is_root: bool,
    missing: &[&Need],
) -> Outcome<Vec<&'static str>> {
    let is_ubuntu = says(system, "ubuntu");
    let names = missing
        .iter()
        .map(|need| if is_ubuntu { need.ubuntu } else { need.debian });
    let packages: Vec<&'static str> = names.collect();
    let list = packages.join(" ");
    if !is_ubuntu && !says(system, "debian") {
        let message = format!(
            "the page tests need what these Debian packages bring, and this is another system:\n  {list}\n\
             install them by its own means, then start again"
        );
        return Err(message.into());
    }
    if !is_root {
        let message = format!(
            "the page tests need packages that only root may install; run these, then start again:\n  \
             sudo apt-get update\n  \
             sudo apt-get install --yes --no-install-recommends {list}"
        );
        return Err(message.into());
    }
    Ok(packages)
}

/// Whether `/etc/os-release` names the distribution or one that it descends from.
fn says(os_release: &str, name: &str) -> bool {
    os_release.lines().any(|line| {
        let value = line
            .strip_prefix("ID=")
            .or_else(|| line.strip_prefix("ID_LIKE="));
        value.is_some_and(|value| {
            value
                .trim_matches('"')
                .split_whitespace()
                .any(|word| word == name)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{NEEDS, packages_to_install, says};

    #[test]
    fn who_is_not_root_reads_the_exact_commands() {
        let missing = [&NEEDS[0], &NEEDS[4]];
        let refusal = packages_to_install("ID=debian\n", false, &missing)
            .expect_err("only root installs")
            .to_string();
        let commands = "\n  sudo apt-get update\n  sudo apt-get install --yes --no-install-recommends chromium xvfb";
        assert!(refusal.ends_with(commands), "{refusal}");
        let packages = packages_to_install("ID=ubuntu\nID_LIKE=debian\n", true, &missing)
            .expect("root installs");
        assert_eq!(packages, ["chromium-browser", "xvfb"]);
        assert!(packages_to_install("ID=fedora\n", true, &missing).is_err());
    }

    #[test]
    fn a_descendant_counts_and_a_version_name_does_not() {
        assert!(says(
            "NAME=\"Linux Mint\"\nID=linuxmint\nID_LIKE=\"ubuntu debian\"\n",
            "ubuntu"
        ));
        assert!(!says("ID=debian\nVERSION_CODENAME=ubuntu\n", "ubuntu"));
    }
}
