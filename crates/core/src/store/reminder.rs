//! Reminders that were sent, or are being sent.
//!
//! A mail is put on record before it is handed over, and marked when the mail server has taken it. One that certainly
//! was not taken is forgotten, and so sent by the next run. Where a run ends between the two, nobody knows whether the
//! mail arrived: it stays unmarked, and is not sent again unless a person says so.

use jiff::Timestamp;
use sqlx::PgConnection;

use crate::database::Moment;
use crate::identity::{Id, LetterId};
use crate::store::StoreError;

/// That somebody was, or may have been, reminded of something.
#[derive(Clone, Debug, PartialEq)]
pub struct Sending {
    /// What it was about: [`Reminder::key`](crate::Reminder::key).
    pub reminder: String,
    /// The address.
    pub recipient: String,
    /// When the mail was about to be handed over.
    pub begun_at: Moment,
    /// When the mail server had taken it; `None`: whether it did is not known.
    pub sent_at: Option<Moment>,
}

/// Everything that was, or may have been, sent.
pub async fn all(connection: &mut PgConnection) -> Result<Vec<Sending>, StoreError> {
    let rows = sqlx::query_as!(Sending, "select reminder, recipient, begun_at, sent_at from reminder_sent");
    Ok(rows.fetch_all(connection).await?)
}

/// Puts a mail on record that is about to be handed over; tells which of its reminders are its own to send, as
/// another run may be sending the others.
pub async fn begin(
    connection: &mut PgConnection,
    letter: LetterId,
    recipient: &str,
    reminders: &[String],
    now: Timestamp,
) -> Result<Vec<String>, StoreError> {
    let begun = sqlx::query_scalar!(
        "insert into reminder_sent (letter, recipient, reminder, begun_at)
         select $1, $2, reminder, $4 from unnest($3::text[]) as given (reminder)
         on conflict do nothing returning reminder",
        letter.uuid(),
        recipient,
        reminders,
        Moment(now) as _
    );
    Ok(begun.fetch_all(connection).await?)
}

/// Marks a mail that the mail server has taken.
pub async fn sent(connection: &mut PgConnection, letter: LetterId, now: Timestamp) -> Result<(), StoreError> {
    sqlx::query!("update reminder_sent set sent_at = $2 where letter = $1", letter.uuid(), Moment(now) as _)
        .execute(connection)
        .await?;
    Ok(())
}

/// Forgets a mail that the mail server certainly has not taken.
pub async fn forget(connection: &mut PgConnection, letter: LetterId) -> Result<(), StoreError> {
    sqlx::query!("delete from reminder_sent where letter = $1 and sent_at is null", letter.uuid())
        .execute(connection)
        .await?;
    Ok(())
}

/// Forgets the mails of which nobody knows whether they arrived, so that they are sent again; tells how many
/// reminders they held.
pub async fn forget_unsure(connection: &mut PgConnection) -> Result<u64, StoreError> {
    let gone = sqlx::query!("delete from reminder_sent where sent_at is null").execute(connection).await?;
    Ok(gone.rows_affected())
}
