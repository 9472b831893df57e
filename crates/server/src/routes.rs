//! Every URL, in one list.

use std::{sync::Arc, time::Duration};

use axum::Router;

use crate::{
    app::App,
    http::{Guard, guard},
    operator,
};

/// The whole site behind its guard; `patience` is how long a page may take.
pub fn site(app: Arc<App>, patience: Duration) -> Router {
    let routes = Router::new().merge(operator::health::<App>()).with_state(Arc::clone(&app));
    let transport = app.public_address.transport();
    guard(routes, Guard { app, patience, transport })
}
