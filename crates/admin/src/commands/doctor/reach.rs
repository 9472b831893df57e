//! What the deployment reaches, and how it is reached: the mail server, the public address.

use std::net::IpAddr;
use std::time::Duration;

use signpost_core::WebAddress;
use tokio::task::spawn_blocking;
use ureq::Agent;

use crate::cli::Doctor;
use crate::failure::Failure;
use crate::mail::MailServer;
use crate::record::PartRow;

/// How long the public address may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Logs in to the mail server, and out again.
pub(super) async fn mail(arguments: &Doctor) -> PartRow {
    if arguments.mail.host.is_none() {
        let advice =
            "Name a mail server with SIGNPOST_SMTP_HOST, and who hears of trouble with SIGNPOST_REMIND_TO";
        return PartRow::unset("mail", "none is sent: nobody hears of what is due, or of trouble", advice);
    }
    if arguments.to.is_empty() {
        return PartRow::ill(
            "mail",
            "a mail server is named, and nobody who hears of trouble",
            "Name them with --to or SIGNPOST_REMIND_TO",
        );
    }
    let server = match MailServer::of(&arguments.mail) {
        Ok(server) => server,
        Err(Failure::Input(words) | Failure::System(words)) => return PartRow::failed("mail", &words),
        Err(Failure::Unread) => return PartRow::failed("mail", &"nobody reads on"),
    };
    match server.greet().await {
        Ok(()) => PartRow::well("mail", format!("{} lets us in", server.place())),
        Err(why) => PartRow::ill(
            "mail",
            format!("{}: {why}", server.place()),
            "Correct SIGNPOST_SMTP_HOST and what belongs to it, or let this machine reach it",
        ),
    }
}

/// Asks the site, as a visitor would, whether it is ready.
pub(super) async fn public_address(address: Option<&WebAddress>) -> PartRow {
    const PART: &str = "public address";
    let advice = "Set SIGNPOST_PUBLIC_ADDRESS to the address that visitors type";
    let Some(address) = address.map(|address| address.as_str().trim_end_matches('/').to_owned()) else {
        return PartRow::unset(PART, "none is named", advice);
    };
    if is_of_this_machine(&address) {
        return PartRow::unset(PART, format!("{address} leads nobody here but this machine"), advice);
    }
    if address.starts_with("http://") {
        let found = format!("{address} shows visitors' requests to everybody on the way");
        return PartRow::ill(PART, found, "Put TLS in front (the profile tls), and write https://");
    }
    let asked = address.clone();
    match spawn_blocking(move || ask(&asked)).await {
        Ok(Ok(())) => PartRow::well(PART, format!("{address} is ready")),
        Ok(Err(why)) => PartRow::ill(
            PART,
            format!("{address}: {why}"),
            "Let its domain lead to the proxy, whose certificate is for it, and the proxy to the server",
        ),
        Err(_) => PartRow::failed(PART, &format!("{address} could not be asked: try again")),
    }
}

/// Whether an address means the machine that asks.
fn is_of_this_machine(address: &str) -> bool {
    let Some((_, rest)) = address.split_once("://") else { return false };
    let authority = rest.split('/').next().unwrap_or_default();
    let host = match authority.strip_prefix('[') {
        Some(bracketed) => bracketed.split(']').next(),
        None => authority.split(':').next(),
    };
    let host = host.unwrap_or_default();
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback() || ip.is_unspecified())
}

fn ask(address: &str) -> Result<(), String> {
    let agent: Agent = Agent::config_builder().timeout_global(Some(PATIENCE)).build().into();
    agent.get(format!("{address}/readyz")).call().map(drop).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_this_machine_is_none_for_visitors() {
        for (address, is_here) in [
            ("http://localhost:8080", true),
            ("http://127.0.0.1", true),
            ("https://[::1]:8443/", true),
            ("https://cities.example.org", false),
            ("https://localhost.example.org", false),
        ] {
            assert_eq!(is_of_this_machine(address), is_here, "{address}");
        }
    }
}
