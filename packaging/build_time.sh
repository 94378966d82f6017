#!/usr/bin/env bash
# usage: packaging/build_time.sh [BUILD_FOLDER]
# Where the time of a build goes: a table of rooms (steps, seconds of their compilers and linkers, the
# longest step), worked out of Ninja's log. Without a folder: builds everything afresh, without a
# compiler cache, in a folder that goes afterwards, and says how long that took by the clock.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname "$0")/prepare.sh"

table() {
    awk -F '\t' '
        NR == 1 || NF < 4 { next }
        { seconds[$4] = ($2 - $1) / 1000 }  # what was built again counts once
        END {
            for (file in seconds) {
                if (!match(file, /CMakeFiles\/[^\/]*\.dir/) && file !~ /^(bin|app)\//) continue
                room = RSTART > 0 ? substr(file, RSTART + 11, RLENGTH - 15) : "linking"
                RSTART = 0
                steps[room]++
                sum[room] += seconds[file]
                if (seconds[file] > longest[room]) longest[room] = seconds[file]
                all += seconds[file]
                count++
            }
            for (room in sum)
                printf "%s\t%d\t%.1f\t%.1f\n", room, steps[room], sum[room], longest[room] | "sort -t\"\t\" -k3,3nr"
            close("sort -t\"\t\" -k3,3nr")
            printf "all\t%d\t%.1f\n", count, all
        }' "$1/.ninja_log" |
        awk -F '\t' 'BEGIN { printf "%-28s %6s %9s %9s\n", "room or program", "steps", "seconds", "longest" }
                     { printf "%-28s %6s %9s %9s\n", $1, $2, $3, $4 }'
}

if [ "$#" -gt 0 ]; then
    [ -f "$1/.ninja_log" ] || stop "$1 is no folder that Ninja has built in" "Build first: packaging/test.sh"
    table "$1"
    exit
fi
install_missing build test
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export CCACHE_DISABLE=1
(cd "$root" && cmake --preset dev -B "$scratch" >/dev/null)
started=$SECONDS
ninja -C "$scratch" programs >&2
programs=$((SECONDS - started))
ninja -C "$scratch" >&2
table "$scratch"
printf 'By the clock, on %s processors: the programs %s s, with the tests %s s\n' \
    "$(nproc)" "$programs" "$((SECONDS - started))"
