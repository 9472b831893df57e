//! The view of the data.

use signpost_core::store::history::RecordState;

use crate::pages::{DataView, DownloadView, Labelled, Link, Prose};
use crate::present::{Presenter, machine};
use crate::urls::{Download, Page, Url};

impl Presenter<'_> {
    /// What is on record in a state of it, with so many exchanges, in which so many people were counted.
    pub fn data(self, exchanges: i64, people: Option<i64>, state: &RecordState) -> DataView {
        let register = self.register;
        let number = |label: String, count: i64| Labelled::new(label, self.locale.number(count));
        let counted = |label: String, count: usize| number(label, i64::try_from(count).unwrap_or(i64::MAX));
        let terms = register.partners().iter().map(|partner| partner.relationship.terms.len()).sum();
        let (heading, text) =
            self.text("data").unwrap_or_else(|| (self.locale.say("data-heading").into(), Prose::default()));
        DataView {
            heading,
            text,
            numbers: [
                Some(counted(self.locale.say("data-partners"), register.partners().len())),
                Some(counted(self.locale.say("data-terms"), terms)),
                Some(number(self.locale.say("data-exchanges"), exchanges)),
                people.map(|people| number(self.locale.say("years-people"), people)),
                Some(counted(self.locale.say("data-sources"), register.sources().len())),
                Some(counted(self.locale.say("data-claims"), register.all_claims().count())),
            ]
            .into_iter()
            .flatten()
            .collect(),
            downloads: self.downloads().into_iter().map(download_view).collect(),
            catalogue: Link::new(Download::Catalogue.format(), Download::Catalogue.url()),
            api: Link::new(self.locale.say("api-heading"), Page::Api.url(self.locale)),
            changed: self.changed(state),
            licence: self.licence(),
            about: Page::About.url(self.locale),
            contact: self.contact(),
        }
    }

    /// When the record was last changed, where the host is.
    fn changed(self, state: &RecordState) -> (String, String) {
        let zone = self.register.programme().time_zone.zone();
        let changed = state.changed_at.to_zoned_datetime(zone);
        let date = self.locale.date(changed.date());
        (self.locale.say_with("data-changed", [("date", date.into())]), machine(&changed))
    }

    /// The licence, by its address.
    fn licence(self) -> Option<Link> {
        let address = self.register.programme().licence.as_ref()?.as_str();
        let words = address.split_once("://").map_or(address, |(_, rest)| rest).trim_end_matches('/');
        Some(Link::new(words, Url::outside(address)?))
    }
}

fn download_view((title, words, files): (String, String, &[Download])) -> DownloadView {
    let files = files.iter().map(|file| Link::new(file.format(), file.url())).collect();
    DownloadView { title, words, files }
}
