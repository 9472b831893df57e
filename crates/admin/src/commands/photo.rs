//! Photos: listed, shown, added, published.

use jiff::Timestamp;
use signpost_core::store::{image, snapshot};
use signpost_core::{Content, Image, ImageSubject, Minors};

use super::file::{self, Attachment};
use super::publishing::publish;
use super::{agreement, load};
use crate::cli::{AddPhoto, Chosen, List, MinorsShown, PhotoVerb, PublishPhoto, ShowPhoto};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::failure::{Failure, Outcome};
use crate::phrase;
use crate::record::{PhotoRecord, PhotoRow};

pub(super) async fn run(verb: &PhotoVerb, desk: Desk<'_>) -> Result<Outcome, Failure> {
    match verb {
        PhotoVerb::List(arguments) => list(arguments, desk).await,
        PhotoVerb::Show(arguments) => show(arguments, desk).await,
        PhotoVerb::Add(arguments) => add(arguments, desk).await,
        PhotoVerb::Edit(arguments) => edit(arguments, desk).await,
        PhotoVerb::Publish(arguments) => publish_photo(arguments, desk).await,
        PhotoVerb::Unpublish(arguments) => file::unpublish::<Image>(arguments, desk).await,
        PhotoVerb::Remove(arguments) => file::remove::<Image>(arguments, desk).await,
    }
}

async fn list(arguments: &List, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let register = load(desk.database).await?;
    let images = image::all(&mut *snapshot(desk.database.pool()).await?).await?;
    let rows: Vec<PhotoRow> = images.iter().map(|image| PhotoRow::new(image, &register)).collect();
    desk.printer.list(arguments.output.format, &rows)?;
    desk.printer.say(format_args!("{}.", phrase::listed(&rows, "photo")))?;
    Ok(Outcome::Done)
}

async fn show(arguments: &ShowPhoto, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let register = load(desk.database).await?;
    let images = image::all(&mut *snapshot(desk.database.pool()).await?).await?;
    let place = file::place(&images, &arguments.name)?;
    let Some(image) = images.get(place) else { return Ok(Outcome::Done) };
    if let Some(path) = &arguments.save {
        file::save(image.file.digest, path, &mut desk).await?;
    }
    desk.printer.record(arguments.output.format, &PhotoRecord::new(image, &register))?;
    Ok(Outcome::Done)
}

async fn add(arguments: &AddPhoto, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let minors = match (arguments.minors, &arguments.consent) {
        (MinorsShown::None, Some(consent)) => {
            return Err(Failure::input(format!(
                "--consent {consent}: a photo that shows no minors needs none. Leave it out, or say --minors shown"
            )));
        }
        (MinorsShown::None, None) => Minors::None,
        (MinorsShown::Shown, consent) => Minors::Shown { consent: consent.clone() },
    };
    let (content, name) = file::taken_in(&arguments.file, Content::picture)?;
    let (width, height) = content.size().unwrap_or_default();
    let body = async |draft: &mut Draft<'_>| {
        draft.load_images().await?;
        let image = Image {
            id: draft.id()?,
            shown_at: subject(arguments, draft).await?,
            file: content.file(name.clone()),
            width,
            height,
            alternative: arguments.alternative.clone(),
            caption: arguments.caption.clone(),
            credit: arguments.credit.clone(),
            minors: minors.clone(),
            published_at: None,
        };
        draft.dataset.images.push(image);
        draft.dataset.keep(content.clone());
        Ok(())
    };
    desk.change("photo add", &arguments.writing, body).await
}

/// Where a photo is shown.
async fn subject(arguments: &AddPhoto, draft: &mut Draft<'_>) -> Result<ImageSubject, Failure> {
    if let Some(exchange) = &arguments.exchange {
        return Ok(ImageSubject::Exchange(draft.exchange(exchange).await?.id));
    }
    let Some(partner) = &arguments.partner else {
        return Ok(ImageSubject::Home(draft.dataset.programme.id));
    };
    let partner = draft.partner(partner)?;
    match (&arguments.agreement, &arguments.gift) {
        (Some(word), _) => Ok(ImageSubject::Agreement(agreement::called(&partner.relationship, word)?.id)),
        (None, Some(word)) => Ok(ImageSubject::Gift(file::gift(partner, word)?)),
        (None, None) => Ok(ImageSubject::Partner(partner.id)),
    }
}

async fn edit(arguments: &Chosen, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let narrow = async |draft: &mut Draft<'_>| {
        let shown_at = file::find::<Image>(draft, &arguments.name).await?.shown_at;
        draft.dataset.images.retain(|image| image.shown_at == shown_at);
        let digests: Vec<_> = draft.dataset.images.iter().map(|image| image.file.digest).collect();
        for digest in digests {
            draft.load_content(digest).await?;
        }
        if let ImageSubject::Exchange(id) = shown_at {
            draft.load_exchange(id).await?;
        }
        Ok("images.toml".to_owned())
    };
    desk.edit("photo edit", &arguments.asking, narrow).await
}

async fn publish_photo(arguments: &PublishPhoto, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let body = async |draft: &mut Draft<'_>| {
        let (now, zone) = (draft.now(), draft.zone());
        let image: &mut Image = file::find(draft, &arguments.name).await?;
        let called = image.called();
        if let Some(given) = &arguments.consent {
            image.minors = Minors::Shown { consent: Some(given.clone()) };
        }
        let mut from = image.published_at;
        publish(&mut from, arguments.at, (now, &zone), &called)?;
        image.publish(from.unwrap_or(now)).map_err(|error| {
            Failure::input(format!("{called}: {error}. Once you have it, give it with --consent WORDS"))
        })
    };
    desk.change("photo publish", &arguments.writing, body).await
}

impl Attachment for Image {
    const NOUN: &'static str = "photo";

    async fn load<'a>(draft: &'a mut Draft<'_>) -> Result<&'a mut Vec<Self>, Failure> {
        draft.load_images().await?;
        Ok(&mut draft.dataset.images)
    }

    fn id(&self) -> String {
        self.id.to_string()
    }

    fn words(&self) -> [&str; 2] {
        [self.file.name.as_str(), self.alternative.as_str()]
    }

    fn published_at(&mut self) -> &mut Option<Timestamp> {
        &mut self.published_at
    }
}
