//! Partners: listed and shown, added, renamed, published.

use signpost_core::database::Database;
use signpost_core::dataset::{Redirect, RedirectTarget};
use signpost_core::{Clock, Partner, Place, Relationship, Subject, TranslationSubject};

use super::publishing::{publish, unpublish};
use super::{find_partner, load};
use crate::as_of::AsOf;
use crate::cli::{AddPartner, Chosen, ListOn, Named, PartnerVerb, Publish, RenamePartner, ShowOn};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::failure::{Failure, Outcome};
use crate::phrase;
use crate::printer::Printer;
use crate::record::{PartnerRecord, PartnerRow};

pub(super) async fn run(verb: &PartnerVerb, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let Desk { database, clock, .. } = desk;
    match verb {
        PartnerVerb::List(arguments) => list(arguments, database, desk.printer, clock).await,
        PartnerVerb::Show(arguments) => show(arguments, database, desk.printer, clock).await,
        PartnerVerb::Add(arguments) => add(arguments, desk).await,
        PartnerVerb::Edit(arguments) => edit(arguments, desk).await,
        PartnerVerb::Rename(arguments) => rename(arguments, desk).await,
        PartnerVerb::Publish(arguments) => publish_partner(arguments, desk).await,
        PartnerVerb::Unpublish(arguments) => unpublish_partner(arguments, desk).await,
        PartnerVerb::Remove(arguments) => remove(arguments, desk).await,
    }
}

async fn add(arguments: &AddPartner, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let place = arguments.latitude.zip(arguments.longitude).map(|(north, east)| Place::new(north, east));
    let place =
        place.transpose().map_err(|error| Failure::input(format!("--latitude, --longitude: {error}")))?;
    let body = async |draft: &mut Draft<'_>| {
        let partner = Partner {
            id: draft.id()?,
            slug: arguments.slug.clone(),
            name: arguments.name.clone(),
            names: Vec::new(),
            country: arguments.country.clone(),
            country_label: arguments.country_label.clone(),
            region: arguments.region.clone(),
            place,
            time_zone: arguments.time_zone.clone(),
            geonames: None,
            wikidata: arguments.wikidata.clone(),
            introduction: None,
            published_at: None,
            note: None,
            relationship: Relationship::new(draft.id()?),
        };
        draft.dataset.partners.push(partner);
        Ok(())
    };
    desk.change("partner add", &arguments.writing, body).await
}

async fn edit(arguments: &Chosen, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let narrow = async |draft: &mut Draft<'_>| {
        let slug = &draft.partner(&arguments.name)?.slug;
        Ok(format!("partners/{slug}.toml"))
    };
    desk.edit("partner edit", &arguments.asking, narrow).await
}

/// Gives a partner another short name. A link to the former one leads to it for ever.
async fn rename(arguments: &RenamePartner, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let redirect = draft.id()?;
        let partner = draft.partner(&arguments.partner)?;
        if partner.slug == arguments.name {
            return Err(Failure::input(format!("{} is its short name already", partner.slug)));
        }
        let former = std::mem::replace(&mut partner.slug, arguments.name.clone());
        let to = RedirectTarget::Partner(partner.id);
        let redirects = &mut draft.dataset.redirects;
        redirects.retain(|redirect| redirect.to != to || redirect.slug != arguments.name);
        redirects.push(Redirect { id: redirect, slug: former, to });
        Ok(())
    };
    desk.change("partner rename", &arguments.writing, body).await
}

async fn publish_partner(arguments: &Publish, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let (now, zone) = (draft.now(), draft.zone());
        let partner = draft.partner(&arguments.name)?;
        publish(&mut partner.published_at, arguments.at, (now, &zone), partner.name.as_str())
    };
    desk.change("partner publish", &arguments.writing, body).await
}

async fn unpublish_partner(arguments: &Named, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let partner = draft.partner(&arguments.name)?;
        unpublish(&mut partner.published_at, partner.name.as_str())
    };
    desk.change("partner unpublish", &arguments.writing, body).await
}

/// Removes a partner of which nothing is on record; one that has a history keeps its page for ever.
async fn remove(arguments: &Chosen, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let partner = draft.partner(&arguments.name)?;
        if !partner.relationship.is_blank() {
            return Err(Failure::input(format!(
                "{} has a history, and keeps its page for ever. If it must not be seen: signpost partner unpublish {}",
                partner.name, partner.slug
            )));
        }
        let id = partner.id;
        draft.dataset.partners.retain(|partner| partner.id != id);
        draft.dataset.redirects.retain(|redirect| redirect.to != RedirectTarget::Partner(id));
        draft.dataset.claims.retain(|claim| claim.subject != Subject::Partner(id));
        draft.dataset.translations.retain(|translation| translation.of != TranslationSubject::Partner(id));
        Ok(())
    };
    let question = format!("Remove the partner {}?", arguments.name);
    desk.ask_and_change("partner remove", &arguments.asking, &question, body).await
}

/// As of a day, those of which anything was on record by then; otherwise all of them.
async fn list(
    arguments: &ListOn,
    database: &Database,
    printer: &mut Printer,
    clock: Clock,
) -> Result<Outcome, Failure> {
    let register = load(database).await?;
    let as_of = AsOf::new(arguments.on, &register, clock);
    let partners = register.partners().iter();
    let listed = partners
        .filter(|partner| arguments.on.is_none() || register.standing(partner, as_of.day()).is_some());
    let rows: Vec<PartnerRow> = listed.map(|partner| PartnerRow::new(&register, partner, as_of)).collect();
    printer.list(arguments.output.format, &rows)?;
    let count = phrase::listed(&rows, "partner");
    printer.say(format_args!("{count} of {}{}.", register.programme().city, as_of.words()))?;
    Ok(Outcome::Done)
}

async fn show(
    arguments: &ShowOn,
    database: &Database,
    printer: &mut Printer,
    clock: Clock,
) -> Result<Outcome, Failure> {
    let register = load(database).await?;
    let partner = find_partner(&register, &arguments.partner, printer)?;
    let as_of = AsOf::new(arguments.on, &register, clock);
    printer.record(arguments.output.format, &PartnerRecord::new(&register, partner, as_of))?;
    Ok(Outcome::Done)
}
