#!/usr/bin/env bash
# usage: packaging/bench.sh [start] [tap] [memory] [idle] [scroll]     (default: all, about 40 minutes)
# What the kiosk costs, seen from the outside on a 1080x1920 X server, beside the same text in Qt
# Quick if qml6 is installed. Medians; every run is kept in build/bench/*.json. The release build is
# measured; where to tap is asked of the development build's accessible tree.
# CANDOR_BENCH   the folder of kiosk_measure.py (default: ../shared/bench)
# CANDOR_RUNS    fresh processes a figure (default 5)
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname "$0")/prepare.sh"

bench=${CANDOR_BENCH:-$root/../shared/bench}
runs=${CANDOR_RUNS:-5}
out=$root/build/bench
figures=("$@")
if [ "$#" = 0 ]; then figures=(start tap memory idle scroll); fi

[ -x "$bench/kiosk_measure.py" ] || stop "the measuring tool kiosk_measure.py is not in $bench" \
    "Name its folder in CANDOR_BENCH."
install_missing build run test
for preset in dev release; do
    folder=build
    if [ "$preset" = release ]; then folder=build-release; fi
    configure "$preset" "$folder"
    build "$folder" programs
done
mkdir -p "$out"

kiosk=("$root/build-release/bin/candor-kiosk" --content "$root/content" --state '{tmp}/state')
observed=$(mktemp -d)
trap 'rm -rf "$observed"' EXIT
"$root/packaging/kiosk_hand.py" points "$root/build/bin/candor-kiosk" \
    --content "$root/content" --state "$observed/state" >"$out/points"
point() { awk -v name="$1" '$1 == name { print $2 }' "$out/points"; }
from_home=("$root/packaging/kiosk_hand.py" from-home "$(point home)" "${kiosk[@]}")
taps=(--back "$(point back)")
for at in $(point tap); do taps+=(--tap "$at"); done

qml=$(command -v qml6 || echo /usr/lib/qt6/bin/qml)
qt=(--env QT_QUICK_BACKEND=software -- "$qml" "$out/peer/qml/Kiosk.qml")
qt_taps=(--back "130,70")
for y in 710 1111 1512; do for x in 193 540 887; do qt_taps+=(--tap "$x,$y"); done; done
if [ -x "$qml" ]; then
    python3 "$bench/peers/gen_pages.py" "$bench/../source-article.txt" "$out/peer" >/dev/null
else
    say "Qt Quick is not installed (qml6), so nothing stands beside Candor. Its packages: $bench/peers/README.md"
fi

# measure NAME FIGURE ARGS… -- COMMAND…: writes NAME-FIGURE.json.
measure() {
    "$bench/kiosk_measure.py" "$2" --label "$1" --runs "$runs" --json "$out/$1-$2.json" "${@:3}" \
        >"$out/$1-$2.txt" || say "$1 $2: some runs failed; see $out/$1-$2.txt"
}

for figure in "${figures[@]}"; do
    say "Measuring: $figure"
    case $figure in
        start) of_candor=() of_qt=() command=("${kiosk[@]}") ;;
        idle) of_candor=(--seconds 60) of_qt=(--seconds 60) command=("${kiosk[@]}") ;;
        tap) of_candor=(--poll-us 1000 "${taps[@]}") of_qt=(--poll-us 1000 "${qt_taps[@]}") command=("${from_home[@]}") ;;
        memory) of_candor=("${taps[@]}") of_qt=("${qt_taps[@]}") command=("${from_home[@]}") ;;
        scroll)
            of_candor=(--open "$(point open)" --mode drag) of_qt=(--open "540,1790" --mode drag)
            command=("${from_home[@]}")
            ;;
        *) stop "there is no figure \"$figure\"" "It is one of start, tap, memory, idle, scroll." ;;
    esac
    measure candor "$figure" "${of_candor[@]}" -- "${command[@]}"
    if [ -x "$qml" ]; then measure qt "$figure" "${of_qt[@]}" "${qt[@]}"; fi
done

python3 "$root/packaging/bench_table.py" "$out" "${figures[@]}"
