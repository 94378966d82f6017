#!/usr/bin/env bash
# usage: packaging/run.sh [ARGS…]
# On a fresh Debian: installs what is missing, builds, and runs the kiosk on content/.
# Where build/state/kiosk.yaml sets a delivery, candor-courier runs beside it.
# ARGS go to candor-kiosk (--language tr, --size 1080x1920, --windowed …). Without a display it
# renders the tour of every screen to build/screens/ instead.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname "$0")/prepare.sh"

install_missing build run
configure dev build -DCANDOR_TESTS=OFF
build build programs

kiosk=$root/build/bin/candor-kiosk
[ -x "$kiosk" ] || stop "this build has no candor-kiosk" "Start afresh: rm -r build"
case " $* " in
    *" --screens "* | *" --help "* | *" -h "*)
        exec "$kiosk" --content "$root/content" "$@"
        ;;
esac
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    state=$root/build/state
    if grep -qs '^delivery:' "$state/kiosk.yaml"; then
        # This shell becomes the kiosk, with which the courier ends.
        "$root/build/bin/candor-courier" --state "$state" --end-with $$ &
    fi
    exec "$kiosk" --content "$root/content" --state "$state" "$@"
fi
say "There is no display here (DISPLAY and WAYLAND_DISPLAY are empty): rendering every screen instead."
"$kiosk" --screens "$root/build/screens" --content "$root/content" "$@"
say "$(find "$root/build/screens" -name '*.png' | wc -l) screens are in build/screens/."
