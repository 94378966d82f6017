#!/usr/bin/env bash
# usage: packaging/check_tidy.sh [FILE…]
# Runs clang-tidy with .clang-tidy over the sources (all of app/, or those named). Takes minutes.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname "$0")/prepare.sh"

command -v clang-tidy >/dev/null ||
    stop "clang-tidy is not installed" "apt-get install clang-tidy"
# Each file alone, as the tidy program reads it.
configure dev build-tidy -B build-tidy -DCMAKE_UNITY_BUILD=OFF
cd "$root"
if [ "$#" = 0 ]; then mapfile -t files < <(git ls-files -- 'app/*.cpp'); else files=("$@"); fi
printf '%s\0' "${files[@]}" |
    xargs -0 -n 4 -P "$(nproc)" clang-tidy -p build-tidy --quiet --warnings-as-errors='*' ||
    stop "clang-tidy found something" "Its findings are above."
say "clang-tidy has no findings in ${#files[@]} files."
