#!/usr/bin/env bash
# usage: packaging/check_tidy.sh [FILE…]
# Runs clang-tidy with .clang-tidy over all of app/, sixteen files at a time as they are compiled (about five minutes),
# or over the files that are named, each alone.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname "$0")/prepare.sh"

command -v clang-tidy >/dev/null || install_missing build tidy
# findings FOLDER FILE…: reads the files as the build in FOLDER compiles them. Nobody wrote an #include of a .cpp.
findings() {
    printf '%s\0' "${@:2}" |
        xargs -0 -n 1 -P "$(nproc)" clang-tidy -p "$1" --quiet --warnings-as-errors='*' \
            --checks=-bugprone-suspicious-include --extra-arg=-Wno-unknown-warning-option 2>/dev/null ||
        stop "clang-tidy found something" "Its findings are above."
}

cd "$root"
if [ "$#" != 0 ]; then
    configure dev build-tidy -B build-tidy -DCMAKE_UNITY_BUILD=OFF
    findings build-tidy "$@"
    say "clang-tidy has no findings in $# files."
else
    configure dev build
    mapfile -t units < <(python3 -c '
import json, sys
for unit in json.load(open(sys.argv[1])):
    if "/app/" in unit["file"]:
        print(unit["file"])' build/compile_commands.json | sort -u)
    findings build "${units[@]}"
    say "clang-tidy has no findings in all of app/, ${#units[@]} units."
fi
