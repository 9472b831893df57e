//! The view of the data.

use crate::pages::{DataView, Labelled, Prose};
use crate::present::Presenter;
use crate::urls::Page;

impl Presenter<'_> {
    /// What is on record, with so many exchanges.
    pub fn data(self, exchanges: i64) -> DataView {
        let register = self.register;
        let number = |label: String, count: i64| Labelled::new(label, self.locale.number(count));
        let counted = |label: String, count: usize| number(label, i64::try_from(count).unwrap_or(i64::MAX));
        let terms = register.partners().iter().map(|partner| partner.relationship.terms.len()).sum();
        let (heading, text) =
            self.text("data").unwrap_or_else(|| (self.locale.say("data-heading").into(), Prose::default()));
        DataView {
            heading,
            text,
            numbers: vec![
                counted(self.locale.say("data-partners"), register.partners().len()),
                counted(self.locale.say("data-terms"), terms),
                number(self.locale.say("data-exchanges"), exchanges),
                counted(self.locale.say("data-sources"), register.sources().len()),
                counted(self.locale.say("data-claims"), register.all_claims().count()),
            ],
            about: Page::About.url(self.locale),
            contact: self.contact(),
        }
    }
}
