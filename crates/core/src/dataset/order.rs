//! The order in which a dataset is written: whatever order its parts were found in, the files are the same.

use jiff::civil::Date;

use super::{Dataset, RedirectTarget};
use crate::document::Content;
use crate::exchange::When;
use crate::relationship::Relationship;
use crate::source::Claim;

impl Dataset {
    /// Puts everything in the order in which files are written: what has a slug by slug, what happened by date.
    ///
    /// What has an order of its own keeps it: a partner's names, the partners of an exchange, signatories, contacts,
    /// and the images of one record.
    pub fn sort(&mut self) {
        self.policy.sort_by(|one, other| {
            (one.rule.name().as_str(), one.from, one.id).cmp(&(
                other.rule.name().as_str(),
                other.from,
                other.id,
            ))
        });
        self.policy_exceptions
            .sort_by_key(|exception| (exception.relationship, exception.decided, exception.id));
        self.sources.sort_by(|one, other| one.slug.cmp(&other.slug));
        self.partners.sort_by(|one, other| one.slug.cmp(&other.slug));
        self.series.sort_by(|one, other| one.slug.cmp(&other.slug));
        self.exchanges
            .sort_by(|one, other| (begin(&one.when), &one.slug).cmp(&(begin(&other.when), &other.slug)));
        self.redirects.sort_by(|one, other| (noun(one.to), &one.slug).cmp(&(noun(other.to), &other.slug)));
        self.costs.sort_by_key(|cost| (cost.on, cost.id));
        self.notices.sort_by(|one, other| (one.starts_at, &one.slug).cmp(&(other.starts_at, &other.slug)));
        self.pages.sort_by(|one, other| one.slug.cmp(&other.slug));
        self.translations.sort_by(|one, other| {
            (&one.language, one.of, &one.field).cmp(&(&other.language, other.of, &other.field))
        });
        self.documents.sort_by(|one, other| (&one.title, one.id).cmp(&(&other.title, other.id)));
        self.images.sort_by_key(|image| image.shown_at);
        self.files.sort_by_key(Content::digest);
        self.claims.sort_by(compare_claims);
        for partner in &mut self.partners {
            partner.relationship.sort();
        }
    }
}

impl Relationship {
    /// Puts everything in the order in which files are written: by date.
    fn sort(&mut self) {
        self.terms.sort_by_key(|term| (term.start, term.id));
        self.dormancies.sort_by_key(|dormancy| (dormancy.start, dormancy.end, dormancy.id));
        self.listings.sort_by_key(|listing| (listing.seen, listing.id));
        self.applications.sort_by_key(|application| (application.on, application.id));
        self.milestones.sort_by_key(|milestone| (milestone.on, milestone.id));
        self.agreements.sort_by_key(|agreement| (agreement.signed, agreement.id));
        self.committees
            .sort_by(|one, other| (one.side, &one.name, one.id).cmp(&(other.side, &other.name, other.id)));
        self.gifts.sort_by_key(|gift| (gift.given, gift.id));
        self.complete_years.sort_by_key(|complete| complete.year);
    }
}

/// The first day that it can be on, on the calendar where it is.
fn begin(when: &When) -> Date {
    match when {
        When::Timed(timed) => timed.starts.date(),
        When::Days { first, .. } => *first,
        When::Historic(date) => date.first(),
    }
}

const fn noun(target: RedirectTarget) -> u8 {
    match target {
        RedirectTarget::Partner(_) => 0,
        RedirectTarget::Exchange(_) => 1,
    }
}

/// By record; of one record those of it as a whole first, then fact by fact, the preferred value of each first.
fn compare_claims(one: &Claim, other: &Claim) -> std::cmp::Ordering {
    let key = |claim: &Claim| (claim.rank, claim.confidence);
    (one.subject, &one.fact, key(one), &one.value, one.id).cmp(&(
        other.subject,
        &other.fact,
        key(other),
        &other.value,
        other.id,
    ))
}
