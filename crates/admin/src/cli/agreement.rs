//! Agreements: what can be done with them.

use std::str::FromStr;

use clap::{Args, Subcommand};
use signpost_core::{HistoricDate, Line, Side, SigningMethod};

use super::document::AttachedFile;
use super::reading::{ListOfPartner, Output};
use super::words::one_of;
use super::writing::{Asking, Writing};

/// What to do with agreements.
#[derive(Debug, Subcommand)]
pub(crate) enum AgreementVerb {
    /// List the agreements with when each was signed
    List(ListOfPartner),

    /// Show one: who signed it, where and how
    #[command(after_help = "\
Example:
  signpost agreement show new-taipei 2021-10-14")]
    Show(ShowAgreement),

    /// Record one that was signed
    #[command(
        visible_alias = "add",
        after_help = "\
Example:
  signpost agreement sign taichung --on 2026-11-20 --place Cupertino \\
      --signed-by \"host, Mei Lin, Mayor\" --signed-by \"partner, Lu Shiow-yen, Mayor\""
    )]
    Sign(SignAgreement),

    /// Mend a wrong date or name; --reason is needed
    #[command(after_help = "\
Example:
  signpost agreement correct new-taipei 2021-10-14 --place \"by video\" \\
      --reason \"the minutes say so\"")]
    Correct(CorrectAgreement),

    /// Attach the file of one: a PDF that is only to be read, or a scan
    #[command(after_help = "\
It is private until published, with a text alternative: see signpost document --help.

Example:
  signpost agreement attach new-taipei 2021-10-14 memorandum.pdf \\
      --title \"Memorandum of 2021\" --language en --text memorandum.md")]
    Attach(AttachToAgreement),

    /// Show one to the public
    Publish(PublishAgreement),

    /// Hide one from the public
    Unpublish(PublishAgreement),

    /// Change one in your editor, within its partner's record
    Edit(ChosenAgreement),

    /// Remove one, as if it had never been; the change record keeps it
    Remove(ChosenAgreement),
}

/// Somebody who signed: side, name, office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SignedBy {
    pub(crate) side: Side,
    pub(crate) name: Option<Line>,
    pub(crate) office: Option<Line>,
}

impl FromStr for SignedBy {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let refused = || {
            "write the side, the name and the office, as `host, Mei Lin, Mayor` or `partner, , Mayor`"
                .to_owned()
        };
        let mut parts = text.splitn(3, ',').map(str::trim);
        let side = parts.next().and_then(|side| side.parse().ok()).ok_or_else(refused)?;
        let mut line = || match parts.next().filter(|part| !part.is_empty()) {
            Some(part) => part.parse().map(Some).map_err(|_| refused()),
            None => Ok(None),
        };
        let (name, office) = (line()?, line()?);
        if name.is_none() && office.is_none() { Err(refused()) } else { Ok(Self { side, name, office }) }
    }
}

/// The agreement.
#[derive(Debug, Args)]
pub(crate) struct SignAgreement {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// When it was signed
    #[arg(long, value_name = "DATE")]
    pub(crate) on: HistoricDate,

    /// What it is called
    #[arg(long, value_name = "WORDS", default_value = "Memorandum of understanding")]
    pub(crate) title: Line,

    /// Where it was signed
    #[arg(long, value_name = "PLACE")]
    pub(crate) place: Option<Line>,

    /// How it was signed
    #[arg(long, value_parser = one_of(SigningMethod::ALL, SigningMethod::as_str))]
    pub(crate) method: Option<SigningMethod>,

    /// Who signed it: side, name, office; once for each
    #[arg(long, value_name = "WHO")]
    pub(crate) signed_by: Vec<SignedBy>,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// The file of an agreement.
#[derive(Debug, Args)]
#[command(override_usage = "\
signpost agreement attach [OPTIONS] --title <WORDS> --language <LANGUAGE>
           <PARTNER> <AGREEMENT> <FILE>")]
pub(crate) struct AttachToAgreement {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// The agreement: the date of its signing, or its title
    #[arg(value_name = "AGREEMENT")]
    pub(crate) agreement: String,

    #[command(flatten)]
    pub(crate) attached: AttachedFile,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// What is right.
#[derive(Debug, Args)]
pub(crate) struct CorrectAgreement {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// The agreement: the date of its signing, or its title
    #[arg(value_name = "AGREEMENT")]
    pub(crate) agreement: String,

    /// When it was signed
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<HistoricDate>,

    /// What it is called
    #[arg(long, value_name = "WORDS")]
    pub(crate) title: Option<Line>,

    /// Where it was signed
    #[arg(long, value_name = "PLACE")]
    pub(crate) place: Option<Line>,

    /// How it was signed
    #[arg(long, value_parser = one_of(SigningMethod::ALL, SigningMethod::as_str))]
    pub(crate) method: Option<SigningMethod>,

    /// Who signed it, all of them: side, name, office; once for each
    #[arg(long, value_name = "WHO")]
    pub(crate) signed_by: Vec<SignedBy>,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// Which agreement to print.
#[derive(Debug, Args)]
pub(crate) struct ShowAgreement {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// The agreement: the date of its signing, or its title
    #[arg(value_name = "AGREEMENT")]
    pub(crate) agreement: String,

    #[command(flatten)]
    pub(crate) output: Output,
}

/// Which agreement to show or hide.
#[derive(Debug, Args)]
pub(crate) struct PublishAgreement {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// The agreement: the date of its signing, or its title
    #[arg(value_name = "AGREEMENT")]
    pub(crate) agreement: String,

    #[command(flatten)]
    pub(crate) writing: Writing,
}

/// Which agreement to edit or remove.
#[derive(Debug, Args)]
pub(crate) struct ChosenAgreement {
    /// The partner
    #[arg(value_name = "PARTNER")]
    pub(crate) partner: String,

    /// The agreement: the date of its signing, or its title
    #[arg(value_name = "AGREEMENT")]
    pub(crate) agreement: String,

    #[command(flatten)]
    pub(crate) asking: Asking,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_signed_is_side_name_and_office() {
        let signed: SignedBy = "host, Mei Lin, Mayor".parse().unwrap();
        assert_eq!((signed.side, signed.name.unwrap().as_str()), (Side::Host, "Mei Lin"));
        assert_eq!("partner,,Mayor".parse::<SignedBy>().unwrap().name, None);
        for text in ["", "host", "Mei Lin, Mayor, host", "partner, ,"] {
            assert!(text.parse::<SignedBy>().is_err(), "{text}");
        }
    }
}
