//! Reminders: whom they go to, and by which mail server.

use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;
use clap::{Args, ValueEnum};
use signpost_core::EmailAddress;
use signpost_core::database::Secret;

use super::reading::Output;

/// What to do with reminders.
#[derive(Debug, Args)]
pub(crate) struct Remind {
    /// Mail what was not mailed yet
    #[arg(long)]
    pub(crate) send: bool,

    /// Send again what may not have arrived
    #[arg(long, requires = "send")]
    pub(crate) again: bool,

    /// The programme's staff, who get every reminder; several are separated by commas
    #[arg(long, env = "SIGNPOST_REMIND_TO", value_name = "ADDRESS", value_delimiter = ',')]
    pub(crate) to: Vec<EmailAddress>,

    #[command(flatten)]
    pub(crate) mail: MailSettings,

    #[command(flatten)]
    pub(crate) output: Output,
}

/// By which mail server.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Mail")]
pub(crate) struct MailSettings {
    /// The mail server
    #[arg(long = "smtp-host", env = "SIGNPOST_SMTP_HOST", value_name = "HOST", value_parser = NonEmptyStringValueParser::new())]
    pub(crate) host: Option<String>,

    /// Its port [default: 587, with tls 465, with none 25]
    #[arg(long = "smtp-port", env = "SIGNPOST_SMTP_PORT", value_name = "PORT", value_parser = port)]
    pub(crate) port: Option<u16>,

    /// How the connection is kept secret
    #[arg(long = "smtp-security", env = "SIGNPOST_SMTP_SECURITY", value_enum, value_name = "WAY", default_value_t = Security::Starttls)]
    pub(crate) security: Security,

    /// The name to log in with, where the server asks for one
    #[arg(long = "smtp-user", env = "SIGNPOST_SMTP_USER", value_name = "NAME", value_parser = NonEmptyStringValueParser::new())]
    pub(crate) user: Option<String>,

    /// The password, better given as a file
    #[arg(
        long = "smtp-password",
        env = "SIGNPOST_SMTP_PASSWORD",
        hide_env_values = true,
        value_name = "PASSWORD"
    )]
    pub(crate) password: Option<Secret>,

    /// A file that holds the password, as a container's secret
    #[arg(long = "smtp-password-file", env = "SIGNPOST_SMTP_PASSWORD_FILE", value_name = "FILE")]
    pub(crate) password_file: Option<PathBuf>,

    /// A file with the certificate (PEM) of an authority of your own that vouches for the mail server
    #[arg(long = "smtp-ca-file", env = "SIGNPOST_SMTP_CA_FILE", value_name = "FILE")]
    pub(crate) authority: Option<PathBuf>,

    /// The address that mails come from
    #[arg(long = "smtp-from", env = "SIGNPOST_SMTP_FROM", value_name = "ADDRESS")]
    pub(crate) from: Option<EmailAddress>,
}

fn port(text: &str) -> Result<u16, &'static str> {
    text.parse().ok().filter(|port| *port > 0).ok_or("write a number from 1 to 65535")
}

/// How a connection to a mail server is kept secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Security {
    /// TLS from the start
    Tls,
    /// TLS after a greeting
    Starttls,
    /// Not at all: for a server on this machine
    None,
}
