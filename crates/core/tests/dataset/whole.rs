//! A dataset with something of everything, as a person would write it.

use signpost_core::dataset::{self, WriteError};
use signpost_core::{CostSubject, DocumentSubject, Ending, ImageSubject, Minors, Version, When, samples};

use crate::support::Folder;

/// A folder without ids, in which every noun and every key stands.
fn handwritten() -> Folder {
    let folder = Folder::new();
    for (name, text) in FILES {
        folder.put(name, text);
    }
    folder.put("documents/mou.pdf", samples::pdf("% a binary \u{fe}"));
    folder.put("documents/sub/letter.pdf", samples::pdf("% a letter"));
    folder.put("documents/read.png", samples::png(30, 40));
    folder.put("images/stone.jpg", samples::jpeg(64, 48));
    folder.put("images/sign.png", samples::png(4, 3));
    folder.put("images/second.png", samples::png(3, 4));
    folder
}

const FILES: &[(&str, &str)] = &[
    (
        "programme.toml",
        r#"
city = "Cupertino"
country = "US"
country_label = "United States"
latitude = 37
longitude = -122.0322
reference_point = "City Hall"
time_zone = "America/Los_Angeles"
language = "en"
wikidata = 'Q65'
council = "City Council"
contacts = [{ name = "Office", role = "Programme", email = "office@example.org", telephone = "+1 408 555 0100", website = "https://example.org", published_at = 2026-11-01T00:00:00Z }]
claims = [{ fact = "council", confidence = "inferred", note = "One.\n\nTwo." }]

[[policy]]
rule = "friendship-term"
value = "P2Y"
from = 2000
until = "2030-01"

[[policy]]
rule = "friendship-term"
value = "P3Y"
from = "2030-01"

[[policy]]
rule = "sisters-per-country"
value = 1
"#,
    ),
    (
        "sources.toml",
        "[[sources]]\nslug = 'city'\ntitle = \"The City's page\"\ndated = '2020/2021'\naddress = 'https://example.org/a'\n",
    ),
    (
        "series.toml",
        "[[series]]\nslug = \"visit\"\ntitle = \"Visit\"\nrule = \"FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1\"\nnote = \"\"\"\nOne.\n\nTwo: \\\"\\\"\\\" \\\\ '''\n\"\"\"\n",
    ),
    (
        "partners/lapsed.toml",
        "name = 'Lapsed'\ncountry = 'TW'\ncountry_label = 'Taiwan'\ntime_zone = 'Asia/Taipei'\n\
         [[terms]]\nkind = 'friendship'\nstart = 2016-09-20\nending = 'by-policy'\n\
         [[terms]]\nkind = 'friendship'\nending = 'unrecorded'\n",
    ),
    (
        "partners/town.toml",
        r#"
name = "Town"
country = "JP"
country_label = "Japan"
region = "Aichi"
latitude = 34.8167
longitude = 137
time_zone = "Asia/Tokyo"
geonames = 1849845
wikidata = "Q62"
note = "For staff"

[[names]]
text = "豊川市"
language = "ja"
reading = "とよかわし"
[[names]]
text = "Twon"
purpose = "alias"
note = "A slip"

[relationship]
note = "For staff"
claims = [{ source = "city", confidence = "single", rank = "rejected", fact = "beginning", value = "1977" }]

[[terms]]
kind = "friendship"
start = 1998
ending = "recorded"
end = "2007-03"
end_cause = "change"
end_reason = "became a sister city"
approved = "1997-12-01"
resolution = "1"
vote = "3-1-1"
agenda = "7"
record_number = "C-1"
sponsor = "Somebody"
note = "For staff"

[[terms.dormancies]]
start = "2000"
end = "2001"
note = "For staff"

[[terms]]
kind = "sister"
start = "2007-03"
continues = true
ending = "open"

[[listings]]
kind = "sister"
seen = "2020/2021"
note = "For staff"

[[applications]]
kind = "friendship"
on = "1997"
missing = "A signature"
decision = "approved"
decided = "1997-12"
vote = "5-0"
published_at = "2026-11-01T00:00:00Z"

[[applications]]
kind = "sister"
on = "2006"

[[milestones]]
on = "2013"
what = "A thing"

[[milestones]]
what = "Another, when is not on record"

[[agreements]]
title = "Memorandum"
term = "2007-03"
signed = "2007-03"
place = "Town"
method = "video"
signatories = [
    { side = "partner", name = "A" },
    { side = "host", office = "Mayor", on_behalf_of = "B" },
]

[[agreements]]
title = "Memorandum"

[[committees]]
name = "Friends"
side = "host"
form = "informal"
founded = "1999-01"
websites = ["https://a.example.org", "https://b.example.org"]
offers = "Tea"
contacts = [{ name = "Chair" }]

[[committees]]
name = "Friends"
side = "partner"
form = "city-office"

[[gifts]]
what = "Stone"
given = "2018"
giver = "host"
place = "Park"

[[gifts]]
what = "Tree"

[[gifts]]
what = "Tree"

[[complete_years]]
year = 2024
note = "For staff"

[[policy_exceptions]]
rule = "sisters-per-country"
decided = "2006"
authority = "City Council"
reason = "Because"
record_number = "C-2"
"#,
    ),
    ("partners/town.md", "# Town\n\nA text.\n"),
    (
        "exchanges.csv",
        "\u{feff}slug,title,partners,kind,direction,starts,ends,zone,fold,form,status,status_reason,previous_starts,\
         previous_ends,previous_zone,venue,latitude,longitude,website,organizer,leader,students,chaperones,adults,\
         host_families,people,people_remark,series,ordinal,sequence,published_at,source,confidence,note\r\n\
         timed,\"One, \"\"two\"\"\",town; lapsed,cultural,local,2026-11-01T01:30,2026-11-01T03:00,,later,,postponed,Rain,\
         2026-10-31T01:30,,Asia/Tokyo,Park,37.3,-122,https://example.org,,Mayor,1,2,3,4,6,all,visit,43,2,\
         2026-11-01T00:00:00Z,city,verified,\"A\r\nb\"\r\n\
         days,Days,town,delegation,inbound,2026-04-25,,,,,confirmed,,2026-04,,,,,,,,,,,,,,,,,,,,,\r\n\
         day,Day,,ceremony,online,2001-05-06,,,,historic,tentative,,2001-05-05,2001-05-05,,,,,,,,,,,,,,,,,,,inferred,\r\n\
         year,Year,town,technical,outbound,1963,,,,,cancelled,,,,,,,,,,,,,,,,,,,,,,,\r\n",
    ),
    ("exchanges/timed.md", "A description.\n"),
    (
        "claims.csv",
        "exchange,fact,value,source,confidence,rank,note\ntimed,leader,The mayor,city,single,disputed,Check\nday,,,city,single,,\n",
    ),
    (
        "costs.csv",
        "partner,exchange,on,what,money_minor,currency,staff_minutes,room_uses\n\
         town,,2024,Flags,1250,USD,,\n,timed,2026-11,Room,,,90,1\n",
    ),
    ("redirects.csv", "noun,slug,to\npartner,twon,town\nexchange,timid,timed\n"),
    (
        "notices.toml",
        "[[notices]]\nslug = 'a'\ntitle = 'A'\nseverity = 'warning'\nstarts_at = 2026-01-01T00:00:00-08:00\n\
         ends_at = '2026-02-01T00:00:00Z'\nbody = 'B'\nlink = 'https://example.org'\nnote = 'N'\n",
    ),
    ("pages/home.md", "+++\r\ntitle = 'Home'\r\n+++\r\n\r\nWelcome.\r\n\r\nAll.\r\n"),
    (
        "translations/ja/pages/home.toml",
        "[title]\ntext = 'ホーム'\ntranslator = 'A'\ntranslated_on = 2026-10-01\nreviewer = 'B'\nreviewed_on = 2026-10-02\n\
         [body]\ntext = '''\nようこそ。\n\n終わり。'''\ntranslator = 'A'\ntranslated_on = '2026-10-01'\n\
         follows = '0000000000000000000000000000000000000000000000000000000000000000'\n",
    ),
    (
        "translations/ja/programme.toml",
        "[council]\ntext = '市議会'\ntranslator = 'A'\ntranslated_on = 2026-10-01\n",
    ),
    (
        "translations/it/partners/town.toml",
        "[introduction]\ntext = 'Testo'\ntranslator = 'A'\ntranslated_on = 2026-10-01\n",
    ),
    (
        "translations/it/exchanges/timed.toml",
        "[title]\ntext = 'Uno'\ntranslator = 'A'\ntranslated_on = 2026-10-01\n",
    ),
    ("translations/it/notices/a.toml", "[body]\ntext = 'B'\ntranslator = 'A'\ntranslated_on = 2026-10-01\n"),
    (
        "documents.toml",
        "[[documents]]\nfile = 'documents/mou.pdf'\ntitle = 'Memorandum'\nlanguage = 'en'\npartner = 'town'\n\
         agreement = '2007-03'\npublished_at = 2026-11-01T00:00:00Z\n\
         [[documents]]\nfile = 'documents/sub/letter.pdf'\nname = 'mou.pdf'\ntitle = 'Letter'\nlanguage = 'ja'\npartner = 'town'\n\
         note = 'N'\n\
         [[documents]]\nfile = 'documents/read.png'\ntitle = 'Programme'\nlanguage = 'en'\n\
         exchange = 'timed'\n",
    ),
    ("documents/mou.pdf.md", "What it says.\n"),
    ("documents/sub/letter.pdf.md", "手紙\n"),
    (
        "images.toml",
        "[[images]]\nfile = 'images/stone.jpg'\npartner = 'town'\ngift = 'Stone'\n\
         alternative = 'A stone'\ncaption = 'C'\ncredit = 'D'\nminors = 'shown'\nconsent = 'The parents, 2026'\n\
         published_at = 2026-11-01T00:00:00Z\n\
         [[images]]\nfile = 'images/sign.png'\nhome = true\nalternative = 'A sign'\ncredit = 'D'\n\
         minors = 'none'\n\
         [[images]]\nfile = 'images/second.png'\nhome = true\nalternative = 'B'\ncredit = 'D'\n\
         minors = 'shown'\n",
    ),
];

#[test]
fn what_a_person_writes_is_read() {
    let read = dataset::read(handwritten().path()).unwrap_or_else(|faults| unreachable!("{faults}"));
    let [lapsed, town] = read.partners.as_slice() else { unreachable!("{:?}", read.partners) };
    let by_policy = lapsed.relationship.terms.iter().find(|term| term.start.is_some()).unwrap();
    assert_eq!(by_policy.ending, Ending::ByPolicy("2018-09-20".parse().unwrap()));
    let [first, second] = town.relationship.terms.as_slice() else { unreachable!() };
    assert_eq!((second.continues, second.start), (Some(first.id), first.end()));
    assert_eq!(town.relationship.dormancies.first().unwrap().term, first.id);
    assert!(town.relationship.agreements.iter().any(|agreement| agreement.term == Some(second.id)));
    assert_eq!(town.introduction.as_ref().unwrap().as_str(), "# Town\n\nA text.");
    let slugs: Vec<&str> = read.exchanges.iter().map(|exchange| exchange.slug.as_str()).collect();
    assert_eq!(slugs, ["year", "day", "days", "timed"]);
    let timed = read.exchanges.last().unwrap();
    assert_eq!(timed.partners, [town.id, lapsed.id]);
    assert_eq!((timed.ordinal, timed.sequence, timed.people.total()), (Some(43), 2, Some(6)));
    assert_eq!(timed.note.as_ref().unwrap().as_str(), "A\nb");
    assert!(matches!(&timed.when, When::Timed(when) if when.zone.as_str() == "America/Los_Angeles"));
    assert!(matches!(&timed.previously, Some(When::Timed(when)) if when.zone.as_str() == "Asia/Tokyo"));
    assert!(
        matches!(read.costs.as_slice(), [one, other] if matches!(one.spent_on, CostSubject::Relationship(_))
        && other.spent_on == CostSubject::Exchange(timed.id))
    );
    let owners: Vec<_> = read.documents.iter().map(|document| document.attached_to).collect();
    assert!(owners.contains(&DocumentSubject::Exchange(timed.id)));
    assert!(owners.contains(&DocumentSubject::Relationship(town.relationship.id)));
    let home = read.images.iter().filter(|image| matches!(image.shown_at, ImageSubject::Home(_)));
    let alternatives: Vec<&str> = home.map(|image| image.alternative.as_str()).collect();
    assert_eq!(alternatives, ["A sign", "B"], "images of one record keep their order");
    assert!(read.images.iter().any(|image| matches!(&image.minors, Minors::Shown { consent: Some(_) })));
    let title = read.translations.iter().find(|translation| translation.text.as_str() == "ホーム").unwrap();
    assert_eq!(title.follows, Version::of("Home"));
    assert_eq!(read.claims.len(), 6);
}

#[test]
fn what_is_written_reads_the_same_and_writes_the_same() {
    let read = dataset::read(handwritten().path()).unwrap();
    let (once, twice) = (Folder::new(), Folder::new());
    dataset::write(&read, once.path()).unwrap();
    let again = dataset::read(once.path()).unwrap_or_else(|faults| unreachable!("{faults}"));
    assert_eq!(again, read);
    dataset::write(&again, twice.path()).unwrap();
    assert_eq!(once.files(), twice.files());
    for name in ["documents/letter.pdf", "documents/sub/letter.pdf", "documents/mou.pdf"] {
        assert!(!once.files().contains_key(name), "two documents are called mou.pdf: {name}");
    }
}

#[test]
fn the_same_words_give_the_same_ids() {
    let folder = handwritten();
    let first = dataset::read(folder.path()).unwrap();
    assert_eq!(dataset::read(folder.path()).unwrap(), first);
    folder.replace("partners/town.toml", "what = \"Stone\"", "what = \"Stone\"\nnote = \"Grey\"");
    let second = dataset::read(folder.path()).unwrap();
    let gifts = |read: &dataset::Dataset| -> Vec<_> {
        read.partners.iter().flat_map(|partner| &partner.relationship.gifts).map(|gift| gift.id).collect()
    };
    assert_eq!(gifts(&first), gifts(&second));
    assert_eq!(gifts(&first).len(), 3);
}

#[test]
fn the_order_of_the_parts_does_not_matter() {
    let read = dataset::read(handwritten().path()).unwrap();
    let mut shuffled = read.clone();
    shuffled.partners.reverse();
    shuffled.exchanges.reverse();
    shuffled.claims.reverse();
    shuffled.documents.reverse();
    shuffled.translations.reverse();
    for partner in &mut shuffled.partners {
        partner.relationship.terms.reverse();
        partner.relationship.gifts.reverse();
        partner.relationship.agreements.reverse();
        partner.relationship.milestones.reverse();
    }
    let (one, other) = (Folder::new(), Folder::new());
    dataset::write(&read, one.path()).unwrap();
    dataset::write(&shuffled, other.path()).unwrap();
    assert_eq!(one.files(), other.files());
    shuffled.sort();
    assert_eq!(shuffled, read);
}

#[test]
fn an_export_replaces_a_dataset_and_nothing_else() {
    let read = dataset::read(handwritten().path()).unwrap();
    let folder = Folder::of_demo();
    dataset::write(&read, folder.path()).unwrap();
    assert_eq!(dataset::read(folder.path()).unwrap(), read, "the demo's files are gone");

    for stray in ["letter.docx", ".git/config", "partners/old/town.toml"] {
        let folder = Folder::of_demo();
        folder.put(stray, "keep me");
        let before = folder.files();
        let refusal = dataset::write(&read, folder.path()).unwrap_err();
        assert!(matches!(refusal, WriteError::InTheWay { .. }), "{refusal}");
        assert_eq!(folder.files(), before);
    }
}

#[test]
fn an_export_that_fails_leaves_what_was_there() {
    let mut read = dataset::read(handwritten().path()).unwrap();
    read.documents.first_mut().unwrap().note = Some("a".repeat(100_000).parse().unwrap());
    let long = read.documents.first().unwrap().clone();
    read.documents.extend(vec![long; 10]);
    let folder = Folder::of_demo();
    let before = folder.files();
    for folder in [&folder, &Folder::new()] {
        let before = folder.files();
        let refusal = dataset::write(&read, folder.path()).unwrap_err();
        assert!(matches!(refusal, WriteError::TooLarge { .. }), "{refusal}");
        assert_eq!(folder.files(), before);
    }
    assert_eq!(folder.files(), before);
    let beside = std::fs::read_dir(folder.path().parent().unwrap()).unwrap();
    let name = folder.path().file_name().unwrap().to_string_lossy().into_owned();
    let left = beside.filter(|entry| {
        let beside = entry.as_ref().unwrap().file_name().to_string_lossy().into_owned();
        beside != name && beside.contains(&name)
    });
    assert_eq!(left.count(), 0, "nothing half written is left beside it");
}
