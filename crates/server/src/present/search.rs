//! The view of the search: each result with the words that made it one.

use std::ops::Range;

use signpost_core::search::Terms;
use signpost_core::store::search::{Found, Hit, HitRecord};
use signpost_core::{Document, Exchange, Language, Partner, SearchWords};

use crate::pages::{
    Link, Marked, NothingView, Passage, Reason, ResultGroup, ResultView, SearchView, Written, YearView,
};
use crate::present::Presenter;
use crate::urls::{ExchangesQuery, Page, Period, Url};

/// What a search came to.
pub struct Searched<'a> {
    /// What was found.
    pub found: &'a Found,
    /// The exchanges that were found.
    pub exchanges: &'a [Exchange],
    /// The documents that were found.
    pub documents: &'a [Document],
    /// The years that were looked for.
    pub years: &'a [YearRecorded],
    /// Where nothing was found, what may have been meant.
    pub nearest: Vec<Link>,
}

/// A year that was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearRecorded {
    /// The year.
    pub year: i16,
    /// Whether an exchange is recorded in it.
    pub has_exchanges: bool,
}

/// How many bytes of a text are shown before what was looked for, and how many in all.
const BEFORE: usize = 60;
const SHOWN: usize = 240;

impl Presenter<'_> {
    /// The form alone.
    pub fn search_form(self) -> SearchView {
        SearchView {
            heading: self.locale.say("search-heading"),
            action: Page::Search { words: None }.url(self.locale),
            words: String::new(),
            similar: None,
            years: Vec::new(),
            groups: Vec::new(),
            nothing: None,
        }
    }

    /// What was found.
    pub fn search(self, words: &SearchWords, searched: Searched<'_>) -> SearchView {
        let found = searched.found;
        let is_similar = found.terms.0.iter().any(|term| !term.similar.is_empty());
        let hits =
            |belongs: fn(&HitRecord) -> bool| found.records.iter().filter(move |hit| belongs(&hit.record));
        let group = |heading: String, results: Vec<ResultView>, more: Vec<Link>| {
            (!results.is_empty()).then_some(ResultGroup { heading, results, more })
        };
        let partners = hits(|record| matches!(record, HitRecord::Partner(_)));
        let texts = hits(|record| matches!(record, HitRecord::Page(_)));
        let documents = hits(|record| matches!(record, HitRecord::Document(_)));
        let exchanges = found.exchanges.iter().filter_map(|hit| self.found_exchange(hit, &searched));
        let more = if found.more_exchanges { self.more_exchanges(words) } else { Vec::new() };
        let groups: Vec<ResultGroup> = [
            group(
                self.locale.say("search-partners"),
                partners.filter_map(|hit| self.found_partner(hit, &found.terms)).collect(),
                Vec::new(),
            ),
            group(self.locale.say("search-exchanges"), exchanges.collect(), more),
            group(
                self.locale.say("search-texts"),
                texts.filter_map(|hit| self.found_text(hit, &found.terms)).collect(),
                Vec::new(),
            ),
            group(
                self.locale.say("search-documents"),
                documents.filter_map(|hit| self.found_document(hit, &searched)).collect(),
                Vec::new(),
            ),
        ]
        .into_iter()
        .flatten()
        .collect();
        SearchView {
            heading: self.locale.say_with("search-heading-words", [("words", words.as_str().into())]),
            words: words.to_string(),
            similar: (is_similar && !groups.is_empty())
                .then(|| self.locale.say_with("search-similar", [("words", words.as_str().into())])),
            years: searched.years.iter().map(|year| self.year(*year)).collect(),
            nothing: groups.is_empty().then(|| self.nothing(words, searched.nearest)),
            groups,
            ..self.search_form()
        }
    }

    fn found_partner(self, hit: &Hit, terms: &Terms) -> Option<ResultView> {
        let HitRecord::Partner(id) = hit.record else { return None };
        let partner = self.register.partner(id)?;
        let blade = self.blade(partner, self.today())?;
        let title = marked(&blade.name, terms);
        let is_in_title = title.passages.iter().any(|passage| passage.is_sought);
        let reason = || if is_in_title { None } else { self.other_name(partner, terms) };
        Some(ResultView {
            url: blade.url,
            reason: self.similar(hit, terms).or_else(reason),
            title,
            particulars: vec![blade.standing.words.into(), blade.country],
            text: self.said_in(hit, excerpt_where_said(hit, terms)),
        })
    }

    /// The name that is looked for, where it is not the one that is shown.
    fn other_name(self, partner: &Partner, terms: &Terms) -> Option<Reason> {
        let names = partner.names.iter();
        let mut names = names.flat_map(|name| {
            let spellings = std::iter::once(&name.text).chain(name.reading.as_ref());
            spellings.map(|spelling| (spelling.as_str(), name.language.as_ref()))
        });
        let (name, language) = names.find(|(name, _)| !terms.places_in(name).is_empty())?;
        let name = Written { text: name.to_owned(), language: self.unless_own(language) };
        let words = self.locale.say("search-reason-name") + &self.locale.say("label-separator");
        Some(Reason { words, name: Some(name) })
    }

    fn found_exchange(self, hit: &Hit, searched: &Searched<'_>) -> Option<ResultView> {
        let HitRecord::Exchange(id) = hit.record else { return None };
        let exchange = searched.exchanges.iter().find(|exchange| exchange.id == id)?;
        let terms = &searched.found.terms;
        let (card, text) = (self.card(exchange), excerpt_where_said(hit, terms));
        let meant = exchange.partners.iter().filter(|partner| terms.mean(**partner));
        let meant: Vec<String> = meant
            .filter_map(|partner| self.register.partner(*partner))
            .map(|partner| self.name(partner).to_owned())
            .collect();
        let with = || {
            let cities = self.locale.list(&meant);
            (!meant.is_empty())
                .then(|| self.locale.say_with("search-reason-with", [("cities", cities.into())]).into())
        };
        let title = passages(&hit.title, terms);
        let is_said = !text.is_empty() || title.iter().any(|passage| passage.is_sought);
        Some(ResultView {
            url: card.url,
            title: self.said_in(hit, title),
            particulars: vec![card.when.words.into(), card.kind.into()],
            reason: self.similar(hit, terms).or_else(|| if is_said { None } else { with() }),
            text: self.said_in(hit, text),
        })
    }

    fn found_text(self, hit: &Hit, terms: &Terms) -> Option<ResultView> {
        let HitRecord::Page(id) = hit.record else { return None };
        let text = self.register.pages().iter().find(|page| page.id == id)?;
        Some(self.found_words(place_of_text(text.slug.as_str())?.url(self.locale), hit, terms))
    }

    fn found_document(self, hit: &Hit, searched: &Searched<'_>) -> Option<ResultView> {
        let HitRecord::Document(id) = hit.record else { return None };
        let document = searched.documents.iter().find(|document| document.id == id)?;
        Some(self.found_words(Url::document(&document.file), hit, &searched.found.terms))
    }

    /// Something that has a title and words, and nothing besides.
    fn found_words(self, url: Url, hit: &Hit, terms: &Terms) -> ResultView {
        ResultView {
            url,
            title: self.said_in(hit, passages(&hit.title, terms)),
            particulars: Vec::new(),
            reason: self.similar(hit, terms),
            text: self.said_in(hit, excerpt(&hit.text, terms)),
        }
    }

    /// What a hit says, in its language.
    fn said_in(self, hit: &Hit, passages: Vec<Passage>) -> Marked {
        Marked { passages, language: self.unless_own(Some(&hit.language)) }
    }

    /// A language, where it is not the page's.
    fn unless_own(self, language: Option<&Language>) -> Option<Language> {
        language.filter(|language| *language != self.locale.language()).cloned()
    }

    /// That a hit says only nearly what was looked for.
    fn similar(self, hit: &Hit, terms: &Terms) -> Option<Reason> {
        let word = terms.nearly_said_by(&[&hit.title, &hit.text])?;
        Some(self.locale.say_with("search-reason-similar", [("word", word.into())]).into())
    }

    /// The lists of all exchanges that say it.
    fn more_exchanges(self, words: &SearchWords) -> Vec<Link> {
        let list = |message: String, period: Period| {
            let query = ExchangesQuery { text: Some(words.to_string()), period, ..ExchangesQuery::default() };
            Link::new(message, Page::Exchanges(query).url(self.locale))
        };
        vec![
            list(self.locale.say("search-more-upcoming"), Period::Upcoming),
            list(self.locale.say("search-more-past"), Period::Past),
        ]
    }

    /// What the record has of a year.
    fn year(self, recorded: YearRecorded) -> YearView {
        let year = recorded.year.to_string();
        let some = if recorded.has_exchanges {
            self.locale.say_with("search-year-some", [("year", year.as_str().into())])
        } else {
            self.locale.say_with("search-year-none", [("year", year.as_str().into())])
        };
        let partners = self.register.partners();
        let complete: Vec<&Partner> =
            partners.iter().filter(|partner| partner.relationship.is_complete_in(recorded.year)).collect();
        let completeness = if complete.is_empty() {
            self.locale.say_with("search-year-incomplete", [("year", year.as_str().into())])
        } else if complete.len() == partners.len() {
            self.locale.say_with("search-year-all-complete", [("year", year.as_str().into())])
        } else {
            let cities: Vec<String> = complete.iter().map(|partner| self.name(partner).to_owned()).collect();
            let cities = self.locale.list(&cities);
            self.locale
                .say_with("search-year-complete", [("year", year.as_str().into()), ("cities", cities.into())])
        };
        YearView { statements: vec![some, completeness], year }
    }

    fn nothing(self, words: &SearchWords, nearest: Vec<Link>) -> NothingView {
        let words = words.as_str();
        let parts: Vec<&str> = words.split_whitespace().take(8).collect();
        let parts = if parts.len() < 2 { Vec::new() } else { parts };
        let part =
            |part: &&str| Link::new(*part, Page::Search { words: Some((*part).to_owned()) }.url(self.locale));
        let ways = [
            (self.locale.say("menu-partners"), Page::Partners { on: None }),
            (self.locale.say("menu-exchanges"), Page::Exchanges(ExchangesQuery::default())),
        ];
        NothingView {
            statement: self.locale.say_with("search-nothing", [("words", words.into())]),
            nearest,
            parts: parts.iter().map(part).collect(),
            ways: ways.into_iter().map(|(words, page)| Link::new(words, page.url(self.locale))).collect(),
        }
    }

    /// The language that texts are wanted in: the page's.
    pub fn text_language(self) -> Language {
        self.locale.language().clone()
    }
}

/// The page on which one of the programme's own texts is shown.
pub(crate) fn place_of_text(slug: &str) -> Option<Page> {
    match slug {
        "home" | "courtyard" | "sister" | "friendship" => Some(Page::Home),
        "about" => Some(Page::About),
        "take-part" | "how-it-begins" => Some(Page::TakePart),
        "data" => Some(Page::Data),
        _ => None,
    }
}

/// Words without a name.
impl From<String> for Reason {
    fn from(words: String) -> Self {
        Self { words, name: None }
    }
}

/// Words of the record with what was looked for told apart.
fn marked(words: &Written, terms: &Terms) -> Marked {
    Marked { passages: passages(words, terms), language: words.language.clone() }
}

/// A text with what was looked for told apart.
fn passages(text: &str, terms: &Terms) -> Vec<Passage> {
    let mut passages = Vec::new();
    let mut add = |range: Range<usize>, is_sought| {
        if let Some(words) = text.get(range).filter(|words| !words.is_empty()) {
            passages.push(Passage { words: words.to_owned(), is_sought });
        }
    };
    let mut end = 0;
    for place in terms.places_in(text) {
        add(end..place.start, false);
        end = place.end;
        add(place, true);
    }
    add(end..text.len(), false);
    passages
}

/// A part of a text, from shortly before where it says what was looked for.
fn excerpt(text: &str, terms: &Terms) -> Vec<Passage> {
    let said = terms.places_in(text).first().map_or(0, |place| place.start);
    let start = text.floor_char_boundary(said.saturating_sub(BEFORE));
    let start = if start == 0 {
        0
    } else {
        text.get(start..said).and_then(|before| before.find(' ')).map_or(start, |space| start + space + 1)
    };
    let end = text.ceil_char_boundary(start + SHOWN);
    let (before, after) = (if start > 0 { "…" } else { "" }, if end < text.len() { "…" } else { "" });
    passages(&format!("{before}{}{after}", text.get(start..end).unwrap_or_default()), terms)
}

/// The same of a hit whose text says it; nothing where only its title does.
fn excerpt_where_said(hit: &Hit, terms: &Terms) -> Vec<Passage> {
    if terms.places_in(&hit.text).is_empty() { Vec::new() } else { excerpt(&hit.text, terms) }
}

/// The part of a hit's text that says what was looked for; empty where only its title does.
pub(crate) fn said_by(hit: &Hit, terms: &Terms) -> String {
    excerpt_where_said(hit, terms).into_iter().map(|passage| passage.words).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(words: &str) -> Terms {
        Terms::from(&words.parse::<SearchWords>().unwrap())
    }

    fn told(passages: &[Passage]) -> String {
        let mark = |passage: &Passage| {
            if passage.is_sought { format!("[{}]", passage.words) } else { passage.words.clone() }
        };
        passages.iter().map(mark).collect()
    }

    #[test]
    fn what_was_looked_for_is_told_apart() {
        for (text, words, told_apart) in [
            ("Both mayors spoke", "mayor", "Both [mayors] spoke"),
            ("新竹市", "新竹", "[新竹]市"),
            ("Düsseldorf", "dusseldorf", "[Düsseldorf]"),
            ("<b>", "b", "<[b]>"),
            ("", "b", ""),
        ] {
            assert_eq!(told(&passages(text, &terms(words))), told_apart);
        }
    }

    #[test]
    fn an_excerpt_begins_shortly_before() {
        let text = format!("{} festival {}", "word ".repeat(40), "tail ".repeat(80));
        let shown = told(&excerpt(&text, &terms("festival")));
        assert!(
            shown.starts_with("…word ") && shown.contains("[festival]") && shown.ends_with('…'),
            "{shown}"
        );
        assert!(shown.len() < SHOWN + 20);
        let chinese = "新竹市".repeat(100);
        assert!(told(&excerpt(&chinese, &terms("竹"))).starts_with("新[竹]市"));
        assert_eq!(told(&excerpt("short", &terms("x"))), "short");
    }
}
