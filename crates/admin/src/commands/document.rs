//! Documents: listed, shown, attached, published.

use jiff::Timestamp;
use signpost_core::store::{document, snapshot};
use signpost_core::{Content, Document, DocumentSubject, Markdown};

use super::file::{self, Attachment};
use super::publishing::publish;
use super::{agreement, load, page};
use crate::cli::{
    AddDocument, AttachedFile, Chosen, DocumentVerb, List, PublishDocument, ShowDocument, Writing,
};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::failure::{Failure, Outcome};
use crate::phrase;
use crate::record::{DocumentRecord, DocumentRow};

pub(super) async fn run(verb: &DocumentVerb, desk: Desk<'_>) -> Result<Outcome, Failure> {
    match verb {
        DocumentVerb::List(arguments) => list(arguments, desk).await,
        DocumentVerb::Show(arguments) => show(arguments, desk).await,
        DocumentVerb::Add(arguments) => add(arguments, desk).await,
        DocumentVerb::Edit(arguments) => edit(arguments, desk).await,
        DocumentVerb::Publish(arguments) => publish_document(arguments, desk).await,
        DocumentVerb::Unpublish(arguments) => file::unpublish::<Document>(arguments, desk).await,
        DocumentVerb::Remove(arguments) => file::remove::<Document>(arguments, desk).await,
    }
}

async fn list(arguments: &List, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let register = load(desk.database).await?;
    let documents = document::all(&mut *snapshot(desk.database.pool()).await?).await?;
    let rows: Vec<DocumentRow> =
        documents.iter().map(|document| DocumentRow::new(document, &register)).collect();
    desk.printer.list(arguments.output.format, &rows)?;
    desk.printer.say(format_args!("{}.", phrase::listed(&rows, "document")))?;
    Ok(Outcome::Done)
}

async fn show(arguments: &ShowDocument, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let register = load(desk.database).await?;
    let documents = document::all(&mut *snapshot(desk.database.pool()).await?).await?;
    let place = file::place(&documents, &arguments.name)?;
    let Some(document) = documents.get(place) else { return Ok(Outcome::Done) };
    if let Some(path) = &arguments.save {
        file::save(document.file.digest, path, &mut desk).await?;
    }
    desk.printer.record(arguments.output.format, &DocumentRecord::new(document, &register))?;
    Ok(Outcome::Done)
}

/// What a document is attached to, in the words that call it.
pub(super) enum AttachTo<'a> {
    /// The relationship with a partner.
    Partner(&'a str),
    /// An agreement with a partner.
    Agreement { partner: &'a str, agreement: &'a str },
    /// An exchange.
    Exchange(&'a str),
}

impl AttachTo<'_> {
    async fn find(&self, draft: &mut Draft<'_>) -> Result<DocumentSubject, Failure> {
        Ok(match *self {
            Self::Exchange(name) => DocumentSubject::Exchange(draft.exchange(name).await?.id),
            Self::Partner(partner) => DocumentSubject::Relationship(draft.partner(partner)?.relationship.id),
            Self::Agreement { partner, agreement } => DocumentSubject::Agreement(
                agreement::called(&draft.partner(partner)?.relationship, agreement)?.id,
            ),
        })
    }
}

async fn add(arguments: &AddDocument, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let partner = arguments.partner.as_deref().unwrap_or_default();
    let to = match (&arguments.exchange, &arguments.agreement) {
        (Some(exchange), _) => AttachTo::Exchange(exchange),
        (None, Some(agreement)) => AttachTo::Agreement { partner, agreement },
        (None, None) => AttachTo::Partner(partner),
    };
    attach("document add", &arguments.attached, to, &arguments.writing, desk).await
}

/// Attaches a file to something.
pub(super) async fn attach(
    command: &str,
    attached: &AttachedFile,
    to: AttachTo<'_>,
    writing: &Writing,
    mut desk: Desk<'_>,
) -> Result<Outcome, Failure> {
    let (content, name) = file::taken_in(&attached.file, Content::document)?;
    let text_alternative = attached.text.as_deref().map(page::text).transpose()?;
    let body = async |draft: &mut Draft<'_>| {
        let attached_to = to.find(draft).await?;
        let document = Document {
            id: draft.id()?,
            attached_to,
            title: attached.title.clone(),
            file: content.file(name.clone()),
            language: attached.language.clone(),
            text_alternative: text_alternative.clone(),
            published_at: None,
            note: None,
        };
        draft.dataset.documents.push(document);
        draft.dataset.keep(content.clone());
        Ok(())
    };
    desk.change(command, writing, body).await
}

async fn edit(arguments: &Chosen, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let narrow = async |draft: &mut Draft<'_>| {
        let document = file::find::<Document>(draft, &arguments.name).await?.clone();
        draft.load_content(document.file.digest).await?;
        if let DocumentSubject::Exchange(id) = document.attached_to {
            draft.load_exchange(id).await?;
        }
        draft.dataset.documents.retain(|other| other.id == document.id);
        Ok("documents.toml".to_owned())
    };
    desk.edit("document edit", &arguments.asking, narrow).await
}

async fn publish_document(arguments: &PublishDocument, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    let text: Option<Markdown> = arguments.text.as_deref().map(page::text).transpose()?;
    let body = async |draft: &mut Draft<'_>| {
        let (now, zone) = (draft.now(), draft.zone());
        let document: &mut Document = file::find(draft, &arguments.name).await?;
        if let Some(text) = &text {
            document.text_alternative = Some(text.clone());
        }
        let called = document.called();
        let mut from = document.published_at;
        publish(&mut from, arguments.at, (now, &zone), &called)?;
        document.publish(from.unwrap_or(now)).map_err(|error| {
            Failure::input(format!("{called}: {error}. Write it into a file, and give that with --text FILE"))
        })
    };
    desk.change("document publish", &arguments.writing, body).await
}

impl Attachment for Document {
    const NOUN: &'static str = "document";

    async fn load<'a>(draft: &'a mut Draft<'_>) -> Result<&'a mut Vec<Self>, Failure> {
        draft.load_documents().await?;
        Ok(&mut draft.dataset.documents)
    }

    fn id(&self) -> String {
        self.id.to_string()
    }

    fn words(&self) -> [&str; 2] {
        [self.title.as_str(), self.file.name.as_str()]
    }

    fn published_at(&mut self) -> &mut Option<Timestamp> {
        &mut self.published_at
    }
}
