//! The life of a relationship: applied for, decided, begun, renewed, promoted, put to sleep and ended.

use signpost_core::{
    Application, ApplicationError, Approval, Beginning, BeginningError, Decision, Kind, Outcome as Decided,
    Promotion, Relationship, Renewal, RenewalError, Renewed, Slug, TermId,
};

use crate::cli;
use crate::cli::{Apply, Decide, EndRelationship, Establish, LetLapse, Promote, RefuseRenewal, Renew, Sleep};
use crate::commands::act::{Weight, act, reason};
use crate::commands::load;
use crate::desk::Desk;
use crate::draft::Draft;
use crate::failure::{Failure, Outcome};
use crate::printer::Printer;
use signpost_core::{HistoricDate, Line};

pub(in crate::commands) async fn apply(arguments: &Apply, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    act(&mut desk, "relationship apply", &arguments.writing, &arguments.partner, |relationship, act| {
        let application = Application {
            id: act.id()?,
            kind: arguments.kind,
            on: arguments.on,
            missing: arguments.missing.clone(),
            outcome: None,
            published_at: None,
            note: None,
        };
        relationship.apply(application).map_err(|error| undone(act.slug, &error))?;
        if !is_renewal(relationship, arguments.kind, arguments.on) {
            act.suppose(arguments.kind, arguments.on, Weight::Told);
        }
        act.say(match arguments.missing {
            Some(_) => {
                format!("When nothing is missing any more: signpost application complete {}", act.slug)
            }
            None => format!("When the Council decides: signpost relationship approve {} --on DATE", act.slug),
        });
        Ok(())
    })
    .await
}

pub(super) async fn decide(
    arguments: &Decide,
    decision: Decision,
    mut desk: Desk<'_>,
) -> Result<Outcome, Failure> {
    let command = match decision {
        Decision::Approved => "relationship approve",
        Decision::Declined => "relationship decline",
        Decision::Withdrawn => "relationship withdraw",
    };
    act(&mut desk, command, &arguments.writing, &arguments.partner, |relationship, act| {
        let (id, kind) = open_application(relationship, arguments.kind, act.slug)?;
        let outcome = Decided { decision, approval: approval(Some(arguments.on), &arguments.decided) };
        relationship.decide(id, outcome).map_err(|error| undone(act.slug, &error))?;
        if decision != Decision::Approved {
            return Ok(());
        }
        let next = if is_renewal(relationship, kind, arguments.on) {
            "renew"
        } else {
            act.suppose(kind, arguments.on, Weight::Refused);
            if relationship.term_on(arguments.on.last()).is_some_and(|term| term.kind == Kind::Friendship) {
                "promote"
            } else {
                "establish"
            }
        };
        let kind = if next == "establish" { format!(" --kind {kind}") } else { String::new() };
        act.say(format!(
            "To put what was approved on record: signpost relationship {next} {}{kind}",
            act.slug
        ));
        Ok(())
    })
    .await
}

pub(super) async fn establish(arguments: &Establish, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    act(&mut desk, "relationship establish", &arguments.writing, &arguments.partner, |relationship, act| {
        let given = approval(arguments.approved, &arguments.decided);
        let beginning = Beginning {
            kind: arguments.kind,
            start: arguments.on,
            ends: arguments.until,
            approval: (given != Approval::default()).then_some(given),
            sponsor: arguments.sponsor.clone(),
        };
        relationship
            .establish(act.id()?, beginning, act.policy)
            .map_err(|error| not_begun(act.slug, arguments.kind, &error))
    })
    .await
}

pub(super) async fn renew(arguments: &Renew, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let end_day = match arguments.end_day {
        Some(cli::Day(day)) => Some(day),
        None => asked_end_day(arguments, &mut desk).await?,
    };
    act(&mut desk, "relationship renew", &arguments.writing, &arguments.partner, |relationship, act| {
        let old = last_term(relationship, act.slug)?;
        let refused = |error: RenewalError| not_renewed(act.slug, &error);
        if let Some(day) = end_day {
            relationship.learn_end(old, day).map_err(refused)?;
        }
        let renewal = renewal(arguments, relationship)?;
        match relationship.renew(old, act.id()?, renewal, act.policy).map_err(refused)? {
            Renewed::InTime => act.say("Renewed in time: the new term starts where the old one ends."),
            Renewed::AfterLapse => {
                act.say("Renewed after a lapse: the new term starts with its approval, and the gap stays visible.");
            }
        }
        Ok(())
    })
    .await
}

/// The day of the end, from the person at the terminal, where the renewal cannot be placed without it.
async fn asked_end_day(arguments: &Renew, desk: &mut Desk<'_>) -> Result<Option<jiff::civil::Date>, Failure> {
    let register = load(desk.database).await?;
    let Some(called) = register.called(&arguments.partner) else { return Ok(None) };
    let (signpost_core::Called::Slug(partner) | signpost_core::Called::OtherName(partner)) = called;
    let mut relationship = partner.relationship.clone();
    let (Some(old), Ok(renewal)) =
        (relationship.renewable().map(|term| term.id), renewal(arguments, &relationship))
    else {
        return Ok(None);
    };
    let new: TermId = crate::author::new_id(desk.clock)?;
    match relationship.renew(old, new, renewal, register.policy()) {
        Err(RenewalError::EndDayNeeded { end, approved }) if Printer::may_ask() => {
            desk.printer.say(format_args!(
                "The term ends in {end}, day not on record, and {approved} may be before or after it."
            ))?;
            let answer = desk.printer.ask_for("On which day does it end (2027-10-05)?")?;
            let day = answer.parse::<cli::Day>();
            day.map(|cli::Day(day)| Some(day)).map_err(|words| Failure::input(format!("`{answer}`: {words}")))
        }
        _ => Ok(None),
    }
}

fn renewal(arguments: &Renew, relationship: &Relationship) -> Result<Renewal, Failure> {
    let on = arguments.on.map(|cli::Day(day)| HistoricDate::of_day(day));
    let given = approval(on, &arguments.decided);
    let recorded = relationship.approval_without_term(Kind::Friendship).filter(|_| on.is_none());
    let approval = match (recorded, on) {
        (Some(recorded), _) => recorded.clone(),
        (None, Some(_)) => given,
        (None, None) => {
            return Err(Failure::input(
                "on which day the Council approved the renewal is not on record: add --on DATE",
            ));
        }
    };
    Ok(Renewal { approval, ends: arguments.until, sponsor: arguments.sponsor.clone() })
}

pub(super) async fn refuse(arguments: &RefuseRenewal, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    act(&mut desk, "relationship refuse", &arguments.writing, &arguments.partner, |relationship, act| {
        let old = last_term(relationship, act.slug)?;
        let approval = approval(None, &arguments.decided);
        let refused = relationship.refuse_renewal(old, act.id()?, arguments.on, approval);
        refused.map_err(|error| not_renewed(act.slug, &error))
    })
    .await
}

pub(super) async fn lapse(arguments: &LetLapse, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let why = reason(&arguments.writing)?;
    act(&mut desk, "relationship lapse", &arguments.writing, &arguments.partner, |relationship, act| {
        let old = last_term(relationship, act.slug)?;
        relationship.let_lapse(old, why.clone()).map_err(|error| not_renewed(act.slug, &error))
    })
    .await
}

pub(super) async fn promote(arguments: &Promote, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    act(&mut desk, "relationship promote", &arguments.writing, &arguments.partner, |relationship, act| {
        let old = last_term(relationship, act.slug)?;
        let reason = "became a sister city".parse::<Line>().ok();
        let promotion = Promotion { on: arguments.on, reason, approval: None };
        let promoted = relationship.promote(old, act.id()?, promotion);
        promoted.map_err(|error| not_renewed(act.slug, &error))
    })
    .await
}

pub(super) async fn suspend(arguments: &Sleep, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    act(&mut desk, "relationship suspend", &arguments.writing, &arguments.partner, |relationship, act| {
        let slept = relationship.suspend(act.id()?, arguments.on, None);
        slept.map_err(|error| Failure::input(format!("{error}: see signpost relationship show {}", act.slug)))
    })
    .await
}

pub(super) async fn resume(arguments: &Sleep, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    act(&mut desk, "relationship resume", &arguments.writing, &arguments.partner, |relationship, act| {
        let awoken = relationship.resume(arguments.on);
        awoken
            .map_err(|error| Failure::input(format!("{error}: see signpost relationship show {}", act.slug)))
    })
    .await
}

pub(super) async fn end(arguments: &EndRelationship, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let why = reason(&arguments.asking.writing)?;
    let body = async |draft: &mut Draft<'_>| {
        let partner = draft.partner(&arguments.partner)?;
        let ended = partner.relationship.end(arguments.on, why.clone());
        ended.map_err(|error| {
            Failure::input(format!("{error}: see signpost relationship show {}", partner.slug))
        })
    };
    let question = format!("End the relationship with {} on {}?", arguments.partner, arguments.on);
    desk.ask_and_change("relationship end", &arguments.asking, &question, body).await
}

/// The Council's decision as it was given.
pub(super) fn approval(on: Option<HistoricDate>, decided: &cli::Decided) -> Approval {
    Approval {
        on,
        resolution: decided.resolution.clone(),
        vote: decided.vote,
        agenda: decided.agenda.clone(),
        record_number: decided.record_number.clone(),
    }
}

/// Whether what is asked for is that a friendship goes on.
fn is_renewal(relationship: &Relationship, kind: Kind, on: HistoricDate) -> bool {
    kind == Kind::Friendship && relationship.term_on(on.last()).is_some_and(|term| term.kind == kind)
}

fn open_application(
    relationship: &Relationship,
    kind: Option<Kind>,
    slug: &Slug,
) -> Result<(signpost_core::ApplicationId, Kind), Failure> {
    let open = relationship.applications.iter().filter(|one| one.outcome.is_none());
    let mut open = open.filter(|one| kind.is_none_or(|kind| one.kind == kind));
    match (open.next(), open.next()) {
        (Some(one), None) => Ok((one.id, one.kind)),
        (Some(_), Some(_)) => Err(Failure::input(
            "two applications are open: say which with --kind sister or --kind friendship",
        )),
        (None, _) => Err(Failure::input(format!(
            "no application of {slug} is open. To record one: signpost relationship apply {slug} --kind friendship --on DATE"
        ))),
    }
}

fn last_term(relationship: &Relationship, slug: &Slug) -> Result<TermId, Failure> {
    let none = || {
        Failure::input(format!(
            "no term of {slug} is on record. To begin one: signpost relationship establish {slug} --kind friendship --approved DATE"
        ))
    };
    relationship.renewable().map(|term| term.id).ok_or_else(none)
}

/// Why an application is not as the command needs it, and the command that would be right.
pub(in crate::commands) fn undone(slug: &Slug, error: &ApplicationError) -> Failure {
    let way = match error {
        ApplicationError::OpenAlready { .. } => {
            format!("Decide it with: signpost relationship approve {slug} --on DATE (or decline, withdraw)")
        }
        ApplicationError::SisterAlready => format!("To end it: signpost relationship end {slug} --on DATE"),
        ApplicationError::Incomplete { .. } => {
            format!("When it is complete: signpost application complete {slug}")
        }
        _ => format!("See it with: signpost relationship show {slug}"),
    };
    Failure::input(format!("{error}. {way}"))
}

/// Why a relationship did not begin, and the command that would be right.
fn not_begun(slug: &Slug, kind: Kind, error: &BeginningError) -> Failure {
    let way = match error {
        BeginningError::AlreadyCurrent { kind: Kind::Friendship, .. } if kind == Kind::Sister => {
            format!("To make it a sister relationship: signpost relationship promote {slug}")
        }
        BeginningError::AlreadyCurrent { kind: Kind::Friendship, .. } => {
            format!("To renew it: signpost relationship renew {slug} --on DATE")
        }
        BeginningError::Undecided { .. } => {
            format!("When it is: signpost relationship approve {slug} --on DATE")
        }
        BeginningError::NotApproved => format!(
            "Record the request with: signpost relationship apply {slug} --kind friendship --on DATE; or add --approved DATE"
        ),
        BeginningError::NoStart => "Add --on DATE".to_owned(),
        BeginningError::NoTermLength { start } => {
            format!("Set one with: signpost policy set friendship-term P2Y --from {start}")
        }
        BeginningError::EndNotCounted { .. } => "Add --until DATE".to_owned(),
        BeginningError::SisterHasNoEnd => "Leave --until away".to_owned(),
        BeginningError::Memorandum(_) => to_sign(slug),
        _ => format!("See it with: signpost relationship show {slug}"),
    };
    Failure::input(format!("{error}. {way}"))
}

/// Why a term was not renewed, refused or promoted, and the command that would be right.
fn not_renewed(slug: &Slug, error: &RenewalError) -> Failure {
    let way = match error {
        RenewalError::DoesNotEnd => format!("To end it: signpost relationship end {slug} --on DATE"),
        RenewalError::EndUnrecorded => {
            format!("Record it with: signpost relationship correct {slug} --end DATE")
        }
        RenewalError::EndDayNeeded { .. } => "Add --end-day DATE".to_owned(),
        RenewalError::ApprovalDayNeeded => "Add --on DATE, with the day".to_owned(),
        RenewalError::Ended { .. } | RenewalError::OverBefore { .. } => {
            format!("To begin anew: signpost relationship establish {slug}")
        }
        RenewalError::NoTermLength { start } => {
            format!("Set one with: signpost policy set friendship-term P2Y --from {start}")
        }
        RenewalError::Undecided { .. } => {
            format!("When it is: signpost relationship approve {slug} --on DATE")
        }
        RenewalError::Application(error) => return undone(slug, error),
        RenewalError::Memorandum(_) => to_sign(slug),
        _ => format!("See it with: signpost relationship show {slug}"),
    };
    Failure::input(format!("{error}. {way}"))
}

fn to_sign(slug: &Slug) -> String {
    format!(
        "Record it with: signpost agreement sign {slug} --on DATE --signed-by \"host, NAME, Mayor\" --signed-by \"partner, NAME, Mayor\""
    )
}
