//! The sample's notices, translations, files and claims.

use signpost_core::{
    Claim, ClaimRank, Confidence, Content, Document, DocumentSubject, Image, ImageSubject, Minors, Notice,
    Review, Severity, Subject, Translation, TranslationSubject, Version, samples,
};

use super::Sample;
use crate::support::of;

impl Sample {
    pub(super) fn notice(&self) -> Notice {
        Notice {
            id: self.id("notice"),
            slug: of("closed"),
            title: self.line("Closed"),
            body: self.note("Until further notice"),
            severity: self.pick([Severity::Warning, Severity::Emergency]),
            link: Some(self.website()),
            starts_at: self.moment(),
            ends_at: Some(of("2040-01-01T00:00:00Z")),
            note: self.note("Ask the clerk"),
        }
    }

    pub(super) fn translations(&self) -> Vec<Translation> {
        let subjects = [
            TranslationSubject::Programme(self.id("programme")),
            TranslationSubject::Page(self.id("home")),
            TranslationSubject::Partner(self.id("toyokawa")),
            TranslationSubject::Exchange(self.id("visit")),
            TranslationSubject::Notice(self.id("notice")),
        ];
        let translation = |subject: &TranslationSubject| Translation {
            id: self.id(&format!("translation of {subject:?}")),
            of: *subject,
            field: of(self.pick(["title", "body"])),
            language: of(self.pick(["ja", "it"])),
            text: self.line("ようこそ"),
            follows: Version::of(self.pick(["Welcome", "Hello"])),
            translator: self.line("A volunteer"),
            translated_on: self.day(2026, 1, 2),
            review: Some(Review { reviewer: self.line("Another"), on: self.day(2026, 2, 3) }),
        };
        subjects.iter().map(translation).collect()
    }

    /// The bytes of the documents, and those of the images.
    pub(super) fn files(&self) -> Vec<Content> {
        let document = Content::document(samples::pdf(&format!("% edition {}", self.edition)));
        let picture = Content::picture(samples::jpeg(self.number(40), 30));
        vec![document.unwrap(), picture.unwrap()]
    }

    pub(super) fn documents(&self) -> Vec<Document> {
        let subjects = [
            ("a", DocumentSubject::Relationship(self.id("toyokawa relationship"))),
            ("b", DocumentSubject::Agreement(self.id("agreement"))),
            ("c", DocumentSubject::Exchange(self.id("visit"))),
        ];
        let document = |(name, attached_to): &(&str, DocumentSubject)| Document {
            id: self.id(&format!("document {name}")),
            attached_to: *attached_to,
            title: self.line(name),
            file: self.files()[0].file(of("memorandum.pdf")),
            language: of(self.pick(["en", "ja"])),
            text_alternative: self.note("We agree"),
            published_at: Some(self.moment()),
            note: self.note("A scan"),
        };
        subjects.iter().map(document).collect()
    }

    pub(super) fn images(&self) -> Vec<Image> {
        let subjects = [
            ("a", ImageSubject::Home(self.id("programme"))),
            ("b", ImageSubject::Partner(self.id("toyokawa"))),
            ("c", ImageSubject::Exchange(self.id("visit"))),
            ("d", ImageSubject::Gift(self.id("gift"))),
            ("e", ImageSubject::Agreement(self.id("agreement"))),
        ];
        let image = |(name, shown_at): &(&str, ImageSubject)| Image {
            id: self.id(&format!("image {name}")),
            shown_at: *shown_at,
            file: self.files()[1].file(of("sign.jpg")),
            width: self.number(40),
            height: 30,
            alternative: self.line("A signpost"),
            caption: self.note("In the courtyard"),
            credit: self.line("A volunteer"),
            minors: match self.edition {
                1 => Minors::Shown { consent: Some(of("By their parents, 2026-01-02")) },
                _ => Minors::None,
            },
            published_at: Some(self.moment()),
        };
        subjects.iter().map(image).collect()
    }

    pub(super) fn claims(&self) -> Vec<Claim> {
        let subjects = [
            Subject::Programme(self.id("programme")),
            Subject::Policy(self.id("policy")),
            Subject::Partner(self.id("toyokawa")),
            Subject::Relationship(self.id("toyokawa relationship")),
            Subject::Term(self.id("sister")),
            Subject::Listing(self.id("listing")),
            Subject::Application(self.id("application")),
            Subject::Milestone(self.id("milestone")),
            Subject::Agreement(self.id("agreement")),
            Subject::Committee(self.id("committee")),
            Subject::Gift(self.id("gift")),
            Subject::Exchange(self.id("visit")),
        ];
        let claim = |subject: &Subject| Claim {
            id: self.id(&format!("claim about {subject:?}")),
            subject: *subject,
            fact: self.note("when it was"),
            value: self.note("1978"),
            source: Some(self.id("source")),
            confidence: self.pick([Confidence::Single, Confidence::Verified]),
            rank: self.pick([ClaimRank::Preferred, ClaimRank::Disputed]),
            note: self.note("As they say"),
        };
        subjects.iter().map(claim).collect()
    }
}
