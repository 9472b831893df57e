//! Claims: listed, disputed and settled.

use signpost_core::{Claim, ClaimRank, Id, Line};

use super::{load, source};
use crate::cli::{ClaimMarked, ClaimVerb, DisputeClaim, ListClaims};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::failure::{Failure, Outcome};
use crate::mark::Mark;
use crate::phrase;
use crate::record::ClaimRow;

pub(super) async fn run(verb: &ClaimVerb, desk: Desk<'_>) -> Result<Outcome, Failure> {
    match verb {
        ClaimVerb::List(arguments) => list(arguments, desk).await,
        ClaimVerb::Dispute(arguments) => dispute(arguments, desk).await,
        ClaimVerb::Settle(arguments) => settle(arguments, desk).await,
        ClaimVerb::Remove(arguments) => remove(arguments, desk).await,
    }
}

async fn list(arguments: &ListClaims, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let register = load(desk.database).await?;
    let mut rows = ClaimRow::all(&register);
    if let Some(word) = &arguments.partner {
        let partner = super::find_partner(&register, word, desk.printer)?;
        rows.retain(|row| row.is_about(&partner.slug));
    }
    if arguments.disputed {
        rows.retain(ClaimRow::is_disputed);
    }
    desk.printer.list(arguments.output.format, &rows)?;
    desk.printer.say(format_args!("{}.", phrase::listed(&rows, "claim")))?;
    Ok(Outcome::Done)
}

/// Records another value of a fact. The preferred one stays preferred until somebody settles it.
async fn dispute(arguments: &DisputeClaim, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let (subject, fact) = fact(find(draft, &arguments.mark)?)?;
        let source = source::find(&mut draft.dataset.sources, &arguments.source)?.id;
        let claim = Claim {
            id: draft.id()?,
            subject,
            fact: Some(fact),
            value: Some(arguments.value.clone()),
            source: Some(source),
            confidence: arguments.confidence,
            rank: ClaimRank::Disputed,
            note: None,
        };
        draft.dataset.claims.push(claim);
        Ok(())
    };
    desk.change("claim dispute", &arguments.writing, body).await
}

/// Makes a value the right one, and the others of its fact wrong.
async fn settle(arguments: &ClaimMarked, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    if arguments.asking.writing.author.reason.is_none() {
        return Err(Failure::input(
            "a dispute is settled for a reason: say it with --reason \"the minutes say so\"",
        ));
    }
    let body = async |draft: &mut Draft<'_>| {
        let claim = find(draft, &arguments.mark)?;
        let (id, (subject, fact)) = (claim.id, fact(claim)?);
        let same = |claim: &&mut Claim| claim.subject == subject && claim.fact.as_ref() == Some(&fact);
        for claim in draft.dataset.claims.iter_mut().filter(same) {
            claim.rank = if claim.id == id { ClaimRank::Preferred } else { ClaimRank::Rejected };
        }
        Ok(())
    };
    desk.ask_and_change("claim settle", &arguments.asking, "Settle it so?", body).await
}

async fn remove(arguments: &ClaimMarked, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let id = find(draft, &arguments.mark)?.id;
        draft.dataset.claims.retain(|claim| claim.id != id);
        Ok(())
    };
    desk.ask_and_change("claim remove", &arguments.asking, "Remove this claim?", body).await
}

/// What a claim is about, down to the fact.
fn fact(claim: &Claim) -> Result<(signpost_core::Subject, Line), Failure> {
    let fact = claim.fact.clone().ok_or_else(|| {
        Failure::input(
            "the claim is about a record as a whole, not about one fact, so there is no value to dispute",
        )
    })?;
    Ok((claim.subject, fact))
}

fn find<'a>(draft: &'a Draft<'_>, mark: &Mark) -> Result<&'a Claim, Failure> {
    mark.find(&draft.dataset.claims, |claim| claim.id.uuid(), ("claim", "claim list"))
}
