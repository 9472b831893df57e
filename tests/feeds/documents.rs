//! Feeds, lists and data hold to their formats, as validators of others say.

use signpost_tests::{Site, document_faults};

/// The blocks of structured data in a page.
fn blocks(html: &str) -> impl Iterator<Item = String> {
    html.split("<script type=\"application/ld+json\">")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once("</script>")?.0.to_owned()))
}

#[tokio::test]
async fn every_document_is_valid() {
    let site = Site::start().await.unwrap();
    let mut documents: Vec<[String; 3]> = Vec::new();
    for (kind, path) in [
        ("atom", "/exchanges.atom"),
        ("atom", "/exchanges.atom?period=past&partner=toyokawa"),
        ("atom", "/exchanges.atom?kind=technical"),
        ("atom", "/news.atom"),
        ("sitemap", "/sitemap.xml"),
        ("sitemap", "/sitemap/pages.xml"),
        ("sitemap", "/sitemap/exchanges/2023"),
        ("geojson", "/data/partners.geojson"),
        ("jsonld", "/data/catalogue.jsonld"),
    ] {
        documents.push([kind.to_owned(), path.to_owned(), site.any_page(path).await.unwrap()]);
    }
    for path in [
        "/",
        "/partners",
        "/partners/toyokawa",
        "/partners/taizhou",
        "/exchanges?period=past",
        "/exchanges/cherry-blossom-festival-2027",
        "/exchanges/toyokawa-45th-anniversary-2023",
        "/exchanges/fourth-students-to-copertino-2020",
        "/data",
    ] {
        let html = site.any_page(path).await.unwrap();
        let found: Vec<_> =
            blocks(&html).map(|text| ["schema.org".to_owned(), path.to_owned(), text]).collect();
        assert!(!found.is_empty(), "{path} says nothing to programs");
        documents.extend(found);
    }
    let faults = document_faults(&documents).await.unwrap();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[tokio::test]
async fn the_validators_find_faults() {
    let bad = [
        ["atom", "<feed xmlns=\"http://www.w3.org/2005/Atom\"/>"],
        ["sitemap", "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"/>"],
        ["geojson", "{\"type\":\"Feature\"}"],
        ["jsonld", "{\"@id\":\"http://example.org/\",\"unknown\":1}"],
        ["schema.org", "{\"@context\":\"https://schema.org\",\"@type\":\"Event\",\"unknown\":1}"],
    ];
    let documents = bad.map(|[kind, text]| [kind.to_owned(), kind.to_owned(), text.to_owned()]);
    let faults = document_faults(&documents).await.unwrap();
    for [kind, _] in bad {
        assert!(faults.iter().any(|fault| fault.starts_with(kind)), "{kind}: {faults:?}");
    }
}
