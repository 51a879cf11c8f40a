#!/usr/bin/env bash
# Starts a PostgreSQL server of its own, runs a command beside it, and stops it:
#
#     bash server.sh go test ./...
#
# The command finds the server by AIMSKIT_POSTGRES and restarts it by running
# the program AIMSKIT_POSTGRES_RESTART. Root becomes the user postgres for it.
set -euo pipefail

initdb=$(command -v initdb || ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n1) || true
[ -n "$initdb" ] || { echo "please install postgresql"; exit 1; }
bin=$(dirname "$(readlink -f "$initdb")")
dir=$(mktemp -d /tmp/pg.XXXXXX) # sockets want a short path
as=()
if [ "$(id -u)" = 0 ]; then
  as=(setpriv --reuid=postgres --regid=postgres --clear-groups --reset-env)
  chown postgres "$dir"
fi
cd /
server() { "${as[@]}" "$bin/pg_ctl" -s -w -D "$dir/data" -l "$dir/log" "$@"; }
trap 'server -m immediate stop >/dev/null 2>&1 || true; rm -rf "$dir"' EXIT

"${as[@]}" "$bin/initdb" -D "$dir/data" -U aims --auth=trust --no-sync --no-locale -E UTF8 >"$dir.log" 2>&1 || { cat "$dir.log"; exit 1; }
rm -f "$dir.log"
options="-c listen_addresses= -k $dir -c max_connections=80"
server -o "$options" start || { cat "$dir/log"; exit 1; }

cat >"$dir/restart" <<END
#!/bin/sh
cd /
exec ${as[*]} $bin/pg_ctl -s -w -D $dir/data -l $dir/log -m fast -o '$options' restart
END
chmod 755 "$dir/restart"
export AIMSKIT_POSTGRES="host=$dir user=aims dbname=postgres"
export AIMSKIT_POSTGRES_RESTART="$dir/restart"
cd "$OLDPWD"
"$@"
