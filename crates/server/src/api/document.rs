//! The OpenAPI document (OpenAPI Specification 3.1), made from the same list as the routes.

use utoipa::openapi::path::{OperationBuilder, ParameterIn, PathItem};
use utoipa::openapi::{
    ComponentsBuilder, Content, HttpMethod, InfoBuilder, OpenApi, OpenApiBuilder, Ref, RefOr, Response,
    ResponseBuilder, Schema,
};
use utoipa::{IntoParams, PartialSchema, ToSchema};

use super::problem::Problem;

/// A document without paths.
pub(super) fn empty() -> OpenApi {
    let info =
        InfoBuilder::new().title("Sister and friendship cities").version("1").description(Some(DESCRIPTION));
    let problem = ResponseBuilder::new()
        .description("What went wrong (RFC 9457)")
        .content(PROBLEM, Content::new(Some(Ref::from_schema_name(Problem::name()))));
    let components = ComponentsBuilder::new()
        .schema(Problem::name(), every_field_is_there(Problem::schema()))
        .response("Problem", problem.build());
    OpenApiBuilder::new().info(info.build()).components(Some(components.build())).build()
}

const DESCRIPTION: &str = "What is public of a city's programme of sister and friendship cities, for programs. \
    Every answer has an ETag, and every error is a problem (RFC 9457). What is not on record is `null`. \
    Parameters that are not named here are refused.";

/// The media type of problems (RFC 9457).
const PROBLEM: &str = "application/problem+json";

/// Adds one that can be asked for.
pub(super) fn add<P: IntoParams, Q: IntoParams, B: ToSchema>(
    document: &mut OpenApi,
    path: &str,
    summary: &str,
) {
    let mut schemas = Vec::new();
    B::schemas(&mut schemas);
    schemas.push((B::name().into_owned(), B::schema()));
    let components = document.components.get_or_insert_default();
    let schemas = schemas.into_iter().map(|(name, schema)| (name, every_field_is_there(schema)));
    components.schemas.extend(schemas);

    let of_path = P::into_params(|| Some(ParameterIn::Path));
    let is_one = !of_path.is_empty();
    let parameters = of_path.into_iter().chain(Q::into_params(|| Some(ParameterIn::Query)));
    let body = Content::new(Some(Ref::from_schema_name(B::name())));
    let found = ResponseBuilder::new().description(summary).content("application/json", body);
    let plain = |words: &str| Response::new(words);
    let problem = || RefOr::<Response>::Ref(Ref::from_response_name("Problem"));
    let mut operation = OperationBuilder::new()
        .operation_id(Some(operation_id(path)))
        .summary(Some(summary))
        .parameters(Some(parameters))
        .response("200", found.build())
        .response("304", plain("It has not changed: the request's If-None-Match names its ETag"))
        .response("400", problem())
        .response("414", problem())
        .response("503", problem());
    if is_one {
        operation = operation
            .response("308", plain("It is for ever at the address that the Location header says"))
            .response("404", problem());
    }
    document.paths.paths.insert(path.to_owned(), PathItem::new(HttpMethod::Get, operation.build()));
}

/// What an operation is called: its path in words.
fn operation_id(path: &str) -> String {
    let words = path.split(['/', '{', '}']).filter(|word| !matches!(*word, "" | "api" | "v1"));
    words.collect::<Vec<_>>().join("-")
}

/// A schema of an answer: what is not on record is `null`, and never left out.
fn every_field_is_there(mut schema: RefOr<Schema>) -> RefOr<Schema> {
    if let RefOr::T(schema) = &mut schema {
        require_fields(schema);
    }
    schema
}

fn require_fields(schema: &mut Schema) {
    match schema {
        Schema::Object(object) => object.required = object.properties.keys().cloned().collect(),
        Schema::OneOf(one_of) => {
            for item in &mut one_of.items {
                if let RefOr::T(schema) = item {
                    require_fields(schema);
                }
            }
        }
        _ => {}
    }
}
