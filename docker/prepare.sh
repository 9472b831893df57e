#!/bin/sh
# Makes the database ready before the server starts: its tables, its roles, and in a new one the first programme.
# It ends as what failed ended: with 1 when a setting is at fault, with 2 when trying again may mend it.
set -eu

tries=${SIGNPOST_PREPARE_TRIES:-30}
until signpost database migrate; do
	code=$?
	tries=$((tries - 1))
	if [ "$code" -ne 2 ] || [ "$tries" -le 0 ]; then exit "$code"; fi
	sleep 2
done
signpost database grant

if [ -n "${SIGNPOST_FIRST_PROGRAMME:-}" ] && ! signpost programme show > /dev/null 2>&1; then
	signpost import "$SIGNPOST_FIRST_PROGRAMME" --actor "first start" --yes
fi
