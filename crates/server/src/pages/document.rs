//! Documents, each with what it says as text.

use crate::{
    pages::{Prose, Written},
    urls::Url,
};

/// A document on a page.
#[derive(Clone, Debug)]
pub struct DocumentView {
    /// What it is called.
    pub title: Written,
    /// The file.
    pub url: Url,
    /// What the file is, in words: "PDF, 240 kB, in Japanese".
    pub facts: String,
    /// The BCP 47 tag of its language.
    pub language: String,
    /// What it says.
    pub text: Prose,
}
