#!/usr/bin/env bash
# usage: packaging/fleet_load.sh [KIOSKS] [REQUESTS]
# KIOSKS (1,000) simulated kiosks come back from an outage at once and deliver REQUESTS (100,000) to one
# PostgreSQL on this machine. None may be lost or doubled; prints the rate beside pgbench's with the same
# rows. A few seconds: packaging/fleet_load.sh 20 2000
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname "$0")/prepare.sh"

kiosks=${1:-1000}
requests=${2:-100000}
for number in "$kiosks" "$requests"; do
    [[ $number =~ ^[1-9][0-9]*$ ]] || stop "\"$number\" is not a number" "Say how many kiosks, then how many requests: 20 2000."
done
if [ ! -x "$root/build/bin/fleet_load" ]; then
    install_missing build run test
    configure dev build
    build build fleet_load
fi
exec "$root/build/bin/fleet_load" "$kiosks" "$requests"
