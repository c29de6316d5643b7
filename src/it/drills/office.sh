# What the drills share: the real jar in a folder of its own, dropped packages, questions by the interface.
# Sourced; expects $folder, and $jar after a build (mvn -DskipTests package).
set -euo pipefail
jar=${jar:-target/baosong.jar}
port=$((20000 + RANDOM % 20000))
export BAOSONG_ADMIN_PASSWORD=drill-Only-1
[ -f "$jar" ] || { echo "no $jar: mvn -DskipTests package first" >&2; exit 2; }

start() { # more settings
  java ${heap:--Xmx256m} -jar "$jar" --server.port="$port" --baosong.home="$folder/var" --baosong.inbox="$folder/inbox" \
    --baosong.folder.quiet=PT1S "$@" >>"$folder/office.log" 2>&1 &
  office=$!
  until ask /actuator/health/liveness >/dev/null 2>&1; do
    kill -0 "$office" 2>/dev/null || { tail -20 "$folder/office.log" >&2; fail "the office did not start"; }
    sleep 0.5
  done
}

stop() { # signal; answers by $? of the office, prints nothing
  kill "-$1" "$office"
  wait "$office" || true
}

ask() { curl -sS -u "admin:$BAOSONG_ADMIN_PASSWORD" "http://127.0.0.1:$port$1" "${@:2}"; }

registered() { ask '/api/v1/submissions?limit=200' | grep -o '"number":"SJ-[^"]*"' | wc -l; }

drop() { cp "$1" "$folder/inbox/$2.part"; mv "$folder/inbox/$2.part" "$folder/inbox/$2"; }

sample() { java -jar "$jar" sample --call sx-bqw-2020 -o "$1" >/dev/null; }

within() { # seconds, command: until it succeeds
  local end=$((SECONDS + $1))
  until "${@:2}"; do
    [ $SECONDS -lt $end ] || fail "not within $1 s: ${*:2}"
    sleep 0.5
  done
}

count_is() { [ "$(registered)" -eq "$1" ]; }

fail() { echo "FAILED: $*" >&2; exit 1; }

say() { echo "  $*"; }
