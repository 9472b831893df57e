//! Claims: listed, shown, disputed and settled.

use signpost_core::store::{draft, exchange, register, snapshot};
use signpost_core::{Claim, ClaimRank, Id, Line, Subject};

use super::{load, source};
use crate::cli::{AddClaim, ClaimVerb, DisputeClaim, ListClaims, Marked, ShowMarked};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::failure::{Failure, Outcome};
use crate::mark::Mark;
use crate::phrase;
use crate::record::ClaimRow;

/// What they are called, and which command lists them.
const NAMED: (&str, &str) = ("claim", "claim list");

pub(super) async fn run(verb: &ClaimVerb, desk: Desk<'_>) -> Result<Outcome, Failure> {
    match verb {
        ClaimVerb::List(arguments) => list(arguments, desk).await,
        ClaimVerb::Show(arguments) => show(arguments, desk).await,
        ClaimVerb::Add(arguments) => add(arguments, desk).await,
        ClaimVerb::Dispute(arguments) => dispute(arguments, desk).await,
        ClaimVerb::Settle(arguments) => settle(arguments, desk).await,
        ClaimVerb::Edit(arguments) => edit(arguments, desk).await,
        ClaimVerb::Remove(arguments) => remove(arguments, desk).await,
    }
}

async fn list(arguments: &ListClaims, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let register = load(desk.database).await?;
    let mut rows = match &arguments.exchange {
        Some(name) => {
            let exchange = super::exchange::find(name, desk.database, desk.printer).await?;
            let mut connection = snapshot(desk.database.pool()).await?;
            let claims = exchange::claims(&mut connection, exchange.id).await?;
            ClaimRow::about(&register, &exchange, &claims)
        }
        None => ClaimRow::all(&register),
    };
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

async fn show(arguments: &ShowMarked, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let mut connection = snapshot(desk.database.pool()).await?;
    let register = register::load(&mut connection).await?;
    let mut rows = ClaimRow::all(&register);
    let claims = draft::claims_about_exchange_of(&mut connection, &arguments.mark.to_string()).await?;
    let about = claims.iter().filter_map(|claim| match claim.subject {
        Subject::Exchange(id) => Some(id.uuid()),
        _ => None,
    });
    let about: Vec<_> = about.take(1).collect();
    for exchange in exchange::named(&mut connection, &[], &about).await? {
        rows.extend(ClaimRow::about(&register, &exchange, &claims));
    }
    let row = arguments.mark.find(rows, |row| row.id().uuid(), NAMED)?;
    desk.printer.record(arguments.output.format, &row)?;
    Ok(Outcome::Done)
}

async fn add(arguments: &AddClaim, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let subject = match (&arguments.exchange, &arguments.partner) {
            (Some(name), _) => Subject::Exchange(draft.exchange(name).await?.id),
            (None, Some(word)) => Subject::Partner(draft.partner(word)?.id),
            (None, None) => return Err(Failure::input("say what it is about: --partner, or --exchange")),
        };
        let same = |claim: &&Claim| claim.subject == subject && claim.fact.as_ref() == Some(&arguments.fact);
        if let Some(known) = draft.dataset.claims.iter().find(same) {
            let mark = Mark::of(known.id);
            return Err(Failure::input(format!(
                "a source says something of `{}` already. To add another value: signpost claim dispute {mark} --value … --source …",
                arguments.fact
            )));
        }
        let source = source::find(&mut draft.dataset.sources, &arguments.source)?.id;
        let claim = Claim {
            id: draft.id()?,
            subject,
            fact: Some(arguments.fact.clone()),
            value: arguments.value.clone(),
            source: Some(source),
            confidence: arguments.confidence,
            rank: ClaimRank::Preferred,
            note: None,
        };
        draft.dataset.claims.push(claim);
        Ok(())
    };
    desk.change("claim add", &arguments.writing, body).await
}

/// Records another value of a fact. The preferred one stays preferred until somebody settles it.
async fn dispute(arguments: &DisputeClaim, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let (subject, fact) = fact(find(draft, &arguments.mark).await?)?;
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
async fn settle(arguments: &Marked, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    if arguments.asking.writing.author.reason.is_none() {
        return Err(Failure::input(
            "a dispute is settled for a reason: say it with --reason \"the minutes say so\"",
        ));
    }
    let body = async |draft: &mut Draft<'_>| {
        let claim = find(draft, &arguments.mark).await?;
        let (id, (subject, fact)) = (claim.id, fact(claim)?);
        let same = |claim: &&mut Claim| claim.subject == subject && claim.fact.as_ref() == Some(&fact);
        for claim in draft.dataset.claims.iter_mut().filter(same) {
            claim.rank = if claim.id == id { ClaimRank::Preferred } else { ClaimRank::Rejected };
        }
        Ok(())
    };
    desk.ask_and_change("claim settle", &arguments.asking, "Settle it so?", body).await
}

/// Has a person edit the file of what a claim is about.
async fn edit(arguments: &Marked, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let narrow = async |draft: &mut Draft<'_>| {
        let (subject, fact) = {
            let claim = find(draft, &arguments.mark).await?;
            (claim.subject, claim.fact.clone())
        };
        match subject {
            Subject::Programme(_) | Subject::Policy(_) => Ok("programme.toml".to_owned()),
            Subject::Exchange(id) => {
                // They come again with their exchange.
                draft.dataset.claims.retain(|claim| claim.subject != subject);
                draft.load_exchange(id).await?;
                let of_row =
                    || draft.dataset.exchanges.first().map(|one| format!("exchanges/{}.md", one.slug));
                Ok(fact.is_none().then(of_row).flatten().unwrap_or_else(|| "claims.csv".to_owned()))
            }
            subject => {
                let partners = &draft.dataset.partners;
                let about = partners.iter().find(|partner| partner.subjects().any(|one| one == subject));
                let gone = || Failure::System("what a claim is about is not there".to_owned());
                draft.file_of(about.ok_or_else(gone)?.id)
            }
        }
    };
    desk.edit("claim edit", &arguments.asking, narrow).await
}

async fn remove(arguments: &Marked, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let id = find(draft, &arguments.mark).await?.id;
        draft.dataset.claims.retain(|claim| claim.id != id);
        Ok(())
    };
    desk.ask_and_change("claim remove", &arguments.asking, "Remove this claim?", body).await
}

/// What a claim is about, down to the fact.
fn fact(claim: &Claim) -> Result<(Subject, Line), Failure> {
    let fact = claim.fact.clone().ok_or_else(|| {
        Failure::input(
            "the claim is about a record as a whole, not about one fact, so there is no value to dispute",
        )
    })?;
    Ok((claim.subject, fact))
}

/// The claim with a mark, about the register or an exchange; with it, the others about that exchange are loaded.
async fn find<'a>(draft: &'a mut Draft<'_>, mark: &Mark) -> Result<&'a Claim, Failure> {
    let known =
        draft.dataset.claims.iter().any(|claim| claim.id.uuid().to_string().ends_with(&mark.to_string()));
    if !known {
        draft.claims_about_exchange_of(mark).await?;
    }
    mark.find(&draft.dataset.claims, |claim| claim.id.uuid(), NAMED)
}
