#!/usr/bin/env bash
# A disk that fills up: intake stops before it fetches, loses nothing, and resumes by itself.
# Needs root for a small file system in memory; says so and skips otherwise.
cd "$(dirname "$0")/../../.."
folder=$(mktemp -d)
mkdir -p "$folder/var" "$folder/inbox"
if ! mount -t tmpfs -o size=128m tmpfs "$folder/var" 2>/dev/null; then
  echo "SKIPPED: no small file system can be mounted here (needs root)"
  exit 0
fi
. src/it/drills/office.sh
trap 'kill -9 "$office" 2>/dev/null || true; umount -l "$folder/var"; mv "$folder/office.log" target/disk-full.log; rm -rf "$folder"' EXIT

fill() { # leave so many MB free
  local free=$(($(df --output=avail -BM "$folder/var" | tail -1 | tr -dc 0-9) - $1))
  dd if=/dev/zero of="$folder/var/filler" bs=1M count="$free" status=none 2>/dev/null || true
}
closed() { ask /actuator/health/intake | grep -q '"status":"DOWN"'; }
open() { ask /actuator/health/intake | grep -q '"status":"UP"'; }
taken() { [ -z "$(find "$folder/inbox" -not -path '*/.let-go/*' \( -name '*.zip' -o -name '*.data' \))" ]; }

for n in 1 2 3; do sample "$folder/$n.zip"; done

start --baosong.limits.reserve=40MB
drop "$folder/1.zip" 1.zip
within 60 count_is 1
fill 20
within 20 closed
drop "$folder/2.zip" 2.zip
sleep 8
[ -f "$folder/inbox/2.zip" ] || fail "2.zip was fetched without room"
[ "$(ask /api/v1/submissions -o /dev/null -w '%{http_code}' -F package=@"$folder/2.zip")" = 503 ] || fail "an upload was taken"
say "no room: the file stays in the inbox, an upload gets 503"
rm "$folder/var/filler"
within 20 open
within 60 count_is 2
say "room again: taken by itself"
stop TERM

start --baosong.limits.reserve=0B
fill 0
dd if=/dev/zero of="$folder/var/filler2" bs=4k status=none 2>/dev/null || true
drop "$folder/3.zip" 3.zip
sleep 15
kill -0 "$office" || fail "the office died of a full disk"
say "not a byte left, without any reserve: the office lives"
rm "$folder/var/filler" "$folder/var/filler2"
within 120 count_is 3
within 60 taken
stop TERM
java -jar "$jar" verify --home "$folder/var" || fail "not sound"
echo "PASSED"
