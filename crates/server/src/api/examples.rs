//! Examples for the document: what the API answers now, to questions about what is on record.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use serde_json::Value;
use signpost_core::store::exchange::{self, ExchangeFilter, Order, Page as Part};
use tower::ServiceExt;
use utoipa::openapi::path::{Operation, Parameter, ParameterIn};
use utoipa::openapi::{OpenApi, RefOr, Required, Schema};

use super::context::Context;
use super::endpoint::object_of;
use crate::app::{App, unavailable};
use crate::http::PageError;
use crate::urls::Url;

/// The most bytes of an answer that an example is made of.
const MOST_BYTES: usize = 8 << 20;

/// Values that parameters can have.
struct Samples {
    partner: Option<String>,
    exchange: Option<String>,
    source: Option<String>,
    today: String,
}

impl Samples {
    async fn of(app: &App) -> Result<Self, PageError> {
        let mut reading = app.read().await?;
        let context = Context::new(app, reading.register.clone());
        let every = ExchangeFilter::default();
        let latest = exchange::find(&mut reading.snapshot, &every, Order::Latest, Part::First, 1).await;
        let latest = latest.map_err(|error| unavailable(&error))?;
        // The partner with the most to tell makes the best example.
        let richest = context.partners().max_by_key(|partner| partner.subjects().count());
        Ok(Self {
            partner: richest.map(|partner| partner.slug.to_string()),
            exchange: latest.exchanges.first().map(|exchange| exchange.slug.to_string()),
            source: context.register.sources().first().map(|source| source.slug.to_string()),
            today: context.today.to_string(),
        })
    }

    /// A value for a parameter.
    fn value(&self, parameter: &Parameter) -> Option<String> {
        match parameter.name.as_str() {
            "partner" | "q" => self.partner.clone(),
            "exchange" => self.exchange.clone(),
            "source" => self.source.clone(),
            "on" | "from" | "until" => Some(self.today.clone()),
            _ => super::words_of(parameter).into_iter().next(),
        }
    }
}

/// A document with examples.
pub(super) async fn added(
    mut document: OpenApi,
    app: &Arc<App>,
    router: Router<Arc<App>>,
) -> Result<OpenApi, PageError> {
    let samples = Samples::of(app).await?;
    let router = router.with_state(Arc::clone(app));
    for (path, item) in &mut document.paths.paths {
        let Some(operation) = &mut item.get else { continue };
        for parameter in operation.parameters.iter_mut().flatten() {
            if let RefOr::T(parameter) = parameter {
                let sample = samples.value(parameter).map(Value::String);
                if let Some(RefOr::T(Schema::Object(object))) = &mut parameter.schema {
                    object.examples = sample.into_iter().collect();
                }
            }
        }
        let Some(question) = example_question(path, operation) else { continue };
        if let Some(answer) = ask(router.clone(), &question).await
            && let Some(RefOr::T(response)) = operation.responses.responses.get_mut("200")
            && let Some(RefOr::T(content)) = response.content.get_mut("application/json")
        {
            content.example = Some(shortened(answer));
        }
    }
    Ok(document)
}

/// An operation's parameters.
pub fn parameters_of(operation: &Operation) -> impl Iterator<Item = &Parameter> {
    operation.parameters.iter().flatten().filter_map(|parameter| match parameter {
        RefOr::T(parameter) => Some(parameter),
        RefOr::Ref(_) => None,
    })
}

/// The question that an operation's examples make, with those parameters that it needs.
pub fn example_question(path: &str, operation: &Operation) -> Option<Url> {
    let (mut values, mut arguments) = (Vec::new(), Vec::new());
    for parameter in parameters_of(operation) {
        let value = object_of(parameter).and_then(|object| object.examples.first()).and_then(Value::as_str);
        match parameter.parameter_in {
            ParameterIn::Path => values.push((parameter.name.as_str(), value?)),
            _ if parameter.required == Required::True => {
                arguments.push((parameter.name.as_str(), Some(value?)));
            }
            _ => {}
        }
    }
    Some(Url::question(path, &values, &arguments))
}

/// What is answered, where it is an answer.
async fn ask(router: Router, question: &Url) -> Option<Value> {
    let request = Request::get(question.to_string()).body(Body::empty()).ok()?;
    let response = router.oneshot(request).await.ok()?;
    if response.status() != StatusCode::OK {
        return None;
    }
    let bytes = to_bytes(response.into_body(), MOST_BYTES).await.ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// The same with only the first of each list.
fn shortened(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().take(1).map(shortened).collect(),
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, shortened(value))).collect(),
        other => other,
    }
}
