//! A sample of the page about the API.

use super::site;
use crate::{
    language::Locale,
    pages::*,
    urls::{Page, Url},
};

pub(crate) fn api(locale: Locale) -> ApiPage {
    let parameter = |name: &str, kind: &str, words: &[&str], description: &str| ParameterView {
        name: name.into(),
        kind: kind.into(),
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        description: description.into(),
    };
    let url = Url::api(&["partners"], &[]);
    let partners = EndpointView {
        id: "partners".into(),
        path: "/api/v1/partners".into(),
        summary: "The partners as they stand on a day".into(),
        parameters: vec![
            parameter("on", "a day, as 2017-01-01", &[], "The day as of which the partners stand."),
            parameter("kind", "one of", &["sister", "friendship"], "Only those of this kind."),
        ],
        example: Some(ExampleView {
            address: url.absolute(&site().address),
            url,
            answer: "{\n  \"name\": \"<Toyokawa> 豊川市\"\n}".into(),
        }),
    };
    let sources = EndpointView {
        id: "sources".into(),
        path: "/api/v1/sources".into(),
        summary: "What facts come from".into(),
        parameters: Vec::new(),
        example: None,
    };
    ApiPage {
        chrome: Chrome::new(&site(), locale, &Page::Api, "The API"),
        view: ApiView {
            heading: "The API".into(),
            document: Link::new("The OpenAPI document", Url::api_document()),
            endpoints: vec![partners, sources],
            problems: vec![ProblemView {
                id: "problem-not-found",
                status: 404,
                title: "Nothing is there".into(),
                advice: "Take addresses from the lists.".into(),
            }],
        },
    }
}
