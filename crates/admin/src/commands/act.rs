//! What staff do to a relationship: one rule of the domain, held against policy, in one change.

use std::cell::RefCell;

use signpost_core::dataset::Dataset;
use signpost_core::{
    Clock, Ending, Finding, HistoricDate, Id, Kind, Line, Partner, Policy, PolicyCheck, Relationship, Slug,
    Term,
};

use crate::author::new_id;
use crate::cli::Writing;
use crate::desk::Desk;
use crate::draft::{Draft, partner_called};
use crate::failure::{Failure, Outcome};
use crate::record::finding_words;

/// What a rule may need to know, and what it says to the person.
#[derive(Debug)]
pub(super) struct Act<'a> {
    /// The partner's short name.
    pub(super) slug: &'a Slug,
    /// The rules of all times.
    pub(super) policy: &'a Policy,
    clock: Clock,
    supposed: RefCell<Option<Supposed>>,
    said: &'a RefCell<Vec<String>>,
}

/// A term that an application asks for, and whether policy refuses it or only warns of it.
#[derive(Clone, Debug)]
struct Supposed {
    kind: Kind,
    from: HistoricDate,
    weight: Weight,
}

/// What comes of what policy does not permit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    /// The command is refused.
    Refused,
    /// The person is told.
    Told,
}

impl Act<'_> {
    /// The id of a new record.
    pub(super) fn id<I: Id>(&self) -> Result<I, Failure> {
        new_id(self.clock)
    }

    /// Says something when it is done.
    pub(super) fn say(&self, words: impl Into<String>) {
        self.said.borrow_mut().push(words.into());
    }

    /// Has policy judge a term that is yet to begin.
    pub(super) fn suppose(&self, kind: Kind, from: HistoricDate, weight: Weight) {
        *self.supposed.borrow_mut() = Some(Supposed { kind, from, weight });
    }
}

/// Changes the relationship of a partner by a rule of the domain, unless policy forbids what comes of it.
pub(super) async fn act(
    desk: &mut Desk<'_>,
    command: &str,
    writing: &Writing,
    partner: &str,
    rule: impl Fn(&mut Relationship, &Act<'_>) -> Result<(), Failure>,
) -> Result<Outcome, Failure> {
    let said = RefCell::new(Vec::new());
    let clock = desk.clock;
    let body = async |draft: &mut Draft<'_>| {
        said.borrow_mut().clear();
        perform(&mut draft.dataset, partner, clock, &said, &rule)
    };
    let outcome = desk.change(command, writing, body).await?;
    for words in said.into_inner() {
        desk.printer.say(words)?;
    }
    Ok(outcome)
}

fn perform(
    dataset: &mut Dataset,
    partner: &str,
    clock: Clock,
    said: &RefCell<Vec<String>>,
    rule: impl Fn(&mut Relationship, &Act<'_>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let before = dataset.partners.clone();
    let policy = Policy { rules: dataset.policy.clone() };
    let found = partner_called(dataset, partner)?;
    let slug = found.slug.clone();
    let act = Act { slug: &slug, policy: &policy, clock, supposed: RefCell::new(None), said };
    rule(&mut found.relationship, &act)?;
    let check = PolicyCheck::new(&policy, &dataset.policy_exceptions);
    let broken = check.broken_by(&before, &dataset.partners);
    judge(dataset, broken, Weight::Refused, said)?;
    let Some(supposed) = act.supposed.into_inner() else { return Ok(()) };
    let partners = supposing(&dataset.partners, &slug, &supposed, new_id(clock)?);
    judge(dataset, check.broken_by(&dataset.partners, &partners), supposed.weight, said)
}

/// The partners as they would be if a term began.
fn supposing(
    partners: &[Partner],
    slug: &Slug,
    supposed: &Supposed,
    id: signpost_core::TermId,
) -> Vec<Partner> {
    let mut partners = partners.to_vec();
    if let Some(partner) = partners.iter_mut().find(|partner| partner.slug == *slug) {
        let continues = partner.relationship.term_on(supposed.from.last()).map(|term| term.id);
        partner.relationship.terms = vec![Term {
            id,
            kind: supposed.kind,
            start: Some(supposed.from),
            ending: Ending::Unrecorded,
            continues,
            approval: None,
            sponsor: "to be named".parse::<Line>().ok(),
            note: None,
        }];
    }
    partners
}

/// Refuses what policy does not permit, or tells of it; tells of exceptions.
fn judge(
    dataset: &Dataset,
    broken: Vec<Finding>,
    weight: Weight,
    said: &RefCell<Vec<String>>,
) -> Result<(), Failure> {
    let mut refusals = Vec::new();
    for finding in broken {
        let Some((slug, words)) = told(dataset, &finding) else { continue };
        if finding.excepted.is_some() {
            said.borrow_mut().push(format!("Permitted by an exception on record: {words}."));
        } else {
            refusals.push(format!("{words}. If it is decided all the same, record it first: {slug}"));
        }
    }
    match (refusals.is_empty(), weight) {
        (true, _) => Ok(()),
        (false, Weight::Told) => {
            said.borrow_mut().push(format!("Policy would not permit it to begin: {}", refusals.join("\n")));
            Ok(())
        }
        (false, Weight::Refused) => {
            Err(Failure::input(format!("policy does not permit it: {}", refusals.join("\n"))))
        }
    }
}

/// What a finding says in the rule's words, and the command that records an exception.
fn told(dataset: &Dataset, finding: &Finding) -> Option<(String, String)> {
    let rule = dataset.policy.iter().find(|rule| rule.id == finding.rule)?;
    let partner = dataset.partners.iter().find(|partner| partner.id == finding.partner)?;
    let (name, slug) = (rule.rule.name(), &partner.slug);
    let words = finding_words(&finding.kind, &rule.rule.value());
    let words = format!("{} ({name}), and {slug}: {words}", rule.rule.statement());
    Some((format!("signpost policy except {slug} {name} --on DATE --reason \"…\""), words))
}

/// The reason, which a command needs.
pub(super) fn reason(writing: &Writing) -> Result<Line, Failure> {
    let needed = || Failure::input("the record needs to know why: add --reason \"…\"");
    writing.author.reason.clone().ok_or_else(needed)
}
