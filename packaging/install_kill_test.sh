#!/usr/bin/env bash
# usage: packaging/install_kill_test.sh [KILLS]
# Proof that a kiosk which loses its power while a pack is installed has the old version or the new
# one, whole: kills an installation KILLS times (200) at random moments, then looks at every byte.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname "$0")/prepare.sh"

kills=${1:-200}
programs=${CANDOR_BUILD:-$root/build}/bin
[[ $kills =~ ^[1-9][0-9]*$ ]] || stop "\"$kills\" is not a number of kills" "Say how many, like 200."
if [ ! -x "$programs/install_kill_driver" ]; then
    install_missing build run test
    configure dev build
    build build install_kill_driver install_kill_worker
    programs=$root/build/bin
fi
exec "$programs/install_kill_driver" "$kills" "$programs/install_kill_worker"
