//! A relationship's story: terms, dormancies, applications, listings and milestones, the latest first.

use jiff::civil::Date;
use signpost_core::{
    Application, Approval, Decision, EndCause, Ending, HistoricDate, Listing, Partner, Relationship, Subject,
    Term, TranslationSubject,
};

use crate::pages::{TermView, Tone, Written};
use crate::present::standing::kind_word;
use crate::present::{Footnotes, Presenter};

/// A part of the story with the date that it is sorted by.
type Dated = (Option<HistoricDate>, TermView);

impl Presenter<'_> {
    /// The relationship's story, the latest first; what has no date stands last.
    pub(super) fn story(self, partner: &Partner, footnotes: &mut Footnotes) -> Vec<TermView> {
        let relationship = &partner.relationship;
        let mut parts: Vec<Dated> = Vec::new();
        for term in &relationship.terms {
            parts.push((term.start, self.term(relationship, term, footnotes)));
        }
        for dormancy in &relationship.dormancies {
            let start = dormancy.start.or_else(|| relationship.term(dormancy.term)?.start);
            let dates = self.between(dormancy.start, dormancy.end, "dormancy");
            let what = self.locale.say("story-dormant");
            let notes = match dormancy.start {
                None => vec![self.locale.say("standing-dormant-since-unrecorded").into()],
                Some(_) => Vec::new(),
            };
            let what = what.into();
            parts.push((start, TermView { dates, what, tone: Tone::Past, notes, sources: Vec::new() }));
        }
        parts.extend(
            relationship
                .applications
                .iter()
                .map(|application| (Some(application.on), self.application(application, footnotes))),
        );
        parts.extend(
            relationship
                .listings
                .iter()
                .map(|listing| (Some(listing.seen.from()), self.listing(listing, footnotes))),
        );
        parts.extend(relationship.milestones.iter().map(|milestone| {
            let sources = footnotes.marks(self, Subject::Milestone(milestone.id));
            let (dates, what) = (self.known(milestone.on), self.original(milestone.what.as_str()));
            (milestone.on, TermView { dates, what, tone: Tone::Past, notes: Vec::new(), sources })
        }));
        parts.sort_by_key(|(date, _)| std::cmp::Reverse(*date));
        parts.into_iter().map(|(_, part)| part).collect()
    }

    fn term(self, relationship: &Relationship, term: &Term, footnotes: &mut Footnotes) -> TermView {
        let tone = match term.kind {
            signpost_core::Kind::Sister => Tone::Sister,
            signpost_core::Kind::Friendship => Tone::Friendship,
        };
        let over = term.certainly_over().is_some_and(|over| over <= self.today());
        TermView {
            dates: match term.ending {
                Ending::Open => self.between(term.start, None, "open"),
                Ending::Unrecorded => self.between(term.start, None, "unrecorded"),
                Ending::ByPolicy(_) | Ending::Recorded { .. } => self.between(term.start, term.end(), "open"),
            },
            what: self.kind(term.kind).into(),
            tone: if over { Tone::Past } else { tone },
            notes: self.term_notes(relationship, term, self.today()),
            sources: footnotes.marks(self, Subject::Term(term.id)),
        }
    }

    /// "1998 – March 2007", "December 19, 1978 – today".
    pub(super) fn between(
        self,
        from: Option<HistoricDate>,
        to: Option<HistoricDate>,
        without_end: &'static str,
    ) -> String {
        let from = from.map_or_else(|| self.locale.say("date-from-unrecorded"), |from| self.brief(from));
        match to {
            Some(to) => {
                self.locale.say_with("date-from-to", [("from", from.into()), ("to", self.brief(to).into())])
            }
            None => {
                self.locale.say_with("date-from-on", [("from", from.into()), ("ending", without_end.into())])
            }
        }
    }

    /// What else is on record of a term.
    fn term_notes(self, relationship: &Relationship, term: &Term, today: Date) -> Vec<Written> {
        let imprecise = |date: Option<HistoricDate>| date.is_some_and(|date| date.day().is_none());
        let continued = relationship.continued_by(term.id);
        let ended = match (&term.ending, continued) {
            (Ending::Recorded { cause: EndCause::Change, .. }, Some(next)) => {
                Some(self.locale.say_with("story-became", [("kind", kind_word(next.kind).into())]).into())
            }
            (Ending::Recorded { reason: Some(reason), .. }, _) => Some(self.original(reason.as_str())),
            (_, Some(_)) => Some(self.locale.say("story-renewed").into()),
            (Ending::ByPolicy(end), None) if *end <= today => {
                Some(self.locale.say("story-lapsed-by-policy").into())
            }
            (Ending::ByPolicy(_), None) => Some(self.locale.say("story-ends-by-policy").into()),
            (Ending::Recorded { cause: EndCause::Party, .. }, None) => {
                Some(self.locale.say("story-ended-by-party").into())
            }
            _ => None,
        };
        let start = imprecise(term.start).then(|| self.locale.say("story-start-day-unrecorded"));
        let end = (imprecise(term.end()) && continued.is_none())
            .then(|| {
                term.end().map(|end| {
                    self.locale.say_with("story-end-day-unrecorded", [("end", self.brief(end).into())])
                })
            })
            .flatten();
        let sponsor = term
            .sponsor
            .as_ref()
            .map(|sponsor| self.locale.say_with("story-sponsor", [("name", sponsor.as_str().into())]));
        let notes = [start, end, sponsor].into_iter().flatten().map(Written::from);
        let mut notes: Vec<Written> = ended.into_iter().chain(notes).collect();
        notes.extend(term.approval.as_ref().map(|approval| self.approval(approval)).unwrap_or_default());
        notes
    }

    /// The Council's approval, in sentences.
    pub(crate) fn approval(self, approval: &Approval) -> Vec<Written> {
        let council = self.council();
        let approved = approval.on.map(|on| {
            self.locale
                .say_with("story-approved", [("council", council.into()), ("date", self.brief(on).into())])
        });
        let resolution = approval
            .resolution
            .as_ref()
            .map(|number| self.locale.say_with("story-resolution", [("number", number.as_str().into())]));
        let vote = approval.vote.map(|vote| {
            let (ayes, noes) = (u32::from(vote.ayes), u32::from(vote.noes));
            self.locale.say_with("story-vote", [("ayes", ayes.into()), ("noes", noes.into())])
        });
        let agenda = approval
            .agenda
            .as_ref()
            .map(|item| self.locale.say_with("story-agenda", [("item", item.as_str().into())]));
        let record = approval
            .record_number
            .as_ref()
            .map(|number| self.locale.say_with("story-record-number", [("number", number.as_str().into())]));
        [approved, resolution, vote, agenda, record].into_iter().flatten().map(Written::from).collect()
    }

    /// What the host's council is called; where that is not translated, the page's own word for a council.
    fn council(self) -> String {
        let programme = self.register.programme();
        let named =
            self.line(TranslationSubject::Programme(programme.id), "council", programme.council.as_str());
        if named.language.is_some() { self.locale.say("story-council") } else { named.text }
    }

    fn application(self, application: &Application, footnotes: &mut Footnotes) -> TermView {
        let kind = kind_word(application.kind);
        let outcome = application.outcome.as_ref().map(|outcome| match outcome.decision {
            Decision::Approved => self.locale.say("story-application-approved"),
            Decision::Declined => self.locale.say("story-application-declined"),
            Decision::Withdrawn => self.locale.say("story-application-withdrawn"),
        });
        let decided =
            application.outcome.as_ref().map(|outcome| self.approval(&outcome.approval)).unwrap_or_default();
        TermView {
            dates: self.known(Some(application.on)),
            what: self.locale.say_with("story-applied", [("kind", kind.into())]).into(),
            tone: Tone::Past,
            notes: outcome.into_iter().map(Written::from).chain(decided).collect(),
            sources: footnotes.marks(self, Subject::Application(application.id)),
        }
    }

    fn listing(self, listing: &Listing, footnotes: &mut Footnotes) -> TermView {
        let kind = kind_word(listing.kind);
        TermView {
            dates: self.span(listing.seen),
            what: self.locale.say_with("story-listed", [("kind", kind.into())]).into(),
            tone: Tone::Past,
            notes: Vec::new(),
            sources: footnotes.marks(self, Subject::Listing(listing.id)),
        }
    }
}
