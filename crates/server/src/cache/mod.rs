//! Rendered pages, kept until what they tell has changed.
//!
//! A page is made once for all who ask for it, and told again as it was until a change of the programme or the course
//! of time outdates it. Then one task makes it anew while visitors wait, for a moment only.

mod edition;
mod key;
mod pages;
mod route;
mod shortcut;

pub use edition::Edition;
pub use key::Finite;
pub use pages::PageCache;
pub use route::{KeepsPages, kept_page};
pub use shortcut::Shortcut;
