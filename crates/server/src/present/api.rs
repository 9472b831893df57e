//! The view of the API, from the document that describes it.

use utoipa::openapi::path::{Operation, Parameter, ParameterIn};
use utoipa::openapi::schema::{KnownFormat, SchemaFormat, SchemaType, Type};
use utoipa::openapi::{OpenApi, RefOr, Schema};

use crate::api::{self, ProblemKind};
use crate::pages::{ApiView, EndpointView, ExampleView, Link, ParameterView, ProblemView};
use crate::present::Presenter;
use crate::urls::{PublicAddress, Url};

impl Presenter<'_> {
    /// What programs can ask for, at an address.
    pub fn api(self, document: &OpenApi, address: &PublicAddress) -> ApiView {
        let operations =
            document.paths.paths.iter().filter_map(|(path, item)| Some((path, item.get.as_ref()?)));
        let problems = ProblemKind::ALL.into_iter().map(|kind| ProblemView {
            id: kind.id(),
            status: kind.status().as_u16(),
            title: kind.title(self.locale),
            advice: kind.advice(self.locale),
        });
        ApiView {
            heading: self.locale.say("api-heading"),
            document: Link::new(self.locale.say("api-document"), Url::api_document()),
            endpoints: operations.map(|(path, operation)| self.endpoint(path, operation, address)).collect(),
            problems: problems.collect(),
        }
    }

    fn endpoint(self, path: &str, operation: &Operation, address: &PublicAddress) -> EndpointView {
        let parameters = api::parameters_of(operation);
        EndpointView {
            id: operation.operation_id.clone().unwrap_or_default(),
            path: path.to_owned(),
            summary: operation.summary.clone().unwrap_or_default(),
            parameters: parameters.map(|parameter| self.parameter(parameter)).collect(),
            example: example(path, operation, address),
        }
    }

    fn parameter(self, parameter: &Parameter) -> ParameterView {
        let words = api::words_of(parameter);
        let kind = match (&parameter.parameter_in, &parameter.schema) {
            (ParameterIn::Path, _) => self.locale.say("api-in-path"),
            (_, _) if !words.is_empty() => self.locale.say("api-one-of"),
            (_, Some(RefOr::T(Schema::Object(object)))) => {
                let is_day = object.format == Some(SchemaFormat::KnownFormat(KnownFormat::Date));
                let is_number = object.schema_type == SchemaType::Type(Type::Integer);
                match (is_day, is_number) {
                    (true, _) => self.locale.say("api-day"),
                    (_, true) => self.locale.say("api-number"),
                    _ => self.locale.say("api-text"),
                }
            }
            _ => self.locale.say("api-text"),
        };
        ParameterView {
            name: parameter.name.clone(),
            kind,
            words,
            description: parameter.description.clone().unwrap_or_default(),
        }
    }
}

/// The example that the document gives for an operation.
fn example(path: &str, operation: &Operation, site: &PublicAddress) -> Option<ExampleView> {
    let RefOr::T(response) = operation.responses.responses.get("200")? else {
        return None;
    };
    let RefOr::T(content) = response.content.get("application/json")? else {
        return None;
    };
    let answer = content.example.as_ref()?;
    let url = api::example_question(path, operation)?;
    Some(ExampleView { address: url.absolute(site), url, answer: serde_json::to_string_pretty(answer).ok()? })
}
