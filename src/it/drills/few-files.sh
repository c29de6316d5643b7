#!/usr/bin/env bash
# No file can be opened any more (limit of open files): the office lives, loses and halves nothing, and goes on by itself.
cd "$(dirname "$0")/../../.."
command -v prlimit >/dev/null || { echo "SKIPPED: no prlimit (Debian: util-linux)"; exit 0; }
folder=$(mktemp -d)
mkdir -p "$folder/var" "$folder/inbox"
. src/it/drills/office.sh
trap 'kill -9 "$office" 2>/dev/null || true; mv "$folder/office.log" target/few-files.log; rm -rf "$folder"' EXIT

open_files() { find "/proc/$office/fd" -mindepth 1 2>/dev/null | wc -l; }
limit() { prlimit --pid "$office" --nofile="$1:4096"; }

for n in 1 2 3; do sample "$folder/$n.zip"; done
start
drop "$folder/1.zip" 1.zip
within 60 count_is 1
limit "$(open_files)"
drop "$folder/2.zip" 2.zip
sleep 10
kill -0 "$office" || fail "the office died"
say "no file can be opened: the office lives"
limit $(($(open_files) + 3))
drop "$folder/3.zip" 3.zip
sleep 10
kill -0 "$office" || fail "the office died"
say "hardly any file can be opened: the office lives"
limit 1024
within 120 count_is 3
say "files again: everything taken by itself, once"
within 120 ask /actuator/health/readiness -f >/dev/null
stop TERM
java -jar "$jar" verify --home "$folder/var" || fail "not sound"
echo "PASSED"
