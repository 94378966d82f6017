#!/usr/bin/env bash
# usage: packaging/check_format.sh [--fix]
# Is every tracked .h and .cpp file as .clang-format says? --fix makes them so.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname "$0")/prepare.sh"

command -v clang-format >/dev/null || install_missing test
mode=(--dry-run -Werror)
if [ "${1:-}" = --fix ]; then mode=(-i); fi
cd "$root"
git ls-files -z -- '*.h' '*.cpp' | xargs -0 -r clang-format "${mode[@]}" ||
    stop "some files are not formatted" "Run packaging/check_format.sh --fix"
say "The format is right."
