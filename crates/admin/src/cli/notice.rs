//! Notices: what can be done with them.

use clap::{Args, Subcommand};
use signpost_core::{Line, Markdown, Severity, Slug, WebAddress};

use super::moment::Moment;
use super::reading::{List, Show};
use super::words::one_of;
use super::writing::{Chosen, Named, Writing};

/// What to do with notices.
#[derive(Debug, Subcommand)]
pub(crate) enum NoticeVerb {
    /// List the notices, the gravest first
    List(List),

    /// Show one
    Show(Show),

    /// Post one on every page of the site, from now on or for a time
    #[command(
        visible_alias = "add",
        after_help = "\
Examples:
  signpost notice post closed --title \"City Hall is closed on Monday\" --actor \"Mei Lin\"
  signpost notice post holidays --title \"Closed over the holidays\" \\
    --from 2026-12-21 --until 2027-01-02T08:00"
    )]
    Post(PostNotice),

    /// Change one in your editor
    Edit(Chosen),

    /// Take one off the site
    #[command(after_help = "\
Example:
  signpost notice withdraw demonstration --actor \"Mei Lin\" --reason \"it is over\"")]
    Withdraw(Named),

    /// Remove one, as if it had never been; the change record keeps it
    Remove(Chosen),
}

/// The notice to post.
#[derive(Debug, Args)]
pub(crate) struct PostNotice {
    /// Its short name, as `closed`
    #[arg(value_name = "NAME")]
    pub(crate) name: Slug,

    /// Its first words
    #[arg(long, value_name = "WORDS")]
    pub(crate) title: Line,

    /// How grave it is
    #[arg(long, value_parser = one_of(Severity::ALL, Severity::as_str), default_value = "information")]
    pub(crate) severity: Severity,

    /// What else it says, in Markdown
    #[arg(long, value_name = "WORDS")]
    pub(crate) body: Option<Markdown>,

    /// Where to read more
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) link: Option<WebAddress>,

    /// Show it from then on and not from now: a day, or a time in the host city
    #[arg(long, value_name = "MOMENT")]
    pub(crate) from: Option<Moment>,

    /// Show it until then; else until it is withdrawn
    #[arg(long, value_name = "MOMENT")]
    pub(crate) until: Option<Moment>,

    #[command(flatten)]
    pub(crate) writing: Writing,
}
