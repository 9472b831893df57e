//! The timeline's view: what there was with each partner, and when, as precisely as it is known.

use jiff::civil::Date;
use signpost_core::{DaySpan, Dormancy, Ending, HistoricDate, Kind, Partner, Relationship, Term};

use crate::pages::{Link, TimelineEntry, TimelineGroup, TimelineRow, TimelineView, Written};
use crate::pictures::{LaneFacts, LaneGroup, Look, Stretch, Timeline};
use crate::present::Presenter;
use crate::present::blade::partner_page;
use crate::present::standing::kind_word;
use crate::urls::{Page, Picture};

/// A partner's part of the timeline: to be drawn, and in words.
struct Part {
    lane: LaneFacts,
    entry: TimelineEntry,
}

impl Presenter<'_> {
    /// The timeline's page, today or as of a day.
    pub fn timeline(self, on: Option<Date>) -> TimelineView {
        let day = on.map_or_else(|| self.locale.say("timeline-today"), |on| self.locale.date(on));
        let groups = self.timeline_parts(on.unwrap_or_else(|| self.today()));
        let entries = groups.iter().map(|(heading, parts)| TimelineGroup {
            heading: heading.clone(),
            entries: parts.iter().map(|part| part.entry.clone()).collect(),
        });
        TimelineView {
            heading: self.locale.say("timeline-heading"),
            as_of: self.as_of(|on| Page::Timeline { on }, on),
            groups: entries.collect(),
            timeline: self.draw_timeline(groups, on, &day),
            day,
            file: Page::Picture { picture: Picture::Timeline, on }.url(self.locale),
        }
    }

    fn draw_timeline(self, groups: Vec<(Written, Vec<Part>)>, on: Option<Date>, day: &str) -> Timeline {
        let lanes: Vec<LaneGroup> = groups
            .into_iter()
            .map(|(heading, parts)| LaneGroup {
                heading: heading.text,
                lanes: parts.into_iter().map(|part| part.lane).collect(),
            })
            .collect();
        let label = self.locale.say_with("timeline-label", [("host", self.host().into())]);
        let marked = on.unwrap_or_else(|| self.today());
        Timeline::draw(self.locale, label, &lanes, self.today(), (marked, day))
    }

    /// The partners by country, as the host labels it, in the order of the language; in each the first ones first.
    fn timeline_parts(self, day: Date) -> Vec<(Written, Vec<Part>)> {
        let mut partners: Vec<&Partner> = self.register.partners().iter().collect();
        partners.sort_by_key(|partner| partner.relationship.earliest_trace());
        let mut groups: Vec<(Written, Vec<Part>)> = Vec::new();
        for partner in partners {
            let part = self.timeline_part(partner, day);
            if part.entry.rows.is_empty() {
                continue;
            }
            let country = self.country_label(partner);
            match groups.iter_mut().find(|(label, _)| *label == country) {
                Some((_, parts)) => parts.push(part),
                None => groups.push((country, vec![part])),
            }
        }
        groups.sort_by_cached_key(|(heading, _)| self.locale.sort_key(heading));
        groups
    }

    fn timeline_part(self, partner: &Partner, day: Date) -> Part {
        let relationship = &partner.relationship;
        let (url, name) = (partner_page(partner).url(self.locale), self.name(partner).to_owned());
        let mut told: Vec<(Option<Date>, TimelineRow)> = Vec::new();
        let mut stretches = Vec::new();
        for (start, row, mut drawn) in self
            .chains(relationship)
            .into_iter()
            .chain(self.dormancies(relationship))
            .chain(self.proposals(relationship))
            .chain(self.listings(relationship))
        {
            told.push((start.map(HistoricDate::first), row));
            stretches.append(&mut drawn);
        }
        told.sort_by_key(|(start, _)| *start);
        let rows: Vec<TimelineRow> = told.into_iter().map(|(_, row)| row).collect();
        let words: Vec<String> =
            rows.iter().map(|row| self.locale.phrase(&[row.what.as_str(), &row.dates])).collect();
        let story = words.join(&self.locale.say("clause-separator"));
        let standing = self.register.standing(partner, day);
        Part {
            lane: LaneFacts {
                url: url.clone(),
                label: self
                    .locale
                    .say_with("timeline-lane", [("city", name.as_str().into()), ("story", story.into())]),
                name: name.clone(),
                stretches,
            },
            entry: TimelineEntry {
                partner: Link::new(name, url),
                standing: standing.map(|standing| self.standing(partner, standing, day).words),
                rows,
            },
        }
    }

    /// Terms of one kind that follow each other without a gap, as one.
    fn chains(self, relationship: &Relationship) -> Vec<Told> {
        let continues = |term: &&Term| {
            let before = term.continues.and_then(|id| relationship.term(id));
            before.is_some_and(|before| before.kind == term.kind)
        };
        let firsts = relationship.terms.iter().filter(|term| !continues(term));
        firsts.map(|first| self.chain(relationship, first)).collect()
    }

    fn chain(self, relationship: &Relationship, first: &Term) -> Told {
        let mut terms = vec![first];
        while let Some(next) = terms.last().and_then(|last| relationship.continued_by(last.id))
            && next.kind == first.kind
            && terms.len() <= relationship.terms.len()
        {
            terms.push(next);
        }
        let last = terms.last().copied().unwrap_or(first);
        let dates = match last.ending {
            Ending::Open => self.between(first.start, None, "open"),
            Ending::Unrecorded => self.between(first.start, None, "unrecorded"),
            Ending::ByPolicy(_) | Ending::Recorded { .. } => self.between(first.start, last.end(), "open"),
        };
        let renewals = terms.iter().skip(1).filter_map(|term| term.start).map(|start| Stretch {
            look: Look::Renewed,
            first: Some(start.first()),
            end: Some(start.first()),
        });
        let mut stretches = self.holding(relationship, first, last);
        stretches.extend(renewals);
        (first.start, TimelineRow { what: self.kind(first.kind), dates }, stretches)
    }

    /// The days on which a chain of terms holds: certainly in the middle, possibly before and after.
    fn holding(self, relationship: &Relationship, first: &Term, last: &Term) -> Vec<Stretch> {
        let (certainly, possibly) = match first.kind {
            Kind::Sister => (Look::Sister, Look::SisterPossibly),
            Kind::Friendship => (Look::Friendship, Look::FriendshipPossibly),
        };
        let trace = Some(relationship.earliest_trace()).filter(|trace| *trace != Date::MIN);
        let begins = first.start.map(HistoricDate::first).or(trace);
        let over = match last.ending {
            Ending::Unrecorded => Some(self.today()),
            _ => last.certainly_over(),
        };
        let certain = first.start.map(HistoricDate::last).and_then(|from| {
            let to = match last.ending {
                Ending::Open => None,
                Ending::Unrecorded => return None,
                Ending::ByPolicy(_) | Ending::Recorded { .. } => last.end().map(HistoricDate::first),
            };
            to.is_none_or(|to| from < to).then_some(DaySpan { first: from, end: to })
        });
        let stretch = |look, first, end| Stretch { look, first, end };
        let Some(certain) = certain else { return vec![stretch(possibly, begins, over)] };
        let before = begins.filter(|begins| *begins < certain.first);
        let before = before.map(|begins| stretch(possibly, Some(begins), Some(certain.first)));
        let after = certain.end.zip(over).filter(|(end, over)| end < over);
        let after = after.map(|(end, over)| stretch(possibly, Some(end), Some(over)));
        let middle = stretch(certainly, Some(certain.first), certain.end);
        before.into_iter().chain([middle]).chain(after).collect()
    }

    fn dormancies(self, relationship: &Relationship) -> Vec<Told> {
        let told = |dormancy: &Dormancy| {
            let start = dormancy.start.or_else(|| relationship.term(dormancy.term)?.start);
            let row = TimelineRow {
                what: self.locale.say("story-dormant"),
                dates: self.between(dormancy.start, dormancy.end, "dormancy"),
            };
            let stretch = Stretch {
                look: Look::Dormant,
                first: start.map(HistoricDate::first),
                end: Some(dormancy.end.map_or_else(|| self.today(), HistoricDate::first)),
            };
            (start, row, vec![stretch])
        };
        relationship.dormancies.iter().map(told).collect()
    }

    /// Applications and approvals, until what came of them.
    fn proposals(self, relationship: &Relationship) -> Vec<Told> {
        let applied = relationship.applications.iter().map(|application| {
            let kind = kind_word(application.kind);
            let row = TimelineRow {
                what: self.locale.say_with("story-applied", [("kind", kind.into())]),
                dates: self.known(Some(application.on)),
            };
            let decided = application.outcome.as_ref().and_then(|outcome| outcome.approval.on);
            let begun = relationship.terms.iter().filter_map(|term| term.start);
            let begun = begun.filter(|start| *start >= application.on).min();
            let end = begun.or(decided).map_or_else(|| self.today(), HistoricDate::first);
            let first = Some(application.on.first());
            (Some(application.on), row, vec![Stretch { look: Look::Proposed, first, end: Some(end) }])
        });
        let approved = relationship.terms.iter().filter_map(|term| {
            let on = term.approval.as_ref()?.on?;
            let start = term.start.filter(|start| on.first() < start.first())?;
            let row = TimelineRow {
                what: self.locale.say_with("timeline-approved", [("kind", kind_word(term.kind).into())]),
                dates: self.known(Some(on)),
            };
            let (first, end) = (Some(on.first()), Some(start.first()));
            Some((Some(on), row, vec![Stretch { look: Look::Proposed, first, end }]))
        });
        applied.chain(approved).collect()
    }

    fn listings(self, relationship: &Relationship) -> Vec<Told> {
        let told = |listing: &signpost_core::Listing| {
            let row = TimelineRow {
                what: self.locale.say_with("story-listed", [("kind", kind_word(listing.kind).into())]),
                dates: self.span(listing.seen),
            };
            let (first, end) = (Some(listing.seen.from().first()), Some(listing.seen.to().last()));
            (Some(listing.seen.from()), row, vec![Stretch { look: Look::Listed, first, end }])
        };
        // A listing tells nothing more where terms say what it was at the time.
        let silent = relationship.terms.iter().all(Term::is_dateless);
        relationship.listings.iter().filter(|_| silent).map(told).collect()
    }
}

/// Something that was: since when, in words, and how it is drawn.
type Told = (Option<HistoricDate>, TimelineRow, Vec<Stretch>);
