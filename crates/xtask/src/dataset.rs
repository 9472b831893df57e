//! A programme of any size, made up from a seed: the same seed makes the same files.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::Path;

use anyhow::{Context, Result};

/// How large a programme is.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Size {
    /// How many partners
    #[arg(long, default_value_t = 40)]
    pub(crate) partners: u32,
    /// How many exchanges
    #[arg(long, default_value_t = 20_000)]
    pub(crate) exchanges: u32,
    /// What it is made up from
    #[arg(long, default_value_t = 1978)]
    pub(crate) seed: u64,
}

/// Countries as the made-up partners lie in them: code, label, zone, language, letters for names, latitude, longitude.
const COUNTRIES: [(&str, &str, &str, &str, &str, i32, i32); 8] = [
    ("JP", "Japan", "Asia/Tokyo", "ja", "豊川津島山田原", 35, 137),
    ("TW", "Taiwan", "Asia/Taipei", "zh-Hant", "新竹臺中桃園宜", 24, 121),
    ("CN", "People's Republic of China", "Asia/Shanghai", "zh-Hans", "江门贵阳合肥深", 29, 113),
    ("IT", "Italy", "Europe/Rome", "it", "aeiorsnt", 44, 11),
    ("IN", "India", "Asia/Kolkata", "or", "ଭୁବନେଶ୍ୱର", 20, 84),
    ("PL", "Poland", "Europe/Warsaw", "pl", "łąęóżśćń", 52, 19),
    ("BR", "Brazil", "America/Sao_Paulo", "pt", "ãõçáéíóú", -23, -46),
    ("KE", "Kenya", "Africa/Nairobi", "sw", "abdegiku", 0, 37),
];

const KINDS: [&str; 7] =
    ["delegation", "student-exchange", "cultural", "educational", "business", "technical", "ceremony"];
const DIRECTIONS: [&str; 4] = ["inbound", "outbound", "local", "online"];
const SYLLABLES: [&str; 12] = ["ka", "to", "mi", "shen", "lo", "ra", "ne", "vi", "zu", "hal", "ber", "ty"];
const THEMES: [&str; 24] = [
    "garden",
    "orchestra",
    "choir",
    "tea",
    "ceramics",
    "robotics",
    "library",
    "marathon",
    "science",
    "kitchen",
    "photography",
    "lantern",
    "blossom",
    "soccer",
    "theatre",
    "bicycle",
    "hospital",
    "firefighters",
    "painting",
    "poetry",
    "harvest",
    "baseball",
    "film",
    "woodwork",
];
const OCCASIONS: [&str; 10] = [
    "visit",
    "festival",
    "exchange",
    "exhibition",
    "concert",
    "workshop",
    "reception",
    "tour",
    "lecture",
    "camp",
];
const OWN_WORDS: [&str; 10] = [
    "交流会",
    "桜祭り",
    "市長訪問",
    "学生派遣",
    "姉妹都市",
    "友好城市",
    "签约仪式",
    "音乐会",
    "scambio",
    "gemellaggio",
];
const VENUES: [&str; 8] = [
    "Community Hall",
    "City Hall",
    "Memorial Park",
    "Quinlan Centre",
    "High School",
    "Public Library",
    "文化会館",
    "Piazza",
];
const MOMENT: &str = "2026-01-01T00:00:00Z";

/// Numbers like those of a die, from a linear congruential generator (Knuth, MMIX).
struct Dice(u64);

impl Dice {
    /// A number from 0 on, less than `below`.
    fn roll(&mut self, below: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(below.max(1))).unwrap_or(0)
    }

    /// One of some.
    fn pick<'a, T>(&mut self, of: &'a [T]) -> Result<&'a T> {
        let place = self.roll(u32::try_from(of.len())?);
        of.get(usize::try_from(place)?).context("nothing to pick from")
    }
}

/// Writes a dataset into a new folder.
pub(crate) fn write(folder: &Path, size: Size) -> Result<()> {
    let mut dice = Dice(size.seed);
    fs::create_dir_all(folder.join("partners"))
        .with_context(|| format!("cannot make {}", folder.display()))?;
    fs::write(folder.join("programme.toml"), PROGRAMME)?;
    let mut slugs = Vec::new();
    for number in 0..size.partners {
        let (slug, text) = partner(number, &mut dice)?;
        fs::write(folder.join(format!("partners/{slug}.toml")), text)?;
        slugs.push(slug);
    }
    exchanges(&folder.join("exchanges.csv"), &slugs, size.exchanges, &mut dice)?;
    costs(&folder.join("costs.csv"), &slugs, size.exchanges / 10, &mut dice)
}

const PROGRAMME: &str = "\
city = \"Example City\"
country = \"US\"
country_label = \"United States\"
latitude = 37.3
longitude = -122.0
reference_point = \"its middle\"
time_zone = \"America/Los_Angeles\"
language = \"en\"
council = \"City Council\"

[[policy]]
rule = \"friendship-term\"
value = \"P2Y\"
";

/// A partner: its slug and its file.
fn partner(number: u32, dice: &mut Dice) -> Result<(String, String)> {
    let (code, label, zone, language, letters, latitude, longitude) = dice.pick(&COUNTRIES)?;
    let mut slug = String::new();
    for _ in 0..3 {
        slug.push_str(dice.pick(&SYLLABLES)?);
    }
    let name =
        format!("{}{}", slug.get(..1).unwrap_or_default().to_uppercase(), slug.get(1..).unwrap_or_default());
    let slug = format!("{slug}-{number}");
    let letters: Vec<char> = letters.chars().collect();
    let own: String = (0..3).map(|_| dice.pick(&letters).copied()).collect::<Result<_>>()?;
    let (latitude, longitude) = (f64::from(*latitude) + jitter(dice), f64::from(*longitude) + jitter(dice));
    let mut text = format!(
        "name = \"{name} {number}\"\ncountry = \"{code}\"\ncountry_label = \"{label}\"\nlatitude = {latitude:.4}\n\
         longitude = {longitude:.4}\ntime_zone = \"{zone}\"\npublished_at = \"{MOMENT}\"\n\
         names = [{{ text = \"{own}{number}\", language = \"{language}\" }}]\n"
    );
    terms(&mut text, number, dice)?;
    write!(
        text,
        "\n[[committees]]\nname = \"Friends of {name} {number}\"\nside = \"host\"\npublished_at = \"{MOMENT}\"\n\
         \n[[gifts]]\nwhat = \"A tree from {name} {number}\"\ngiven = \"{}\"\n",
        1990 + dice.roll(30)
    )?;
    Ok((slug, text))
}

/// Every fourth partner is a sister city; the others are friends, for as many terms as they lasted.
fn terms(text: &mut String, number: u32, dice: &mut Dice) -> Result<()> {
    let start = 1980 + dice.roll(38);
    if number.is_multiple_of(4) {
        write!(text, "\n[[terms]]\nkind = \"sister\"\nstart = \"{start}-05-01\"\nending = \"open\"\n")?;
        write!(text, "\n[[agreements]]\ntitle = \"Memorandum of {start}\"\nsigned = \"{start}-05-01\"\n")?;
        return Ok(());
    }
    for term in 0..=dice.roll(6) {
        let year = start + 2 * term;
        write!(
            text,
            "\n[[terms]]\nkind = \"friendship\"\nstart = \"{year}-05-01\"\nending = \"by-policy\"\n"
        )?;
        if term > 0 {
            text.push_str("continues = true\n");
        }
    }
    Ok(())
}

fn jitter(dice: &mut Dice) -> f64 {
    f64::from(dice.roll(40_000)) / 10_000.0 - 2.0
}

fn exchanges(path: &Path, slugs: &[String], count: u32, dice: &mut Dice) -> Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    writeln!(
        file,
        "slug,title,partners,kind,direction,status,venue,starts,ends,students,chaperones,people,published_at"
    )?;
    for number in 0..count {
        let (slug, kind, direction) = (dice.pick(slugs)?, dice.pick(&KINDS)?, dice.pick(&DIRECTIONS)?);
        let (year, month, day) = (1990 + dice.roll(38), 1 + dice.roll(12), 1 + dice.roll(20));
        let status = match dice.roll(20) {
            0 => "tentative",
            _ => "confirmed",
        };
        let people = match dice.roll(4) {
            0 => ",,".to_owned(),
            1 => format!(",,{}", 2 + dice.roll(300)),
            _ => format!("{},{},", 4 + dice.roll(40), 1 + dice.roll(6)),
        };
        let (title, venue) = (title(dice)?, dice.pick(&VENUES)?);
        writeln!(
            file,
            "exchange-{number},{title} with {slug},{slug},{kind},{direction},{status},{venue},\
             {year}-{month:02}-{day:02},{year}-{month:02}-{:02},{people},{MOMENT}",
            day + dice.roll(8)
        )?;
    }
    Ok(file.flush()?)
}

/// What an exchange is called: some are in two languages, and of some the title has a word that hardly any other has.
fn title(dice: &mut Dice) -> Result<String> {
    let mut title = format!("The {} {}", dice.pick(&THEMES)?, dice.pick(&OCCASIONS)?);
    if dice.roll(5) == 0 {
        write!(title, " {}", dice.pick(&OWN_WORDS)?)?;
    }
    if dice.roll(50) == 0 {
        write!(title, " of {}{}{}", dice.pick(&SYLLABLES)?, dice.pick(&SYLLABLES)?, dice.pick(&SYLLABLES)?)?;
    }
    Ok(title)
}

fn costs(path: &Path, slugs: &[String], count: u32, dice: &mut Dice) -> Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    writeln!(file, "partner,on,what,money_minor,currency,staff_minutes,room_uses")?;
    for number in 0..count {
        let (year, cents, minutes) = (1990 + dice.roll(37), 100 * (1 + dice.roll(5000)), 15 * dice.roll(40));
        writeln!(file, "{},{year},Reception {number},{cents},USD,{minutes},", dice.pick(slugs)?)?;
    }
    Ok(file.flush()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_makes_the_same_files() {
        let made = |seed| {
            let folder = tempfile::tempdir().unwrap();
            write(folder.path(), Size { partners: 5, exchanges: 20, seed }).unwrap();
            fs::read_to_string(folder.path().join("exchanges.csv")).unwrap()
        };
        assert_eq!(made(1), made(1));
        assert_ne!(made(1), made(2));
        assert_eq!(made(1).lines().count(), 21);
    }
}
