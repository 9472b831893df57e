#!/bin/sh
# Makes the deployment's passwords once, each readable by the one who needs it only.
# A file that is there already is kept: to choose a password yourself, write it before the first start.
set -eu
umask 077
cd /secrets

password() { # a random one, unless there is one
	[ -s "$1" ] || head -c 24 /dev/urandom | base64 | tr '+/' '-_' > "$1"
}

# The URL of a role's database, with its password in it.
url() {
	printf 'postgres://%s:%s@%s/%s\n' "$1" "$(cat "$2")" "${SIGNPOST_DATABASE_HOST:-database}" signpost > "$3"
}

password owner-password
password web-password
url signpost owner-password owner-url
url signpost_web web-password web-url
chmod 755 .
chmod 400 ./*
chown postgres:postgres owner-password     # the database's image, on which the staff's stands
chown 10001:10001 owner-url web-password   # the staff's image
chown 65532:65532 web-url                  # the server's image
