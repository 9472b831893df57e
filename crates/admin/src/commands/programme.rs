//! The programme: the host city, shown and edited.

use super::load;
use crate::cli::{List, ProgrammeVerb};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::failure::{Failure, Outcome};
use crate::record::ProgrammeRecord;

pub(super) async fn run(verb: &ProgrammeVerb, mut desk: Desk<'_>) -> Result<Outcome, Failure> {
    match verb {
        ProgrammeVerb::Show(arguments) => show(arguments, desk).await,
        ProgrammeVerb::Edit(arguments) => {
            let narrow = async |_: &mut Draft<'_>| Ok("programme.toml".to_owned());
            desk.edit("programme edit", &arguments.asking, narrow).await
        }
    }
}

async fn show(arguments: &List, desk: Desk<'_>) -> Result<Outcome, Failure> {
    let register = load(desk.database).await?;
    desk.printer.record(arguments.output.format, &ProgrammeRecord::new(register.programme()))?;
    Ok(Outcome::Done)
}
