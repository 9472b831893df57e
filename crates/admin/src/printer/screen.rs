//! What the other end of standard output can show.

use std::borrow::Cow;
use std::env;
use std::io::{self, IsTerminal};
use std::os::fd::AsFd;

use clap::builder::styling::{AnsiColor, Style};

use super::table::Tone;

/// The width where nothing says another.
const USUAL_WIDTH: u16 = 80;

/// The narrowest width that anything is laid out for.
const LEAST_WIDTH: u16 = 20;

/// How wide the screen is, and whether it shows colours.
#[derive(Clone, Copy, Debug)]
pub(super) struct Screen {
    /// In columns; a Chinese letter takes two.
    pub(super) width: u16,
    /// Whether data is coloured.
    pub(super) data: Colour,
    /// Whether words are.
    errors: Colour,
    /// Where words end up.
    pub(super) words: Words,
}

/// Where words to the person end up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Words {
    /// On a terminal so many columns wide: they are wrapped.
    Wrapped(u16),
    /// In a file or another program, where a sentence stays on one line.
    Whole,
}

/// Whether colours are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Colour {
    /// They are.
    Shown,
    /// They are not.
    Plain,
}

impl Screen {
    /// The screen of this process: `COLUMNS`, else the terminal's width, else 80; colour on a terminal, unless
    /// `NO_COLOR` is set.
    pub(super) fn of_this_process() -> Self {
        let columns: Option<u16> = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let width = columns.or_else(|| width_of(io::stdout())).unwrap_or(USUAL_WIDTH);
        let wanted = env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
            && env::var_os("TERM").is_none_or(|terminal| terminal != "dumb");
        let colour = |is_terminal| if wanted && is_terminal { Colour::Shown } else { Colour::Plain };
        Self {
            width: width.max(LEAST_WIDTH),
            data: colour(io::stdout().is_terminal()),
            errors: colour(io::stderr().is_terminal()),
            words: width_of(io::stderr()).map_or(Words::Whole, Words::Wrapped),
        }
    }

    /// A screen for words of this width, in black and white.
    pub(super) const fn of_words(self, width: u16) -> Self {
        Self { width, data: Colour::Plain, ..self }
    }

    /// A plain screen of a width.
    #[cfg(test)]
    pub(super) const fn plain(width: u16) -> Self {
        Self { width, data: Colour::Plain, errors: Colour::Plain, words: Words::Whole }
    }

    /// A text of the data, toned.
    pub(super) fn on_data(self, text: &str, tone: Tone) -> Cow<'_, str> {
        paint(text, tone, self.data)
    }

    /// Words, toned.
    pub(super) fn on_errors(self, text: &str, tone: Tone) -> Cow<'_, str> {
        paint(text, tone, self.errors)
    }
}

/// How wide the terminal is, if it is one.
fn width_of(stream: impl AsFd) -> Option<u16> {
    terminal_size::terminal_size_of(stream).map(|(width, _)| width.0)
}

fn paint(text: &str, tone: Tone, colour: Colour) -> Cow<'_, str> {
    let style = match tone {
        Tone::Plain => return Cow::Borrowed(text),
        Tone::Strong => Style::new().bold(),
        Tone::Quiet => Style::new().dimmed(),
        Tone::Good => AnsiColor::Green.on_default(),
        Tone::Soon => AnsiColor::Yellow.on_default(),
        Tone::Grave => AnsiColor::Red.on_default().bold(),
    };
    match colour {
        Colour::Shown if !text.is_empty() => Cow::Owned(format!("{style}{text}{style:#}")),
        _ => Cow::Borrowed(text),
    }
}
