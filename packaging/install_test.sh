#!/usr/bin/env bash
# usage: packaging/install_test.sh [BUILD]
# Does `cmake --install BUILD` (build/) work, below a prefix that only it is told and below DESTDIR: do
# programs that are started from there find what they need, and do units name them where they are?
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname "$0")/prepare.sh"

build=${1:-$root/build}
[ -x "$build/bin/candor" ] || stop "there is no build in $build" "Make one: packaging/run.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
log=$work/log

# works PREFIX SAID: what lies there works, and its units say that it lies below SAID.
works() {
    local bin=$1/bin share=$1/share/candor each
    for each in "$bin"/candor* "$1/libexec/candor/candor-decode"; do "$each" --version; done
    "$bin/candor" pack check "$share/content/prp"
    echo 'clinic.name: "Klinik Nord"' >"$work/answers"
    mkdir "$work/state"
    "$bin/candor" setup --state "$work/state" --answers "$work/answers"
    "$bin/candor-kiosk" --screens "$work/screens" --size 540x960 --state "$work/state"
    grep -rq 'Klinik Nord' "$work/screens"
    rm -r "$work/state" "$work/screens"
    grep -qF "ExecStart=$2/bin/candor-kiosk" "$1/lib/systemd/system/candor-kiosk.service"
    grep -qF "ExecStart=$2/bin/candor-courier" "$1/lib/systemd/system/candor-courier.service"
    grep -qF -- "-config $2/share/candor/xorg.conf" "$1/lib/systemd/system/candor-display.service"
    # Nothing leads back to the build.
    if grep -rlF -e "$build" -e @CANDOR "$1"; then return 1; fi
}

# tried WORDS COMMAND…: the command must end well.
tried() {
    # Not in a condition, where -e would be off.
    (set -e; "${@:2}") >"$log" 2>&1 &
    wait $! || {
        tail -n 40 "$log" >&2
        stop "FAILED: $1" "Its words are above."
    }
    say "$1"
}

tried "cmake --install --prefix" cmake --install "$build" --prefix "$work/somewhere"
tried "works below a prefix" works "$work/somewhere" "$work/somewhere"
tried "cmake --install with DESTDIR" env DESTDIR="$work/staged" cmake --install "$build" --prefix /usr
tried "works below DESTDIR" works "$work/staged/usr" /usr
