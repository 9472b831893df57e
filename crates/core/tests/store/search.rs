//! Search: what it finds in the demonstration, and that it follows every change.

use std::path::Path;

use signpost_core::dataset::{self, Dataset};
use signpost_core::store::change::{self, NewChange};
use signpost_core::store::import::{self, Removal};
use signpost_core::store::search::{self, Found, HitRecord};
use signpost_core::store::undo;
use signpost_core::{Page, Register};
use sqlx::PgPool;

use crate::sample::sample;
use crate::support::{database, id, import as bring_in, next_change, of};

async fn find(pool: &PgPool, words: &str, language: &str) -> Found {
    search::find(&mut pool.acquire().await.unwrap(), &of(words), &of(language), 20).await.unwrap()
}

/// What was found, by slugs; texts of the programme and documents by their titles.
fn names(found: &Found, register: &Register) -> Vec<String> {
    let hits = found.records.iter().chain(&found.exchanges);
    hits.map(|hit| match hit.record {
        HitRecord::Partner(id) => register.partner(id).unwrap().slug.to_string(),
        _ => hit.title.clone(),
    })
    .collect()
}

async fn demonstration() -> (signpost_core::database::TestDatabase, PgPool, Register) {
    let database = signpost_core::database::TestDatabase::create().await.unwrap();
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/cupertino");
    bring_in(&database.owner().unwrap(), &dataset::read(&demo).unwrap(), Removal::Keep).await;
    let web = database.web().unwrap();
    let register = signpost_core::store::register::load(&mut web.acquire().await.unwrap()).await.unwrap();
    (database, web, register)
}

#[tokio::test]
async fn what_is_meant_is_found() {
    let (_database, web, register) = demonstration().await;
    for (words, first) in [
        ("Toyokawa", "toyokawa"),
        ("TOYOKAWA japan", "toyokawa"),
        ("toyok", "toyokawa"),
        ("豊川", "toyokawa"),
        ("川市", "toyokawa"),
        ("Shenzen", "shenzhen"),
        ("新竹", "hsinchu"),
        ("竹", "hsinchu"),
        ("copertinо", "copertino"),
        ("ＣＯＰＥＲＴＩＮＯ", "copertino"),
        ("Cópértinò", "copertino"),
        ("zhaoqing", "zhaoqing"),
        ("Zhoaqing", "zhaoqing"),
        ("Zhaoqign", "zhaoqing"),
        ("Toyokwa", "toyokawa"),
        ("new tapei", "new-taipei"),
    ] {
        let found = names(&find(&web, words, "en").await, &register);
        assert_eq!(found.first().map(String::as_str), Some(first), "{words}: {found:?}");
    }
    // Of a partner its exchanges are found by any of its names.
    for words in ["豊川 cherry", "Toyokawa cherry", "cherry blosom"] {
        let found = find(&web, words, "en").await;
        assert!(found.exchanges[0].title.contains("Cherry Blossom"), "{words}");
    }
    find(&web, &"a ".repeat(100), "en").await;
    for words in ["", " ", "%", "'\\:*&|!<->()", "qqqq", "\u{202e}", "🎏"] {
        assert!(find(&web, words, "en").await.is_empty(), "{words}");
    }
}

#[tokio::test]
async fn every_language_is_looked_through_as_its_readers_write_it() {
    let (_database, web, _) = demonstration().await;
    for (language, words, title) in [
        // Where no spaces are, by what stands anywhere, of one character or more; in either kana.
        ("ja", "桜", "桜まつり2027"),
        ("ja", "つり", "桜まつり2027"),
        ("ja", "除幕", "姉妹都市の道標の除幕"),
        ("ja", "オンライン署", "新北市との友好覚書のオンライン署名"),
        ("ja", "おんらいん", "新北市との友好覚書のオンライン署名"),
        ("zh-Hant", "櫻", "2027 年櫻花節"),
        ("zh-Hant", "花節", "2027 年櫻花節"),
        ("zh-Hans", "樱", "2027 年樱花节"),
        ("zh-Hans", "揭幕", "姐妹市路标揭幕"),
        // By words and how they begin, with their accents or without.
        ("it", "città gemellate cartello", "Inaugurazione del cartello delle città gemellate"),
        ("it", "CITTA gemellate cartello", "Inaugurazione del cartello delle città gemellate"),
        ("it", "inaugurazi", "Inaugurazione del cartello delle città gemellate"),
        // Signs of vowels are of the word.
        ("hi", "चेरी", "चेरी ब्लॉसम उत्सव 2027"),
        ("hi", "उत्स", "चेरी ब्लॉसम उत्सव 2027"),
    ] {
        let found = find(&web, words, language).await;
        let titles: Vec<&str> = found.exchanges.iter().map(|hit| hit.title.as_str()).collect();
        assert!(titles.contains(&title), "{words} in {language}: {titles:?}");
        assert!(found.exchanges.iter().all(|hit| hit.language == of(language)), "{words}: {titles:?}");
    }
    for (language, words) in [("ja", "桜節"), ("it", "ttà"), ("it", "gurazion"), ("hi", "चरी")] {
        assert!(find(&web, words, language).await.is_empty(), "{words} in {language}");
    }
}

#[tokio::test]
async fn what_is_not_public_is_not_found() {
    let (database, _owner) = database().await;
    let web = database.web().unwrap();
    // Shenzhen and the draft are not public; the festival is, and is with Shenzhen too.
    for words in ["shenzhen", "draft", "Shenzhn"] {
        assert!(find(&web, words, "en").await.is_empty(), "{words}");
        assert!(
            !find(&database.owner().unwrap(), words, "en").await.is_empty() || words == "Shenzhn",
            "{words}"
        );
    }
    let found = find(&web, "moon festival", "en").await;
    assert_eq!(found.exchanges.len(), 1);
    let words: Vec<String> =
        sqlx::query_scalar("select word from search_word").fetch_all(&web).await.unwrap();
    assert!(words.contains(&"festival".to_owned()) && !words.contains(&"draft".to_owned()), "{words:?}");
}

#[tokio::test]
async fn the_language_of_the_page_comes_first() {
    let (database, owner) = database().await;
    // The page's title is translated, and so is the visit's.
    for (language, title) in [("ja", "ようこそ, edition 1"), ("en", "visit, edition 1")] {
        let found = find(&owner, "edition", language).await;
        let visit =
            found.exchanges.iter().find(|hit| hit.record == HitRecord::Exchange(id("visit"))).unwrap();
        assert_eq!((visit.title.as_str(), visit.language.as_str()), (title, language));
    }
    let found = find(&database.web().unwrap(), "ようこそ", "en").await;
    let home = found.records.iter().find(|hit| hit.record == HitRecord::Page(id("home"))).unwrap();
    assert_eq!((home.title.as_str(), home.language.as_str()), ("ようこそ, edition 1", "ja"));
}

#[tokio::test]
async fn what_is_in_the_language_of_the_page_stands_before_what_is_newer() {
    let (database, web, _) = demonstration().await;
    let untranslated = "delete from search_document where language = 'it'
        and exchange = (select id from exchange where slug = 'cherry-blossom-festival-2027')";
    sqlx::query(untranslated).execute(&database.owner().unwrap()).await.unwrap();
    let newest = "Cherry Blossom Festival 2027";
    let english = find(&web, "豊川", "en").await.exchanges;
    assert_eq!(english.first().unwrap().title, newest);
    let italian = find(&web, "豊川", "it").await.exchanges;
    let (last, before) = italian.split_last().unwrap();
    assert_eq!(last.title, newest);
    assert!(before.len() > 3 && before.iter().all(|hit| hit.language == of("it")), "{italian:?}");
}

/// All that search looks in.
async fn looked_in(connection: &mut sqlx::PgConnection) -> Vec<String> {
    let rows = "select search_document::text from search_document order by 1";
    sqlx::query_scalar(rows).fetch_all(connection).await.unwrap()
}

/// Asserts that search looks in what it would look in if it were all written anew.
async fn assert_current(pool: &PgPool) {
    let mut transaction = pool.begin().await.unwrap();
    let kept = looked_in(&mut transaction).await;
    search::rebuild(&mut transaction).await.unwrap();
    assert_eq!(kept, looked_in(&mut transaction).await);
    assert!(!kept.is_empty());
    transaction.rollback().await.unwrap();
}

async fn become_(pool: &PgPool, dataset: &Dataset) -> signpost_core::ChangeId {
    let mut transaction = pool.begin().await.unwrap();
    let change = NewChange::new(next_change(), "Mei Lin", "import");
    change::begin(&mut transaction, &change).await.unwrap();
    import::run(&mut transaction, dataset, Removal::Remove).await.unwrap();
    change::commit(transaction, change.id).await.unwrap();
    change.id
}

#[tokio::test]
async fn search_follows_every_change_and_its_reversal() {
    let (_database, owner) = database().await;
    assert_current(&owner).await;
    let mut renamed = sample(1);
    renamed.partners[0].names = sample(1).partners[1].names.clone();
    renamed.partners[0].names.iter_mut().for_each(|name| name.id = id("another name"));
    renamed.partners[0].names.truncate(1);
    renamed.pages.push(Page { id: id("new"), slug: of("new"), ..renamed.pages[0].clone() });
    renamed.translations.retain(|translation| translation.of.noun() != "exchange");
    let mut fewer = sample(1);
    fewer.exchanges.retain(|exchange| exchange.slug.as_str() == "visit");
    fewer.exchanges[0].partners.clear();
    fewer.redirects.pop();
    let mut foreign = sample(1);
    foreign.programme.language = of("it");
    for dataset in [renamed, fewer, foreign] {
        let change = become_(&owner, &dataset).await;
        assert_current(&owner).await;
        let mut transaction = owner.begin().await.unwrap();
        let reversal =
            NewChange { undoes: Some(change), ..NewChange::new(next_change(), "Ana Cruz", "undo") };
        change::begin(&mut transaction, &reversal).await.unwrap();
        undo::run(&mut transaction, change).await.unwrap();
        change::commit(transaction, reversal.id).await.unwrap();
        assert_current(&owner).await;
    }
}

/// The exchanges of each partner as lists read them, and as the record has them.
const PARTNERS: [&str; 2] = [
    "select partner_exchange::text from partner_exchange order by 1",
    "select row(partner, held.id, kind, direction, status, first_day, last_day, people_of(held), published_at)::text
     from exchange_partner join exchange as held on held.id = exchange_partner.exchange order by 1",
];

#[tokio::test]
async fn the_exchanges_of_each_partner_follow_every_change() {
    let (_database, owner) = database().await;
    let mut moved = sample(2);
    moved.exchanges[0].partners.reverse();
    let mut fewer = sample(1);
    fewer.exchanges.retain(|exchange| exchange.slug.as_str() == "visit");
    fewer.redirects.pop();
    for dataset in [sample(1), moved, fewer, sample(2), sample(1)] {
        become_(&owner, &dataset).await;
        let [kept, recorded] = PARTNERS;
        let kept: Vec<String> = sqlx::query_scalar(kept).fetch_all(&owner).await.unwrap();
        let recorded: Vec<String> = sqlx::query_scalar(recorded).fetch_all(&owner).await.unwrap();
        assert_eq!(kept, recorded);
        assert!(!kept.is_empty());
    }
}
