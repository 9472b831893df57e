//! Photographs and documents.

use std::borrow::Borrow;

use signpost_core::{Document, File, Image, widths};

use crate::pages::{DocumentView, PhotoView, Prose};
use crate::present::Presenter;
use crate::urls::Url;

/// The width in pixels of a picture for browsers that do not choose one.
const MIDDLING: u32 = 960;
/// The rank below which the headings of a document's text begin.
const DOCUMENT_RANK: u8 = 4;

impl Presenter<'_> {
    /// Photographs, in their order.
    pub(super) fn photos(self, images: impl IntoIterator<Item = impl Borrow<Image>>) -> Vec<PhotoView> {
        self.photos_at(images, Url::picture)
    }

    /// Photographs whose pictures, in a width each, are at addresses of their own.
    pub(super) fn photos_at(
        self,
        images: impl IntoIterator<Item = impl Borrow<Image>>,
        address: impl Fn(&File, u32) -> Url,
    ) -> Vec<PhotoView> {
        images.into_iter().map(|image| self.photo(image.borrow(), &address)).collect()
    }

    fn photo(self, image: &Image, address: impl Fn(&File, u32) -> Url) -> PhotoView {
        let served: Vec<u32> = widths(image.width).collect();
        let middling = served.iter().rfind(|width| **width <= MIDDLING).copied().unwrap_or(image.width);
        let at = |width: &u32| format!("{} {width}w", address(&image.file, *width));
        PhotoView {
            url: address(&image.file, middling),
            widths: served.iter().map(at).collect::<Vec<_>>().join(", "),
            width: image.width,
            height: image.height,
            alternative: self.original(image.alternative.as_str()),
            caption: image.caption.as_ref().map(|caption| self.original(caption.as_str())),
            credited: self.locale.say("photo-credit") + &self.locale.say("label-separator"),
            credit: self.original(image.credit.as_str()),
        }
    }

    /// Documents, with what they say.
    pub(super) fn documents(
        self,
        documents: impl IntoIterator<Item = impl Borrow<Document>>,
    ) -> Vec<DocumentView> {
        documents.into_iter().map(|document| self.document(document.borrow())).collect()
    }

    fn document(self, document: &Document) -> DocumentView {
        let language = document.language.as_str();
        let text = document.text_alternative.as_ref();
        let facts = [
            Some(document.file.media_type.called().to_owned()),
            Some(self.size(document.file.length)),
            self.locale.name_of_language(language),
        ];
        DocumentView {
            title: self.original(document.title.as_str()),
            url: Url::document(&document.file),
            facts: facts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            language: language.to_owned(),
            text: text.map(|text| Prose::below(text.as_str(), DOCUMENT_RANK)).unwrap_or_default(),
        }
    }

    /// How large a file is, in kilobytes of a thousand bytes.
    fn size(self, bytes: u64) -> String {
        let kilobytes = i64::try_from(bytes.div_ceil(1000)).unwrap_or(i64::MAX);
        self.locale.say_with("file-kilobytes", [("number", self.locale.number(kilobytes).into())])
    }
}
