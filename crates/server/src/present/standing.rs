//! Standing in words.

use jiff::civil::Date;
use signpost_core::{Basis, Certainty, Ending, Kind, Partner, Relationship, Standing, State, Term};

use crate::pages::{StandingView, Tone};
use crate::present::Presenter;

/// A kind as messages name it.
pub(crate) fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Sister => "sister",
        Kind::Friendship => "friendship",
    }
}

impl Presenter<'_> {
    /// "Sister city", "Friendship city".
    pub(super) fn kind(self, kind: Kind) -> String {
        self.locale.say_with("kind-of-city", [("kind", kind_word(kind).into())])
    }

    /// What a kind is, in words: in some languages its name is used of other things too.
    pub(super) fn kind_explained(self, kind: Kind) -> String {
        self.locale.say_with("kind-explained", [("kind", kind_word(kind).into())])
    }

    /// A partner's standing on a day, in words, with its dates.
    pub(super) fn standing(self, partner: &Partner, standing: Standing, on: Date) -> StandingView {
        StandingView {
            words: self.standing_words(standing),
            dates: self.standing_dates(&partner.relationship, standing, on),
            tone: match (standing.state, standing.kind) {
                (State::Active | State::Expiring, Kind::Sister) => Tone::Sister,
                (State::Active | State::Expiring, Kind::Friendship) => Tone::Friendship,
                _ => Tone::Past,
            },
        }
    }

    fn standing_words(self, standing: Standing) -> String {
        let kind = kind_word(standing.kind);
        match standing.state {
            State::Active if standing.certainty == Certainty::Possible => {
                self.locale.say_with("standing-active-possibly", [("kind", kind.into())])
            }
            State::Active => self.kind(standing.kind),
            State::Expiring => self.locale.say_with("standing-expiring", [("kind", kind.into())]),
            State::Dormant => self.locale.say_with("standing-dormant", [("kind", kind.into())]),
            State::Proposed => self.locale.say_with("standing-proposed", [("kind", kind.into())]),
            State::Unrecorded => self.locale.say_with("standing-unrecorded", [("kind", kind.into())]),
            State::Lapsed => self.locale.say_with("standing-lapsed", [("kind", kind.into())]),
            State::Ended => self.locale.say_with("standing-ended", [("kind", kind.into())]),
        }
    }

    /// When it began or ends, as far as that is on record.
    fn standing_dates(self, relationship: &Relationship, standing: Standing, on: Date) -> String {
        let nothing = || self.locale.say("standing-no-dates");
        match standing.basis {
            Basis::Term(id) => {
                relationship.term(id).and_then(|term| self.term_dates(relationship, term, standing.state, on))
            }
            Basis::Dormancy(id) => {
                let dormancy = relationship.dormancies.iter().find(|dormancy| dormancy.id == id);
                Some(match dormancy.and_then(|dormancy| dormancy.start) {
                    Some(start) => self.since(start),
                    None => self.locale.say("standing-dormant-since-unrecorded"),
                })
            }
            Basis::Application(id) => {
                let application = relationship.applications.iter().find(|application| application.id == id);
                application.map(|application| {
                    self.locale.say_with("standing-applied", [("date", self.brief(application.on).into())])
                })
            }
            Basis::Listing(_) => None,
        }
        .unwrap_or_else(nothing)
    }

    fn term_dates(self, relationship: &Relationship, term: &Term, state: State, on: Date) -> Option<String> {
        match (state, &term.ending) {
            (State::Proposed, _) => {
                let approved = term.approval.as_ref()?.on?;
                Some(self.locale.say_with("standing-approved", [("date", self.brief(approved).into())]))
            }
            (State::Lapsed, Ending::ByPolicy(_)) => Some(
                self.locale
                    .say_with("standing-lapsed-by-policy", [("lapsed", self.lapsed(term.end()?).into())]),
            ),
            (State::Lapsed, _) => Some(self.lapsed(term.end()?)),
            (State::Ended, _) => Some(self.ends(term.end()?, on)),
            _ => match term.end() {
                Some(end) if relationship.continued_by(term.id).is_none() => Some(self.ends(end, on)),
                _ => chain_start(relationship, term).start.map(|start| self.since(start)),
            },
        }
    }

    /// What a standing rests on, and how certain it is, in sentences.
    pub(super) fn rests_on(self, partner: &Partner, standing: Standing) -> String {
        let term = match standing.basis {
            Basis::Term(id) => partner.relationship.term(id),
            _ => None,
        };
        let by_policy = term.is_some_and(|term| matches!(term.ending, Ending::ByPolicy(_)));
        let words = match (standing.basis, standing.certainty) {
            (Basis::Listing(_), _) => self.locale.say("rests-on-listing"),
            (Basis::Application(_), _) => self.locale.say("rests-on-application"),
            (_, Certainty::Possible) => self.locale.say("rests-on-possible"),
            (_, Certainty::Certain) if by_policy && standing.state == State::Lapsed => {
                self.locale.say("rests-on-policy")
            }
            (_, Certainty::Certain) => self.locale.say("rests-on-certain"),
        };
        let dispute = standing.disputed_by.and_then(|id| {
            let listing = partner.relationship.listings.iter().find(|listing| listing.id == id)?;
            let seen = self.span(listing.seen);
            Some(self.locale.say_with("rests-on-disputed", [("seen", seen.into())]))
        });
        [Some(words), dispute].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// The first of the terms of one kind that lead to this one without a gap.
fn chain_start<'a>(relationship: &'a Relationship, term: &'a Term) -> &'a Term {
    let mut first = term;
    for _ in &relationship.terms {
        match first.continues.and_then(|id| relationship.term(id)) {
            Some(earlier) if earlier.kind == term.kind => first = earlier,
            _ => break,
        }
    }
    first
}
