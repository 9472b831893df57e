//! How docs/deploy.md has a deployment renewed.

use super::visitors::Way;

/// A way to renew what runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Renewal {
    /// The one server that there is without a proxy.
    Single,
    /// One server after the other, behind the proxy.
    InTurn,
    /// All at once, behind the proxy.
    AtOnce,
}

impl Renewal {
    pub(super) const ALL: [Self; 3] = [Self::Single, Self::InTurn, Self::AtOnce];

    /// What it is called.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Single => "renewing one server, without a proxy",
            Self::InTurn => "renewing two servers in turn, behind the proxy",
            Self::AtOnce => "renewing all at once, behind the proxy",
        }
    }

    /// How visitors come meanwhile.
    pub(super) const fn way(self) -> Way {
        match self {
            Self::Single => Way::Plain,
            Self::InTurn | Self::AtOnce => Way::Proxied,
        }
    }

    /// What is said to Compose, one line after another.
    pub(super) const fn lines(self) -> &'static [&'static str] {
        match self {
            Self::Single => &["run --rm prepare", "up --detach --wait --no-deps server jobs"],
            Self::InTurn => &["up --detach --wait server", "up --detach --wait"],
            Self::AtOnce => &["up --detach --wait"],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_what_the_guide_says() {
        let guide = include_str!("../../../../../docs/deploy.md");
        for renewal in Renewal::ALL {
            let said: Vec<_> = renewal.lines().iter().map(|line| format!("docker compose {line}")).collect();
            assert!(guide.contains(&said.join("\n")), "{said:?}");
        }
    }
}
