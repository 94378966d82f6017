#!/usr/bin/env bash
# What the other scripts share: packages, configuring, building. To be sourced; sets `root`.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }

# stop WHAT HAPPENED, WHAT TO DO: ends the script.
stop() {
    say "$(basename "$0"): $1"
    say "  $2"
    exit 1
}

# copy_sources FOLDER: the tracked files, as they are now; of a copy that is no clone, all but builds.
copy_sources() {
    mkdir -p "$1"
    (
        cd "$root"
        git ls-files -z 2>/dev/null || find . -path ./build\* -prune -o -type f -print0
    ) | tar --create --directory "$root" --null --files-from=- |
        tar --extract --no-same-owner --directory "$1"
}

# Of the sources' last commit, its id and its time; as the environment says, where they are no clone.
commit_of_sources() { echo "${CANDOR_COMMIT:-$(git -C "$root" rev-parse --short=12 HEAD 2>/dev/null)}"; }
time_of_sources() { echo "${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null)}"; }

# The packages of the sections named; "run" is run-kiosk, too.
packages_of() {
    awk -v wanted=" $* " '
        /^\[/ { section = substr($0, 2, index($0, "]") - 2); all = section; sub(/-.*/, "", all); next }
        /^[a-z]/ && (index(wanted, " " section " ") || index(wanted, " " all " ")) { print $1 }
    ' "$root/packaging/dependencies.txt"
}

missing_of() {
    local wanted
    wanted=$(packages_of "$@")
    # dpkg-query fails when it has never heard of one; that one is then missing.
    # shellcheck disable=SC2086 # one word a package
    { dpkg-query -W -f='${db:Status-Status} ${Package}\n' $wanted 2>/dev/null || true; } |
        awk '$1 == "installed" { print $2 }' | sort -u |
        comm -13 - <(printf '%s\n' "$wanted" | sort -u)
}

# How to become root, as words before a command: nothing, or sudo.
elevation() {
    if [ "$(id -u)" = 0 ]; then
        return
    elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
        echo sudo
    else
        stop "these packages are missing, and only root may install them: $*" \
            "Run this once as root: apt-get install --no-install-recommends $*"
    fi
}

# apt WORDS…: apt-get without questions. Quiet, but for what failed.
apt() {
    local log status=0
    log=$(mktemp)
    # shellcheck disable=SC2086 # nothing or one word
    ${as_root} env DEBIAN_FRONTEND=noninteractive apt-get -q -y "$@" >"$log" 2>&1 || status=$?
    if [ "$status" != 0 ]; then tail -n 15 "$log" >&2; fi
    rm -f "$log"
    return "$status"
}

# A package may have been renamed in a later release, or come from a section that is switched off.
check_candidates() {
    local package
    for package in "$@"; do
        apt-cache policy "$package" | grep 'Candidate: [^(]' >/dev/null ||
            stop "no package source offers $package" \
                "If the lists could not be fetched, see to the network. Otherwise: Candor needs Debian 12 or newer (or Ubuntu 24.04), with the section \"main\" (Ubuntu: and \"universe\") in its sources."
    done
}

# install_missing SECTION…: of dependencies.txt. Fast when nothing is missing.
install_missing() {
    command -v dpkg-query >/dev/null || {
        stop "this is not Debian, so packages cannot be installed for you" \
            "Install the equivalents of: $(packages_of "$@" | paste -sd ' '). Then: cmake --preset dev && cmake --build --preset dev"
    }
    local missing
    # shellcheck disable=SC2207 # one word a package
    missing=($(missing_of "$@"))
    if [ "${#missing[@]}" = 0 ]; then return; fi
    as_root=$(elevation "${missing[@]}") || exit 1
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    apt update -o APT::Update::Error-Mode=any ||
        say "Not every package list could be fetched (is the network up?); going on with what there is."
    check_candidates "${missing[@]}"
    apt install --no-install-recommends "${missing[@]}" ||
        stop "apt-get could not install the packages; its last words are above" \
            "Mend that (network, disk space, another apt running), then run this again."
}

check_compiler() {
    local compiler=${CXX:-g++} version
    version=$("$compiler" -dumpversion 2>/dev/null | cut -d. -f1) || version=
    [ -n "$version" ] || stop "the compiler $compiler does not run" \
        "Install g++ 12 or newer, or name another compiler in CXX."
    if "$compiler" --version | grep -qi clang; then return; fi
    [ "$version" -ge 12 ] || stop "$compiler is version $version; Candor needs 12 or newer" \
        "Use Debian 12 or newer, or name a newer compiler in CXX."
}

# configure PRESET FOLDER [OPTION…]: once; later Ninja does it again by itself when it must.
# CANDOR_WERROR=ON makes warnings errors, as CI does.
configure() {
    local options=("${@:3}")
    if [ -f "$root/$2/build.ninja" ]; then return; fi
    check_compiler
    if command -v ccache >/dev/null; then options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache); fi
    if [ -n "${CANDOR_WERROR:-}" ]; then options+=("-DCANDOR_WERROR=$CANDOR_WERROR"); fi
    (cd "$root" && cmake --preset "$1" "${options[@]}" >&2) ||
        stop "the build could not be configured; CMake says above why" \
            "If it names a library, add its package to packaging/dependencies.txt. To start afresh: rm -r $2"
}

# with_tests FOLDER: packaging/run.sh configures without the tests, which need more packages.
with_tests() {
    if grep -q '^CANDOR_TESTS:[A-Z]*=ON$' "$root/$1/CMakeCache.txt"; then return; fi
    cmake -S "$root" -B "$root/$1" -DCANDOR_TESTS=ON >&2 ||
        stop "the tests could not be configured; CMake says above why" "To start afresh: rm -r $1"
}

# build FOLDER TARGET…
build() {
    ninja -C "$root/$1" "${@:2}" >&2 || stop "the build failed; the first error is above" \
        "If files were moved or the compiler changed, start afresh: rm -r $1"
}

run_tests() {
    ctest --test-dir "$root/$1" -j2 --output-on-failure "${@:2}"
}
