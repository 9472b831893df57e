//! The form that asks what was known of a day, on every page that can tell.

use crate::urls::Url;

/// The day that a page is about, and the form for another one.
#[derive(Clone, Debug)]
pub struct AsOfView {
    /// Where the form leads.
    pub action: Url,
    /// The day, as the date field holds it.
    pub on: String,
    /// That this is today's knowledge of the day asked for, and what else is special about it; nothing for today.
    pub statement: Option<String>,
    /// The way back to today; nothing on it.
    pub today: Option<Url>,
}
