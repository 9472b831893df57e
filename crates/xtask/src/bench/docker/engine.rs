//! A deployment of its own, by the checkout's compose file.

use std::net::{SocketAddr, TcpListener};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, ensure};

use super::renewal::Renewal;
use super::visitors::Way;
use crate::checkout::{program, run};

/// The project, and the beginning of its images' names.
const PROJECT: &str = "signpost-bench";

/// The images, each of which is built here.
pub(super) const IMAGES: [&str; 4] = ["server", "staff", "proxy", "secrets"];

/// A deployment with TLS in front, on ports that are free.
pub(super) struct Deployment {
    plain: SocketAddr,
    proxied: SocketAddr,
    redirecting: SocketAddr,
}

impl Deployment {
    /// One that is not up yet.
    pub(super) fn new() -> Result<Self> {
        let engine = program("docker")?.arg("info").stdout(Stdio::null()).stderr(Stdio::null()).status();
        let answers = engine.is_ok_and(|status| status.success());
        ensure!(answers, "no Docker engine answers: start one, or name it with DOCKER_HOST");
        let free = || TcpListener::bind("127.0.0.1:0")?.local_addr();
        Ok(Self { plain: free()?, proxied: free()?, redirecting: free()? })
    }

    /// Where the server is asked without TLS.
    pub(super) const fn plain(&self) -> SocketAddr {
        self.plain
    }

    /// Where visitors ask.
    pub(super) const fn address(&self, way: Way) -> SocketAddr {
        match way {
            Way::Plain => self.plain,
            Way::Proxied => self.proxied,
        }
    }

    fn compose(&self, arguments: &[&str]) -> Result<Command> {
        let mut compose = program("docker")?;
        compose.args(["compose", "--profile", "tls"]).args(arguments);
        compose.env("COMPOSE_PROJECT_NAME", PROJECT).env("COMPOSE_FILE", "compose.yaml");
        for image in IMAGES {
            compose.env(format!("SIGNPOST_{}_IMAGE", image.to_uppercase()), name(image));
        }
        compose.env("SIGNPOST_PUBLISH", self.plain.to_string());
        compose.env("SIGNPOST_PUBLISH_TLS", self.proxied.to_string());
        compose.env("SIGNPOST_PUBLISH_PLAIN", self.redirecting.to_string());
        Ok(compose)
    }

    /// Builds all images.
    pub(super) fn build(&self) -> Result<()> {
        run(&mut self.compose(&["build", "--quiet"])?)
    }

    /// Brings it up and waits until it is healthy.
    pub(super) fn up(&self, more: &[&str]) -> Result<()> {
        run(self.compose(&["up", "--detach", "--wait", "--quiet-pull"])?.args(more).stderr(Stdio::null()))
    }

    /// Renews what is made from older images.
    pub(super) fn renew(&self, renewal: Renewal) -> Result<()> {
        for line in renewal.lines() {
            let arguments: Vec<_> = line.split(' ').collect();
            run(self.compose(&arguments)?.stdout(Stdio::null()).stderr(Stdio::null()))?;
        }
        Ok(())
    }

    /// Writes a backup, and tells what it weighs, in bytes.
    pub(super) fn backup(&self) -> Result<f64> {
        let run = ["run", "--rm", "--no-TTY"];
        said(self.compose(&run)?.args(["signpost", "database", "backup", "/backups/bench.dump"]))?;
        let size = ["--entrypoint", "stat", "signpost", "--format", "%s", "/backups/bench.dump"];
        Ok(said(self.compose(&run)?.args(size))?.trim().parse()?)
    }

    /// Takes it away with all its data.
    pub(super) fn remove(&self) -> Result<()> {
        run(self.compose(&["down", "--volumes", "--timeout", "20"])?.stderr(Stdio::null()))
    }
}

/// Makes new images of what an upgrade renews.
pub(super) fn make_anew() -> Result<()> {
    for image in ["server", "staff"].map(name) {
        let script = format!(
            "printf 'FROM {image}\\nLABEL renewed=%s\\n' \"$(date +%s%N)\" | docker build --quiet --tag {image} - > /dev/null"
        );
        run(program("sh")?.args(["-c", &script]))?;
    }
    Ok(())
}

/// What an image weighs, in bytes.
pub(super) fn size(image: &str) -> Result<f64> {
    let size = said(program("docker")?.args(["image", "inspect", "--format", "{{.Size}}", &name(image)]))?;
    Ok(size.trim().parse()?)
}

/// What memory each container takes now, in a line.
pub(super) fn memory() -> Result<String> {
    let all = said(program("docker")?.args(["stats", "--no-stream", "--format", "{{.Name}} {{.MemUsage}}"]))?;
    let prefix = format!("{PROJECT}-");
    let mut rows: Vec<String> = all
        .lines()
        .filter_map(|line| line.strip_prefix(&prefix))
        .map(|line| line.split(" / ").next().unwrap_or_default().replace("-1 ", " "))
        .collect();
    rows.sort();
    Ok(rows.join(", "))
}

/// The same, when visitors have come for so long.
pub(super) fn memory_after(time: Duration) -> Result<String> {
    run(program("sleep")?.arg(time.as_secs().to_string()))?;
    memory()
}

fn name(image: &str) -> String {
    format!("{PROJECT}-{image}")
}

fn said(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().context("cannot start docker")?;
    ensure!(output.status.success(), "docker failed ({})", output.status);
    Ok(String::from_utf8(output.stdout)?)
}
