#!/usr/bin/env bash
# What units upload with lftp, curl and sftp to vsftpd, ProFTPD and OpenSSH, until it is registered, decided and let go
# of: FTPS explicit and implicit with session reuse demanded, FTP on loopback, SFTP by password and by key, half an upload
# and then the whole, the three ways to tell its end, names in GBK, the servers' own logs as evidence, a cut line, a server
# that goes and comes back, the canary.
set -euo pipefail
cd "$(dirname "$0")/../../../.."
folder=$(mktemp -d)
chmod 755 "$folder"
. src/it/real-servers/common.sh
over() {
  [ -z "${office:-}" ] || kill -9 "$office" 2>/dev/null || true
  ! declare -F servers_down >/dev/null || servers_down
  mkdir -p target/real-servers
  local each
  [ ! -e "$folder/office.log" ] || cp "$folder/office.log" target/real-servers/files-office.log
  for each in "$folder"/{vsftpd,proftpd,sshd}/*log; do
    [ ! -s "$each" ] || cp "$each" "target/real-servers/files-$(basename "$(dirname "$each")")-$(basename "$each")"
  done
  rm -rf "$folder"
}
trap over EXIT
packages openssl curl python3 lftp openssh-client openssh-server rsyslog
. src/it/real-servers/files/servers.sh
unpacked
account
certificate
vsftpd_written explicit "$explicit"
vsftpd_written implicit "$implicit" implicit_ssl=YES
vsftpd_written slow "$slow" local_max_rate=3000000
proftpd_written
ssh_written
for each in explicit implicit slow; do vsftpd_up "$each"; done
proftpd_up
ssh_up
for each in "$explicit" "$implicit" "$slow" "$pro" "$pro_implicit" "$ssh"; do within 60 listens "$each"; done

# --- the office
offset=$(($(date -d 2020-03-16T09:00:00+08:00 +%s) - $(date +%s)))
sample=$(java -jar "$jar" sample --call sx-bqw-2020 -o "$folder/package.zip")
code=${sample##* }

index=0
settings=()
server() { # name, protocol, port, more as key=value
  local key="--baosong.servers[$index]" each
  settings+=("$key.name=$1" "$key.protocol=$2" "$key.host=localhost" "$key.port=$3" "$key.user=$unit" "$key.poll=PT1S"
    "$key.quiet=PT4S" "$key.log-zone=UTC")
  for each in "${@:4}"; do
    settings+=("$key.$each")
  done
  index=$((index + 1))
}
password="password=$unit_password"
trust="trust=$folder/certificate.pem"
server explicit ftps "$explicit" "$password" "$trust" after=move "transfer-log=$vsftpd_at/explicit.xferlog" probe=true
server implicit ftps-implicit "$implicit" "$password" "$trust" after=rename complete=rename \
  "transfer-log=$vsftpd_at/implicit.xferlog"
server slow ftps "$slow" "$password" "$trust" complete=done
server pro ftps "$pro" "$password" "$trust" complete=done folders[0]=tls "transfer-log=$pro_at/xferlog" \
  "log-root=$pro_at/in/tls"
server pro-implicit ftps-implicit "$pro_implicit" "$password" "$trust" folders[0]=implicit after=move \
  "transfer-log=$pro_at/xferlog" "log-root=$pro_at/in/implicit"
server plain ftp "$pro" "$password" folders[0]=plain after=rename probe=true
server ssh sftp "$ssh" "$password" "known-hosts=$ssh_at/known_hosts" folders[0]=password after=move \
  "transfer-log=$ssh_at/sftp.log" probe=true
server keyed sftp "$ssh" "private-key=$ssh_at/office" "passphrase=$passphrase" "known-hosts=$ssh_at/known_hosts" \
  folders[0]=key complete=done after=keep "transfer-log=$ssh_at/sftp.log"
server stranger sftp "$ssh" "$password" "known-hosts=$ssh_at/wrong_hosts" folders[0]=key
server untrusted ftps "$explicit" "$password"

open_office() {
  mkdir -p "$folder/var" "$folder/inbox"
  start --server.address=127.0.0.1 --baosong.clock.offset="PT${offset}S" --baosong.watch.probe=PT1M "${settings[@]}"
  within 600 ready
}

# --- the unit
: >"$folder/mark"
package() { # megabytes more: another one each time; prints its file
  python3 - "$folder/package.zip" "$(mktemp "$folder/package-XXXX.zip")" "${1:-0}" <<'PYTHON'
import os, shutil, sys, zipfile
whole, target, more = sys.argv[1:]
shutil.copy(whole, target)
with zipfile.ZipFile(target, "a") as zip:
    zip.comment = os.urandom(8).hex().encode()
    for each in range(int(more)):
        zip.writestr(f"filler-{each}.bin", os.urandom(1 << 20))
print(target)
PYTHON
}
by_lftp() { # server, commands
  local set="set net:max-retries 5; set ssl:ca-file $folder/certificate.pem; set ftp:ssl-force yes"
  set+="; set ftp:ssl-protect-data yes; set ftp:charset ${charset:-UTF-8}; set file:charset UTF-8"
  set+="; set sftp:charset ${charset:-UTF-8}; set cmd:fail-exit yes"
  set+="; set sftp:connect-program 'ssh -a -x -o UserKnownHostsFile=$ssh_at/known_hosts'"
  LC_ALL=C.UTF-8 lftp -e "$set; $2; bye" -u "$unit,$unit_password" "$1"
}
by_curl() { curl -sS --cacert "$folder/certificate.pem" -u "$unit:$unit_password" --ftp-create-dirs "$@"; }
by_sftp() { # commands
  sftp -q -b - -P "$ssh" -i "$ssh_at/unit" -o UserKnownHostsFile="$ssh_at/known_hosts" \
    -o StrictHostKeyChecking=yes "$unit@localhost" <<<"$1" >/dev/null
}

# --- what the office has of a file, by its bytes
submission() { # file
  local sha256
  sha256=$(sha256sum "$1" | cut -d' ' -f1)
  ask '/api/v1/submissions?limit=200' | python3 -c '
import json, sys
for each in json.load(sys.stdin)["items"]:
    if each["sha256"] == sys.argv[1]:
        print(json.dumps(each, ensure_ascii=False)); break
else: sys.exit(1)' "$sha256"
}
has() { submission "$1" >/dev/null; }
is_processed() { [ "$(submission "$1" | json state)" = PROCESSED ]; }
red() { [[ $(trouble "$1") == *"$2"* ]]; }
well() { [ -z "$(trouble "$1")" ]; }
told() { # source: what it says of the files that it waits for
  ask /api/v1/reconciliation | python3 -c '
import json, sys
for each in json.load(sys.stdin)["items"]:
    if each["source"] == sys.argv[1]:
        print("; ".join(item["name"] + ": " + item["reason"] for item in each["difference"]))' "$1"
}
waits() { [[ $(told "$1") == *"$2"* ]]; }
gone() { [ ! -e "$1" ]; }
there() { [ -e "$1" ]; }

logged() { # file, second by the server's log: class A evidence, in the office's time
  local evidence expected
  evidence=$(submission "$1" | json evidence)
  expected=$(TZ=Asia/Shanghai date -d "@$(($2 + offset))" +%Y-%m-%dT%H:%M:%S)
  [ "$(json received.source <<<"$evidence")$(json received.class <<<"$evidence")" = "transfer logA" ] || fail "$1: $evidence"
  [[ $(json received.earliest <<<"$evidence") == "$expected"* ]] || fail "the log says $expected, evidence: $evidence"
}
xferlog() { # log, ending of the name: the second of the last upload
  date -u -d "$(grep -a "$2 b _ i " "$1" | tail -1 | cut -c5-24 | awk '{ print $2, $1, $4, $3 }')" +%s
}
sshlog() { date -d "$(grep -a "close \".*$1\" bytes read 0 written [1-9]" "$ssh_at/sftp.log" | tail -1 | cut -d' ' -f1)" +%s; }

folders "$pro_at/in/implicit"
open_office

# vsftpd, FTPS explicit: a slow upload, by its rest
one=$(package 2)
by_curl --ssl-reqd --limit-rate 150k -T "$one" "ftp://localhost:$explicit/$code/推荐材料.zip" &
slowly=$!
within 120 there "$vsftpd_at/explicit/$code/推荐材料.zip"
within 120 waits explicit/ 还在变化
wait $slowly
within 120 has "$one"
logged "$one" "$(xferlog "$vsftpd_at/explicit.xferlog" '.zip')"
within 120 there "$vsftpd_at/explicit/received/$code/推荐材料.zip"
within 180 is_processed "$one"
say "vsftpd, FTPS with session reuse, curl: a slow upload is taken whole, decided, moved; time by vsftpd's log"

# vsftpd, implicit: half, then the whole, then renamed
two=$(package 2)
head -c 700000 "$two" >"$folder/half.zip"
by_lftp "ftps://localhost:$implicit" "put $folder/half.zip -o $code.zip.part"
within 120 waits implicit/ 正在上传
sleep 6
! has "$folder/half.zip" || fail "half an upload was registered"
by_lftp "ftps://localhost:$implicit" "put -c $two -o $code.zip.part; mv $code.zip.part $code.zip"
within 120 has "$two"
logged "$two" "$(xferlog "$vsftpd_at/implicit.xferlog" '.part')"
within 120 there "$vsftpd_at/implicit/$code.zip.received"
say "vsftpd, implicit FTPS, lftp: half under a temporary name waits, resumed and renamed it is taken, and renamed by us"

# ProFTPD: a name in GBK, half, the rest, and a mark
three=$(package 2)
head -c 900000 "$three" >"$folder/half.zip"
charset=GBK by_lftp "ftp://localhost:$pro" "set ftp:use-utf8 no; cd tls; put $folder/half.zip -o 推荐材料·張誠.zip"
within 120 waits pro/tls 等待完成标记
sleep 6
charset=GBK by_lftp "ftp://localhost:$pro" \
  "set ftp:use-utf8 no; cd tls; put -c $three -o 推荐材料·張誠.zip; put $folder/mark -o 推荐材料·張誠.zip.done"
within 120 has "$three"
! has "$folder/half.zip" || fail "half an upload was registered"
[ "$(submission "$three" | json name)" = 推荐材料·張誠.zip ] || fail "the name is $(submission "$three" | json name)"
logged "$three" "$(xferlog "$pro_at/xferlog" '.zip')"
say "ProFTPD, FTPS with session reuse, lftp: a name in GBK arrives as written; half waits for the rest and its mark"

four=$(package)
by_curl -T "$four" "ftps://localhost:$pro_implicit/implicit/$code/four.zip"
within 120 has "$four"
logged "$four" "$(xferlog "$pro_at/xferlog" 'four.zip')"
within 120 there "$pro_at/in/implicit/received/$code/four.zip"
five=$(package)
by_curl -T "$five" "ftp://localhost:$pro/plain/five.zip"
within 120 has "$five"
[ "$(submission "$five" | json evidence.received.class)" = B ] || fail "without a log: $(submission "$five" | json evidence)"
within 120 there "$pro_at/in/plain/five.zip.received"
say "ProFTPD, implicit FTPS, and FTP on loopback; without a log the time is an interval between two looks"

# OpenSSH: by password and by key
six=$(package)
by_sftp "mkdir password/$code
put -p $six password/$code/推荐材料.zip"
within 120 has "$six"
logged "$six" "$(sshlog '\.zip')"
within 120 there "$unit_root/password/received/$code/推荐材料.zip"
seven=$(package 1)
head -c 500000 "$seven" >"$folder/half.zip"
by_sftp "put $folder/half.zip key/seven.zip"
within 120 waits keyed/key 等待完成标记
sleep 6
by_sftp "reput $seven key/seven.zip
put $folder/mark key/seven.done"
within 120 has "$seven"
! has "$folder/half.zip" || fail "half an upload was registered"
there "$unit_root/key/seven.zip" || fail "what was to be kept is gone"
logged "$seven" "$(sshlog 'key/seven\.zip')"
eight=$(package)
charset=GBK by_lftp "sftp://localhost:$ssh" "cd password; put $eight -o 佐证材料.zip"
within 120 has "$eight"
[ "$(submission "$eight" | json name)" = 佐证材料.zip ] || fail "the name is $(submission "$eight" | json name)"
logged "$eight" "$(sshlog '\.zip')"
say "OpenSSH, sftp and lftp: by password and by a locked key; reput and a mark; a GBK name; time by internal-sftp's log"

within 120 red stranger/key 主机密钥
within 120 red untrusted/ 证书
grep -q "Accepted password" "$ssh_at/log" || fail "sshd does not tell of passwords"
say "another host key: $(trouble stranger/key); another certificate: $(trouble untrusted/)"

# A line that is cut in the middle
nine=$(package 20)
by_lftp "ftp://localhost:$slow" "put $nine -o nine.zip; put $folder/mark -o nine.done"
cut_line() { # kills the session that serves it, once it runs
  local pid
  for pid in $(pgrep -P "$(cat "$vsftpd_at/slow.pid")"); do
    grep -q 'reading on' "$folder/office.log" || kill -9 "$pid" $(pgrep -P "$pid") 2>/dev/null || true
  done
  grep -q 'reading on' "$folder/office.log"
}
sleep 3
within 120 cut_line
within 120 has "$nine"
say "cut in the middle of 20 MB: $(grep -o 'cut at byte [0-9]*' "$folder/office.log" | head -1), read on, whole"

# A server that goes and comes back
vsftpd_down explicit
within 120 red explicit/ 连不上
say "vsftpd stopped: $(trouble explicit/)"
vsftpd_up explicit
ten=$(package)
within 120 by_curl --ssl-reqd -T "$ten" "ftp://localhost:$explicit/ten.zip"
within 180 has "$ten"
within 120 well explicit/
say "vsftpd started: recovers by itself"

# The canary: uploaded, found by the next look, taken away
canary_back() {
  ask /api/v1/reconciliation | python3 -c '
import json, sys
for each in json.load(sys.stdin)["items"]:
    if each["source"] == sys.argv[1]:
        sys.exit(0 if (each.get("probe") or {}).get("proven") else 1)' "$1"
}
for each in explicit/ plain/plain ssh/password; do
  ask /api/v1/reconciliation/probe -f -H 'Content-Type: application/json' -d "{\"source\": \"$each\"}" ||
    fail "no canary through $each"
  within 120 canary_back "$each"
done
[ -z "$(find "$vsftpd_at" "$pro_at" "$unit_root" -mindepth 1 -name '*baosong-*')" ] || fail "the office left something behind"
say "the canary: uploaded to vsftpd, ProFTPD and OpenSSH, found, taken away"

submissions=$(registered)
stop TERM
open_office
sleep 5
[ "$(registered)" = "$submissions" ] || fail "$(registered) of $submissions submissions after a restart"
say "started again: nothing counts twice"
stop TERM
java -jar "$jar" verify --home "$folder/var" || fail "not sound"
echo "PASSED"
