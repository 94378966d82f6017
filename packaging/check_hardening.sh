#!/usr/bin/env bash
# usage: packaging/check_hardening.sh [--developer] [BUILD_FOLDER]
# Are the programs of a release build (build-release/) compiled and linked so that a fault in them
# is hard to make use of? Names what is missing; exit 1 if anything is. --developer: of a build that
# may have --observe.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname "$0")/prepare.sh"

developer=no
if [ "${1:-}" = --developer ]; then
    developer=yes
    shift
fi
folder=${1:-$root/build-release}
programs=(candor-kiosk candor-courier candor-decode candor-desk candor)
faults=0

# needs PROGRAM WHAT PATTERN TEXT: the pattern (extended) must be in the text.
needs() {
    grep -qE -- "$3" <<<"$4" && return
    say "$1: no $2"
    faults=1
}

# Not every ELF file tells how its sources were compiled: the commands do. One a line.
commands=$folder/compile_commands.json
[ -f "$commands" ] || stop "there is no build in $folder" \
    "Make one: cmake --preset release && cmake --build --preset release"
options=(-fstack-protector-strong -fstack-clash-protection -D_FORTIFY_SOURCE=3 -D_GLIBCXX_ASSERTIONS)
if [ "$(uname -m)" = x86_64 ]; then options+=(-fcf-protection); fi
for option in "${options[@]}"; do
    without=$(grep '"command":' "$commands" | grep -cvE -- " $option( |\")" || true)
    if [ "$without" != 0 ]; then
        say "$without sources are compiled without $option"
        faults=1
    fi
done

for program in "${programs[@]}"; do
    file=$folder/bin/$program
    [ -f "$file" ] || stop "there is no $file" "Build it: cmake --build $folder"
    header=$(readelf -hW "$file")
    segments=$(readelf -lW "$file")
    dynamic=$(readelf -dW "$file")
    symbols=$(readelf --dyn-syms -W "$file")
    needs "$program" "position independence (PIE)" 'Type: +DYN' "$header"
    needs "$program" "read-only relocations (RELRO)" 'GNU_RELRO' "$segments"
    needs "$program" "binding at the start (BIND_NOW)" 'FLAGS_1.*NOW' "$dynamic"
    needs "$program" "stack without code" 'GNU_STACK .* RW +0x' "$segments"
    needs "$program" "stack protector" '__stack_chk_fail' "$symbols"
    if [ "$developer" = no ] && grep -q 'append the accessible tree' "$file"; then
        say "$program: it has --observe, of developers' builds (CANDOR_TESTING)"
        faults=1
    fi
done
[ "$faults" = 0 ] || stop "the programs in $folder are not hardened" "Use the preset: cmake --preset release"
say "The programs in $folder are hardened."
