# What the journeys against real servers share. Sourced after `cd` to the root of the repository; expects $folder.
. src/it/drills/office.sh

skip() { # why
  echo "skipped: $*"
  exit 0
}

# Installs what is missing of these Debian packages; no service of the machine is started, none is configured.
packages() {
  local missing=() each
  for each in "$@"; do
    dpkg-query -W -f='${Status}' "$each" 2>/dev/null | grep -q 'ok installed' || missing+=("$each")
  done
  [ "$(id -u)" = 0 ] || skip "mail and file servers need root to change to their own users"
  [ ${#missing[@]} -gt 0 ] || return 0
  command -v apt-get >/dev/null || skip "no apt-get here, and these are missing: ${missing[*]}"
  say "installing ${missing[*]}"
  local guard=/usr/sbin/policy-rc.d made=
  if [ ! -e "$guard" ]; then
    made=1
    printf '#!/bin/sh\nexit 101\n' >"$guard" && chmod 755 "$guard"
  fi
  local done=0
  {
    apt-get update &&
      DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
  } >"$folder/apt.log" 2>&1 || done=$?
  [ -z "$made" ] || rm -f "$guard"
  [ "$done" = 0 ] || skip "the packages cannot be installed here: ${missing[*]} ($(tail -1 "$folder/apt.log"))"
}

# Below the ports that the system hands out to outgoing lines, so that none of those takes it meanwhile
free_port() {
  local port
  until port=$((20000 + RANDOM % 12000)) && ! listens $port; do :; done
  echo $port
}

listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; } # port

# A certificate of its own for localhost, for an hour's use: $folder/certificate.pem, $folder/key.pem
certificate() {
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost,IP:127.0.0.1 \
    -keyout "$folder/key.pem" -out "$folder/certificate.pem" 2>/dev/null
}

ready() { ask /actuator/health/readiness -f >/dev/null 2>&1; }

# One value of an answer of the office
json() { # path such as items.0.number; JSON on standard input
  python3 -c '
import json, sys
found = json.load(sys.stdin)
for step in sys.argv[1].split("."):
    found = found[int(step)] if isinstance(found, list) else found.get(step)
    if found is None:
        break
print("" if found is None else found if isinstance(found, str) else json.dumps(found, ensure_ascii=False))' "$1"
}

# Whether each source holds exactly what is registered, and was looked into without an error.
balanced() {
  ask /api/v1/reconciliation | python3 2>/dev/null -c '
import json, sys
sources = [s for s in json.load(sys.stdin)["items"] if s["channel"] == sys.argv[1]]
sys.exit(0 if sources and all(s["held"] == s["registered"] and not s["difference"] and not s["error"] for s in sources) else 1)' "$1"
}

# What a source says is wrong with it; empty when it is well.
trouble() { # source
  ask /api/v1/reconciliation | python3 2>/dev/null -c '
import json, sys
print(next((s["error"] or "" for s in json.load(sys.stdin)["items"] if s["source"] == sys.argv[1]), ""))' "$1"
}
