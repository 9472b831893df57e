//! Gifts: listed, added and removed.

use signpost_core::{Gift, Id, PartnerId};

use super::{chosen_partners, load};
use crate::cli::{AddGift, GiftVerb, ListOfPartner, Marked, ShowMarked};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::failure::{Failure, Outcome};
use crate::mark::Mark;
use crate::phrase;
use crate::record::GiftRow;

pub(super) async fn run(verb: &GiftVerb, desk: Desk<'_>) -> Result<Outcome, Failure> {
    match verb {
        GiftVerb::List(arguments) => list(arguments, desk).await,
        GiftVerb::Show(arguments) => show(arguments, desk).await,
        GiftVerb::Add(arguments) => add(arguments, desk).await,
        GiftVerb::Edit(arguments) => edit(arguments, desk).await,
        GiftVerb::Remove(arguments) => remove(arguments, desk).await,
    }
}

async fn list(arguments: &ListOfPartner, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let register = load(desk.database).await?;
    let partners = chosen_partners(&register, arguments.partner.as_deref(), desk.printer)?;
    let rows = partners.into_iter().flat_map(GiftRow::all);
    let rows: Vec<GiftRow> = rows.collect();
    desk.printer.list(arguments.output.format, &rows)?;
    desk.printer.say(format_args!("{}.", phrase::listed(&rows, "gift")))?;
    Ok(Outcome::Done)
}

async fn show(arguments: &ShowMarked, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let register = load(desk.database).await?;
    let rows = register.partners().iter().flat_map(GiftRow::all);
    let row = arguments.mark.find(rows, |row| row.id().uuid(), ("gift", "gift list"))?;
    desk.printer.record(arguments.output.format, &row)?;
    Ok(Outcome::Done)
}

async fn add(arguments: &AddGift, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let gift = Gift {
            id: draft.id()?,
            what: arguments.what.clone(),
            given: arguments.given,
            giver: arguments.giver,
            place: arguments.place.clone(),
            note: None,
        };
        draft.partner(&arguments.partner)?.relationship.gifts.push(gift);
        Ok(())
    };
    desk.change("gift add", &arguments.writing, body).await
}

async fn edit(arguments: &Marked, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let narrow = async |draft: &mut Draft<'_>| {
        let (partner, _) = find(draft, &arguments.mark)?;
        draft.file_of(partner)
    };
    desk.edit("gift edit", &arguments.asking, narrow).await
}

async fn remove(arguments: &Marked, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let (_, gift) = find(draft, &arguments.mark)?;
        for partner in &mut draft.dataset.partners {
            partner.relationship.gifts.retain(|one| one.id != gift.id);
        }
        Ok(())
    };
    desk.ask_and_change("gift remove", &arguments.asking, "Remove this gift?", body).await
}

/// The gift with a mark, and whose it is.
fn find(draft: &Draft<'_>, mark: &Mark) -> Result<(PartnerId, Gift), Failure> {
    let partners = draft.dataset.partners.iter();
    let gifts = partners.flat_map(|partner| partner.relationship.gifts.iter().map(|gift| (partner.id, gift)));
    let (partner, gift) = mark.find(gifts, |(_, gift)| gift.id.uuid(), ("gift", "gift list"))?;
    Ok((partner, gift.clone()))
}
