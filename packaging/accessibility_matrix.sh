#!/usr/bin/env bash
# usage: packaging/accessibility_matrix.sh [DISPLAY [SCENES]]
# Every screen and sheet of the kiosk in each language, text size, theme and place (high, brought down) on
# every display, or on one like 1920x1080, held against each criterion of accessibility and printed as a
# matrix. SCENES: those alone whose names begin so, like "sheet source". Takes half an hour a display and a
# core; the tests look at a sample of the same (accessibility_tests).
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname "$0")/prepare.sh"

display=${1:-*}
[[ $display == '*' || $display =~ ^[1-9][0-9]*x[1-9][0-9]*$ ]] ||
    stop "\"$display\" is not a display" "Say which, like 1920x1080."
if [ ! -x "$root/build/bin/accessibility_tests" ]; then
    install_missing build run test
    configure dev build
    build build
fi
CANDOR_ACCESSIBILITY=${2:-full} exec "$root/build/bin/accessibility_tests" --gtest_filter="*/$display"
