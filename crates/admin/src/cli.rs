//! What can be typed: the arguments of every command. The comments here are the help that people read.

mod agreement;
mod application;
mod audit;
mod check;
mod committee;
mod cost;
mod database;
mod dataset;
mod doctor;
mod document;
mod exchange;
mod gift;
mod manual;
mod moment;
mod nightly;
mod notice;
mod page;
mod partner;
mod photo;
mod policy;
mod programme;
mod reading;
mod relationship;
mod remind;
mod renewal;
mod report;
mod source;
mod translation;
mod when;
mod wikidata;
mod words;
mod writing;

pub(crate) use agreement::{
    AgreementVerb, AttachToAgreement, ChosenAgreement, CorrectAgreement, PublishAgreement, ShowAgreement,
    SignAgreement, SignedBy,
};
pub(crate) use application::{
    ApplicationVerb, AskedApplication, ChosenApplication, ListApplications, ShowApplication,
};
pub(crate) use audit::{AuditVerb, ListChanges, RedactArguments, ShowChange, UndoArguments};
pub(crate) use check::CheckRecord;
pub(crate) use committee::{AddCommittee, CommitteeVerb, PublishMarked, UnpublishMarked};
pub(crate) use cost::{AddCost, CorrectCost, CostVerb, ListCosts};
pub(crate) use database::{BackupArguments, DatabaseVerb, GrantArguments, RestoreArguments};
pub(crate) use dataset::{ExportArguments, ImportArguments};
pub(crate) use doctor::Doctor;
pub(crate) use document::{AddDocument, AttachedFile, DocumentVerb, PublishDocument, ShowDocument};
pub(crate) use exchange::{
    AttachToExchange, CancelExchange, CorrectExchange, ExchangeFile, ExchangeVerb, ExportExchanges,
    ImportExchanges, ListExchanges, MoveExchange, PostponeExchange, PreviewExchange, RecordExchange,
    RepeatExchange, ScheduleExchange, Unsaid, WhichExchanges,
};
pub(crate) use gift::{AddGift, GiftVerb};
pub(crate) use manual::{CompletionsArguments, ManualArguments};
pub(crate) use moment::Moment;
pub(crate) use nightly::{Keep, Nightly};
pub(crate) use notice::{NoticeVerb, PostNotice};
pub(crate) use page::{AddPage, PageVerb};
pub(crate) use partner::{AddAlias, AddPartner, AliasVerb, PartnerVerb, RemoveAlias, RenamePartner};
pub(crate) use photo::{AddPhoto, MinorsShown, PhotoVerb, PublishPhoto, ShowPhoto};
pub(crate) use policy::{
    CheckPolicy, ExceptPolicy, ExceptionsVerb, PolicyVerb, RemoveException, SetPolicy, ShowPolicy,
};
pub(crate) use programme::ProgrammeVerb;
pub(crate) use reading::{Day, Format, List, ListOfPartner, ListOn, Output, Show, ShowMarked, ShowOn};
pub(crate) use relationship::{
    Apply, CompleteYears, CorrectTerm, Decide, Decided, EditRelationship, EndRelationship, Establish,
    LetLapse, Promote, RefuseRenewal, RelationshipVerb, RemoveTerm, Renew, Sleep,
};
pub(crate) use remind::{MailSettings, Remind, Security};
pub(crate) use renewal::{DueRenewals, PacketFormat, RenewalCalendar, RenewalPacket, RenewalVerb};
pub(crate) use report::{ReportFormat, ReportPartner, ReportVerb, ReportVisitors, ReportYear};
pub(crate) use source::{AddClaim, AddSource, ClaimVerb, DisputeClaim, ListClaims, SourceVerb};
pub(crate) use translation::{
    ExportTexts, ImportTexts, ListTranslations, RemoveTranslations, ReviewTranslations, ShowGlossary,
    ShowTranslation, StatusOfTexts, Texts, TranslationVerb,
};
pub(crate) use wikidata::{DiffWikidata, ExportWikidata, WikidataVerb};
pub(crate) use writing::{Asking, Chosen, Marked, Named, Publish, Writing};

use clap::{Command, CommandFactory, FromArgMatches, Parser, Subcommand};
use signpost_core::database::Settings;
use signpost_core::{Clock, configuration};

/// The record of a city's sister and friendship cities.
#[derive(Debug, Parser)]
#[command(
    name = "signpost",
    version,
    arg_required_else_help = true,
    disable_help_subcommand = true,
    subcommand_value_name = "NOUN",
    subcommand_help_heading = "Nouns",
    max_term_width = 100,
    after_help = "\
Begin with:
  signpost partner list              the partners, and what they are today
  signpost partner show toyokawa     one of them
  signpost renewal due --within 1y   what must be renewed soon

Data goes to standard output, words to standard error. A command exits with 0 when it is done, \
1 when what was typed or read is at fault, 2 when the system is, and 3 when a check found something."
)]
pub(crate) struct Cli {
    /// What the command is about.
    #[command(subcommand)]
    pub(crate) noun: Noun,

    /// Where the record is.
    #[command(flatten)]
    pub(crate) database: Settings,

    /// A moment that it is for the command, for rehearsals [default: the machine's clock]
    #[arg(long, env = "SIGNPOST_CLOCK", value_name = "MOMENT", global = true)]
    pub(crate) clock: Option<Clock>,
}

impl Cli {
    /// What was typed.
    pub(crate) fn read() -> Result<Self, clap::Error> {
        let matches = Self::whole().try_get_matches();
        Self::from_arg_matches(&matches.map_err(|error| configuration::name_variable(error, &Self::whole()))?)
    }

    /// Every setting, as a table of Markdown.
    pub(crate) fn reference() -> String {
        configuration::reference(&Self::command())
    }

    /// The command with everything below it.
    pub(crate) fn whole() -> Command {
        let mut command = Self::command();
        command.build();
        brief(command)
    }
}

/// The same command, whose nouns and verbs do not repeat in their help what holds for all.
fn brief(command: Command) -> Command {
    command.mut_subcommands(|verb| {
        brief(verb).mut_args(|argument| if argument.is_global_set() { argument.hide(true) } else { argument })
    })
}

/// What a command is about.
#[derive(Debug, Subcommand)]
pub(crate) enum Noun {
    /// What is on record.
    #[command(flatten)]
    Record(Box<RecordNoun>),

    /// The database that holds the record
    #[command(subcommand, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
    Database(DatabaseVerb),

    /// What is done every night: a backup, the old ones thinned, a copy elsewhere, reminders
    #[command(after_help = "\
Examples:
  signpost nightly --backups /backups
  signpost nightly --backups /backups --at 03:30 --copy 'rclone copy \"$BACKUP\" city:signpost'

Each step is tried, whatever came of the others. What failed is mailed to --to, where a mail server is named, and the \
command exits with 2. A backup is named after its day, and is thinned out only when a newer one was written and read \
back: the newest of each of the last days, weeks and months is kept.")]
    Nightly(Box<Nightly>),

    /// Check a deployment from inside, and say what to mend
    #[command(after_help = "\
Example:
  docker compose run --rm signpost doctor

It looks at the database, its tables, roles and clock, at disks, backups, the mail server and the public address, as \
far as settings tell of them; it changes and sends nothing. It exits with 3 when something is to be mended.")]
    Doctor(Box<Doctor>),

    /// Print every setting, as docs/configuration.md has them
    Settings,

    /// Print completions for your shell
    Completions(CompletionsArguments),

    /// Write a manual page for each command
    Manual(ManualArguments),
}

/// What is on record: these need a database that fits this program.
#[derive(Debug, Subcommand)]
pub(crate) enum RecordNoun {
    /// The host city and its programme
    #[command(subcommand, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
    Programme(ProgrammeVerb),

    /// Cities abroad: their names, places and standing
    #[command(subcommand, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
    Partner(PartnerVerb),

    /// Their other names: in other scripts, and misspelt
    #[command(subcommand, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
    Alias(AliasVerb),

    /// The ties to them: terms, agreements, committees, gifts
    #[command(subcommand, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
    Relationship(RelationshipVerb),

    /// Memoranda of understanding and the like
    #[command(subcommand, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
    Agreement(AgreementVerb),

    /// Requests to become a partner, or to stay one
    #[command(subcommand, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
    Application(ApplicationVerb),

    /// The associations that nurture them, here and there
    #[command(subcommand, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
    Committee(CommitteeVerb),

    /// Trees, statues, stones: what was given, and where it is
    #[command(subcommand, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
    Gift(GiftVerb),

    /// What the city spent: money, hours of its staff, uses of its rooms
    #[command(subcommand, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
    Cost(CostVerb),

    /// Terms that end soon: what is due, the Council's packet, a calendar
    #[command(subcommand, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
    Renewal(RenewalVerb),

    /// Delegations, student exchanges, festivals, ceremonies
    #[command(subcommand, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
    Exchange(ExchangeVerb),

    /// The programme's own texts: home, about, how to take part
    #[command(subcommand, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
    Page(PageVerb),

    /// Files attached to relationships, agreements and exchanges
    #[command(subcommand, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
    Document(DocumentVerb),

    /// Photos on the home page, of partners, exchanges, gifts and agreements
    #[command(subcommand, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
    Photo(PhotoVerb),

    /// The banner on every page of the site
    #[command(subcommand, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
    Notice(NoticeVerb),

    /// The texts in other languages: how they stand, to translators and back
    #[command(subcommand, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
    Translation(TranslationVerb),

    /// Where facts come from
    #[command(subcommand, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
    Source(SourceVerb),

    /// What sources say, and where they disagree
    #[command(subcommand, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
    Claim(ClaimVerb),

    /// The programme's rules, and what on record breaks them
    #[command(subcommand, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
    Policy(PolicyVerb),

    /// The change record: who changed what, when and why
    #[command(subcommand, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
    Audit(AuditVerb),

    /// Reverse a change by a new one
    Undo(UndoArguments),

    /// What happened and what it cost: of a year, a partner, visitors
    #[command(subcommand, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
    Report(ReportVerb),

    /// The partners in Wikidata: what differs, and what there is to add
    #[command(subcommand, subcommand_value_name = "VERB", subcommand_help_heading = "Verbs")]
    Wikidata(WikidataVerb),

    /// List what is due, and mail it to whom it concerns
    #[command(after_help = "\
Examples:
  signpost remind
  signpost remind --send

Nobody gets the same reminder twice. A mail that the mail server did not take is sent by the next run. Where the \
connection broke before the server had answered, nobody knows whether the mail arrived: it is listed as unsure, and \
sent again with --again only.")]
    Remind(Remind),

    /// Find what on record needs a person, with the command that mends it
    #[command(after_help = "The command exits with 3 when it found something, so that cron can tell.")]
    Check(CheckRecord),

    /// Read a dataset folder into the record
    Import(ImportArguments),

    /// Write the whole record as a dataset folder
    Export(ExportArguments),
}

#[cfg(test)]
mod tests {
    use std::any::TypeId;

    use clap::Arg;
    use signpost_core::database::Secret;

    use super::*;

    #[test]
    fn every_help_fits_eighty_columns_and_shows_examples_as_they_are_typed() {
        let mut commands = vec![brief({
            let mut command = Cli::command().term_width(80);
            command.build();
            command
        })];
        while let Some(mut command) = commands.pop() {
            commands.extend(command.get_subcommands().cloned());
            let help = command.render_help().to_string();
            let widest = help.lines().map(|line| line.chars().count()).max().unwrap();
            assert!(widest <= 80, "{help}");
            assert!(command.get_about().is_some(), "{} says nothing of itself", command.get_name());
        }
    }

    #[test]
    fn every_secret_can_be_in_a_file() {
        let (mut commands, mut secrets) = (vec![Cli::command()], 0);
        while let Some(command) = commands.pop() {
            commands.extend(command.get_subcommands().cloned());
            let variables: Vec<_> = command.get_arguments().filter_map(Arg::get_env).collect();
            let is_secret = |argument: &&Arg| argument.get_value_parser().type_id() == TypeId::of::<Secret>();
            for secret in command.get_arguments().filter(is_secret) {
                assert!(secret.is_hide_env_values_set(), "{secret}");
                let file = format!("{}_FILE", secret.get_env().unwrap().display());
                assert!(variables.iter().any(|variable| **variable == *file), "{file}");
                secrets += 1;
            }
        }
        assert!(secrets >= 2, "{secrets}");
    }

    #[test]
    fn the_arguments_do_not_contradict_one_another() {
        Cli::command().debug_assert();
    }
}
