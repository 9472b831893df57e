//! Committees: listed, added, published and removed.

use signpost_core::{Committee, Id, PartnerId};

use super::publishing::{publish, unpublish};
use super::{chosen_partners, load};
use crate::cli::{
    AddCommittee, CommitteeVerb, ListOfPartner, Marked, PublishMarked, ShowMarked, UnpublishMarked,
};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::failure::{Failure, Outcome};
use crate::mark::Mark;
use crate::phrase;
use crate::record::{CommitteeRow, ShownCommittee};

pub(super) async fn run(verb: &CommitteeVerb, desk: Desk<'_>) -> Result<Outcome, Failure> {
    match verb {
        CommitteeVerb::List(arguments) => list(arguments, desk).await,
        CommitteeVerb::Show(arguments) => show(arguments, desk).await,
        CommitteeVerb::Add(arguments) => add(arguments, desk).await,
        CommitteeVerb::Edit(arguments) => edit(arguments, desk).await,
        CommitteeVerb::Publish(arguments) => publish_committee(arguments, desk).await,
        CommitteeVerb::Unpublish(arguments) => unpublish_committee(arguments, desk).await,
        CommitteeVerb::Remove(arguments) => remove(arguments, desk).await,
    }
}

async fn list(arguments: &ListOfPartner, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let register = load(desk.database).await?;
    let partners = chosen_partners(&register, arguments.partner.as_deref(), desk.printer)?;
    let rows: Vec<CommitteeRow> = partners.into_iter().flat_map(CommitteeRow::all).collect();
    desk.printer.list(arguments.output.format, &rows)?;
    desk.printer.say(format_args!("{}.", phrase::listed(&rows, "committee")))?;
    Ok(Outcome::Done)
}

async fn show(arguments: &ShowMarked, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let register = load(desk.database).await?;
    let all = register.partners().iter().flat_map(|partner| {
        partner.relationship.committees.iter().map(move |committee| (partner, committee))
    });
    let (partner, committee) =
        arguments.mark.find(all, |(_, committee)| committee.id.uuid(), ("committee", "committee list"))?;
    desk.printer.record(arguments.output.format, &ShownCommittee::new(partner, committee))?;
    Ok(Outcome::Done)
}

async fn add(arguments: &AddCommittee, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let committee = Committee {
            id: draft.id()?,
            name: arguments.name.clone(),
            side: arguments.side,
            form: arguments.form,
            founded: arguments.founded,
            websites: arguments.websites.clone(),
            offers: None,
            contacts: Vec::new(),
            published_at: None,
            note: None,
        };
        draft.partner(&arguments.partner)?.relationship.committees.push(committee);
        Ok(())
    };
    desk.change("committee add", &arguments.writing, body).await
}

async fn edit(arguments: &Marked, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let narrow = async |draft: &mut Draft<'_>| {
        let (partner, _) = find(draft, &arguments.mark)?;
        draft.file_of(partner)
    };
    desk.edit("committee edit", &arguments.asking, narrow).await
}

async fn publish_committee(arguments: &PublishMarked, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let (now, zone) = (draft.now(), draft.zone());
        let (_, committee) = find(draft, &arguments.mark)?;
        publish(&mut committee.published_at, arguments.at, (now, &zone), committee.name.as_str())
    };
    desk.change("committee publish", &arguments.writing, body).await
}

async fn unpublish_committee(arguments: &UnpublishMarked, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let (_, committee) = find(draft, &arguments.mark)?;
        unpublish(&mut committee.published_at, committee.name.as_str())
    };
    desk.change("committee unpublish", &arguments.writing, body).await
}

async fn remove(arguments: &Marked, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let id = find(draft, &arguments.mark)?.1.id;
        for partner in &mut draft.dataset.partners {
            partner.relationship.committees.retain(|committee| committee.id != id);
        }
        Ok(())
    };
    desk.ask_and_change("committee remove", &arguments.asking, "Remove this committee?", body).await
}

/// The committee with a mark, and whose partner's it is.
fn find<'a>(draft: &'a mut Draft<'_>, mark: &Mark) -> Result<(PartnerId, &'a mut Committee), Failure> {
    let partners = draft.dataset.partners.iter_mut();
    let committees = partners.flat_map(|partner| {
        let id = partner.id;
        partner.relationship.committees.iter_mut().map(move |committee| (id, committee))
    });
    mark.find(committees, |(_, committee)| committee.id.uuid(), ("committee", "committee list"))
}
