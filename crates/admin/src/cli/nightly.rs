//! What is done every night: where backups go, how many are kept, and who hears of trouble.

use std::path::PathBuf;

use clap::Args;
use clap::builder::NonEmptyStringValueParser;
use jiff::civil::Time;
use signpost_core::EmailAddress;

use super::remind::MailSettings;

/// What to do every night.
#[derive(Debug, Args)]
pub(crate) struct Nightly {
    /// The folder of the backups
    #[arg(long, env = "SIGNPOST_BACKUPS", value_name = "FOLDER")]
    pub(crate) backups: PathBuf,

    #[command(flatten)]
    pub(crate) keep: Keep,

    /// A command for the shell that copies the new backup, $BACKUP, to a second place
    #[arg(long, env = "SIGNPOST_BACKUP_COPY", value_name = "COMMAND", value_parser = NonEmptyStringValueParser::new())]
    pub(crate) copy: Option<String>,

    /// Stay, and do it every day at this time in the host city [default: do it now, once]
    #[arg(long, env = "SIGNPOST_NIGHTLY_AT", value_name = "TIME", value_parser = time)]
    pub(crate) at: Option<Time>,

    /// Who hears of trouble, and gets every reminder; several are separated by commas
    #[arg(long, env = "SIGNPOST_REMIND_TO", value_name = "ADDRESS", value_delimiter = ',')]
    pub(crate) to: Vec<EmailAddress>,

    #[command(flatten)]
    pub(crate) mail: MailSettings,
}

/// How many backups are kept: the newest of each of the last days, weeks and months that have any.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct Keep {
    /// Keep the newest backup of each of so many days
    #[arg(long = "keep-days", env = "SIGNPOST_KEEP_DAYS", value_name = "NUMBER", value_parser = number, default_value_t = 14)]
    pub(crate) days: u16,

    /// Keep the newest backup of each of so many weeks
    #[arg(long = "keep-weeks", env = "SIGNPOST_KEEP_WEEKS", value_name = "NUMBER", value_parser = number, default_value_t = 8)]
    pub(crate) weeks: u16,

    /// Keep the newest backup of each of so many months
    #[arg(long = "keep-months", env = "SIGNPOST_KEEP_MONTHS", value_name = "NUMBER", value_parser = number, default_value_t = 24)]
    pub(crate) months: u16,
}

fn number(text: &str) -> Result<u16, &'static str> {
    text.parse().map_err(|_| "write a number from 0 to 65535")
}

fn time(text: &str) -> Result<Time, &'static str> {
    let is_short = text.len() == 5;
    text.parse().ok().filter(|_| is_short).ok_or("write a time of day as 03:30")
}
