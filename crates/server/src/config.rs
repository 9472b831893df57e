//! The settings, from arguments and the environment: `--help` and docs/configuration.md are made from this.

use std::{ffi::OsString, net::SocketAddr, str::FromStr, time::Duration};

use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use jiff::SignedDuration;
use signpost_core::{Clock, configuration, database::Settings};
use tracing_subscriber::EnvFilter;

use crate::{
    http::ConnectionLimits,
    urls::{PublicAddress, TagAuthority},
};

/// Serves the public site of a sister-city programme.
#[derive(Debug, Clone, Parser)]
#[command(
    name = "signpost-server",
    version,
    disable_help_subcommand = true,
    after_help = "\
It exits with 0 when it was told to stop, 1 when a setting is at fault, so that starting it again mends nothing, and 2 \
when the system is, so that starting it again may."
)]
pub struct Config {
    /// What to do instead of serving.
    #[command(subcommand)]
    pub task: Option<Task>,

    /// Where visitors, or the proxy in front, connect
    #[arg(long, env = "SIGNPOST_LISTEN", value_name = "ADDRESS", default_value = "127.0.0.1:8080", value_parser = address)]
    pub listen: SocketAddr,

    /// Where visitors find the site, for the links in feeds and previews [default: made from --listen]
    #[arg(long, env = "SIGNPOST_PUBLIC_ADDRESS", value_name = "URL")]
    pub public_address: Option<PublicAddress>,

    /// What identifiers in feeds begin with, for ever: a domain and a year in which it was yours. Set it before the site
    /// moves to another domain [default: the domain of the public address, 2026]
    #[arg(long, env = "SIGNPOST_TAG_AUTHORITY", value_name = "DOMAIN,YEAR")]
    pub tag_authority: Option<TagAuthority>,

    /// Where metrics are read in Prometheus' format, or "off"
    #[arg(long, env = "SIGNPOST_METRICS_LISTEN", value_name = "ADDRESS", default_value = "127.0.0.1:9464")]
    pub metrics_listen: MetricsListen,

    /// What is logged: a level, and others for parts, such as "info,sqlx=warn"
    #[arg(long, env = "SIGNPOST_LOG", value_name = "FILTER", default_value = "info", value_parser = log_filter)]
    pub log: String,

    /// How it is logged
    #[arg(long, env = "SIGNPOST_LOG_FORMAT", value_name = "FORMAT", default_value = "text")]
    pub log_format: LogFormat,

    /// The most connections open at once; others wait
    #[arg(long, env = "SIGNPOST_CONNECTIONS", value_name = "COUNT", default_value = "512", value_parser = connections)]
    pub connections: u16,

    /// How long a connection may take to send a request's head, or stay silent between two
    #[arg(long, env = "SIGNPOST_HEADER_TIMEOUT", value_name = "TIME", default_value = "15s", value_parser = time)]
    pub header_timeout: Duration,

    /// How long a page may take
    #[arg(long, env = "SIGNPOST_REQUEST_TIMEOUT", value_name = "TIME", default_value = "10s", value_parser = time)]
    pub request_timeout: Duration,

    /// How long a visitor may take none of an answer before the connection is closed
    #[arg(long, env = "SIGNPOST_WRITE_TIMEOUT", value_name = "TIME", default_value = "30s", value_parser = time)]
    pub write_timeout: Duration,

    /// How long requests under way may take once the server is told to stop
    #[arg(long, env = "SIGNPOST_DRAIN_TIMEOUT", value_name = "TIME", default_value = "8s", value_parser = time)]
    pub drain_timeout: Duration,

    /// A moment that it is for the site for ever, for rehearsals [default: the machine's clock]
    #[arg(long, env = "SIGNPOST_CLOCK", value_name = "MOMENT")]
    pub clock: Option<Clock>,

    /// How much memory rendered pages may take, in megabytes; with 0, every page is made anew
    #[arg(long, env = "SIGNPOST_PAGE_CACHE", value_name = "MEGABYTES", default_value = "64")]
    pub page_cache: u16,

    /// Which database is read.
    #[command(flatten)]
    pub database: Settings,
}

/// What the program does instead of serving.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Subcommand)]
pub enum Task {
    /// Ask the server at --listen whether it can show its pages; for containers, exits with 0 or 1
    Healthcheck,
    /// Print every setting, as docs/configuration.md has them
    Settings,
}

/// Where metrics are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MetricsListen {
    /// Nowhere.
    Off,
    /// On a port of their own.
    At(SocketAddr),
}

/// How log lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For a person
    Text,
    /// One object a line, for a program
    Json,
}

impl Config {
    /// Reads arguments (the first names the program) and the environment.
    ///
    /// The error is ready to be printed: help, the version, or which setting is wrong and what would be right.
    pub fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, clap::Error> {
        Self::try_parse_from(arguments).map_err(|error| configuration::name_variable(error, &Self::command()))
    }

    /// Every setting, as a table of Markdown.
    pub fn reference() -> String {
        configuration::reference(&Self::command())
    }

    /// What connections may hold.
    pub fn connection_limits(&self) -> ConnectionLimits {
        ConnectionLimits {
            connections: self.connections.into(),
            header_timeout: self.header_timeout,
            write_timeout: self.write_timeout,
            drain: self.drain_timeout,
        }
    }

    /// How many bytes rendered pages may take.
    pub fn page_cache_bytes(&self) -> usize {
        usize::from(self.page_cache) * 1024 * 1024
    }

    /// The public address: the one that is set, or the one that the server listens on.
    pub fn public_address(&self, bound: SocketAddr) -> PublicAddress {
        self.public_address.clone().unwrap_or_else(|| bound.into())
    }
}

fn address(text: &str) -> Result<SocketAddr, &'static str> {
    text.parse().map_err(|_| "write an IP address and a port, such as 127.0.0.1:8080 or [::]:8080")
}

fn log_filter(text: &str) -> Result<String, String> {
    match EnvFilter::try_new(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(error) => {
            Err(format!("{error}; write error, warn, info, debug or trace, such as info,sqlx=warn"))
        }
    }
}

fn connections(text: &str) -> Result<u16, &'static str> {
    match text.parse() {
        Ok(count @ 1..) => Ok(count),
        _ => Err("write a number from 1 to 65535"),
    }
}

/// A time from a millisecond to an hour.
fn time(text: &str) -> Result<Duration, &'static str> {
    text.parse::<SignedDuration>()
        .ok()
        .and_then(|time| Duration::try_from(time).ok())
        .filter(|time| (Duration::from_millis(1)..=Duration::from_hours(1)).contains(time))
        .ok_or("write a time from 1ms to 1h, such as 10s")
}

/// The text is neither an address nor "off".
#[derive(Debug, Clone, thiserror::Error)]
#[error("write an IP address and a port, such as 127.0.0.1:9464, or off")]
pub struct NotMetricsListen;

impl FromStr for MetricsListen {
    type Err = NotMetricsListen;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "off" => Ok(Self::Off),
            _ => text.parse().map(Self::At).map_err(|_| NotMetricsListen),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<Config, clap::Error> {
        let program = ["signpost-server"];
        Config::read(program.iter().chain(arguments).map(OsString::from))
    }

    #[test]
    fn the_definition_holds() {
        Config::command().debug_assert();
    }

    #[test]
    fn every_setting_has_a_variable() {
        for argument in Config::command().get_arguments() {
            assert!(argument.get_env().is_some(), "{argument}");
        }
    }

    #[test]
    fn a_wrong_value_is_named_with_what_would_be_right() {
        let table = [
            ("--listen", "SIGNPOST_LISTEN", "localhost", "127.0.0.1:8080"),
            ("--listen", "SIGNPOST_LISTEN", "8080", "127.0.0.1:8080"),
            ("--metrics-listen", "SIGNPOST_METRICS_LISTEN", "no", "or off"),
            ("--public-address", "SIGNPOST_PUBLIC_ADDRESS", "example.org", "https://"),
            ("--tag-authority", "SIGNPOST_TAG_AUTHORITY", "example.org", "example.org,2026"),
            ("--log", "SIGNPOST_LOG", "info,=x=", "sqlx=warn"),
            ("--log-format", "SIGNPOST_LOG_FORMAT", "xml", "json"),
            ("--connections", "SIGNPOST_CONNECTIONS", "0", "1 to 65535"),
            ("--connections", "SIGNPOST_CONNECTIONS", "many", "1 to 65535"),
            ("--header-timeout", "SIGNPOST_HEADER_TIMEOUT", "0s", "such as 10s"),
            ("--request-timeout", "SIGNPOST_REQUEST_TIMEOUT", "10", "such as 10s"),
            ("--write-timeout", "SIGNPOST_WRITE_TIMEOUT", "2h", "such as 10s"),
            ("--clock", "SIGNPOST_CLOCK", "noon", "2026-11-23T12:00:00Z"),
            ("--drain-timeout", "SIGNPOST_DRAIN_TIMEOUT", "-1s", "such as 10s"),
        ];
        for (argument, variable, value, right) in table {
            let error = read(&[&format!("{argument}={value}")]).unwrap_err();
            let words = error.to_string();
            for part in [argument, variable, value, right] {
                assert!(words.contains(part), "{part} is missing:\n{words}");
            }
        }
    }

    #[test]
    fn the_public_address_is_made_from_where_it_listens() {
        let bound = "127.0.0.1:4711".parse().unwrap();
        let plain = read(&[]).unwrap().public_address(bound);
        assert_eq!(plain.to_string(), "http://127.0.0.1:4711");
        let set = read(&["--public-address=https://example.org"]).unwrap();
        assert_eq!(set.public_address(bound).to_string(), "https://example.org");
    }
}
