//! Mending what is wrong on record of a relationship.

use signpost_core::{
    CorrectionError, HistoricDate, Policy, Relationship, Slug, Subject, TermCorrection, TermId,
};

use super::lifecycle::approval;
use crate::cli::{Asking, CompleteYears, CorrectTerm, EditRelationship, RemoveTerm};
use crate::commands::act::reason;
use crate::desk::Desk;
use crate::draft::Draft;
use crate::failure::{Failure, Outcome};

/// Policy is not asked: a correction says what was so.
pub(super) async fn correct(arguments: &CorrectTerm, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let correction = TermCorrection {
        start: arguments.start,
        end: arguments.end,
        sponsor: arguments.sponsor.clone(),
        approval: approval(arguments.approved, &arguments.decided),
    };
    if correction == TermCorrection::default() {
        return Err(Failure::input(
            "nothing to correct was given: add --start, --end, --approved, --sponsor, --vote, --resolution, --agenda or --record-number",
        ));
    }
    let body = async |draft: &mut Draft<'_>| {
        let policy = Policy { rules: draft.dataset.policy.clone() };
        let partner = draft.partner(&arguments.partner)?;
        let id = chosen_term(&partner.relationship, arguments.term, &partner.slug)?;
        if !partner.relationship.is_only_learned(id, &correction) {
            reason(&arguments.writing)?;
        }
        let corrected = partner.relationship.correct(id, correction.clone(), &policy);
        corrected.map_err(|error| {
            let way = match error {
                CorrectionError::DoesNotEnd => {
                    format!("To end it: signpost relationship end {} --on DATE", partner.slug)
                }
                CorrectionError::EndNotCounted { .. } => "Add --end DATE".to_owned(),
                _ => format!("See it with: signpost relationship show {}", partner.slug),
            };
            Failure::input(format!("{error}. {way}"))
        })
    };
    desk.change("relationship correct", &arguments.writing, body).await
}

/// Has a person edit the partner's file.
pub(super) async fn edit(arguments: &EditRelationship, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    edit_within("relationship edit", &arguments.partner, &arguments.asking, &mut desk).await
}

/// Has a person edit the file of the partner that something is on record with.
pub(in crate::commands) async fn edit_within(
    command: &str,
    partner: &str,
    asking: &Asking,
    desk: &mut Desk<'_>,
) -> Result<Outcome, Failure> {
    let narrow = async |draft: &mut Draft<'_>| {
        let partner = draft.partner(partner)?;
        Ok(format!("partners/{}.toml", partner.slug))
    };
    desk.edit(command, asking, narrow).await
}

/// Removes a term, with its dormancies; one that another continues is refused by the record.
pub(super) async fn remove(arguments: &RemoveTerm, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    reason(&arguments.asking.writing)?;
    let body = async |draft: &mut Draft<'_>| {
        let partner = draft.partner(&arguments.partner)?;
        let slug = partner.slug.clone();
        let relationship = &mut partner.relationship;
        let id = chosen_term(relationship, arguments.term, &slug)?;
        if let Some(next) = relationship.terms.iter().find(|term| term.continues == Some(id)) {
            let start = next.start.map_or_else(|| "no date".to_owned(), |start| start.to_string());
            return Err(Failure::input(format!(
                "the term of {slug} that starts {start} continues it: remove that one first"
            )));
        }
        relationship.terms.retain(|term| term.id != id);
        relationship.dormancies.retain(|dormancy| dormancy.term != id);
        for agreement in relationship.agreements.iter_mut().filter(|one| one.term == Some(id)) {
            agreement.term = None;
        }
        draft.dataset.claims.retain(|claim| claim.subject != Subject::Term(id));
        Ok(())
    };
    let question = format!("Remove this term of {}?", arguments.partner);
    desk.ask_and_change("relationship remove", &arguments.asking, &question, body).await
}

/// States that the record of years is complete, or takes that back.
pub(super) async fn complete(arguments: &CompleteYears, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let today = draft.today();
        for year in arguments.years.iter().flat_map(|years| years.each()) {
            let id = draft.id()?;
            let partner = draft.partner(&arguments.partner)?;
            let relationship = &mut partner.relationship;
            let done = if arguments.no_longer {
                relationship.reopen_year(year)
            } else {
                relationship.complete_year(id, year, today)
            };
            done.map_err(|error| Failure::input(format!("{}: {error}", partner.slug)))?;
        }
        Ok(())
    };
    desk.change("relationship complete", &arguments.writing, body).await
}

fn chosen_term(
    relationship: &Relationship,
    start: Option<HistoricDate>,
    slug: &Slug,
) -> Result<TermId, Failure> {
    let mut terms = relationship.terms.iter().filter(|term| start.is_none() || term.start == start);
    let starts = relationship.terms.iter().filter_map(|term| term.start).map(|start| start.to_string());
    let starts = starts.collect::<Vec<_>>().join(", ");
    match (terms.next(), terms.next()) {
        (Some(term), None) => Ok(term.id),
        (Some(_), Some(_)) => Err(Failure::input(format!(
            "{slug} has several terms: say which with --term and its start, of {starts}; where that is not on record, use signpost relationship edit {slug}"
        ))),
        (None, _) => match start {
            Some(start) => {
                Err(Failure::input(format!("no term of {slug} starts {start}: its terms start {starts}")))
            }
            None => {
                Err(Failure::input(format!("no term of {slug} is on record, so there is none to correct")))
            }
        },
    }
}
