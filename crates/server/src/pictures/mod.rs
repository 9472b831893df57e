//! Pictures drawn from the register's data: geometry here, SVG in `templates/pictures`.

mod boards;
mod labels;
mod land;
mod lettering;
mod map;
mod outline;
mod preview;
mod signpost;
mod timeline;

pub use boards::SignBoard;
pub use labels::Label;
pub use lettering::Lettering;
pub use map::{Map, Ring, Spot};
pub use preview::{HEIGHT, Preview, PreviewError, PreviewWords, WIDTH};
pub use signpost::{Board, Drawing, Signpost};
pub use timeline::{Bar, Lane, LaneFacts, LaneGroup, Look, Stretch, Timeline, TimelineDrawing};
