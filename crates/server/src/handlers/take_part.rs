//! `/take-part`

use super::{PageVisit, rendered};
use crate::http::{Answer, PageError};
use crate::pages::TakePartPage;
use crate::urls::Page;

/// Whom to write to, and how a friendship begins.
pub async fn take_part(visit: PageVisit) -> Result<Answer, PageError> {
    let register = visit.app.register()?;
    let presenter = visit.app.presenter(&register, visit.locale);
    let view = presenter.take_part(visit.app.address());
    let description = visit.locale.say_with("take-part-description", [("host", presenter.host().into())]);
    let chrome = presenter.chrome(visit.app.address(), &Page::TakePart, &view.heading, &description);
    rendered(&TakePartPage { chrome, view })
}
