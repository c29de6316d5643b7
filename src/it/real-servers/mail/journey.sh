#!/usr/bin/env bash
# A unit's package by mail, through Postfix and Dovecot, to the decision, and the office's letters back: IMAPS, STARTTLS
# and POP3S, IDLE, SAVEDATE, a folder for junk, an expunged mail, another UIDVALIDITY, a server that goes and comes back.
set -euo pipefail
cd "$(dirname "$0")/../../../.."
folder=$(mktemp -d)
chmod 755 "$folder"
. src/it/real-servers/common.sh
over() {
  [ -z "${office:-}" ] || kill -9 "$office" 2>/dev/null || true
  ! declare -F servers_down >/dev/null || servers_down
  mkdir -p target/real-servers
  cp "$folder"/office.log "$folder"/dovecot/log "$folder"/postfix/log target/real-servers/ 2>/dev/null || true
  rm -rf "$folder"
}
trap over EXIT
packages openssl curl python3 dovecot-imapd dovecot-pop3d dovecot-lmtpd postfix
. src/it/real-servers/mail/servers.sh

# --- what there is
offset=$(($(date -d 2020-03-16T09:00:00+08:00 +%s) - $(date +%s)))
sample=$(java -jar "$jar" sample --call sx-bqw-2020 -o "$folder/package.zip")
code=${sample##* }
registry() { # the unit's registered addresses; the second does not exist at its provider
  awk -F, -v OFS=, -v code="$code" -v mail="$unit;gone@unit.test" \
    '$1 == code { $5 = mail } { print }' forms/units.csv >"$folder/units.csv"
}
registry

open_office() { # poll
  mkdir -p "$folder/var" "$folder/inbox"
  local box=--baosong.mailboxes each index=0
  local settings=()
  for each in "office imaps $imaps" "second pop3s $pop3s" "third imap $imap"; do
    set -- "$1" $each
    settings+=("$box[$index].name=$2" "$box[$index].host=localhost" "$box[$index].protocol=$3" "$box[$index].port=$4"
      "$box[$index].user=$(address "$2")" "$box[$index].password=$mail_password" "$box[$index].poll=$1"
      "$box[$index].trusted-hosts=mx.$domain" "$box[$index].certificates=$folder/certificate.pem")
    index=$((index + 1))
  done
  start --server.address=127.0.0.1 --baosong.units="$folder/units.csv" --baosong.clock.offset="PT${offset}S" \
    "${settings[@]}" "$box[0].folders=INBOX,垃圾邮件" "$box[0].junk=垃圾邮件" \
    --baosong.smtp.host=localhost --baosong.smtp.port="$submission" --baosong.smtp.tls=starttls \
    --baosong.smtp.user="$(address office)" --baosong.smtp.password="$mail_password" \
    --baosong.smtp.from="$(address office)" --baosong.smtp.certificates="$folder/certificate.pem"
  within 600 ready
}

mail() { # subject, file to attach or nothing
  cat <<HEAD
From: $unit
To: $(address office)
Subject: $1
Message-ID: <$RANDOM.$(date +%s%N)@unit.test>
Date: Sat, 1 Jan 2000 00:00:00 +0800
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=utf-8

$1
HEAD
  if [ $# -gt 1 ]; then
    printf -- '--b\nContent-Type: application/zip; name="package.zip"\nContent-Transfer-Encoding: base64\n\n'
    base64 "$2"
  fi
  echo "--b--"
}

# A submission by the subject of its mail, as JSON
submission() {
  ask '/api/v1/submissions?limit=200' | python3 2>/dev/null -c '
import json, sys
for each in json.load(sys.stdin)["items"]:
    if sys.argv[1] in json.dumps(each, ensure_ascii=False):
        print(json.dumps(each, ensure_ascii=False)); break
else: sys.exit(1)' "$1"
}

state() { submission "$1" | json state; }
is_processed() { [ "$(state "$1")" = PROCESSED ]; }
letters() { held "$unit"; }
has_letters() { [ "$(letters)" -ge "$1" ]; }
red() { [[ $(trouble "$1") == *"$2"* ]]; }
well() { [ -z "$(trouble "$1")" ]; }
flags() { doveadm_ fetch -u "$1" 'uid flags' mailbox INBOX ALL | grep flags: | sort -u; }

append() { # account, flags, seconds ago, file: as another mail program puts it there
  python3 - "$imaps" "$folder/certificate.pem" "$(address "$1")" "$mail_password" "$2" "$3" "$4" <<'PYTHON'
import imaplib, ssl, sys, time
port, trusted, user, password, flags, ago, file = sys.argv[1:]
line = imaplib.IMAP4_SSL("localhost", int(port), ssl_context=ssl.create_default_context(cafile=trusted))
line.login(user, password)
done, told = line.append("INBOX", flags, imaplib.Time2Internaldate(time.time() - int(ago)), open(file, "rb").read())
assert done == "OK", told
line.logout()
PYTHON
}

# --- a provider, with a mail that a clerk has read and one that somebody moved in under an old date
certificate
dovecot_written
postfix_written
dovecot_up
postfix_up
mail "read by a clerk" >"$folder/read.eml"
append third '(\Seen)' 0 "$folder/read.eml"
mail "moved in" >"$folder/moved.eml"
append third '' 259200 "$folder/moved.eml"

# --- an office that only IDLE can wake
open_office PT10M
within 180 submission "read by a clerk" >/dev/null
within 180 submission "moved in" >/dev/null
[ "$(submission "moved in" | json evidence.received.class)" = C ] || fail "an old INTERNALDATE was believed against SAVEDATE"
[ "$(submission "read by a clerk" | json evidence.received.class)" = A ] || fail "an INTERNALDATE was not believed"
say "IMAP with STARTTLS: a mail read before is taken; SAVEDATE takes an APPENDed old date its trust"

mail "real package" "$folder/package.zip" >"$folder/package.eml"
at=$SECONDS
send "$unit" "$(address office)" "$folder/package.eml"
within 180 submission "real package" >/dev/null
say "IMAPS: by Postfix to Dovecot to the register in $((SECONDS - at)) s, with ten minutes between two looks (IDLE)"
evidence=$(submission "real package" | json evidence)
stamped=$(doveadm_ -f tab fetch -u "$(address office)" date.received mailbox INBOX header subject "real package" | sed -n 2p)
expected=$(TZ=Asia/Shanghai date -d "@$(($(date -d "$stamped" +%s) + offset))" +%Y-%m-%dT%H:%M:%S)
[[ $(json received.earliest <<<"$evidence") == "$expected"* ]] || fail "INTERNALDATE $expected, evidence $evidence"
[ "$(json received.source <<<"$evidence")$(json received.class <<<"$evidence")" = INTERNALDATEA ] || fail "$evidence"
[ "$(json sent.source <<<"$evidence")" = "Received by mx.$domain" ] || fail "$evidence"
say "evidence: INTERNALDATE and the provider's Received line, not the Date of the sender"

within 180 is_processed "real package"
within 180 has_letters 2
kinds=$(ask "/api/v1/submissions/$(submission "real package" | json number)" | json notices)
doveadm_ fetch -u "$unit" hdr mailbox INBOX ALL >"$folder/letters"
[ "$(grep -c '^Message-ID: <baosong\.' "$folder/letters")" = "$(grep -c '^Auto-Submitted: auto-' "$folder/letters")" ] ||
  fail "letters without their marks"
[[ $kinds == *RECEIPT* ]] || fail "no receipt: $kinds"
say "by Postfix (STARTTLS, AUTH) to the registered address: $(grep -o '"kind": "[A-Z]*"' <<<"$kinds" | cut -d'"' -f4 | xargs)"
bounced() { ask /actuator/prometheus | grep '^baosong_mailings{.*state="BOUNCED".*} [1-9]' >/dev/null; }
within 180 bounced
within 180 balanced email
[ "$(registered)" = 3 ] || fail "a bounce was registered as a submission"
say "the second address does not exist: Postfix's own report marks the letter undelivered and is no submission"
stop TERM

# --- the same office again, looking every two seconds
before=$(letters)
open_office PT2S
within 180 balanced email
for each in second:POP3S third:STARTTLS; do
  mail "by ${each#*:}" >"$folder/one.eml"
  send "$unit" "$(address "${each%:*}")" "$folder/one.eml"
  within 180 submission "by ${each#*:}" >/dev/null
done
mail "taken for junk" >"$folder/junk.eml"
doveadm_ save -u "$(address office)" -m 垃圾邮件 "$folder/junk.eml"
within 180 submission "taken for junk" >/dev/null
say "POP3S, STARTTLS and the folder for junk"

[ "$(flags "$(address office)")" = 'flags: \Recent' ] || fail "flags: $(flags "$(address office)")"
[ "$(doveadm_ search -u "$(address second)" mailbox INBOX header subject "by POP3S" | wc -l)" = 1 ] || fail "a mail is gone from the POP3 mailbox"
say "no flag of any mail has changed; POP3, where servers mark what they hand out, took nothing away"

within 180 balanced email
submissions=$(registered)
doveadm_ expunge -u "$(address office)" mailbox INBOX header subject "real package"
doveadm_ mailbox update -u "$(address third)" --uid-validity 4242 INBOX
mail "after the change" >"$folder/after.eml"
send "$unit" "$(address third)" "$folder/after.eml"
within 180 submission "after the change" >/dev/null
within 180 balanced email
[ "$(registered)" = $((submissions + 1)) ] || fail "another UIDVALIDITY made $(registered) of $submissions submissions"
say "an expunged mail stays registered; under another UIDVALIDITY nothing counts twice"

dovecot_down
within 180 red office/INBOX 连不上
within 180 red second/INBOX 连不上
say "Dovecot stopped: $(trouble office/INBOX)"
mail "while it was down" >"$folder/down.eml"
send "$unit" "$(address office)" "$folder/down.eml" # Postfix keeps it
dovecot_up
within 180 submission "while it was down" >/dev/null
within 180 well office/INBOX
within 180 balanced email
say "Dovecot started: recovers by itself"

has_receipts() { [ "$(letters)" -ge "$((before + 4))" ]; }
within 180 has_receipts
[ "$(registered)" = $((submissions + 2)) ] || fail "$(registered) submissions"
stop TERM
java -jar "$jar" verify --home "$folder/var" || fail "not sound"
echo "PASSED"
