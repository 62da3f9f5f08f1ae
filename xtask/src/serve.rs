//! `cargo xtask serve`: build, then show the result on this machine. How files are served is in `server`.

use crate::server::{Mount, StaticServer};
use crate::{Outcome, build, files, setup};

const USUAL_PORT: u16 = 8080;

/// Builds and serves `dist` until the process is stopped. Without a port: the usual one, or a free one when that is taken.
pub fn run(port: Option<u16>) -> Outcome {
    setup::for_building()?;
    build::release()?;
    let server = match port {
        Some(port) => start(port)?,
        None => start(USUAL_PORT).or_else(|_| start(0))?,
    };
    println!(
        "\nKoyo Check is at {} (on this machine only; stop with Ctrl-C)",
        server.url("/")
    );
    server.serve_until_killed();
    Ok(())
}

fn start(port: u16) -> Outcome<StaticServer> {
    StaticServer::start(port, vec![Mount::new("/", files::dist())])
}
