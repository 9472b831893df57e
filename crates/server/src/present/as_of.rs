//! The day that a page is about: today, or a day asked for, told with today's knowledge of it.

use jiff::civil::Date;

use crate::pages::AsOfView;
use crate::present::Presenter;
use crate::urls::Page;

impl Presenter<'_> {
    /// The form for another day of a page.
    pub(super) fn as_of(self, page: impl Fn(Option<Date>) -> Page, on: Option<Date>) -> AsOfView {
        AsOfView {
            action: page(None).url(self.locale),
            on: on.unwrap_or_else(|| self.today()).to_string(),
            statement: on.map(|on| self.as_of_statement(on)),
            today: on.map(|_| page(None).url(self.locale)),
        }
    }

    /// A heading, with the day asked for.
    pub(super) fn heading_on(self, heading: String, on: Option<Date>) -> String {
        match on {
            None => heading,
            Some(on) => self.locale.say_with(
                "heading-on-day",
                [("heading", heading.into()), ("date", self.locale.date(on).into())],
            ),
        }
    }

    /// That what is shown is today's knowledge of a day, and whether that day is before all records or to come.
    fn as_of_statement(self, on: Date) -> String {
        let date = self.locale.date(on);
        let statement = self.locale.say_with("partners-statement", [("date", date.into())]);
        let more = if on > self.today() {
            Some(self.locale.say("as-of-future"))
        } else {
            self.first_trace()
                .filter(|first| on < *first)
                .map(|first| self.locale.say_with("as-of-before", [("year", self.locale.year(first).into())]))
        };
        std::iter::once(statement).chain(more).collect::<Vec<_>>().join(" ")
    }

    /// The first day of which anything is on record with its date.
    pub(super) fn first_trace(self) -> Option<Date> {
        let partners = self.register.partners().iter();
        let traces = partners.map(|partner| partner.relationship.earliest_trace());
        traces.filter(|trace| *trace != Date::MIN).min()
    }
}
