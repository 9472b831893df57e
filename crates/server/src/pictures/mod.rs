//! Pictures drawn from the register's data: geometry here, SVG in `templates/pictures`.

mod signpost;

pub use signpost::{Board, Drawing, Lettering, Signpost};
