//! Documents and images as files hold them: `documents.toml`, `images.toml`, and their bytes in `documents/` and
//! `images/`.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::agreement;
use super::block::Block;
use super::folder::check_path;
use super::reading::{Names, Reading};
use super::record::Record;
use super::table::Table;
use super::writing::Writing;
use crate::document::{Content, ContentError, Document, DocumentSubject, File, Image, ImageSubject, Minors};
use crate::identity::{ExchangeId, GiftId, Id, ProgrammeId};
use crate::partner::Partner;
use crate::text::Line;

const DOCUMENTS: &str = "documents";
const IMAGES: &str = "images";

/// What documents and images may belong to.
#[derive(Debug)]
pub(super) struct Owners<'a> {
    /// The partners.
    pub(super) partners: &'a [Partner],
    /// The partners, by slug: the number of each.
    pub(super) by_slug: Names<usize>,
    /// The exchanges.
    pub(super) exchanges: &'a Names<ExchangeId>,
    /// The programme.
    pub(super) programme: Option<ProgrammeId>,
}

impl<'a> Owners<'a> {
    fn partner(&self, row: &Table<'_>) -> Option<&'a Partner> {
        self.partners.get(self.by_slug.required(row, "partner")?)
    }
}

/// The documents.
pub(super) fn read_documents(reading: &Reading<'_>, owners: &Owners<'_>) -> Vec<Document> {
    let mut used = HashSet::new();
    let documents = reading.toml("documents.toml", |file| {
        file.rows("documents", |row| read_document(reading, row, owners, &mut used))
    });
    refuse_strays(reading, DOCUMENTS, &used);
    documents.unwrap_or_default()
}

fn read_document(
    reading: &Reading<'_>,
    row: &Table<'_>,
    owners: &Owners<'_>,
    used: &mut HashSet<String>,
) -> Option<Document> {
    let path: Option<String> = row.required("file");
    let title = row.required("title");
    let language = row.required("language");
    let attached_to = read_document_owner(row, owners);
    let published_at = row.optional("published_at");
    let note = row.optional("note");
    let file = read_file(reading, row, DOCUMENTS, used, Content::document);
    let path = path?;
    let beside = format!("{path}.md");
    let text_alternative = reading.markdown(&beside);
    used.insert(beside);
    let id = reading.ids.of(row, "document", &path);
    if published_at.is_some() && text_alternative.is_none() {
        row.fault(
            "published_at",
            format!("a public document needs what it says as text: write it into {path}.md"),
        );
    }
    let (file, attached_to, title) = (file?.0, attached_to?, title?);
    Some(Document { id, attached_to, title, file, language: language?, text_alternative, published_at, note })
}

fn read_document_owner(row: &Table<'_>, owners: &Owners<'_>) -> Option<DocumentSubject> {
    match (row.has("partner"), row.has("agreement"), row.has("exchange")) {
        (true, false, false) => {
            owners.partner(row).map(|partner| DocumentSubject::Relationship(partner.relationship.id))
        }
        (true, true, false) => agreement::find(row, "agreement", owners.partner(row)?)
            .map(|found| DocumentSubject::Agreement(found.id)),
        (false, false, true) => owners.exchanges.required(row, "exchange").map(DocumentSubject::Exchange),
        _ => {
            row.fault_here("say whose it is: `partner`, or `partner` and `agreement`, or `exchange`");
            None
        }
    }
}

/// The images.
pub(super) fn read_images(reading: &Reading<'_>, owners: &Owners<'_>) -> Vec<Image> {
    let mut used = HashSet::new();
    let images = reading
        .toml("images.toml", |file| file.rows("images", |row| read_image(reading, row, owners, &mut used)));
    refuse_strays(reading, IMAGES, &used);
    images.unwrap_or_default()
}

fn read_image(
    reading: &Reading<'_>,
    row: &Table<'_>,
    owners: &Owners<'_>,
    used: &mut HashSet<String>,
) -> Option<Image> {
    let path: Option<String> = row.required("file");
    let shown_at = read_image_owner(row, owners);
    let alternative = row.required("alternative");
    let caption = row.optional("caption");
    let credit = row.required("credit");
    let minors: Option<String> = row.required("minors");
    let consent: Option<Line> = row.optional("consent");
    let published_at = row.optional("published_at");
    let file = read_file(reading, row, IMAGES, used, Content::picture);
    let minors = match minors.as_deref() {
        Some("none") if row.has("consent") => {
            row.fault("consent", "an image that shows no minors needs none: leave it out");
            None
        }
        Some("none") => Some(Minors::None),
        Some("shown") => {
            if published_at.is_some() && consent.is_none() {
                row.fault(
                    "published_at",
                    "an image of minors needs its `consent`: who consented, when, to what",
                );
            }
            Some(Minors::Shown { consent })
        }
        Some(_) => {
            row.fault("minors", "write `none`, or `shown` where the image shows minors");
            None
        }
        None => None,
    };
    let id = reading.ids.of(row, "image", &path?);
    let (shown_at, (file, (width, height))) = (shown_at?, file?);
    let (alternative, credit, minors) = (alternative?, credit?, minors?);
    Some(Image { id, shown_at, file, width, height, alternative, caption, credit, minors, published_at })
}

fn read_image_owner(row: &Table<'_>, owners: &Owners<'_>) -> Option<ImageSubject> {
    let home = row.text("home").is_some_and(|home| home == "true");
    match (home, row.has("partner"), row.has("agreement"), row.has("gift"), row.has("exchange")) {
        (true, false, false, false, false) => owners.programme.map(ImageSubject::Home),
        (false, true, false, false, false) => {
            owners.partner(row).map(|partner| ImageSubject::Partner(partner.id))
        }
        (false, true, true, false, false) => agreement::find(row, "agreement", owners.partner(row)?)
            .map(|found| ImageSubject::Agreement(found.id)),
        (false, true, false, true, false) => find_gift(row, owners.partner(row)?).map(ImageSubject::Gift),
        (false, false, false, false, true) => {
            owners.exchanges.required(row, "exchange").map(ImageSubject::Exchange)
        }
        _ => {
            let text = "say where it is shown: `home = true`, `partner`, `partner` and `agreement`, `partner` and \
                        `gift`, or `exchange`";
            row.fault_here(text);
            None
        }
    }
}

/// The gift that a record names: by what it is, where that is its own among those of the partner, else by its id.
fn find_gift(row: &Table<'_>, partner: &Partner) -> Option<GiftId> {
    let name: String = row.required("gift")?;
    let gifts = &partner.relationship.gifts;
    let mut found = gifts.iter().filter(|gift| gift.what.as_str() == name || gift.id.to_string() == name);
    let only = found.next().filter(|_| found.next().is_none());
    if only.is_none() {
        let hint = row.nearest().hint(&name, gifts.iter().map(|gift| gift.what.as_str()));
        let name = super::fault::printable(&name);
        row.fault("gift", format!("`{name}` is what no single gift of {} is{hint}", partner.slug));
    }
    only.map(|gift| gift.id)
}

/// The file that a record names, if its bytes may be kept, and its width and height, of a picture. The bytes go with
/// those of the other files.
fn read_file(
    reading: &Reading<'_>,
    row: &Table<'_>,
    folder: &str,
    used: &mut HashSet<String>,
    take_in: impl FnOnce(Vec<u8>) -> Result<Content, ContentError>,
) -> Option<(File, (u32, u32))> {
    let path: String = row.optional("file")?;
    let name: Option<Line> = row.optional("name");
    check_path(&path, folder).map_err(|refusal| row.fault("file", refusal)).ok()?;
    if !reading.folder.has(&path) {
        let hint = row.nearest().hint(&path, reading.folder.within(&format!("{folder}/")));
        row.fault("file", format!("`{}` is not there{hint}", super::fault::printable(&path)));
        return None;
    }
    used.insert(path.clone());
    let last = path.rsplit('/').next().unwrap_or_default();
    let name = match name {
        Some(name) => name,
        None => {
            last.parse().map_err(|_| row.fault("file", "its name is no plain line: give a `name`")).ok()?
        }
    };
    let content = take_in(reading.folder.bytes(&path)?);
    let content = content.map_err(|refusal| reading.faults.add(&path, None, refusal.to_string())).ok()?;
    let file = (content.file(name), content.size().unwrap_or_default());
    reading.keep(content);
    Some(file)
}

fn refuse_strays(reading: &Reading<'_>, folder: &str, used: &HashSet<String>) {
    for file in reading.folder.within(&format!("{folder}/")).filter(|file| !used.contains(*file)) {
        reading.faults.add(
            file,
            None,
            format!("{folder}.toml does not name it: add it there, or take it away"),
        );
    }
}

/// Where the file of each record goes: under its own name where that is plain and no other's, else under its id.
fn paths<T: Id>(folder: &str, files: &[(T, &File)]) -> Vec<String> {
    let mut counts: HashMap<String, u32> = HashMap::new();
    for (_, file) in files {
        *counts.entry(file.name.as_str().to_lowercase()).or_default() += 1;
    }
    let path = |(id, file): &(T, &File)| {
        let name = file.name.as_str();
        let own = counts.get(&name.to_lowercase()) == Some(&1) && is_plain(name);
        let ending = name.rsplit_once('.').map(|(_, ending)| ending).filter(|ending| is_plain(ending));
        match ending {
            _ if own => format!("{folder}/{name}"),
            Some(ending) => format!("{folder}/{}.{ending}", id.uuid()),
            None => format!("{folder}/{}", id.uuid()),
        }
    };
    files.iter().map(path).collect()
}

/// Whether a name can be a file's anywhere, and is not that of a text alternative.
fn is_plain(name: &str) -> bool {
    let plain = |character: char| character.is_alphanumeric() || "-_. ()".contains(character);
    let ends = name.starts_with(['.', ' ']) || name.ends_with(['.', ' ']);
    let is_text = name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("md"));
    name.len() <= 150 && name.chars().all(plain) && !ends && !is_text
}

/// A file that is written beside the list that names it: its path and its bytes.
pub(super) type Attached<'a> = (String, Cow<'a, [u8]>);

/// The list of the documents, and their files.
pub(super) fn write_documents<'a>(writing: &Writing<'a>) -> (Option<(String, String)>, Vec<Attached<'a>>) {
    let documents = &writing.dataset.documents;
    let files: Vec<_> = documents.iter().map(|document| (document.id, &document.file)).collect();
    let paths = paths(DOCUMENTS, &files);
    let blocks = documents.iter().zip(&paths).map(|(document, path)| write_document(writing, document, path));
    let list = super::write::listed("documents.toml", blocks);
    let mut files = Vec::new();
    for (document, path) in documents.iter().zip(paths) {
        if let Some(text) = &document.text_alternative {
            files.push((format!("{path}.md"), Cow::Owned(format!("{text}\n").into_bytes())));
        }
        files.extend(attached(writing, path, &document.file));
    }
    (list, files)
}

fn write_document(writing: &Writing<'_>, document: &Document, path: &str) -> String {
    let (partner, agreement) = match document.attached_to {
        DocumentSubject::Relationship(id) => (writing.related(id), None),
        DocumentSubject::Agreement(id) => named_agreement(writing, id),
        DocumentSubject::Exchange(_) => (None, None),
    };
    let exchange = match document.attached_to {
        DocumentSubject::Exchange(id) => writing.exchange(id),
        _ => None,
    };
    written_file(&document.file, path)
        .with("title", &document.title)
        .with("language", &document.language)
        .maybe("partner", partner.map(|partner| &partner.slug))
        .maybe("agreement", agreement.as_ref())
        .maybe("exchange", exchange.map(|exchange| &exchange.slug))
        .maybe("published_at", document.published_at.as_ref())
        .maybe("note", document.note.as_ref())
        .id(document.id)
        .under("[[documents]]")
}

fn written_file(file: &File, path: &str) -> Block {
    let last = path.rsplit('/').next().unwrap_or_default();
    let name = Some(&file.name).filter(|name| name.as_str() != last);
    Block::new().with("file", &path.to_owned()).maybe("name", name)
}

/// A file beside the list, if the dataset has its bytes.
fn attached<'a>(writing: &Writing<'a>, path: String, file: &File) -> Option<Attached<'a>> {
    writing.dataset.content(file.digest).map(|content| (path, Cow::Borrowed(content.bytes())))
}

fn named_agreement<'a>(
    writing: &Writing<'a>,
    id: crate::AgreementId,
) -> (Option<&'a Partner>, Option<String>) {
    let agreements = writing.dataset.partners.iter().flat_map(|partner| {
        partner.relationship.agreements.iter().map(move |agreement| (partner, agreement))
    });
    let mut found = agreements.filter(|(_, agreement)| agreement.id == id);
    match found.next() {
        Some((partner, agreement)) => (Some(partner), Some(agreement::name(partner, agreement))),
        None => (None, None),
    }
}

/// The list of the images, and their files.
pub(super) fn write_images<'a>(writing: &Writing<'a>) -> (Option<(String, String)>, Vec<Attached<'a>>) {
    let images = &writing.dataset.images;
    let files: Vec<_> = images.iter().map(|image| (image.id, &image.file)).collect();
    let paths = paths(IMAGES, &files);
    let blocks = images.iter().zip(&paths).map(|(image, path)| write_image(writing, image, path));
    let list = super::write::listed("images.toml", blocks);
    let files = paths.into_iter().zip(images);
    (list, files.filter_map(|(path, image)| attached(writing, path, &image.file)).collect())
}

fn write_image(writing: &Writing<'_>, image: &Image, path: &str) -> String {
    let block = written_file(&image.file, path);
    let block = match image.shown_at {
        ImageSubject::Home(_) => block.yes("home"),
        ImageSubject::Partner(id) => block.maybe("partner", writing.partner(id).map(|partner| &partner.slug)),
        ImageSubject::Exchange(id) => {
            block.maybe("exchange", writing.exchange(id).map(|exchange| &exchange.slug))
        }
        ImageSubject::Agreement(id) => {
            let (partner, agreement) = named_agreement(writing, id);
            block
                .maybe("partner", partner.map(|partner| &partner.slug))
                .maybe("agreement", agreement.as_ref())
        }
        ImageSubject::Gift(id) => {
            let (partner, gift) = named_gift(writing, id);
            block.maybe("partner", partner.map(|partner| &partner.slug)).maybe("gift", gift.as_ref())
        }
    };
    let (minors, consent) = match &image.minors {
        Minors::None => ("none", None),
        Minors::Shown { consent } => ("shown", consent.as_ref()),
    };
    block
        .with("alternative", &image.alternative)
        .maybe("caption", image.caption.as_ref())
        .with("credit", &image.credit)
        .with("minors", &minors.to_owned())
        .maybe("consent", consent)
        .maybe("published_at", image.published_at.as_ref())
        .id(image.id)
        .under("[[images]]")
}

fn named_gift<'a>(writing: &Writing<'a>, id: GiftId) -> (Option<&'a Partner>, Option<String>) {
    let partners = &writing.dataset.partners;
    let owner = partners.iter().find(|partner| partner.relationship.gifts.iter().any(|gift| gift.id == id));
    let Some(partner) = owner else {
        return (None, None);
    };
    let gifts = &partner.relationship.gifts;
    let what = gifts.iter().find(|gift| gift.id == id).map(|gift| &gift.what);
    let alone = gifts.iter().filter(|gift| Some(&gift.what) == what).count() == 1;
    let name = what.filter(|_| alone).map_or_else(|| id.uuid().to_string(), ToString::to_string);
    (Some(partner), Some(name))
}
