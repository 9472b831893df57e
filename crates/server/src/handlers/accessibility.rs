//! `/accessibility`

use super::{PageVisit, rendered};
use crate::http::{Answer, PageError};
use crate::pages::{AccessibilityPage, AccessibilityView};
use crate::urls::Page;

/// For whom the site works, and where to tell of a barrier.
pub async fn accessibility(visit: PageVisit) -> Result<Answer, PageError> {
    let register = visit.app.register()?;
    let presenter = visit.app.presenter(&register, visit.locale);
    let heading = visit.locale.say("accessibility-heading");
    let description = visit.locale.say("accessibility-description");
    let chrome = presenter.chrome(visit.app.address(), &Page::Accessibility, &heading, &description);
    rendered(&AccessibilityPage { chrome, view: AccessibilityView { heading, contact: presenter.contact() } })
}
