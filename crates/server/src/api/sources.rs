//! `/sources` and `/sources/{source}`

use serde::{Deserialize, Serialize};
use signpost_core as core;
use utoipa::{IntoParams, ToSchema};

use super::context::Context;
use super::dates::HistoricSpan;
use super::endpoint::{Asked, Reply, Whole};
use crate::http::{PageError, Sought};

/// What the path says.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub(super) struct SourcePath {
    /// The source's short name.
    source: String,
}

/// Sources.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct SourceList {
    /// The sources, by short name.
    items: Vec<Source>,
}

/// Something that facts come from.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Source {
    /// Its short name.
    slug: String,
    /// What it is called.
    title: String,
    /// Who published it.
    publisher: Option<String>,
    /// When it is from; `null`: not on record.
    dated: Option<HistoricSpan>,
    /// Where it is on the web.
    address: Option<String>,
    /// Where the API tells of it.
    #[schema(format = "uri")]
    url: String,
}

/// A source, as other resources name it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct SourceReference {
    /// Its short name.
    slug: String,
    /// What it is called.
    title: String,
    /// Where the API tells of it.
    #[schema(format = "uri")]
    url: String,
}

impl SourceReference {
    /// A source's short form.
    pub(super) fn new(context: &Context, source: &core::Source) -> Self {
        let (slug, title) = (source.slug.to_string(), source.title.to_string());
        Self { url: context.url(&["sources", &slug]), slug, title }
    }
}

impl Source {
    fn new(context: &Context, source: &core::Source) -> Self {
        Self {
            slug: source.slug.to_string(),
            title: source.title.to_string(),
            publisher: source.publisher.as_ref().map(ToString::to_string),
            dated: source.dated.map(Into::into),
            address: source.address.as_ref().map(ToString::to_string),
            url: context.url(&["sources", source.slug.as_str()]),
        }
    }
}

/// All sources.
pub(super) async fn list(asked: Asked<Whole, Whole>) -> Result<Reply<SourceList>, PageError> {
    let context = Context::of(&asked)?;
    let items = context.register.sources().into_iter().map(|source| Source::new(&context, source)).collect();
    Ok(Reply::Body(SourceList { items }))
}

/// One source.
pub(super) async fn show(asked: Asked<SourcePath, Whole>) -> Result<Reply<Source>, PageError> {
    let context = Context::of(&asked)?;
    let source = context.source(&asked.path.source).ok_or(PageError::NotFound(Sought::Page))?;
    Ok(Reply::Body(Source::new(&context, source)))
}
