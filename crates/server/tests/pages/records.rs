//! What belongs to records: photographs, documents, anniversaries, previews, and the list in other sites' frames.

use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::site::Site;

/// The first value of an attribute on a page that begins so.
#[track_caller]
fn attribute(html: &str, name: &str, beginning: &str) -> String {
    let attribute = format!(" {name}=\"");
    let mut values = html.split(&attribute).skip(1).filter_map(|rest| rest.split('"').next());
    let value = values.find(|value| value.starts_with(beginning));
    assert!(value.is_some(), "no {name} that begins with {beginning}");
    value.unwrap_or_default().replace("&amp;", "&")
}

#[tokio::test]
async fn photographs_stand_where_they_belong() {
    let site = Site::with_files().await;
    for (page, count) in [("/", 1), ("/partners/toyokawa", 3), ("/exchanges/students-from-toyokawa-2025", 1)]
    {
        let seen = site.get(page).await;
        seen.says(&["A sample, not a photograph Photo: Nobody"]);
        assert_eq!(seen.html.matches("<img ").count(), count, "{page}");
    }
    let html = site.get("/").await.html;
    let (_, html) = html.split_once("<img").unwrap();
    let html = format!("<img{html}");
    assert_eq!(attribute(&html, "loading", ""), "lazy");
    assert_eq!(
        (attribute(&html, "width", ""), attribute(&html, "height", "")),
        ("1200".into(), "800".into())
    );
    let widths = attribute(&html, "srcset", "/media/");
    let served: Vec<_> = widths.split(", ").map(|one| one.split_once(' ').unwrap()).collect();
    assert_eq!(served.iter().map(|(_, width)| *width).collect::<Vec<_>>(), ["320w", "640w", "960w", "1200w"]);
    for (address, _) in served {
        let picture = site.get(address).await;
        assert_eq!(
            (picture.status, &picture.headers["content-type"]),
            (StatusCode::OK, &"image/jpeg".parse().unwrap())
        );
        assert_eq!(picture.headers["cache-control"], "public, max-age=600, must-revalidate");
        assert_eq!(picture.headers["x-content-type-options"], "nosniff");
    }
    let other = attribute(&html, "src", "/media/").replace("/960", "/961");
    assert_eq!(site.get(&other).await.status, StatusCode::NOT_FOUND, "no other width is made");
}

#[tokio::test]
async fn a_preview_shows_its_photographs_to_who_has_its_link() {
    let site = Site::with_files().await;
    site.change("update image set published_at = null").await;
    site.change("update exchange set published_at = null where slug = 'students-from-toyokawa-2025'").await;
    let token = site.preview("students-from-toyokawa-2025").await;
    let page = site.get(&format!("/preview/{token}")).await;
    page.says(&["A sample, not a photograph Photo: Nobody"]);
    let address = attribute(&page.html, "src", &format!("/preview/{token}/"));
    assert!(page.html.contains(&format!("{} 320w", address.replace("/960", "/320"))), "{}", page.html);
    let picture = site.get(&address).await;
    assert_eq!(
        (picture.status, &picture.headers["cache-control"]),
        (StatusCode::OK, &"no-store".parse().unwrap())
    );
    assert_eq!(picture.headers["content-type"], "image/jpeg");
    let media = address.replace(&format!("/preview/{token}"), "/media");
    let wrong = address.replace(&token.to_string(), "00000000000000000000000000000000");
    for address in [media.as_str(), &wrong, "/preview/x/y/960", &address.replace("/960", "/961")] {
        assert_eq!(site.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
}

#[tokio::test]
async fn a_document_is_served_with_what_it_says_and_only_while_it_is_public() {
    let site = Site::with_files().await;
    let page = site.get("/partners/toyokawa").await;
    page.says(&[
        "A sample of an agreement PDF · 1 kB · English",
        "What it says, as text",
        "The two cities agree.",
    ]);
    let address = attribute(&page.html, "href", "/documents/");
    assert!(address.ends_with("/agreement%20of%201978.pdf"), "{address}");
    let seen = site.get(&address).await;
    assert_eq!(seen.status, StatusCode::OK);
    assert!(seen.html.starts_with("%PDF-"));
    assert_eq!(
        seen.headers["content-disposition"],
        "attachment; filename*=UTF-8''agreement%20of%201978%2Epdf"
    );
    assert!(seen.headers["content-security-policy"].to_str().unwrap().contains("sandbox"));
    let part = Request::get(&address).header("host", "a.example").header("range", "bytes=0-4");
    let part = site.ask(part.body(Body::empty()).unwrap()).await;
    assert_eq!((part.status, part.html.as_str()), (StatusCode::PARTIAL_CONTENT, "%PDF-"));

    let told = async || site.get("/api/v1/agreements?partner=toyokawa").await.html;
    let told_address = format!("\"url\":\"http://cities.example.org{address}\"");
    let before = told().await;
    assert!(
        before.contains(&told_address) && before.contains("\"media_type\":\"application/pdf\""),
        "{before}"
    );
    assert!(before.contains("The two cities agree."), "{before}");

    let picture = attribute(&page.html, "src", "/media/");
    site.change("update document set published_at = null").await;
    site.change("update image set published_at = null").await;
    assert!(told().await.contains("\"documents\":[]"));
    for address in [address.as_str(), picture.as_str(), "/documents/x/y.pdf", "/media/x/320", "/media/x/wide"]
    {
        assert_eq!(site.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    assert!(!site.get("/partners/toyokawa").await.html.contains("<img "));
}

#[tokio::test]
async fn the_next_anniversary_is_computed_as_precisely_as_the_beginning_is_known() {
    let site = Site::with_demonstration().await;
    for (partner, words) in [
        ("toyokawa", "50th anniversary on December 19, 2028"),
        ("bhubaneswar", "15th anniversary on November 24, 2027"),
        ("hsinchu", "20th anniversary in March 2027"),
        ("copertino", "65th anniversary in 2028"),
    ] {
        site.get(&format!("/partners/{partner}")).await.says(&[words]);
    }
    site.get("/partners/taipei").await.keeps_from(&["anniversary in", "anniversary on"]);
    site.get("/exchanges/students-from-toyokawa-2025").await.says(&["Student visit from Toyokawa the 43rd"]);
    site.get("/exchanges/cherry-blossom-festival-2027").await.keeps_from(&["the 41st"]);
    site.get("/exchanges/toyokawa-45th-anniversary-2023")
        .await
        .says(&["9:00 AM in Toyokawa November 21", "4:00 PM in Cupertino November 20, the day before"]);
}

#[tokio::test]
async fn every_page_has_a_preview_that_is_a_picture() {
    let site = Site::with_demonstration().await;
    for (page, preview) in [
        ("/", "/social.png"),
        ("/about", "/social.png"),
        ("/partners/toyokawa", "/partners/toyokawa/social.png"),
        ("/exchanges/cherry-blossom-festival-2027", "/exchanges/cherry-blossom-festival-2027/social.png"),
    ] {
        let html = site.get(page).await.html;
        let image = format!("<meta property=\"og:image\" content=\"http://cities.example.org{preview}\">");
        assert!(html.contains(&image), "{page}");
        let picture = site.get(preview).await;
        assert_eq!(
            (picture.status, &picture.headers["content-type"]),
            (StatusCode::OK, &"image/png".parse().unwrap())
        );
        assert_eq!(picture.headers["cross-origin-resource-policy"], "cross-origin");
    }
    for nothing in ["/partners/nowhere/social.png", "/exchanges/nothing/social.png"] {
        assert_eq!(site.get(nothing).await.status, StatusCode::NOT_FOUND, "{nothing}");
    }
    assert!(!site.get("/nothing").await.html.contains("og:image"));
}

#[tokio::test]
async fn any_site_may_frame_the_list_and_no_other_page() {
    let site = Site::with_demonstration().await;
    let framed = site.get("/embed/exchanges?period=past&partner=hsinchu").await;
    framed.says(&["Past exchanges with Hsinchu", "Students from Cupertino in Hsinchu"]);
    framed.keeps_from(&["Cherry Blossom"]);
    assert!(framed.headers["content-security-policy"].to_str().unwrap().ends_with("frame-ancestors *"));
    assert_eq!(framed.headers.get("x-frame-options"), None);
    assert!(!framed.html.contains("<script"));
    assert!(framed.html.contains("<base target=\"_top\">"));
    assert_eq!(site.get("/embed/exchanges?kind=nonsense").await.status, StatusCode::BAD_REQUEST);

    let list = site.get("/exchanges?period=past&partner=hsinchu").await;
    let snippet = "&lt;iframe src=\"http://cities.example.org/embed/exchanges?partner=hsinchu&";
    assert!(list.html.replace("&#38;", "&").contains(snippet));
    for page in [list, site.get("/").await, site.get("/partners/nowhere").await] {
        assert_eq!(page.headers["x-frame-options"], "DENY");
        assert!(page.headers["content-security-policy"].to_str().unwrap().contains("frame-ancestors 'none'"));
    }
}
