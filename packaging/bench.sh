#!/usr/bin/env bash
# usage: packaging/bench.sh [start] [again] [packs] [tap] [memory] [idle] [scroll]     (default: all, about 40 minutes)
# "start" is the first one of a new state folder, "again" a later one, which finds its pictures decoded.
# "packs" is a start with 100 installed packs; it should take no longer than "start".
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
if [ "$#" = 0 ]; then figures=(start again packs tap memory idle scroll); fi

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

# install_hundred: a state folder with 100 packs of two pages, signed by a key that its policy trusts.
install_hundred() {
    local candor=$root/build-release/bin/candor packs=$observed/packs
    hundred=$observed/hundred
    mkdir -p "$packs" "$hundred"
    "$candor" keys create --signer "$packs/signer.key" --no-passphrase >/dev/null
    printf 'packs:\n  require: [author]\n  keys: {author: ["%s"]}\n' \
        "$(tail -n 1 "$packs/signer.key.pub")" >"$hundred/kiosk.yaml"
    for ((i = 1; i <= 100; ++i)); do
        (
            cd "$packs"
            "$candor" pack new "pack-$i"
            "$candor" pack build "pack-$i" -o "$i.candorpack"
            "$candor" pack sign "$i.candorpack" --key signer.key --role author
            "$candor" pack install "$i.candorpack" --state "$hundred"
        ) >"$packs/log" 2>&1 || stop "pack $i could not be installed: $(tail -n 3 "$packs/log")" \
            "Try these four commands by hand."
    done
}

# measure NAME FIGURE INSTRUMENT ARGS… -- COMMAND…: writes NAME-FIGURE.json.
measure() {
    "$bench/kiosk_measure.py" "$3" --label "$1" --runs "$runs" --json "$out/$1-$2.json" "${@:4}" \
        >"$out/$1-$2.txt" || say "$1 $2: some runs failed; see $out/$1-$2.txt"
}

for figure in "${figures[@]}"; do
    say "Measuring: $figure"
    case $figure in
        start) of_candor=() of_qt=() command=("${kiosk[@]}") ;;
        again)
            of_candor=() of_qt=() command=("${kiosk[@]:0:3}" --state "$observed/again")
            "$bench/kiosk_measure.py" start --runs 1 -- "${command[@]}" >/dev/null
            ;;
        packs)
            install_hundred
            of_candor=() of_qt=() command=("${kiosk[@]:0:3}" --state "$hundred")
            ;;
        idle) of_candor=(--seconds 60) of_qt=(--seconds 60) command=("${kiosk[@]}") ;;
        tap) of_candor=(--poll-us 1000 "${taps[@]}") of_qt=(--poll-us 1000 "${qt_taps[@]}") command=("${from_home[@]}") ;;
        memory) of_candor=("${taps[@]}") of_qt=("${qt_taps[@]}") command=("${from_home[@]}") ;;
        scroll)
            of_candor=(--open "$(point open)" --mode drag) of_qt=(--open "540,1790" --mode drag)
            command=("${from_home[@]}")
            ;;
        *) stop "there is no figure \"$figure\"" "It is one of start, again, packs, tap, memory, idle, scroll." ;;
    esac
    instrument=$figure
    if [ "$figure" = packs ] || [ "$figure" = again ]; then instrument=start; fi
    measure candor "$figure" "$instrument" "${of_candor[@]}" -- "${command[@]}"
    if [ -x "$qml" ]; then measure qt "$figure" "$instrument" "${of_qt[@]}" "${qt[@]}"; fi
done

python3 "$root/packaging/bench_table.py" "$out" "${figures[@]}"
