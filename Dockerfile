# Two images from one build, the server for visitors, and the staff's command with what it needs of Postgres; and two
# small ones beside them.
#
#   docker build --target server --tag signpost-server .
#   docker build --target staff --tag signpost-staff .

# The major version of Postgres: its programs in the staff's image must understand the database's server.
ARG POSTGRES=17

# Dependencies are built from the manifests alone, in a layer that only a change of theirs makes anew.
FROM rust:1.95-slim-bookworm AS dependencies
WORKDIR /signpost
COPY Cargo.toml Cargo.lock ./
COPY crates/admin/Cargo.toml crates/admin/
COPY crates/cluster/Cargo.toml crates/cluster/
COPY crates/core/Cargo.toml crates/core/
COPY crates/server/Cargo.toml crates/server/
COPY crates/xtask/Cargo.toml crates/xtask/
COPY tests/Cargo.toml tests/
RUN mkdir -p tests/src tests/browser tests/story \
 && for crate in admin cluster core server xtask; do \
      mkdir -p crates/$crate/src && echo 'fn main() {}' > crates/$crate/src/main.rs && touch crates/$crate/src/lib.rs; \
    done \
 && touch tests/src/lib.rs tests/browser/main.rs tests/story/main.rs \
 && sed -i '/^\[\[bench\]\]/,/^$/d' crates/*/Cargo.toml \
 && cargo build --release --locked --package signpost-server --package signpost-admin \
 && rm -r crates tests target/release/.fingerprint/signpost-*

FROM dependencies AS build
COPY . .
ENV SQLX_OFFLINE=true
RUN cargo build --release --locked --package signpost-server --package signpost-admin

# The server: a C library, certificates, time zones, and one program. No shell, no root.
FROM gcr.io/distroless/cc-debian12:nonroot AS server
LABEL org.opencontainers.image.title="Signpost, the public site" \
      org.opencontainers.image.description="Shows a city's sister and friendship cities to visitors." \
      org.opencontainers.image.licenses="MIT OR Apache-2.0"
COPY --from=build /signpost/target/release/signpost-server /usr/local/bin/signpost-server
ENV SIGNPOST_LISTEN=0.0.0.0:8080 SIGNPOST_METRICS_LISTEN=0.0.0.0:9464 SIGNPOST_LOG_FORMAT=json
USER 65532:65532
EXPOSE 8080 9464
HEALTHCHECK --interval=3s --timeout=3s --retries=3 --start-period=20s CMD ["/usr/local/bin/signpost-server", "healthcheck"]
ENTRYPOINT ["/usr/local/bin/signpost-server"]

# The staff's command: for people, migrations and nightly jobs. From Postgres' image, for its pg_dump.
FROM postgres:${POSTGRES}-bookworm AS staff
LABEL org.opencontainers.image.title="Signpost, the staff's command" \
      org.opencontainers.image.description="Keeps the record of a city's sister and friendship cities." \
      org.opencontainers.image.licenses="MIT OR Apache-2.0"
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends ca-certificates nano tzdata \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --user-group --create-home signpost \
 && mkdir /backups /database /secrets /work && chown signpost /backups /secrets /work && chown postgres /database
COPY --from=build /signpost/target/release/signpost /usr/local/bin/signpost
COPY demo/cupertino /usr/share/signpost/cupertino
COPY docker/prepare.sh /usr/local/lib/signpost/
ENV EDITOR=nano LANG=C.UTF-8
USER 10001:10001
WORKDIR /work
ENTRYPOINT ["/usr/local/bin/signpost"]
CMD ["--help"]

# What makes the passwords. It is apart, so that an upgrade leaves it as it is, and the database that began after it.
FROM debian:bookworm-slim AS secrets
LABEL org.opencontainers.image.title="Signpost, its passwords" org.opencontainers.image.licenses="MIT OR Apache-2.0"
RUN useradd --uid 10001 --user-group --no-create-home signpost && mkdir /secrets && chown signpost /secrets
COPY docker/secrets.sh /usr/local/bin/
USER 10001:10001
ENTRYPOINT ["/usr/local/bin/secrets.sh"]

# TLS in front of the server: Debian's Caddy.
FROM debian:bookworm-slim AS proxy
LABEL org.opencontainers.image.title="Signpost, TLS in front" org.opencontainers.image.licenses="MIT OR Apache-2.0"
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends ca-certificates caddy \
 && rm -rf /var/lib/apt/lists/* \
 && setcap -r /usr/bin/caddy 2>/dev/null || true
COPY docker/Caddyfile /etc/caddy/Caddyfile
ENV XDG_DATA_HOME=/data XDG_CONFIG_HOME=/config
RUN mkdir /data /config && chown caddy:caddy /data /config
USER caddy
EXPOSE 8443
ENTRYPOINT ["/usr/bin/caddy"]
CMD ["run", "--config", "/etc/caddy/Caddyfile"]
