//! The API: what it answers, how it pages, how it refuses.

#![expect(
    clippy::indexing_slicing,
    reason = "an answer without a field is as wrong as one with another value"
)]

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use serde_json::{Value, json};

use crate::site::{Seen, Site};

/// What a program gets: an answer of the API, as JSON.
#[track_caller]
fn read(seen: &Seen) -> Value {
    assert_eq!(seen.status, StatusCode::OK, "{}", seen.html);
    assert_eq!(seen.headers["content-type"], "application/json");
    assert_eq!(seen.headers["access-control-allow-origin"], "*");
    assert_eq!(seen.headers["cross-origin-resource-policy"], "cross-origin");
    serde_json::from_str(&seen.html).unwrap()
}

/// What a program is told of an error.
#[track_caller]
fn problem(seen: &Seen, status: u16) -> Value {
    assert_eq!(seen.status.as_u16(), status, "{}", seen.html);
    assert_eq!(seen.headers["content-type"], "application/problem+json");
    assert_eq!(seen.headers["access-control-allow-origin"], "*");
    assert_eq!(seen.headers["cache-control"], "no-store");
    let problem: Value = serde_json::from_str(&seen.html).unwrap();
    assert_eq!(problem["status"], status);
    for field in ["type", "title", "detail"] {
        assert!(!problem[field].as_str().unwrap().is_empty(), "{field}: {problem}");
    }
    problem
}

/// The operations of the document, each by its path.
fn operations(document: &Value) -> Vec<(&String, &Value)> {
    let paths = document["paths"].as_object().unwrap().iter();
    paths.map(|(path, item)| (path, &item["get"])).collect()
}

/// The question that an operation's examples make.
fn question(path: &str, operation: &Value) -> String {
    let mut question = path.to_owned();
    for parameter in operation["parameters"].as_array().into_iter().flatten() {
        let example = parameter["schema"]["examples"][0].as_str().unwrap_or_default();
        let name = parameter["name"].as_str().unwrap();
        question = question.replace(&format!("{{{name}}}"), example);
        if parameter["in"] == "query" && parameter["required"] == true {
            question = format!("{question}?{name}={example}");
        }
    }
    question
}

#[tokio::test]
async fn every_endpoint_answers_and_says_when_nothing_has_changed() {
    let site = Site::with_demonstration().await;
    let document = read(&site.get("/api/openapi.json").await);
    assert_eq!(document["openapi"], "3.1.0");
    assert!(operations(&document).len() >= 15);
    for (path, operation) in operations(&document) {
        let question = question(path, operation);
        let first = site.get(&question).await;
        let answer = read(&first);
        let example = &operation["responses"]["200"]["content"]["application/json"]["example"];
        assert_eq!(
            example.as_object().map(serde_json::Map::len),
            answer.as_object().map(serde_json::Map::len),
            "{question}"
        );
        let tag = first.headers["etag"].clone();
        let asked = Request::get(&question).header("host", "a.example").header("if-none-match", &tag);
        let again = site.ask(asked.body(Body::empty()).unwrap()).await;
        assert_eq!((again.status, again.html.as_str()), (StatusCode::NOT_MODIFIED, ""), "{question}");
        assert_eq!(again.headers["access-control-allow-origin"], "*", "{question}");
    }
}

#[tokio::test]
async fn every_parameter_is_read_and_every_other_refused() {
    let site = Site::with_demonstration().await;
    let document = read(&site.get("/api/openapi.json").await);
    for (path, operation) in operations(&document) {
        let question = question(path, operation);
        let before = if question.contains('?') { '&' } else { '?' };
        let parameters = operation["parameters"].as_array().into_iter().flatten();
        let names: Vec<&str> = parameters
            .filter(|parameter| parameter["in"] == "query")
            .map(|parameter| parameter["name"].as_str().unwrap())
            .collect();
        for name in &names {
            let bare = question.split('?').next().unwrap();
            let refused = problem(&site.get(&format!("{bare}?{name}=%FF")).await, 400);
            assert_eq!(refused["parameter"], *name, "{question}");
        }
        let refused = problem(&site.get(&format!("{question}{before}colour=red")).await, 400);
        assert_eq!(
            (&refused["parameter"], &refused["choices"]),
            (&json!("colour"), &json!(names)),
            "{question}"
        );
    }
}

#[tokio::test]
async fn errors_are_problems() {
    let site = Site::with_demonstration().await;
    let long = format!("/api/v1/exchanges?q={}", "a".repeat(8192));
    for (address, status, kind, words) in [
        ("/api/v1", 404, "not-found", "lists"),
        ("/api/v1/nothing", 404, "not-found", "lists"),
        ("/api/v1/partners/shenzhenn", 404, "not-found", "lists"),
        ("/api/v1/partners/%00", 404, "not-found", "lists"),
        ("/api/v1/partners/%FF", 404, "not-found", "lists"),
        ("/api/v1/exchanges/nothing-of-the-kind", 404, "not-found", "lists"),
        ("/api/v1/sources/nothing", 404, "not-found", "lists"),
        ("/api/v1/partners?on=2024-02-30", 400, "bad-parameter", "2024-02-30"),
        ("/api/v1/partners?on=2017", 400, "bad-parameter", "2017"),
        ("/api/v1/partners?on=2017-01-01&on=2018-01-01", 400, "bad-parameter", "only once"),
        ("/api/v1/partners?kind=cousin", 400, "bad-parameter", "sister and friendship"),
        ("/api/v1/partners?knd=sister", 400, "unknown-parameter", "on, kind, and standing"),
        ("/api/v1/gifts?partner=nowhere", 400, "bad-parameter", "nowhere"),
        ("/api/v1/claims?source=nowhere", 400, "bad-parameter", "nowhere"),
        ("/api/v1/sources?on=2017-01-01", 400, "unknown-parameter", "nothing"),
        ("/api/v1/exchanges?limit=0", 400, "bad-parameter", "from 1 to 200"),
        ("/api/v1/exchanges?after=yesterday", 400, "bad-parameter", "yesterday"),
        ("/api/openapi.json/", 308, "", ""),
        (long.as_str(), 414, "address-too-long", "long"),
    ] {
        let seen = site.get(address).await;
        let shown = &address[..address.len().min(80)];
        if status == 308 {
            assert_eq!(seen.status, StatusCode::PERMANENT_REDIRECT, "{shown}");
            continue;
        }
        let problem = problem(&seen, status);
        let page = format!("http://cities.example.org/api#problem-{kind}");
        assert_eq!(problem["type"], page, "{shown}");
        assert!(problem["detail"].as_str().unwrap().contains(words), "{shown}: {problem}");
    }
    let misspelt = problem(&site.get("/api/v1/partners/shenzhenn").await, 404);
    assert_eq!(misspelt["choices"][0], "shenzhen");
    let misspelt = problem(&site.get("/api/v1/exchanges/cherry-blosom-festival").await, 404);
    assert!(misspelt["choices"][0].as_str().unwrap().starts_with("cherry-blossom"), "{misspelt}");
    let posted = Request::post("/api/v1/partners").header("host", "a.example").body(Body::empty()).unwrap();
    let posted = site.ask(posted).await;
    assert_eq!(posted.headers["allow"], "GET, HEAD");
    problem(&posted, 405);
}

#[tokio::test]
async fn without_a_programme_the_api_says_so() {
    let site = Site::empty().await;
    for address in ["/api/v1/partners", "/api/v1/exchanges", "/api/openapi.json"] {
        let seen = site.get(address).await;
        assert_eq!(problem(&seen, 503)["parameter"], Value::Null);
        assert!(seen.headers.contains_key("retry-after"));
    }
}

#[tokio::test]
async fn any_accept_header_gets_json() {
    let site = Site::with_demonstration().await;
    for accept in
        ["*/*", "text/html", "application/xml;q=0.9, image/*", "application/json;q=0", "", ";;,,=", "\u{e9}"]
    {
        let request = Request::get("/api/v1/partners").header("host", "a.example");
        let request = request.header("accept", accept).body(Body::empty()).unwrap();
        read(&site.ask(request).await);
    }
}

/// Where the Link header says that a list goes on.
fn next(headers: &HeaderMap) -> Option<String> {
    let links = headers["link"].to_str().unwrap();
    let link = links.split(", ").find(|link| link.ends_with("; rel=\"next\""))?;
    let address = link.split_once('<').unwrap().1.split_once('>').unwrap().0;
    Some(address.strip_prefix("http://cities.example.org").unwrap().to_owned())
}

/// The short names of all exchanges of a list, page after page.
async fn whole(site: &Site, address: &str) -> Vec<String> {
    let (mut slugs, mut address) = (Vec::new(), Some(address.to_owned()));
    while let Some(page) = address {
        let seen = site.get(&page).await;
        let answer = read(&seen);
        let items = answer["items"].as_array().unwrap();
        slugs.extend(items.iter().map(|item| item["slug"].as_str().unwrap().to_owned()));
        address = next(&seen.headers);
        let told = answer["next"].as_str().map(|next| next.replace("http://cities.example.org", ""));
        assert_eq!(told, address);
    }
    slugs
}

#[tokio::test]
async fn pages_of_any_size_hold_every_exchange_exactly_once() {
    let site = Site::with_demonstration().await;
    for filter in [
        "",
        "&partner=toyokawa",
        "&kind=student-exchange&direction=inbound",
        "&from=2016-01-01&until=2019-12-31",
    ] {
        let one = whole(&site, &format!("/api/v1/exchanges?limit=200{filter}")).await;
        assert!(!one.is_empty(), "{filter}");
        assert_eq!(one.iter().collect::<BTreeSet<_>>().len(), one.len(), "twice: {filter}");
        for limit in [1, 2, 3, 7, 199] {
            let pages = whole(&site, &format!("/api/v1/exchanges?limit={limit}{filter}")).await;
            assert_eq!(pages, one, "{limit}{filter}");
            let mut latest =
                whole(&site, &format!("/api/v1/exchanges?limit={limit}&order=latest{filter}")).await;
            latest.reverse();
            assert_eq!(latest, one, "the other way round: {limit}{filter}");
        }
    }
    let all = whole(&site, "/api/v1/exchanges").await;
    let every = sqlx::query_scalar::<_, String>("select slug from exchange where published_at <= now()");
    let every = every.fetch_all(&site.database.owner().unwrap()).await.unwrap();
    assert_eq!(all.into_iter().collect::<BTreeSet<_>>(), every.into_iter().collect::<BTreeSet<_>>());
}

#[tokio::test]
async fn a_page_stays_where_it_is_when_exchanges_come_and_go() {
    let site = Site::with_demonstration().await;
    let all = whole(&site, "/api/v1/exchanges?limit=200").await;
    let first = site.get("/api/v1/exchanges?limit=5").await;
    site.change("update exchange set published_at = null where slug in (select slug from exchange order by first_day, id limit 3)").await;
    let rest = whole(&site, &next(&first.headers).unwrap()).await;
    assert_eq!(rest, all[5..]);
}

#[tokio::test]
async fn standing_says_how_certain_it_is_and_what_it_rests_on() {
    let site = Site::with_demonstration().await;
    for (partner, on, state, kind, certainty, record) in [
        ("hsinchu", "2005-06-01", "active", "friendship", "certain", "term"),
        ("hsinchu", "2007-03-15", "active", "sister", "possible", "term"),
        ("copertino", "2005-06-01", "dormant", "sister", "certain", "dormancy"),
        ("taichung", "2021-06-01", "unrecorded", "friendship", "possible", "listing"),
        ("new-taipei", "2023-06-01", "expiring", "friendship", "certain", "term"),
        ("bhubaneswar", "2012-01-01", "proposed", "sister", "certain", "term"),
    ] {
        let answer = read(&site.get(&format!("/api/v1/partners/{partner}?on={on}")).await);
        let standing = &answer["standing"];
        assert_eq!(standing["on"], on);
        let told = ["state", "kind", "certainty"].map(|field| standing[field].as_str().unwrap());
        assert_eq!(told, [state, kind, certainty], "{partner} on {on}");
        assert_eq!(standing["rests_on"]["record"], record, "{partner} on {on}");
        let relationship = read(&site.get(&format!("/api/v1/relationships/{partner}?on={on}")).await);
        assert_eq!(relationship["standing"], *standing);
        let parts = ["terms", "dormancies", "listings", "applications"];
        let mut parts = parts.iter().flat_map(|part| relationship[part].as_array().unwrap());
        assert!(parts.any(|part| part["id"] == standing["rests_on"]["id"]), "{partner} on {on}");
    }
    let early = read(&site.get("/api/v1/partners/hsinchu?on=1950-01-01").await);
    assert_eq!(early["standing"], Value::Null);
    assert_eq!(read(&site.get("/api/v1/partners?on=1950-01-01").await)["items"], json!([]));
    let sisters = read(&site.get("/api/v1/partners?kind=sister&standing=active").await);
    let sisters: Vec<&str> =
        sisters["items"].as_array().unwrap().iter().map(|it| it["slug"].as_str().unwrap()).collect();
    assert_eq!(sisters, ["bhubaneswar", "copertino", "hsinchu", "toyokawa"]);
}

#[tokio::test]
async fn dates_say_how_precisely_they_are_known() {
    let site = Site::with_demonstration().await;
    let terms = read(&site.get("/api/v1/terms?partner=hsinchu").await);
    let term =
        |kind: &str| terms["items"].as_array().unwrap().iter().find(|term| term["kind"] == kind).unwrap();
    let (friendship, sister) = (term("friendship"), term("sister"));
    assert_eq!(
        sister["start"],
        json!({ "date": "2007-03", "precision": "month", "first": "2007-03-01", "last": "2007-03-31" })
    );
    assert_eq!(friendship["ending"]["on"], sister["start"]);
    assert_eq!((&sister["continues"], &sister["ending"]["way"]), (&friendship["id"], &json!("open")));
    assert_eq!(sister["certain"], json!({ "first": "2007-03-31", "end": null }));
}

#[tokio::test]
async fn an_exchange_has_its_moment_and_the_hosts_day() {
    let site = Site::with_demonstration().await;
    let list = read(&site.get("/api/v1/exchanges?partner=toyokawa&kind=ceremony&q=45th").await);
    let ceremony = &list["items"][0];
    assert_eq!(ceremony["when"]["way"], "timed");
    assert_eq!(ceremony["when"]["starts"], "2023-11-21T09:00:00");
    assert_eq!(ceremony["when"]["starts_at"], "2023-11-21T00:00:00Z");
    assert_eq!(ceremony["days"]["first"], "2023-11-20");
    assert_eq!(list["record"], "incomplete");
    let detail = ceremony["url"].as_str().unwrap().replace("http://cities.example.org", "");
    assert_eq!(read(&site.get(&detail).await)["exchange"], *ceremony);
}

#[tokio::test]
async fn the_record_is_complete_only_where_that_is_stated() {
    let site = Site::with_demonstration().await;
    site.change(
        "insert into completeness (id, relationship, year)
         select gen_random_uuid(), relationship.id, year from relationship join partner on partner.id = relationship.partner,
             generate_series(2016, 2017) as year where slug = 'nanjing'",
    )
    .await;
    for (query, record) in [
        ("partner=nanjing&from=2016-01-01&until=2017-12-31", "complete"),
        ("partner=nanjing&from=2017-03-01&until=2017-04-01", "complete"),
        ("partner=nanjing&from=2016-01-01&until=2018-01-01", "incomplete"),
        ("partner=nanjing&from=2017-12-31&until=2017-01-01", "incomplete"),
        ("partner=nanjing", "incomplete"),
        ("from=2016-01-01&until=2016-12-31", "incomplete"),
    ] {
        let list = read(&site.get(&format!("/api/v1/exchanges?{query}")).await);
        assert_eq!(list["record"], record, "{query}");
    }
}

#[tokio::test]
async fn other_names_lead_to_the_partner_and_former_ones_to_the_exchange() {
    let site = Site::with_demonstration().await;
    let moved = site.get("/api/v1/partners/%E8%B1%8A%E5%B7%9D%E5%B8%82?on=2005-06-01").await;
    assert_eq!(moved.status, StatusCode::PERMANENT_REDIRECT);
    assert_eq!(moved.headers["location"], "/api/v1/partners/toyokawa?on=2005-06-01");
    assert_eq!(moved.headers["access-control-allow-origin"], "*");
    let listed = read(&site.get("/api/v1/terms?partner=%E8%B1%8A%E5%B7%9D%E5%B8%82").await);
    assert_eq!(listed["items"][0]["partner"]["slug"], "toyokawa");
}

#[tokio::test]
async fn search_finds_what_the_page_finds() {
    let site = Site::with_demonstration().await;
    let found = async |words: &str| read(&site.get(&format!("/api/v1/search?q={words}")).await);
    let first = |answer: &Value| answer["items"][0].clone();
    for (words, kind, page) in [
        ("toyokawa", "partner", "/partners/toyokawa"),
        ("%E8%B1%8A%E5%B7%9D", "partner", "/partners/toyokawa"),
        ("Shenzen", "partner", "/partners/shenzhen"),
        ("cherry%20blossom%202027", "exchange", "/exchanges/cherry-blossom-festival-2027"),
    ] {
        let hit = first(&found(words).await);
        assert_eq!(hit["kind"], kind, "{words}: {hit}");
        assert_eq!(hit["page"], format!("http://cities.example.org{page}"), "{words}");
        assert_eq!(hit["url"], format!("http://cities.example.org/api/v1{page}"), "{words}");
        site.get(page).await.says(&[]);
    }
    let misspelt = found("festivel").await;
    let mut nearly = misspelt["items"].as_array().unwrap().iter();
    assert!(nearly.any(|hit| hit["nearly"] == "festivel"), "{misspelt}");
    let texts = found("volunteers").await;
    let text = texts["items"].as_array().unwrap().iter().find(|hit| hit["kind"] == "text");
    assert!(text.is_some_and(|text| text["url"].is_null() && text["text"].is_string()), "{texts}");
    let few = read(&site.get("/api/v1/search?q=student&limit=1").await);
    let exchanges = few["items"].as_array().unwrap().iter().filter(|hit| hit["kind"] == "exchange").count();
    assert_eq!((exchanges, &few["more_exchanges"]), (1, &json!(true)), "{few}");
    for nothing in ["%20", "zzzzzz", "%26%7C%21"] {
        assert_eq!(found(nothing).await, json!({ "items": [], "more_exchanges": false }), "{nothing}");
    }
    for (query, parameter) in [("", "q"), ("?q=", "q"), ("?limit=0&q=a", "limit"), ("?q=a&q=b", "q")] {
        let refused = problem(&site.get(&format!("/api/v1/search{query}")).await, 400);
        assert_eq!(refused["parameter"], parameter, "{query}");
    }
    site.change("update partner set published_at = null where slug = 'toyokawa'").await;
    let hidden = found("toyokawa").await.to_string();
    assert!(!hidden.contains("/partners/toyokawa"), "{hidden}");
}

#[tokio::test]
async fn what_is_not_published_is_not_told() {
    let site = Site::with_demonstration().await;
    site.change("update partner set note = 'for staff alone', published_at = published_at").await;
    site.change("update partner set published_at = null where slug = 'toyokawa'").await;
    site.change("update agreement set published_at = null").await;
    site.change("update committee set published_at = null, note = 'for staff alone'").await;
    site.change(
        "update exchange set published_at = null, note = 'for staff alone' where kind = 'delegation'",
    )
    .await;
    let document = read(&site.get("/api/openapi.json").await);
    let mut told = String::new();
    for (path, operation) in operations(&document) {
        told.push_str(&site.get(&question(path, operation)).await.html);
    }
    for hidden in ["for staff alone", "\"toyokawa\"", "\"delegation\",\"direction\""] {
        assert!(!told.contains(hidden), "{hidden}");
    }
    for list in ["agreements", "committees"] {
        assert_eq!(read(&site.get(&format!("/api/v1/{list}")).await)["items"], json!([]), "{list}");
    }
    problem(&site.get("/api/v1/partners/toyokawa").await, 404);
    problem(&site.get("/api/v1/gifts?partner=toyokawa").await, 400);
}

#[tokio::test]
async fn the_page_tells_of_every_endpoint_what_the_document_tells() {
    let site = Site::with_demonstration().await;
    let page = site.get("/api").await;
    let document = read(&site.get("/api/openapi.json").await);
    for (path, operation) in operations(&document) {
        page.says(&[path, operation["summary"].as_str().unwrap(), &question(path, operation)]);
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            page.says(&[parameter["name"].as_str().unwrap()]);
        }
    }
    page.says(&["A parameter has no meaning here"]);
    assert!(page.html.contains("&#34;precision&#34;: &#34;day&#34;"), "an example shows a date");
    let data = Site::empty().await.get("/api").await;
    assert_eq!(data.status, StatusCode::SERVICE_UNAVAILABLE);
}
