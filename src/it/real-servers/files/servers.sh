# vsftpd, ProFTPD and OpenSSH in a folder of their own: what units upload to. Sourced; expects $folder.
explicit=$(free_port) implicit=$(free_port) slow=$(free_port) pro=$(free_port) pro_implicit=$(free_port) ssh=$(free_port)
unit=bsit$$
unit_password=real-Only-1
passphrase=real-Only-2
vsftpd_at=$folder/vsftpd
pro_at=$folder/proftpd
ssh_at=$folder/sshd
servers=()

# The two FTP servers exclude each other as packages, so theirs are unpacked here and nothing is installed.
unpacked() {
  local wanted=(vsftpd proftpd-core proftpd-mod-crypto) each names=()
  for each in "${wanted[@]}"; do
    names+=("$each" $(apt-get install -s --no-install-recommends "$each" 2>/dev/null | awk '$1 == "Inst" { print $2 }'))
  done
  mkdir -p "$folder/debs" "$folder/unpacked"
  (cd "$folder/debs" && apt-get download $(printf '%s\n' "${names[@]}" | sort -u)) >>"$folder/apt.log" 2>&1 ||
    skip "these packages cannot be had here: ${names[*]} ($(tail -1 "$folder/apt.log"))"
  for each in "$folder"/debs/*.deb; do
    dpkg-deb -x "$each" "$folder/unpacked"
  done
}

unpacked_run() {
  LD_LIBRARY_PATH=$(echo "$folder"/unpacked/usr/lib/*-linux-gnu "$folder"/unpacked/lib/*-linux-gnu | tr ' ' :) \
    exec "$folder/unpacked/usr/sbin/$1" "${@:2}"
}

# An account of this machine for the run, as vsftpd and OpenSSH know units; OpenSSH wants its root owned by root
# up to the top, which no folder for temporary files is.
account() {
  unit_root=$(mktemp -d /srv/baosong-XXXXXX)
  chmod 755 "$unit_root"
  useradd --home-dir / --no-create-home --shell /bin/sh --password "$(openssl passwd -6 "$unit_password")" "$unit"
  mkdir -p "$unit_root/dev"
}

# A folder that the unit may write to
folders() {
  mkdir -p "$@"
  chown "$unit" "$@"
}

vsftpd_written() { # name, port, more
  folders "$vsftpd_at/$1"
  mkdir -p "$vsftpd_at/empty"
  cat >"$vsftpd_at/$1.conf" <<CONF
listen=YES
listen_address=127.0.0.1
listen_port=$2
background=NO
anonymous_enable=NO
local_enable=YES
write_enable=YES
local_umask=022
chroot_local_user=YES
allow_writeable_chroot=YES
local_root=$vsftpd_at/$1
secure_chroot_dir=$vsftpd_at/empty
pam_service_name=other
seccomp_sandbox=NO
ssl_enable=YES
force_local_logins_ssl=YES
force_local_data_ssl=YES
require_ssl_reuse=YES
rsa_cert_file=$folder/certificate.pem
rsa_private_key_file=$folder/key.pem
ssl_ciphers=HIGH
xferlog_enable=YES
xferlog_std_format=YES
xferlog_file=$vsftpd_at/$1.xferlog
$(printf '%s\n' "${@:3}")
CONF
}

proftpd_written() {
  folders "$pro_at/in" "$pro_at/in/plain" "$pro_at/in/tls"
  chmod 711 "$pro_at"
  echo "$unit:$(openssl passwd -6 "$unit_password"):$(id -u "$unit"):$(id -g "$unit")::$pro_at/in:/bin/sh" >"$pro_at/users"
  chmod 600 "$pro_at/users"
  local modules
  modules=$(echo "$folder"/unpacked/usr/lib/proftpd)
  cat >"$pro_at/proftpd.conf" <<CONF
ModulePath $modules
LoadModule mod_tls.c
ServerName office
ServerType standalone
DefaultAddress 127.0.0.1
SocketBindTight on
Port $pro
User nobody
Group nogroup
UseIPv6 off
PidFile $pro_at/pid
ScoreboardFile $pro_at/scoreboard
DelayTable $pro_at/delay
SystemLog $pro_at/log
TimesGMT on
<Global>
  DefaultRoot ~
  AuthOrder mod_auth_file.c
  AuthUserFile $pro_at/users
  RequireValidShell off
  AllowOverwrite on
  AllowStoreRestart on
  AllowRetrieveRestart on
  UseEncoding off
  TransferLog $pro_at/xferlog
  TLSEngine on
  TLSLog $pro_at/tls.log
  TLSRSACertificateFile $folder/certificate.pem
  TLSRSACertificateKeyFile $folder/key.pem
</Global>
TLSRequired off
<VirtualHost 127.0.0.1>
  Port $pro_implicit
  TLSRequired on
  TLSOptions UseImplicitSSL
</VirtualHost>
CONF
}

ssh_written() {
  folders "$unit_root/password" "$unit_root/key"
  mkdir -p "$ssh_at"
  ssh-keygen -q -t ed25519 -N '' -f "$ssh_at/host"
  ssh-keygen -q -t ed25519 -N '' -f "$ssh_at/stranger"
  ssh-keygen -q -t ed25519 -N "$passphrase" -f "$ssh_at/office"
  ssh-keygen -q -t ed25519 -N '' -f "$ssh_at/unit"
  cat "$ssh_at/office.pub" "$ssh_at/unit.pub" >"$ssh_at/authorized"
  chmod 755 "$ssh_at"
  echo "[localhost]:$ssh $(cat "$ssh_at/host.pub")" >"$ssh_at/known_hosts"
  echo "[localhost]:$ssh $(cat "$ssh_at/stranger.pub")" >"$ssh_at/wrong_hosts"
  cat >"$ssh_at/sshd_config" <<CONF
ListenAddress 127.0.0.1:$ssh
HostKey $ssh_at/host
PidFile $ssh_at/pid
UsePAM no
StrictModes no
PasswordAuthentication yes
AuthorizedKeysFile $ssh_at/authorized
LogLevel VERBOSE
Subsystem sftp internal-sftp -l INFO
ChrootDirectory $unit_root
ForceCommand internal-sftp -l INFO
CONF
  # as an operator sets it up: the syslog of the machine listens within the chroot too
  cat >"$ssh_at/rsyslog.conf" <<CONF
global(workDirectory="$ssh_at")
module(load="imuxsock" SysSock.Use="off")
input(type="imuxsock" Socket="$unit_root/dev/log" CreatePath="on")
action(type="omfile" file="$ssh_at/sftp.log" template="RSYSLOG_FileFormat" asyncWriting="off")
CONF
}

vsftpd_up() { # name
  unpacked_run vsftpd "$vsftpd_at/$1.conf" >>"$vsftpd_at/log" 2>&1 &
  echo $! >"$vsftpd_at/$1.pid"
}
vsftpd_down() { # name
  local pid
  pid=$(cat "$vsftpd_at/$1.pid")
  pkill -P "$pid" || true
  kill "$pid" 2>/dev/null || true
}
proftpd_up() { (unpacked_run proftpd -c "$pro_at/proftpd.conf") >>"$pro_at/log" 2>&1 || { cat "$pro_at/log" >&2; fail "ProFTPD did not start"; }; }
ssh_up() {
  mkdir -p /run/sshd
  rsyslogd -f "$ssh_at/rsyslog.conf" -i "$ssh_at/rsyslog.pid"
  /usr/sbin/sshd -f "$ssh_at/sshd_config" -E "$ssh_at/log"
}

servers_down() {
  local each
  for each in "$vsftpd_at"/*.pid; do
    [ ! -e "$each" ] || vsftpd_down "$(basename "$each" .pid)"
  done
  for each in "$pro_at/pid" "$ssh_at/pid" "$ssh_at/rsyslog.pid"; do
    [ ! -e "$each" ] || kill "$(cat "$each")" 2>/dev/null || true
  done
  sleep 1
  ! id "$unit" >/dev/null 2>&1 || userdel "$unit" >/dev/null 2>&1 || true
  [ -z "${unit_root:-}" ] || rm -rf "$unit_root"
}
