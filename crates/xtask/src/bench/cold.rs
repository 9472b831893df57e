//! How long pages take that are not in memory, over a programme of any size.

use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use signpost_cluster::Cluster;

use super::export::filled;
use super::load::milliseconds;
use super::serving::served;
use super::start::time_of_first_page;
use super::wire::fetch;
use crate::dataset::Size;
use crate::{checkout, clusters, demo, requirements, say};

/// How long each page is asked for, by one visitor after the other.
const SECONDS: u32 = 3;

/// The pages, beside a partner's; the searches have a misspelling, another script, and words that nothing has.
const PAGES: [&str; 10] = [
    "/",
    "/partners",
    "/exchanges",
    "/exchanges?kind=cultural",
    "/exchanges/month/2025-05",
    "/map",
    "/timeline",
    "/search?q=orchesta",
    "/search?q=%E6%96%B0%E7%AB%B9",
    "/search?q=zeppelin",
];

/// How long a page took: half of the times less than the first, in milliseconds, all but a hundredth less than the
/// second.
struct Times {
    page: String,
    middle: f64,
    slow: f64,
}

/// Measures pages that are made for each visit, over a made-up programme of a size.
pub(crate) fn run(size: Size) -> Result<()> {
    requirements::ensure(&[&requirements::DATABASE[..], &requirements::LOAD].concat())?;
    say::step("Building");
    demo::build(&["--release"])?;
    let binaries = checkout::binaries()?.with_file_name("release");
    let cluster = clusters::throwaway()?;
    let measured = filled(&binaries, &cluster, size).and_then(|()| measured(&binaries, &cluster));
    cluster.leave()?;
    say::result(&table(size, &measured?));
    Ok(())
}

fn measured(binaries: &Path, cluster: &Cluster) -> Result<Vec<Times>> {
    say::step("Asking for pages");
    let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let mut server = demo::server(binaries, cluster, address)?;
    served(server.args(["--page-cache", "0"]), |server| {
        time_of_first_page(server, address, Instant::now())?;
        let partner = a_partner(address)?;
        let pages = PAGES.into_iter().chain([partner.as_str()]);
        pages.map(|page| times(address, page)).collect()
    })
}

/// The first partner of the list.
fn a_partner(address: SocketAddr) -> Result<String> {
    let list = String::from_utf8_lossy(&fetch(address, "/partners", "identity")?).into_owned();
    let link = list.split("href=\"").find(|link| link.starts_with("/partners/"));
    let page = link.and_then(|link| link.split('"').next()).context("the list has no partner")?;
    Ok(page.to_owned())
}

/// The times of one page, asked for on one connection.
fn times(address: SocketAddr, page: &str) -> Result<Times> {
    let mut wrk = Command::new("wrk");
    wrk.args(["--threads", "1", "--connections", "1", "--latency", "--duration"]).arg(format!("{SECONDS}s"));
    let output = wrk.arg(format!("http://{address}{page}")).output().context("cannot start wrk")?;
    let said = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() || said.contains("Non-2xx") {
        bail!("{page} is not answered: {said}");
    }
    let (middle, slow) = (milliseconds(&said, "50%")?, milliseconds(&said, "99%")?);
    Ok(Times { page: page.to_owned(), middle, slow })
}

fn table(size: Size, measured: &[Times]) -> String {
    let Size { partners, exchanges, .. } = size;
    let head = format!(
        "{:>9}{:>9}   (milliseconds, not from memory, {partners} partners, {exchanges} exchanges)",
        "median", "p99"
    );
    let line = |times: &Times| format!("{:>9.2}{:>9.2}   {}", times.middle, times.slow, times.page);
    std::iter::once(head).chain(measured.iter().map(line)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_a_line_for_each_page() {
        let size = Size { partners: 300, exchanges: 1_000_000, seed: 1 };
        let home = Times { page: "/".to_owned(), middle: 0.914, slow: 2.2 };
        let table = table(size, &[home]);
        let lines: Vec<&str> = table.lines().collect();
        assert!(lines[0].ends_with("300 partners, 1000000 exchanges)"), "{table}");
        assert_eq!(lines[1], "     0.91     2.20   /");
    }
}
