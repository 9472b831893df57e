//! The desk at which staff change the record: every command that writes goes this way.
//!
//! A command is a function that changes a [`Draft`]. The desk says which record it is, begins a change, lets the
//! command do its work, saves what differs, prints it, and commits, all in one transaction; or it rehearses, and
//! leaves everything as it was.

use signpost_core::database::{Connection, Database, Transaction};
use signpost_core::dataset::editing;
use signpost_core::store::StoreError;
use signpost_core::store::audit::Change;
use signpost_core::store::change::{self, Committed, NewChange, OtherChange, Seen};
use signpost_core::store::undo::{self, UndoError};
use signpost_core::{Clock, Line};

use crate::author::{actor, new_id};
use crate::cli::{Asking, Writing};
use crate::commands::destination;
use crate::draft::Draft;
use crate::editor;
use crate::failure::{Failure, Outcome};
use crate::obstacle;
use crate::printer::Printer;
use crate::record::DifferenceRow;

/// Where a command changes the record.
#[derive(Debug)]
pub(crate) struct Desk<'a> {
    /// The database.
    pub(crate) database: &'a Database,
    /// What prints.
    pub(crate) printer: &'a mut Printer,
    /// What tells the time.
    pub(crate) clock: Clock,
}

/// What becomes of a transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    /// It is committed.
    Perform,
    /// It is rolled back.
    Rehearse,
}

/// What a command did, or would do.
#[derive(Debug)]
struct Done {
    differences: Vec<DifferenceRow>,
    committed: Committed,
}

impl Desk<'_> {
    /// Changes the record by a command that needs no question, as `notice withdraw`.
    pub(crate) async fn change(
        &mut self,
        command: &str,
        writing: &Writing,
        body: impl AsyncFn(&mut Draft<'_>) -> Result<(), Failure>,
    ) -> Result<Outcome, Failure> {
        let change = self.new_change(command, writing)?;
        let seen = self.seen().await?;
        self.announce(writing).await?;
        let purpose = if writing.dry_run { Purpose::Rehearse } else { Purpose::Perform };
        let done = self.attempt(&change, &seen, purpose, &body).await?;
        self.print(&done, writing)?;
        self.conclude(&change, &done, purpose)
    }

    /// Changes the record by a command that shows what would change and asks, before it does it.
    pub(crate) async fn ask_and_change(
        &mut self,
        command: &str,
        asking: &Asking,
        question: &str,
        body: impl AsyncFn(&mut Draft<'_>) -> Result<(), Failure>,
    ) -> Result<Outcome, Failure> {
        let change = self.new_change(command, &asking.writing)?;
        let seen = self.seen().await?;
        self.announce(&asking.writing).await?;
        self.agreed(&change, &seen, (asking, question), body).await
    }

    /// Has a person edit a file of the dataset, as `partners/taichung.toml`, and saves it when they agree to what
    /// would change. `narrow` names the file, and takes out of the dataset what the file would hold beside.
    pub(crate) async fn edit(
        &mut self,
        command: &str,
        asking: &Asking,
        narrow: impl AsyncFn(&mut Draft<'_>) -> Result<String, Failure>,
    ) -> Result<Outcome, Failure> {
        let change = self.new_change(command, &asking.writing)?;
        let seen = self.seen().await?;
        self.announce(&asking.writing).await?;
        let mut connection = self.database.pool().acquire().await.map_err(StoreError::from)?;
        let mut draft = Draft::read(&mut connection, self.clock).await?;
        let file = narrow(&mut draft).await?;
        let before = draft.dataset;
        drop(connection);
        let text = editing::text(&before, &file).map_err(|error| Failure::System(error.to_string()))?;
        let read = |text: &str| editing::with_text(&before, &file, text).map_err(|error| error.to_string());
        let Some(after) = editor::edited(&file, &text, read, self.printer)? else {
            self.printer.say("You changed nothing: nothing was written.")?;
            return Ok(Outcome::Done);
        };
        let body = async |draft: &mut Draft<'_>| {
            draft.replace(&before, &after);
            Ok(())
        };
        self.agreed(&change, &seen, (asking, "Save this?"), body).await
    }

    /// Reverses a change by a new one, or says what stands in the way.
    pub(crate) async fn undo(&mut self, undone: &Change, writing: &Writing) -> Result<Outcome, Failure> {
        let change = NewChange { undoes: Some(undone.id), ..self.new_change("undo", writing)? };
        self.announce(writing).await?;
        let purpose = if writing.dry_run { Purpose::Rehearse } else { Purpose::Perform };
        let mut transaction = self.database.pool().begin().await.map_err(StoreError::from)?;
        change::begin(&mut transaction, &change).await?;
        match undo::run(&mut transaction, undone.id).await {
            Ok(()) => {}
            Err(UndoError::Store(error)) if error.is_failure() => return Err(error.into()),
            Err(UndoError::Store(error)) => {
                return Err(Failure::input(format!("{} cannot be undone: {error}", undone.id)));
            }
            Err(UndoError::Stopped(obstacles)) => {
                return Err(Failure::input(obstacle::words(&mut transaction, undone, &obstacles).await?));
            }
        }
        let done = finish(transaction, &change, purpose).await?;
        self.print(&done, writing)?;
        self.conclude(&change, &done, purpose)
    }

    /// Does what a command does when it is agreed to, or rehearses it.
    async fn agreed(
        &mut self,
        change: &NewChange,
        seen: &Seen,
        (asking, question): (&Asking, &str),
        body: impl AsyncFn(&mut Draft<'_>) -> Result<(), Failure>,
    ) -> Result<Outcome, Failure> {
        if asking.yes && !asking.writing.dry_run {
            let done = self.attempt(change, seen, Purpose::Perform, &body).await?;
            self.print(&done, &asking.writing)?;
            return self.conclude(change, &done, Purpose::Perform);
        }
        let rehearsed = self.attempt(change, seen, Purpose::Rehearse, &body).await?;
        self.print(&rehearsed, &asking.writing)?;
        if asking.writing.dry_run || rehearsed.differences.is_empty() {
            return self.conclude(change, &rehearsed, Purpose::Rehearse);
        }
        self.printer.agree(question, "written")?;
        let done = self.attempt(change, seen, Purpose::Perform, &body).await?;
        self.conclude(change, &done, Purpose::Perform)
    }

    /// Does what a command does, in one transaction. Where it is refused, and others changed the record since the
    /// command began, that is said too.
    async fn attempt(
        &self,
        change: &NewChange,
        seen: &Seen,
        purpose: Purpose,
        body: &impl AsyncFn(&mut Draft<'_>) -> Result<(), Failure>,
    ) -> Result<Done, Failure> {
        let mut transaction = self.database.pool().begin().await.map_err(StoreError::from)?;
        change::begin(&mut transaction, change).await?;
        if let Err(failure) = self.work(&mut transaction, body).await {
            transaction.rollback().await.map_err(StoreError::from)?;
            return Err(self.explained(failure, seen).await?);
        }
        let others = change::meanwhile(&mut transaction, seen, change.id).await?;
        if !others.is_empty() {
            let words = "others changed the same meanwhile, so nothing was written:";
            return Err(Failure::input(format!(
                "{words}{}\nLook at it, and run the command again",
                told(&others)
            )));
        }
        finish(transaction, change, purpose).await
    }

    /// Changes a draft, and saves it.
    async fn work(
        &self,
        connection: &mut Connection,
        body: &impl AsyncFn(&mut Draft<'_>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let mut draft = Draft::read(connection, self.clock).await?;
        body(&mut draft).await?;
        Ok(draft.save().await?)
    }

    /// A refusal, with what others changed since the command began.
    async fn explained(&self, failure: Failure, seen: &Seen) -> Result<Failure, Failure> {
        let Failure::Input(words) = failure else { return Ok(failure) };
        let mut connection = self.database.pool().acquire().await.map_err(StoreError::from)?;
        let others = change::since(&mut connection, seen).await?;
        if others.is_empty() {
            return Ok(Failure::Input(words));
        }
        Ok(Failure::Input(format!("{words}\nOthers changed the record meanwhile:{}", told(&others))))
    }

    async fn seen(&self) -> Result<Seen, Failure> {
        let mut connection = self.database.pool().acquire().await.map_err(StoreError::from)?;
        Ok(change::seen(&mut connection).await?)
    }

    /// What the change record will say. A rehearsal needs nobody's name, as it leaves nothing.
    pub(crate) fn new_change(&self, command: &str, writing: &Writing) -> Result<NewChange, Failure> {
        let rehearsal = || "rehearsal".parse().ok().filter(|_| writing.dry_run);
        let given = writing.author.actor.clone().or_else(rehearsal);
        let mut change = NewChange::new(new_id(self.clock)?, actor(given.as_ref())?.as_str(), command);
        change.reason = writing.author.reason.as_ref().map(Line::to_string);
        Ok(change)
    }

    /// Says which record it is that a command changes.
    pub(crate) async fn announce(&mut self, writing: &Writing) -> Result<(), Failure> {
        let destination = destination(self.database).await?;
        let words = if writing.dry_run { "What would change in" } else { "Changing" };
        Ok(self.printer.say(format_args!("{words} {destination}:"))?)
    }

    fn print(&mut self, done: &Done, writing: &Writing) -> Result<(), Failure> {
        Ok(self.printer.list(writing.output.format, &done.differences)?)
    }

    fn conclude(&mut self, change: &NewChange, done: &Done, purpose: Purpose) -> Result<Outcome, Failure> {
        match (purpose, done.committed) {
            (Purpose::Rehearse, _) => self.printer.say("Nothing was written.")?,
            (_, Committed::NothingChanged) => {
                self.printer.say("Everything was so already: nothing was written.")?;
            }
            (_, Committed::Recorded) => self.printer.say(format_args!(
                "Done, as {}. To take it back: signpost undo {}",
                change.actor, change.id
            ))?,
        }
        Ok(Outcome::Done)
    }
}

/// Commits what a transaction did, or takes it back.
async fn finish(mut transaction: Transaction, change: &NewChange, purpose: Purpose) -> Result<Done, Failure> {
    let entries = change::entries(&mut transaction, change.id).await?;
    let differences = DifferenceRow::all_of(&mut transaction, &entries).await?;
    let committed = match purpose {
        Purpose::Perform => change::commit(transaction, change.id).await?,
        Purpose::Rehearse => {
            transaction.rollback().await.map_err(StoreError::from)?;
            Committed::NothingChanged
        }
    };
    Ok(Done { differences, committed })
}

/// Changes of others, a line for each.
fn told(others: &[OtherChange]) -> String {
    let lines = others.iter().map(|other| {
        let command = other.command.as_deref().unwrap_or("by hand");
        format!("\n  {} at {}: {command} (signpost audit show {})", other.actor, other.at, other.id)
    });
    lines.collect()
}
