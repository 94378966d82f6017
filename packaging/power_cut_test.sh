#!/usr/bin/env bash
# usage: packaging/power_cut_test.sh [DAYS]
# Proof that no power cut loses or halves what consult.db has acknowledged: plays a day at a kiosk
# with a desk on a simulated disk DAYS times (20), and cuts the power at every point of each, with
# unsynced writes lost, kept, torn and reordered. The short form, one day, is part of the tests.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname "$0")/prepare.sh"

days=${1:-20}
[[ $days =~ ^[1-9][0-9]*$ ]] || stop "\"$days\" is not a number of days" "Say how many, like 20."
if [ ! -x "$root/build/bin/consult_tests" ]; then
    install_missing build run test
    configure dev build
    build build
fi
CANDOR_POWER_CUT_SEEDS=$days exec "$root/build/bin/consult_tests" --gtest_brief=1 \
    --gtest_filter='PowerCut.*'
