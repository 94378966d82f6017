#!/usr/bin/env bash
# usage: packaging/sanitize.sh [CTEST ARGS…]
# Builds with AddressSanitizer, LeakSanitizer and UBSan in build-asan/ and runs every test.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname "$0")/prepare.sh"

install_missing build run test
configure asan build-asan
build build-asan
export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_stack_use_after_return=1:strict_string_checks=1}
export LSAN_OPTIONS=${LSAN_OPTIONS:-suppressions=$root/packaging/leaks.txt:print_suppressions=0}
export UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1}
run_tests build-asan "$@"
