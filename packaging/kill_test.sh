#!/usr/bin/env bash
# usage: packaging/kill_test.sh [KILLS]
# Proof that no power cut of a kiosk's program loses or doubles a request: kills a program that sends
# requests KILLS times (200) at random moments, starts it again, then opens every stored request.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname "$0")/prepare.sh"

kills=${1:-200}
[[ $kills =~ ^[1-9][0-9]*$ ]] || stop "\"$kills\" is not a number of kills" "Say how many, like 200."
if [ ! -x "$root/build/bin/kill_driver" ]; then
    install_missing build run test
    configure dev build
    build build
fi
exec "$root/build/bin/kill_driver" "$kills" "$root/build/bin/kill_submitter"
