//! The description of the downloads as a dataset: for search engines (schema.org) and for catalogues (DCAT 3).

use serde_json::{Value, json};
use signpost_core::store::history::RecordState;

use super::StructuredData;
use crate::present::Presenter;
use crate::urls::{Download, Page, PublicAddress};

/// A dataset, and the files that it comes in.
struct Dataset {
    /// What it is called in identifiers.
    name: &'static str,
    title: String,
    description: String,
    files: &'static [Download],
}

impl Presenter<'_> {
    fn datasets(self) -> Vec<Dataset> {
        let host = self.host();
        let mut datasets = vec![
            Dataset {
                name: "partners",
                title: self.locale.say_with("download-partners", [("host", host.into())]),
                description: self.locale.say("download-partners-words"),
                files: &[Download::PartnersCsv, Download::PartnersJson, Download::PartnersGeoJson],
            },
            Dataset {
                name: "terms",
                title: self.locale.say_with("download-terms", [("host", host.into())]),
                description: self.locale.say("download-terms-words"),
                files: &[Download::TermsCsv],
            },
            Dataset {
                name: "exchanges",
                title: self.locale.say_with("download-exchanges", [("host", host.into())]),
                description: self.locale.say("download-exchanges-words"),
                files: &[Download::ExchangesCsv, Download::ExchangesJson],
            },
        ];
        if self.register.programme().wikidata.is_some() {
            datasets.push(Dataset {
                name: "wikidata",
                title: self.locale.say_with("download-wikidata", [("host", host.into())]),
                description: self.locale.say("download-wikidata-words"),
                files: &[Download::Wikidata],
            });
        }
        datasets
    }

    /// The downloads as the page of the data lists them: title, what is in it, and the files.
    pub(crate) fn downloads(self) -> Vec<(String, String, &'static [Download])> {
        self.datasets()
            .into_iter()
            .map(|dataset| (dataset.title, dataset.description, dataset.files))
            .collect()
    }

    /// The datasets for search engines.
    pub fn dataset_data(self, address: &PublicAddress, state: &RecordState) -> Vec<StructuredData> {
        let page = Page::Data.url(self.locale).absolute(address);
        let programme = self.register.programme();
        let data = |dataset: &Dataset| {
            let files = dataset.files.iter().map(|file| {
                json!({
                    "@type": "DataDownload",
                    "encodingFormat": media(*file),
                    "contentUrl": file.url().absolute(address),
                })
            });
            StructuredData::new(json!({
                "@type": "Dataset",
                "@id": format!("{page}#{}", dataset.name),
                "url": page,
                "name": dataset.title,
                "description": dataset.description,
                "inLanguage": programme.language.as_str(),
                "license": programme.licence.as_ref().map(ToString::to_string),
                "dateModified": state.changed_at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
                "isAccessibleForFree": true,
                "creator": self.publisher(address),
                "distribution": files.collect::<Vec<Value>>(),
            }))
        };
        self.datasets().iter().map(data).collect()
    }

    /// The datasets for catalogues.
    pub fn catalogue(self, address: &PublicAddress, state: &RecordState) -> String {
        let page = Page::Data.url(self.locale).absolute(address);
        let programme = self.register.programme();
        let licence = programme.licence.as_ref().map(|licence| json!({ "@id": licence.as_str() }));
        let modified = json!({
            "@type": "xsd:dateTime",
            "@value": state.changed_at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        });
        let publisher = json!({
            "@type": "foaf:Organization",
            "@id": format!("{address}/#publisher"),
            "foaf:name": self.locale.say_with("site-publisher", [("host", self.host().into())]),
        });
        let in_language = |text: &str| json!({ "@language": self.locale.tag(), "@value": text });
        let datasets = self.datasets();
        let described = datasets.iter().map(|dataset| {
            let files = dataset.files.iter().map(|file| {
                let place = file.url().absolute(address);
                let mut distribution = json!({
                    "@type": "dcat:Distribution",
                    "@id": place,
                    "dcterms:title": file.format(),
                    "dcat:downloadURL": { "@id": place },
                    "dcat:accessURL": { "@id": page },
                    "dcat:mediaType": {
                        "@id": format!("http://www.iana.org/assignments/media-types/{}", media(*file)),
                    },
                });
                if let (Some(fields), Some(licence)) = (distribution.as_object_mut(), &licence) {
                    fields.insert("dcterms:license".to_owned(), licence.clone());
                }
                distribution
            });
            json!({
                "@type": "dcat:Dataset",
                "@id": format!("{page}#{}", dataset.name),
                "dcterms:title": in_language(&dataset.title),
                "dcterms:description": in_language(&dataset.description),
                "dcterms:publisher": { "@id": format!("{address}/#publisher") },
                "dcterms:modified": modified,
                "dcat:landingPage": { "@id": page },
                "dcat:distribution": files.collect::<Vec<Value>>(),
            })
        });
        let described: Vec<Value> = described.collect();
        json!({
            "@context": {
                "dcat": "http://www.w3.org/ns/dcat#",
                "dcterms": "http://purl.org/dc/terms/",
                "foaf": "http://xmlns.com/foaf/0.1/",
                "xsd": "http://www.w3.org/2001/XMLSchema#",
            },
            "@type": "dcat:Catalog",
            "@id": format!("{page}#catalogue"),
            "dcterms:title": in_language(
                &self.locale.say_with("site-name", [("host", self.host().into())])
            ),
            "dcterms:publisher": publisher,
            "dcterms:modified": modified,
            "dcat:dataset": described,
        })
        .to_string()
    }
}

/// The media type of a file, without the character set.
fn media(file: Download) -> &'static str {
    file.media().split(';').next().unwrap_or_default()
}
