//! The other names of partners.

use signpost_core::{NamePurpose, PartnerName};

use super::{chosen_partners, load};
use crate::cli::{AddAlias, AliasVerb, ListOfPartner, RemoveAlias};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::failure::{Failure, Outcome};
use crate::phrase;
use crate::record::AliasRow;

pub(super) async fn run(verb: &AliasVerb, desk: Desk<'_>) -> Result<Outcome, Failure> {
    match verb {
        AliasVerb::List(arguments) => list(arguments, desk).await,
        AliasVerb::Add(arguments) => add(arguments, desk).await,
        AliasVerb::Remove(arguments) => remove(arguments, desk).await,
    }
}

async fn list(arguments: &ListOfPartner, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let register = load(desk.database).await?;
    let partners = chosen_partners(&register, arguments.partner.as_deref(), desk.printer)?;
    let rows: Vec<AliasRow> = partners.into_iter().flat_map(AliasRow::all).collect();
    desk.printer.list(arguments.output.format, &rows)?;
    desk.printer.say(format_args!("{}.", phrase::listed(&rows, "name")))?;
    Ok(Outcome::Done)
}

/// Adds a name: one in a language is shown, another only finds the partner.
async fn add(arguments: &AddAlias, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let id = draft.id()?;
        let partner = draft.partner(&arguments.partner)?;
        if partner.names.iter().any(|name| name.text == arguments.name && name.language == arguments.language)
        {
            return Err(Failure::input(format!("{} has the name {} already", partner.slug, arguments.name)));
        }
        let shown = arguments.language.is_some();
        partner.names.push(PartnerName {
            id,
            text: arguments.name.clone(),
            language: arguments.language.clone(),
            purpose: if shown { NamePurpose::Preferred } else { NamePurpose::Alias },
            reading: arguments.reading.clone(),
            note: None,
        });
        Ok(())
    };
    desk.change("alias add", &arguments.writing, body).await
}

async fn remove(arguments: &RemoveAlias, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let partner = draft.partner(&arguments.partner)?;
        let before = partner.names.len();
        partner.names.retain(|name| name.text != arguments.name);
        if partner.names.len() == before {
            let names: Vec<&str> = partner.names.iter().map(|name| name.text.as_str()).collect();
            let (slug, names) = (&partner.slug, names.join(", "));
            return Err(Failure::input(format!(
                "{slug} has no other name `{}`: it has {names}",
                arguments.name
            )));
        }
        Ok(())
    };
    let question = format!("Remove the name {} of {}?", arguments.name, arguments.partner);
    desk.ask_and_change("alias remove", &arguments.asking, &question, body).await
}
