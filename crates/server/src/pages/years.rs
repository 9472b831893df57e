//! What there was with a partner, year by year: a chart that is a table.

/// A number, and how much it is of the greatest in its column.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// The number, in figures.
    pub words: String,
    /// The length of its bar, of 100.
    pub length: f64,
}

/// A year, or years in a row of which nothing is on record.
#[derive(Clone, Debug, PartialEq)]
pub struct YearRow {
    /// The year, or the first and the last of them: "2025", "1980 – 2012".
    pub years: String,
    /// The exchanges held; nothing where there was none.
    pub exchanges: Option<Measure>,
    /// The people counted in them; nothing where nobody was.
    pub people: Option<Measure>,
    /// Whether all exchanges are on record.
    pub is_complete: bool,
}

/// The years of a partner.
#[derive(Clone, Debug, Default)]
pub struct YearsView {
    /// The latest, the latest first.
    pub latest: Vec<YearRow>,
    /// Those before, folded away.
    pub earlier: Vec<YearRow>,
}
