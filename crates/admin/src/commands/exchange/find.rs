//! What an exchange names: its partners, its committee, its short name.

use signpost_core::store::exchange;
use signpost_core::{CommitteeId, Line, PartnerId, Slug, fold};

use crate::draft::Draft;
use crate::failure::Failure;
use crate::nearest::nearest;

/// The partners that words call, each once.
pub(super) fn partners(draft: &mut Draft<'_>, words: &[String]) -> Result<Vec<PartnerId>, Failure> {
    let mut partners = Vec::new();
    for word in words {
        let partner = draft.partner(word)?.id;
        if !partners.contains(&partner) {
            partners.push(partner);
        }
    }
    Ok(partners)
}

/// The committee of a name.
pub(super) fn committee(draft: &Draft<'_>, name: &str) -> Result<CommitteeId, Failure> {
    let committees = || draft.dataset.partners.iter().flat_map(|partner| &partner.relationship.committees);
    let called: Vec<_> =
        committees().filter(|committee| fold(committee.name.as_str()) == fold(name)).collect();
    match called.as_slice() {
        [one] => Ok(one.id),
        [] => {
            let names = committees().map(|committee| (committee.name.as_str(), committee.name.as_str()));
            let nearest = nearest(name, names).join(", ");
            let offer =
                if nearest.is_empty() { String::new() } else { format!(": the nearest are {nearest}") };
            Err(Failure::input(format!("--organizer: there is no committee `{name}`{offer}")))
        }
        _ => Err(Failure::input(format!(
            "--organizer: several committees are called `{name}`: rename one, or leave it out"
        ))),
    }
}

/// The short name that a title suggests, with the year unless it is in it.
pub(super) fn slug(title: &Line, year: i16) -> Result<Slug, Failure> {
    let words = if title.as_str().contains(&year.to_string()) {
        title.to_string()
    } else {
        let short: String = title.as_str().chars().take(70).collect();
        format!("{short} {year}")
    };
    let has_letters = Slug::suggested(title.as_str()).is_some();
    Slug::suggested(&words).filter(|_| has_letters).ok_or_else(|| {
        Failure::input(format!(
            "no short name can be made of `{title}`: give it one with --name, as --name visit-{year}"
        ))
    })
}

/// Refuses a short name that another exchange has.
pub(super) async fn must_be_free(draft: &mut Draft<'_>, slug: &Slug) -> Result<(), Failure> {
    match exchange::by_slug(draft.connection(), slug).await? {
        None => Ok(()),
        Some(other) => Err(Failure::input(format!(
            "the short name {slug} is that of another exchange, `{}`: choose one with --name",
            other.title
        ))),
    }
}
