#!/bin/sh
# Makes the database ready before the server starts: its tables, its roles, and in a new one the first programme.
set -eu

tries=30
until signpost database migrate; do
	tries=$((tries - 1))
	[ "$tries" -gt 0 ] || exit 2
	sleep 2
done
signpost database grant

if [ -n "${SIGNPOST_FIRST_PROGRAMME:-}" ] && ! signpost programme show > /dev/null 2>&1; then
	signpost import "$SIGNPOST_FIRST_PROGRAMME" --actor "first start" --yes
fi
