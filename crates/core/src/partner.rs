//! Partners: the cities abroad.

use jiff::Timestamp;

use crate::geo::Place;
use crate::identity::{PartnerId, PartnerNameId};
use crate::relationship::Relationship;
use crate::text::{CountryCode, Language, Line, Markdown, Slug, TimeZoneName, WikidataId, fold};
use crate::word::words;

/// A city abroad.
#[derive(Clone, Debug, PartialEq)]
pub struct Partner {
    /// Its id.
    pub id: PartnerId,
    /// Its name in URLs and commands.
    pub slug: Slug,
    /// Its name as the host city writes it.
    pub name: Line,
    /// Its names in other languages and scripts, and the misspellings that people search for.
    pub names: Vec<PartnerName>,
    /// Its country's code.
    pub country: CountryCode,
    /// What the host city calls its country.
    pub country_label: Line,
    /// Its region, province or state.
    pub region: Option<Line>,
    /// Where it is; `None`: not on record.
    pub place: Option<Place>,
    /// Its time zone.
    pub time_zone: TimeZoneName,
    /// Its number in GeoNames.
    pub geonames: Option<i64>,
    /// Its item in Wikidata.
    pub wikidata: Option<WikidataId>,
    /// What the programme says of it.
    pub introduction: Option<Markdown>,
    /// Since when it is public; `None`: it is not.
    pub published_at: Option<Timestamp>,
    /// A remark for staff.
    pub note: Option<Markdown>,
    /// The host's tie to it.
    pub relationship: Relationship,
}

/// One more name of a partner.
#[derive(Clone, Debug, PartialEq)]
pub struct PartnerName {
    /// Its id.
    pub id: PartnerNameId,
    /// The name.
    pub text: Line,
    /// The language that it is in; `None` where it is in no language in particular, as a misspelling.
    pub language: Option<Language>,
    /// What it is for.
    pub purpose: NamePurpose,
    /// How it is read, for scripts that do not say, as かな over 漢字.
    pub reading: Option<Line>,
    /// A remark for staff.
    pub note: Option<Markdown>,
}

/// What a name is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, sqlx::Type)]
#[serde(rename_all = "kebab-case")]
#[sqlx(type_name = "text", rename_all = "kebab-case")]
pub enum NamePurpose {
    /// The name by which the language calls it: shown.
    Preferred,
    /// A former or wrong spelling by which people search: finds it, and is not shown as its name.
    Alias,
}

words!(NamePurpose { Preferred = "preferred", Alias = "alias" });

impl Partner {
    /// Its name in a language, where one is on record.
    pub fn name_in(&self, language: &Language) -> Option<&PartnerName> {
        self.preferred_names().find(|name| name.language.as_ref() == Some(language))
    }

    /// Its names that are shown, in the order in which they stand on record: the first is its own.
    pub fn preferred_names(&self) -> impl Iterator<Item = &PartnerName> {
        self.names.iter().filter(|name| name.purpose == NamePurpose::Preferred)
    }

    /// The spellings that only find it.
    pub fn aliases(&self) -> impl Iterator<Item = &PartnerName> {
        self.names.iter().filter(|name| name.purpose == NamePurpose::Alias)
    }

    /// Whether a word, as somebody typed it in a URL or a command, is one of its names or aliases.
    pub fn is_called(&self, word: &str) -> bool {
        let word = fold(word);
        let names = self.names.iter().map(|name| name.text.as_str()).chain([self.name.as_str()]);
        names
            .into_iter()
            .any(|name| fold(name) == word || Slug::suggested(name).is_some_and(|slug| slug.as_str() == word))
    }
}
