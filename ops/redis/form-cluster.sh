#!/bin/sh
# Makes one Redis Cluster of the nodes it is given, each master with one replica. Where it is one already, nothing
# changes. One that was left half formed is made whole.
#
#   form-cluster.sh redis-1:6379 redis-2:6379 … (six)
set -eu

TRIES=${TRIES:-60}
[ $# -ge 6 ] || { echo "A cluster with replicas needs six nodes or more; $# were given." >&2; exit 2; }

# Nodes meet by address, not by name.
addresses=
for node in "$@"; do
  host=${node%:*} port=${node##*:} tries=0
  until address=$(getent ahostsv4 "$host" | awk 'NR == 1 { print $1 }') && [ -n "$address" ] &&
    [ "$(redis-cli -h "$address" -p "$port" ping 2>/dev/null)" = PONG ]; do
    tries=$((tries + 1))
    [ "$tries" -lt "$TRIES" ] || { echo "Redis at $node does not answer." >&2; exit 1; }
    sleep 1
  done
  addresses="$addresses $address:$port"
done

first=${addresses# } first=${first%% *}
ask() { redis-cli -h "${first%:*}" -p "${first##*:}" "$@"; }
info() { ask cluster info | tr -d '\r' | sed -n "s/^$1://p"; }
whole() {
  [ "$(info cluster_state)" = ok ] && [ "$(info cluster_slots_assigned)" = 16384 ] &&
    [ "$(info cluster_known_nodes)" = $# ] && [ "$(ask cluster nodes | grep -c slave)" = $(($# / 2)) ]
}

if ! whole "$@"; then
  if [ "$(info cluster_known_nodes)" != 1 ] || [ "$(info cluster_slots_assigned)" != 0 ]; then
    echo "The cluster is only half formed. Nothing in it is needed: it is made anew."
    for address in $addresses; do
      # A replica refuses to forget its keys, and has none of its own.
      redis-cli -h "${address%:*}" -p "${address##*:}" flushall >/dev/null 2>&1 || true
      redis-cli -h "${address%:*}" -p "${address##*:}" cluster reset hard >/dev/null
    done
  fi
  # shellcheck disable=SC2086
  redis-cli --cluster create $addresses --cluster-replicas 1 --cluster-yes >/dev/null
fi

tries=0
until whole "$@"; do
  tries=$((tries + 1))
  [ "$tries" -lt "$TRIES" ] || { echo "The cluster was formed and does not become ready:" >&2; ask cluster info >&2; exit 1; }
  sleep 1
done
echo "The Redis Cluster of $# nodes is ready."
