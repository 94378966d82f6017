#!/usr/bin/env bash
# usage: packaging/bare.sh RELEASE [COMMAND…]
#        packaging/bare.sh --long
# RELEASE is bookworm or trixie (12 or 13 do as well). Makes a root folder with the smallest Debian of
# that release, copies the tracked files into it, and runs COMMAND (packaging/run.sh) there as root, in
# the copy. Exits as COMMAND does, and says how long it took.
# --long: both releases: each of README's commands from nothing, and the first one again as people
# have it: a user with sudo and without, a path with blanks, umask 077, Turkish or no locale, no HOME,
# no TZ, clang. Prints a table; exits with 1 when a row failed. About an hour on two cores.
# CANDOR_BARE_KEEP=FOLDER   keep what was rendered (build/screens), packed (build/debs) and logged there
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname "$0")/prepare.sh"

usage() { stop "$1" "Say: packaging/bare.sh bookworm|trixie [COMMAND…], or packaging/bare.sh --long"; }

# shellcheck source-path=SCRIPTDIR source=roots.sh
. "$(dirname "$0")/roots.sh"

keep() {
    if [ -z "${CANDOR_BARE_KEEP:-}" ]; then return; fi
    mkdir -p "$CANDOR_BARE_KEEP"
    local made
    for made in screens debs; do
        if [ -d "$1/build/$made" ]; then cp -r "$1/build/$made" "$CANDOR_BARE_KEEP/"; fi
    done
}

one() {
    local release made started status=0
    release=$(release_named "$1") || exit 1
    shift
    if [ "$#" = 0 ]; then set -- packaging/run.sh; fi
    make_root "$release" "$work/root"
    copy_sources "$work/root/candor"
    made=$(du -sm "$work/root" | cut -f1)
    started=$SECONDS
    inside "$work/root" /candor "$@" || status=$?
    keep "$work/root/candor"
    say "bare.sh: \"$*\" on a bare $release ($made MiB): exit status $status after $((SECONDS - started)) s"
    exit "$status"
}

failed=0
# row NAME WANTED COMMAND…: runs it, prints its row; WANTED is its exit status.
row() {
    local name=$1 wanted=$2 started=$SECONDS status=0 log=$work/log
    shift 2
    "$@" >"$log" 2>&1 || status=$?
    if [ "$status" = "$wanted" ]; then
        printf '| %s | %s s |\n' "$name" "$((SECONDS - started))"
    else
        failed=1
        printf '| %s | FAILED: exit status %s after %s s |\n' "$name" "$status" "$((SECONDS - started))"
        tail -n 40 "$log" >&2
    fi
    if [ -n "${CANDOR_BARE_KEEP:-}" ]; then
        mkdir -p "$CANDOR_BARE_KEEP"
        cp "$log" "$CANDOR_BARE_KEEP/$(printf '%s' "$name" | tr -c 'a-zA-Z0-9' -).log"
    fi
}

long_on() {
    local release=$1 bare=$work/$1
    make_root "$release" "$bare"
    inside "$bare" / useradd --create-home --uid 1000 person
    for folder in /first /alone "/home/person/my candor" /clang; do copy_sources "$bare$folder"; done
    chown -R 1000:1000 "$bare/home/person" "$bare/alone"

    row "$release: a user without sudo, nothing installed: says what to do" 1 \
        inside "$bare" /alone setpriv --reuid=1000 --regid=1000 --clear-groups packaging/run.sh
    grep -q "only root may install them" "$work/log" || {
        failed=1
        say "It did not say that only root may install packages:"
        cat "$work/log" >&2
    }
    row "$release: packaging/run.sh from nothing" 0 inside "$bare" /first packaging/run.sh
    [ -n "$(ls "$bare/first/build/screens" 2>/dev/null)" ] || { failed=1; say "It rendered no screen."; }
    inside "$bare" / apt-get install -q -y sudo >"$work/log" 2>&1
    echo 'person ALL=(ALL) NOPASSWD: ALL' >"$bare/etc/sudoers.d/person"
    # Something for sudo to install again.
    inside "$bare" / dpkg --remove --force-depends libmd4c-dev >"$work/log" 2>&1
    row "$release: a user with sudo, blanks in the path, umask 077, LANG=tr_TR.UTF-8, no HOME, no TZ" 0 \
        inside "$bare" "/home/person/my candor" setpriv --reuid=1000 --regid=1000 --clear-groups \
        env -u HOME -u TZ LANG=tr_TR.UTF-8 bash -c 'umask 077 && exec packaging/run.sh'
    inside "$bare" / apt-get install -q -y clang >"$work/log" 2>&1
    row "$release: clang, LC_ALL=C" 0 inside "$bare" /clang env CXX=clang++ LC_ALL=C packaging/run.sh
    row "$release: packaging/test.sh after run.sh" 0 inside "$bare" /first packaging/test.sh
    rm -rf --one-file-system "$bare"
    make_root "$release" "$bare"
    copy_sources "$bare/second"
    row "$release: packaging/test.sh from nothing" 0 inside "$bare" /second packaging/test.sh
    rm -rf --one-file-system "$bare"
}

case ${1:-} in
    "" | -h | --help) usage "it takes a release" ;;
    --long)
        printf '| on a bare Debian | time |\n|---|---|\n'
        long_on bookworm
        long_on trixie
        exit "$failed"
        ;;
    *) one "$@" ;;
esac
