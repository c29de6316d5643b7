#!/usr/bin/env bash
# SIGTERM while a large package is being taken in: the office ends in time, abandons or finishes the package, and
# after the next start it is registered exactly once, byte for byte.
cd "$(dirname "$0")/../../.."
folder=$(mktemp -d)
mkdir -p "$folder/var" "$folder/inbox"
. src/it/drills/office.sh
trap 'kill -9 "$office" 2>/dev/null || true; rm -rf "$folder"' EXIT
megabytes=${1:-2048}

head -c "${megabytes}M" /dev/urandom >"$folder/large.tar"
sum=$(sha256sum "$folder/large.tar" | cut -d' ' -f1)
begun() { [ -n "$(find "$folder/var/archive/tmp" -name '*.part' 2>/dev/null)" ]; }
taken() { [ -z "$(find "$folder/inbox/.claimed" -maxdepth 1 -type f)" ]; }

start
mv "$folder/large.tar" "$folder/inbox/large.tar"
within 60 begun
at=$SECONDS
stop TERM
took=$((SECONDS - at))
[ "$took" -le 60 ] || fail "it took $took s to end"
say "ended $took s after SIGTERM in the middle of $megabytes MB"

start
within 180 count_is 1
within 60 taken
kept="$folder/var/archive/${sum:0:2}/$sum"
[ "$(sha256sum "$kept" | cut -d' ' -f1)" = "$sum" ] || fail "the original differs"
[ -z "$(find "$folder/var/archive/tmp" -name '*.part')" ] || fail "a half copy was left"
stop TERM
java -jar "$jar" verify --home "$folder/var" || fail "not sound"
echo "PASSED"
