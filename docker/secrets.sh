#!/bin/sh
# Makes the deployment's passwords once. Each is readable by the user 10001, for whom the staff's command runs, and by
# the group of the one container that needs it. A file that is there already is kept.
#
#   secrets.sh              makes what is missing
#   secrets.sh NAME         keeps what it reads as the secret NAME
set -eu
umask 077
cd "${SIGNPOST_SECRETS:-/secrets}"

database_group=${SIGNPOST_DATABASE_GROUP:-20001}
server_group=${SIGNPOST_SERVER_GROUP:-20002}

# Keeps what it reads as a file, for a group to read; the one that was there is replaced whole.
keep() {
	cat > ".$1"
	if [ -n "${2:-}" ]; then chgrp "$2" ".$1"; fi
	chmod 440 ".$1"
	mv -f ".$1" "$1"
}

password() { # a random one, unless there is one
	if [ ! -s "$1" ]; then head -c 24 /dev/urandom | base64 | tr '+/' '-_' | keep "$1" "${2:-}"; fi
}

# The URL of a role's database, with its password in it.
url() {
	printf 'postgres://%s:%s@%s/signpost\n' "$1" "$(cat "$2")" "${SIGNPOST_DATABASE_HOST:-database}"
}

if [ "$#" -gt 0 ]; then
	keep "$1"
	exit
fi
password owner-password "$database_group"
password web-password
url signpost owner-password | keep owner-url
url signpost_web web-password | keep web-url "$server_group"
