//! Agreements: signed, corrected, shown, hidden and removed.

use signpost_core::{Agreement, Relationship, Signatory};

use super::act::{act, reason};
use super::document::AttachTo;
use super::{chosen_partners, document, file, load};
use crate::author::new_id;
use crate::cli::{
    AgreementVerb, AttachToAgreement, ChosenAgreement, CorrectAgreement, ListOfPartner, PublishAgreement,
    ShowAgreement, SignAgreement, SignedBy,
};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::failure::{Failure, Outcome};
use crate::phrase;
use crate::record::{AgreementRow, ShownAgreement};

pub(super) async fn run(verb: &AgreementVerb, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let now = desk.clock.now();
    match verb {
        AgreementVerb::List(arguments) => list(arguments, &mut desk).await,
        AgreementVerb::Show(arguments) => show(arguments, &mut desk).await,
        AgreementVerb::Edit(arguments) => edit(arguments, &mut desk).await,
        AgreementVerb::Sign(arguments) => sign(arguments, &mut desk).await,
        AgreementVerb::Correct(arguments) => correct(arguments, &mut desk).await,
        AgreementVerb::Publish(arguments) => {
            let publish = |agreement: &mut Agreement| {
                agreement.published_at = agreement.published_at.or(Some(now));
            };
            show_or_hide(arguments, "agreement publish", &mut desk, publish).await
        }
        AgreementVerb::Unpublish(arguments) => {
            let hide = |agreement: &mut Agreement| agreement.published_at = None;
            show_or_hide(arguments, "agreement unpublish", &mut desk, hide).await
        }
        AgreementVerb::Attach(arguments) => attach(arguments, desk).await,
        AgreementVerb::Remove(arguments) => remove(arguments, &mut desk).await,
    }
}

async fn list(arguments: &ListOfPartner, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    let register = load(desk.database).await?;
    let partners = chosen_partners(&register, arguments.partner.as_deref(), desk.printer)?;
    let rows: Vec<AgreementRow> = partners.into_iter().flat_map(AgreementRow::all).collect();
    desk.printer.list(arguments.output.format, &rows)?;
    desk.printer.say(format_args!("{}.", phrase::listed(&rows, "agreement")))?;
    Ok(Outcome::Done)
}

async fn show(arguments: &ShowAgreement, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    let register = load(desk.database).await?;
    let partner = super::find_partner(&register, &arguments.partner, desk.printer)?;
    let agreement = called(&partner.relationship, &arguments.agreement)?;
    desk.printer.record(arguments.output.format, &ShownAgreement::new(partner, agreement))?;
    Ok(Outcome::Done)
}

async fn edit(arguments: &ChosenAgreement, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    let narrow = async |draft: &mut Draft<'_>| {
        let partner = draft.partner(&arguments.partner)?;
        called(&partner.relationship, &arguments.agreement)?;
        Ok(format!("partners/{}.toml", partner.slug))
    };
    desk.edit("agreement edit", &arguments.asking, narrow).await
}

async fn sign(arguments: &SignAgreement, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    let clock = desk.clock;
    act(desk, "agreement sign", &arguments.writing, &arguments.partner, |relationship, act| {
        let twin = |one: &&Agreement| one.signed == Some(arguments.on) && one.title == arguments.title;
        if relationship.agreements.iter().any(|one| twin(&one)) {
            return Err(Failure::input(format!(
                "{} of {} is on record already. To mend it: signpost agreement correct {} {}",
                arguments.title, arguments.on, act.slug, arguments.on
            )));
        }
        relationship.agreements.push(Agreement {
            id: act.id()?,
            term: None,
            title: arguments.title.clone(),
            signed: Some(arguments.on),
            place: arguments.place.clone(),
            method: arguments.method,
            signatories: signatories(&arguments.signed_by, || new_id(clock))?,
            published_at: None,
            note: None,
        });
        act.say(format!(
            "It is not public. To show it: signpost agreement publish {} {}",
            act.slug, arguments.on
        ));
        Ok(())
    })
    .await
}

async fn correct(arguments: &CorrectAgreement, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    reason(&arguments.writing)?;
    let clock = desk.clock;
    act(desk, "agreement correct", &arguments.writing, &arguments.partner, |relationship, act| {
        let agreement = find(relationship, &arguments.agreement)?;
        let (former, begins) = (agreement.signed, agreement.term);
        agreement.signed = arguments.on.or(former);
        if let Some(title) = &arguments.title {
            agreement.title = title.clone();
        }
        agreement.place = arguments.place.clone().or(agreement.place.take());
        agreement.method = arguments.method.or(agreement.method);
        if !arguments.signed_by.is_empty() {
            agreement.signatories = signatories(&arguments.signed_by, || new_id(clock))?;
        }
        let signed = agreement.signed;
        let begun = begins.and_then(|id| relationship.term(id)).filter(|term| term.start == former);
        if let (Some(_), Some(former), Some(signed)) = (begun, former, signed.filter(|on| Some(*on) != former)) {
            act.say(format!(
                "The term that it begins still starts {former}. To mend that: signpost relationship correct {} --term {former} --start {signed} --reason \"…\"",
                act.slug
            ));
        }
        Ok(())
    })
    .await
}

async fn attach(arguments: &AttachToAgreement, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let AttachToAgreement { partner, agreement, attached, writing } = arguments;
    let to = AttachTo::Agreement { partner, agreement };
    document::attach("agreement attach", attached, to, writing, desk).await
}

async fn show_or_hide(
    arguments: &PublishAgreement,
    command: &str,
    desk: &mut Desk<'_>,
    change: impl Fn(&mut Agreement),
) -> Result<Outcome, Failure> {
    act(desk, command, &arguments.writing, &arguments.partner, |relationship, _| {
        change(find(relationship, &arguments.agreement)?);
        Ok(())
    })
    .await
}

async fn remove(arguments: &ChosenAgreement, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let partner = draft.partner(&arguments.partner)?;
        let id = called(&partner.relationship, &arguments.agreement)?.id;
        partner.relationship.agreements.retain(|agreement| agreement.id != id);
        Ok(())
    };
    let question = format!("Remove the agreement {} of {}?", arguments.agreement, arguments.partner);
    desk.ask_and_change("agreement remove", &arguments.asking, &question, body).await
}

fn signatories<I>(signed_by: &[SignedBy], id: I) -> Result<Vec<Signatory>, Failure>
where
    I: Fn() -> Result<signpost_core::SignatoryId, Failure>,
{
    let signatory = |signed: &SignedBy| {
        let (name, office) = (signed.name.clone(), signed.office.clone());
        Ok(Signatory { id: id()?, side: signed.side, name, office, on_behalf_of: None })
    };
    signed_by.iter().map(signatory).collect()
}

/// The agreement that a date, a title or an id calls.
pub(super) fn called<'r>(relationship: &'r Relationship, word: &str) -> Result<&'r Agreement, Failure> {
    let called = |agreement: &&Agreement| {
        agreement.signed.is_some_and(|signed| signed.to_string() == word)
            || agreement.title.as_str() == word
            || agreement.id.to_string() == word
    };
    let known = relationship.agreements.iter().map(|agreement| match agreement.signed {
        Some(signed) => format!("{signed} ({})", agreement.title),
        None => agreement.title.to_string(),
    });
    file::only("agreement", word, relationship.agreements.iter().filter(called), &known.collect::<Vec<_>>())
}

/// The same, to be changed.
fn find<'r>(relationship: &'r mut Relationship, word: &str) -> Result<&'r mut Agreement, Failure> {
    let id = called(relationship, word)?.id;
    let gone = || Failure::System("an agreement that was just found is not there".to_owned());
    relationship.agreements.iter_mut().find(|agreement| agreement.id == id).ok_or_else(gone)
}
