//! The check of a deployment: where its parts are.

use std::path::PathBuf;

use clap::Args;
use signpost_core::{EmailAddress, WebAddress};

use super::reading::Output;
use super::remind::MailSettings;

/// What is looked at, besides the database.
#[derive(Debug, Args)]
pub(crate) struct Doctor {
    /// The folder of the backups
    #[arg(long, env = "SIGNPOST_BACKUPS", value_name = "FOLDER")]
    pub(crate) backups: Option<PathBuf>,

    /// A folder on the database's disk, to see how full that is
    #[arg(long, env = "SIGNPOST_DATABASE_DISK", value_name = "FOLDER")]
    pub(crate) database_disk: Option<PathBuf>,

    /// A file with the password that the site's role logs in with, to see whether it does
    #[arg(long, env = "SIGNPOST_WEB_PASSWORD_FILE", value_name = "FILE")]
    pub(crate) web_password_file: Option<PathBuf>,

    /// Where visitors find the site, as the server's --public-address
    #[arg(long, env = "SIGNPOST_PUBLIC_ADDRESS", value_name = "ADDRESS")]
    pub(crate) site: Option<WebAddress>,

    /// Who hears of trouble; several are separated by commas
    #[arg(long, env = "SIGNPOST_REMIND_TO", value_name = "ADDRESS", value_delimiter = ',')]
    pub(crate) to: Vec<EmailAddress>,

    #[command(flatten)]
    pub(crate) mail: MailSettings,

    #[command(flatten)]
    pub(crate) output: Output,
}
