#!/usr/bin/env bash
# usage: packaging/test.sh [CTEST ARGS…]
# Installs what is missing, builds everything and runs every test. ARGS go to ctest (-R reader).
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname "$0")/prepare.sh"

install_missing build run test
configure dev build
with_tests build
build build
run_tests build "$@"
