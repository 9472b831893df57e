//! The view of the page about the programme.

use signpost_core::{Answer, Limit, Period, Rule, Subject, TranslationSubject};

use crate::pages::{AboutView, Labelled, Prose, SectionView};
use crate::present::{Footnotes, Presenter};

/// The texts that the page goes on with, by their slugs.
const SECTIONS: [&str; 1] = ["how-it-begins"];

impl Presenter<'_> {
    /// The programme, and the policy in force today.
    pub fn about(self) -> AboutView {
        let programme = self.register.programme();
        let mut footnotes = Footnotes::default();
        let rules = self.register.policy().in_force(self.today()).map(|rule| {
            let (label, value) = self.rule(&rule.rule);
            Labelled {
                label: label.into(),
                value: value.into(),
                sources: footnotes.marks(self, Subject::Policy(rule.id)),
            }
        });
        let rules = rules.collect();
        let (heading, text) =
            self.text("about").unwrap_or_else(|| (self.locale.say("menu-about").into(), Prose::default()));
        let of = TranslationSubject::Programme(programme.id);
        let point = self.line(of, "reference_point", programme.reference_point.as_str());
        AboutView {
            heading,
            text,
            sections: SECTIONS
                .iter()
                .filter_map(|slug| {
                    let (title, text) = self.text(slug)?;
                    Some(SectionView { id: slug, title, text })
                })
                .collect(),
            rules,
            disputes: self.disputes([Subject::Programme(programme.id)]),
            sources: footnotes.sources(self),
            reference_point: point.language.is_none().then(|| {
                self.locale.say_with("about-reference-point", [("point", point.text.as_str().into())])
            }),
            contact: self.contact(),
        }
    }

    /// A period in words: "2 years", "1 year and 6 months".
    fn period(self, period: Period) -> String {
        let (years, months, days) = period.parts();
        let part = |count: i64, words: String| (count > 0).then_some(words);
        let parts = [
            part(years, self.locale.say_with("period-years", [("count", years.into())])),
            part(months, self.locale.say_with("period-months", [("count", months.into())])),
            part(days, self.locale.say_with("period-days", [("count", days.into())])),
        ];
        self.locale.list(&parts.into_iter().flatten().collect::<Vec<_>>())
    }

    /// A rule as a label and its words.
    pub(super) fn rule(self, rule: &Rule) -> (String, String) {
        let value = match rule {
            Rule::FriendshipTerm(period) | Rule::NoticePeriod(period) | Rule::RenewalFormDue(period) => {
                self.period(*period)
            }
            Rule::SisterTermOpen => self.locale.say("rule-open"),
            Rule::SistersPerCountry(limit) | Rule::FriendshipsPerCountry(limit) => match limit {
                Limit::Unlimited => self.locale.say("rule-unlimited"),
                Limit::AtMost(count) => self.locale.number(i64::from(*count)),
            },
            Rule::FriendshipNeedsSponsor(answer)
            | Rule::FriendshipFunding(answer)
            | Rule::Moratorium(answer) => match answer {
                Answer::Yes => self.locale.say("rule-yes"),
                Answer::No => self.locale.say("rule-no"),
            },
            Rule::FreeRoomUsesPerYear(count) | Rule::StudentExchangeMinimum(count) => {
                self.locale.number(i64::from(*count))
            }
        };
        let label = match rule {
            Rule::FriendshipTerm(_) => self.locale.say("rule-friendship-term"),
            Rule::SisterTermOpen => self.locale.say("rule-sister-term"),
            Rule::NoticePeriod(_) => self.locale.say("rule-notice-period"),
            Rule::RenewalFormDue(_) => self.locale.say("rule-renewal-form-due"),
            Rule::SistersPerCountry(_) => self.locale.say("rule-sisters-per-country"),
            Rule::FriendshipsPerCountry(_) => self.locale.say("rule-friendships-per-country"),
            Rule::FriendshipNeedsSponsor(_) => self.locale.say("rule-friendship-needs-sponsor"),
            Rule::FriendshipFunding(_) => self.locale.say("rule-friendship-funding"),
            Rule::Moratorium(_) => self.locale.say("rule-moratorium"),
            Rule::FreeRoomUsesPerYear(_) => self.locale.say("rule-free-room-uses-per-year"),
            Rule::StudentExchangeMinimum(_) => self.locale.say("rule-student-exchange-minimum"),
        };
        (label, value)
    }
}
