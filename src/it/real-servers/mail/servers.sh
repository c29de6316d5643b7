# Dovecot and Postfix in a folder of their own: what a mail provider is to the office. Sourced.
domain=intake.test
mail_password=real-Only-1
imaps=$(free_port) imap=$(free_port) pop3s=$(free_port) lmtp=$(free_port) auth=$(free_port)
smtp=$(free_port) submission=$(free_port)
postfix_at=$folder/postfix

unit=unit@unit.test
accounts=("office@$domain" "second@$domain" "third@$domain" "$unit")
address() { echo "$1@$domain"; }

dovecot_written() {
  mkdir -p "$folder/dovecot" "$folder/mail"
  chown 65534:65534 "$folder/mail"
  local each
  for each in "${accounts[@]}"; do
    echo "$each:{PLAIN}$mail_password:65534:65534::$folder/mail/$each::"
  done >"$folder/dovecot/users"
  cat >"$folder/dovecot/dovecot.conf" <<CONF
base_dir = $folder/dovecot/run
state_dir = $folder/dovecot/state
log_path = $folder/dovecot/log
auth_verbose = yes
protocols = imap pop3 lmtp
listen = 127.0.0.1
hostname = mx.$domain
ssl = yes
ssl_cert = <$folder/certificate.pem
ssl_key = <$folder/key.pem
first_valid_uid = 1
default_internal_user = dovecot
mail_location = maildir:~/Maildir
lmtp_save_to_detail_mailbox = no
passdb {
  driver = passwd-file
  args = $folder/dovecot/users
}
userdb {
  driver = passwd-file
  args = $folder/dovecot/users
}
namespace inbox {
  inbox = yes
  mailbox 垃圾邮件 {
    auto = create
  }
}
service imap-login {
  inet_listener imap {
    port = $imap
  }
  inet_listener imaps {
    port = $imaps
    ssl = yes
  }
}
service pop3-login {
  inet_listener pop3 {
    port = 0
  }
  inet_listener pop3s {
    port = $pop3s
    ssl = yes
  }
}
service lmtp {
  inet_listener lmtp {
    port = $lmtp
  }
}
service auth {
  inet_listener {
    port = $auth
  }
}
CONF
}

postfix_written() {
  mkdir -p "$postfix_at/queue" "$postfix_at/data"
  chown postfix "$postfix_at/data"
  cat >"$postfix_at/main.cf" <<CONF
compatibility_level = 3.6
queue_directory = $postfix_at/queue
data_directory = $postfix_at/data
maillog_file = $postfix_at/log
maillog_file_prefixes = $postfix_at
myhostname = mx.$domain
mydestination =
inet_interfaces = loopback-only
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
alias_maps =
alias_database =
virtual_mailbox_domains = $domain, unit.test
virtual_mailbox_maps = static:all
virtual_transport = lmtp:inet:127.0.0.1:$lmtp
default_transport = error:no mail leaves this machine
message_size_limit = 209715200
smtpd_tls_cert_file = $folder/certificate.pem
smtpd_tls_key_file = $folder/key.pem
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:$auth
smtpd_recipient_restrictions = permit_mynetworks, reject
provider_found = check_client_access static:{PREPEND Authentication-Results: mx.$domain; spf=pass smtp.mailfrom=$unit; dmarc=pass header.from=unit.test}
minimal_backoff_time = 10s
maximal_backoff_time = 10s
queue_run_delay = 5s
CONF
  # Port 25 notes what a provider's checks of the sender found; the office hands its letters in by submission.
  cat >"$postfix_at/master.cf" <<CONF
127.0.0.1:$smtp inet n - n - - smtpd
  -o smtpd_client_restrictions=\$provider_found
127.0.0.1:$submission inet n - n - - smtpd
  -o smtpd_tls_security_level=encrypt
  -o smtpd_sasl_auth_enable=yes
  -o smtpd_recipient_restrictions=permit_sasl_authenticated,reject
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 5 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
tlsmgr unix - - n 1000? 1 tlsmgr
postlog unix-dgram n - n - 1 postlogd
CONF
}

dovecot_up() { dovecot -c "$folder/dovecot/dovecot.conf"; }
dovecot_down() { dovecot -c "$folder/dovecot/dovecot.conf" stop; }
doveadm_() { doveadm -c "$folder/dovecot/dovecot.conf" "$@"; }
postfix_up() { postfix -c "$postfix_at" start >/dev/null 2>&1 || { cat "$postfix_at/log" >&2; fail "Postfix did not start"; }; }

servers_down() {
  postfix -c "$postfix_at" stop >/dev/null 2>&1 || true
  dovecot_down >/dev/null 2>&1 || true
}

send() { # from, to, file: through Postfix, as another provider's server does
  curl -sS --fail "smtp://127.0.0.1:$smtp/mail.unit.test" --mail-from "$1" --mail-rcpt "$2" -T "$3"
}

held() { # address, folder: how many mails
  doveadm_ search -u "$1" mailbox "${2:-INBOX}" ALL | wc -l
}
