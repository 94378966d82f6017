#!/usr/bin/env bash
# usage: packaging/fuzz.sh [SECONDS_PER_TARGET] [TARGET…]
# CANDOR_FUZZ_SEED   the same number tries the same inputs (as CI does); 0: others each time (default)
# Builds the fuzz targets of tests/fuzz/ with clang in build-fuzz/, and runs each for so long (60),
# two at a time, from its seeds in tests/fuzz/corpus/. Without TARGETs: all. What is found beyond the
# seeds is kept in build-fuzz/corpus/, and what each target said in build-fuzz/runs/. Exits with 1
# when an input crashes one, breaks a promise, takes over 10 s or over 1 GiB, and says where it is.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname "$0")/prepare.sh"

seconds=${1:-60}
seed=${CANDOR_FUZZ_SEED:-0}
[[ $seconds =~ ^[1-9][0-9]*$ ]] || stop "\"$seconds\" is not a number of seconds" \
    "The first word says how long each target runs, like 60; the others name targets."
all=()
for source in "$root"/tests/fuzz/*_fuzz.cpp; do all+=("$(basename "$source" _fuzz.cpp)"); done
targets=("${all[@]}")
if [ "$#" -gt 1 ]; then targets=("${@:2}"); fi
for target in "${targets[@]}"; do
    [ -f "$root/tests/fuzz/${target}_fuzz.cpp" ] ||
        stop "there is no fuzz target \"$target\"" "They are: ${all[*]}."
done

install_missing build test fuzz
configure fuzz build-fuzz
build build-fuzz -j2 "${targets[@]/#/fuzz_}"

built=$root/build-fuzz
on_disk=$(mktemp -d)
scratch=$on_disk
# In memory where there is room: a container may have 64 MiB there, and others use it too.
free_kib=$(df -k --output=avail /dev/shm 2>/dev/null | tail -n 1) || free_kib=0
if [ "${free_kib:-0}" -ge 262144 ]; then
    scratch=$(mktemp -d /dev/shm/candor-fuzz.XXXXXX 2>/dev/null) || scratch=$on_disk
fi
mkdir -p "$built/runs" "$built/faults"
children=()
trap 'kill "${children[@]}" 2>/dev/null || true; rm -rf "$scratch" "$on_disk"' EXIT
trap 'exit 1' INT TERM

# Inputs much longer than these teach nothing new, and are slow.
max_len() {
    case $1 in
        minisign) echo 2048 ;;
        picture | package) echo 8192 ;;
        *) echo 16384 ;;
    esac
}

# run_in FOLDER TARGET: its files go there.
run_in() {
    local target=$2 corpus=$built/corpus/$2 dictionary=()
    mkdir -p "$corpus" "$1/$target"
    if [ -f "$root/tests/fuzz/dictionaries/$target.dict" ]; then
        dictionary=("-dict=$root/tests/fuzz/dictionaries/$target.dict")
    fi
    TMPDIR=$1/$target \
        ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1 \
        LSAN_OPTIONS=suppressions=$root/packaging/leaks.txt:print_suppressions=0 \
        UBSAN_OPTIONS=print_stacktrace=1 \
        "$built/bin/fuzz_$target" -seed="$seed" -max_total_time="$seconds" -rss_limit_mb=1024 -timeout=10 \
        -max_len="$(max_len "$target")" -print_final_stats=1 -artifact_prefix="$built/faults/$target-" \
        "${dictionary[@]}" "$corpus" "$root/tests/fuzz/corpus/$target" >"$built/runs/$target.log" 2>&1 &
    local running=$! status=0
    trap 'kill "$running" 2>/dev/null || true; exit 1' INT TERM
    wait "$running" || status=$?
    return "$status"
}

# 3 is kNoScratch of tests/fuzz/input.h: the folder could not be written.
run_one() {
    local status=0
    run_in "$scratch" "$1" || status=$?
    if [ "$status" = 3 ] && [ "$scratch" != "$on_disk" ]; then
        say "$1: $(grep -m 1 '^cannot write' "$built/runs/$1.log"). Once more, on disk."
        run_in "$on_disk" "$1"
    else
        return "$status"
    fi
}

say "Running ${#targets[@]} targets for $seconds s each, two at a time."
failed=()
# finish_one: waits for one of the two that run.
finish_one() {
    local pid status=0
    wait -n -p pid "${!names[@]}" || status=$?
    if [ "$status" != 0 ]; then failed+=("${names[$pid]}"); fi
    unset "names[$pid]"
}
declare -A names=()
for target in "${targets[@]}"; do
    if [ "${#names[@]}" -ge 2 ]; then finish_one; fi
    run_one "$target" &
    names[$!]=$target
    children+=($!)
done
while [ "${#names[@]}" -gt 0 ]; do finish_one; done
children=()

stat_of() { awk -v name="stat::$2:" '$1 == name { print $2 }' "$built/runs/$1.log"; }
printf '%-14s %12s %8s %8s %8s %9s\n' target executions 'a second' corpus faults 'peak MiB'
for target in "${targets[@]}"; do
    faults=0
    case " ${failed[*]} " in *" $target "*) faults=1 ;; esac
    printf '%-14s %12s %8s %8s %8s %9s\n' "$target" "$(stat_of "$target" number_of_executed_units)" \
        "$(stat_of "$target" average_exec_per_sec)" "$(find "$built/corpus/$target" -type f | wc -l)" \
        "$faults" "$(stat_of "$target" peak_rss_mb)"
done
# On a busy machine a minute by the clock may be a second of work.
times >"$scratch/times" # not in a pipe, which would be another shell, without children
echo "processor time of all: $(awk 'NR == 2 { print $1 }' "$scratch/times")"
if [ "${#failed[@]}" = 0 ]; then exit 0; fi
for target in "${failed[@]}"; do
    say "$target: $(grep -m 1 -E 'ERROR:|runtime error:|broken promise:|cannot write|Assertion' "$built/runs/$target.log" || echo 'ended early')"
    say "  input: $(awk '/Test unit written to/ { print $NF }' "$built/runs/$target.log" | tail -n 1)"
    say "  all of it: $built/runs/$target.log"
done
stop "${#failed[@]} targets found a fault" \
    "Mend it, add the input to tests/fuzz/corpus/, and run: build-fuzz/bin/fuzz_TARGET INPUT"
