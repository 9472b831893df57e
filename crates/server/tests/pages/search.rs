//! The search: what visitors mean is found, says why, and leads there.

use axum::http::StatusCode;

use crate::site::Site;

#[tokio::test]
async fn results_say_why_they_are_there() {
    let site = Site::with_demonstration().await;
    for (query, phrases) in [
        ("Shenzen", &["Cities", "Shenzhen", "Also known as: Shenzen"][..]),
        ("%E6%96%B0%E7%AB%B9", &["Hsinchu", "Also known as: 新竹"]),
        ("copertin%D0%BE", &["Cities", "Copertino"]),
        ("Zhoaqing", &["Zhaoqing", "Also known as: Zhoaqing"]),
        ("Zhaoqign", &["Nothing on record says “Zhaoqign”", "Zhaoqing", "Similar to “zhaoqign”"]),
        ("cherry+blossom", &["Exchanges", "Cherry Blossom Festival 2027"]),
        ("Toyokawa", &["Exchanges", "Cherry Blossom Festival 2027", "With Toyokawa"]),
        ("2019", &["Exchanges are on record in 2019", "Nobody has said that the record of 2019 is complete"]),
        ("1999+toyokawa", &["No exchange is on record in 1999"]),
        (
            "qqqq+zzzz",
            &["Nothing found", "Nothing on record says “qqqq zzzz”", "Look for each word by itself"],
        ),
        ("Shenzhenn+xyzzy", &["Nothing found", "Did you mean"]),
    ] {
        let seen = site.get(&format!("/search?q={query}")).await;
        assert_eq!(seen.status, StatusCode::OK, "{query}");
        seen.says(phrases);
        assert!(seen.html.contains("name=\"robots\" content=\"noindex\""), "{query}");
    }
    let marked = site.get("/search?q=dusseldorf+toyok").await;
    assert_eq!(marked.status, StatusCode::OK);
    assert!(site.get("/search?q=toyok").await.html.contains("<mark>Toyokawa</mark>"));
    let form = site.get("/search").await;
    assert!(!form.html.contains("noindex") && form.html.contains("<search>"));
}

#[tokio::test]
async fn what_is_in_another_language_than_the_page_says_so() {
    let site = Site::with_demonstration().await;
    for (address, marked) in [
        ("/ja/search?q=redwood", &["<bdi>豊川市</bdi>", "<bdi lang=\"en\">…students came from Toyokawa"][..]),
        ("/hi/search?q=taichung", &["<bdi lang=\"en\"><mark>Taichung</mark></bdi>"]),
        ("/search?q=%E6%96%B0%E7%AB%B9", &["<bdi>Also known as: </bdi><bdi lang=\"zh-Hant\">新竹市</bdi>"]),
        ("/ja/search?q=%E6%A1%9C", &["<bdi><mark>桜</mark>まつり2027</bdi>"]),
    ] {
        let seen = site.get(address).await;
        for part in marked {
            assert!(seen.html.contains(part), "{address}: no {part} in {}", seen.html);
        }
    }
}

#[tokio::test]
async fn whatever_is_typed_is_answered() {
    let site = Site::with_demonstration().await;
    for query in [
        String::new(),
        "+".to_owned(),
        "%25".to_owned(),
        "%27%3B+drop+table+page%3B--".to_owned(),
        "%5C%27%3A*%26%7C%21%3C-%3E%28%29".to_owned(),
        "%E2%80%AE%E2%81%A6evil".to_owned(),
        "%F0%9F%8E%8F".to_owned(),
        "a+".repeat(100),
        "%E7%AB%B9".repeat(200),
        "x".repeat(200),
        "%E0%A4%AD%E0%A5%81%E0%A4%B5%E0%A4%A8".to_owned(),
        "%D8%AF%D8%A8%D9%8A".to_owned(),
        "%EF%BF%BF".to_owned(),
    ] {
        for address in [format!("/search?q={query}"), format!("/exchanges?q={query}")] {
            let seen = site.get(&address).await;
            assert_eq!(seen.status, StatusCode::OK, "{address}");
        }
    }
    for (query, words) in
        [("x".repeat(201), "200 characters"), ("%00".to_owned(), "no text"), ("%FF".to_owned(), "no text")]
    {
        let seen = site.get(&format!("/search?q={query}")).await;
        assert_eq!(seen.status, StatusCode::BAD_REQUEST);
        seen.says(&[words]);
    }
    let seen = site.get("/search?q=%3Cscript%3Ealert(1)%3C/script%3E%22").await;
    assert!(!seen.html.contains("<script>alert") && seen.html.contains("&#60;script&#62;"));
    assert_eq!(site.get("/search?query=x").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn the_list_is_narrowed_by_words_in_any_script() {
    let site = Site::with_demonstration().await;
    for query in [
        "cherry",
        "Ch%C3%A9rry",
        "%E8%B1%8A%E5%B7%9D+cherry",
        "cherry&partner=toyokawa",
        "cherry&kind=cultural",
    ] {
        site.get(&format!("/exchanges?q={query}")).await.says(&["Cherry Blossom Festival 2027"]);
    }
    for query in ["cherry&kind=ceremony", "cherry&partner=copertino", "qqqq"] {
        site.get(&format!("/exchanges?q={query}")).await.says(&["The nearest to what you asked for"]);
    }
}
