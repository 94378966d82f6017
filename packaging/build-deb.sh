#!/usr/bin/env bash
# usage: packaging/build-deb.sh [--twice | --of COMMIT] [FOLDER]
# Makes the Debian packages of this release of Debian: candor-kiosk, candor-courier, candor-desk,
# candor-tools, candor-content, and their debug symbols apart; into FOLDER (build/debs). Installs what is
# missing for that. Ends with 1 when lintian finds an error or a warning.
# --twice: builds again elsewhere, at another time, in another time zone and language, without a compiler
# cache, and compares every byte.
# --of COMMIT: of the sources of an earlier commit (a clone must have it), to upgrade from
# (CANDOR_BEFORE of deb_test.sh); how they are packaged is taken from here where they do not say.
# For another release: CANDOR_BARE_KEEP=OUT packaging/bare.sh trixie packaging/build-deb.sh
# CANDOR_COMMIT, SOURCE_DATE_EPOCH   of the sources, where they are no clone
# DEBFULLNAME, DEBEMAIL              who stands in the packages as their maintainer
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname "$0")/prepare.sh"

twice=no earlier=
case ${1:-} in
    --twice)
        twice=yes
        shift
        ;;
    --of)
        earlier=$(git -C "$root" rev-parse --verify --short=12 "${2:-}^{commit}") ||
            stop "there is no commit \"${2:-}\" here" "Name one of this clone: packaging/build-deb.sh --of COMMIT FOLDER"
        CANDOR_COMMIT=$earlier
        SOURCE_DATE_EPOCH=$(git -C "$root" log -1 --format=%ct "$earlier")
        shift 2
        ;;
esac
folder=${1:-$root/build/debs}
maintainer="${DEBFULLNAME:-The Candor authors} <${DEBEMAIL:-candor@example.org}>"

# The version stands in CMakeLists.txt alone. Its end says for which Debian, so that an upgrade of Debian
# upgrades Candor, too.
cmake_lists() {
    if [ -n "$earlier" ]; then git -C "$root" show "$earlier:CMakeLists.txt"; else cat "$root/CMakeLists.txt"; fi
}
version_of_sources() { cmake_lists | sed -n 's/^project(candor VERSION \([0-9.]*\) .*/\1/p'; }
version_of_packages() {
    # shellcheck source=/dev/null
    (. /etc/os-release && echo "$(version_of_sources)+${ID:0:3}${VERSION_ID:-0}")
}
day_of_version() { sed -n "s/^## $(version_of_sources) (\(.*\))$/\1/p" "$root/CHANGELOG.md"; }

CANDOR_COMMIT=$(commit_of_sources)
SOURCE_DATE_EPOCH=$(time_of_sources)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(date -u -d "$(day_of_version)" +%s)}
export CANDOR_COMMIT SOURCE_DATE_EPOCH

# of_section NAME: its packages as a control file lists them.
of_section() { packages_of "$1" | paste -sd, | sed 's/,/, /g'; }

# sources_into FOLDER: those that are packaged.
sources_into() {
    if [ -z "$earlier" ]; then
        copy_sources "$1"
        return
    fi
    mkdir -p "$1"
    git -C "$root" archive "$earlier" | tar --extract --directory "$1"
    local each
    for each in debian desktop service install.cmake man_page.sh; do
        cp -rn "$root/packaging/$each" "$1/packaging/"
    done
    mkdir -p "$1/assets/new-kiosk"
    grep -q 'packaging/install.cmake' "$1/CMakeLists.txt" ||
        printf 'include(packaging/install.cmake)\n' >>"$1/CMakeLists.txt"
}

# put_debian FOLDER: packaging/debian, filled in, where Debian's tools look for it.
put_debian() {
    cp -r "$root/packaging/debian" "$1/debian"
    sed -i "s/@MAINTAINER@/$maintainer/; s/@BUILD_DEPENDS@/$(of_section build)/
        s/@RUN_ALL@/$(of_section run-all)/; s/@RUN_KIOSK@/$(of_section run-kiosk)/
        s/@RUN_NETWORK@/$(of_section run-network)/" "$1/debian/control"
    printf 'candor (%s) unstable; urgency=medium\n\n  * %s\n\n -- %s  %s\n' "$(version_of_packages)" \
        "What is new stands in changelog.gz of each package." "$maintainer" \
        "$(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")" >"$1/debian/changelog"
}

# build_in FOLDER OUT: the packages of a copy of the sources there.
build_in() {
    sources_into "$1/candor"
    put_debian "$1/candor"
    (cd "$1/candor" && dpkg-buildpackage --build=binary --no-sign -j"$(nproc)" >"$1/log" 2>&1) || {
        tail -n 60 "$1/log" >&2
        stop "the packages could not be built; the end of the log is above" "The first error in it is the one to mend."
    }
    mkdir -p "$2"
    find "$1" -maxdepth 1 -type f -name 'candor*' -exec mv -t "$2" {} +
}

same() {
    local each other status=0
    for each in "$1"/*.deb; do
        other=$2/$(basename "$each")
        if cmp -s "$each" "$other"; then continue; fi
        status=1
        say "$(basename "$each") is not the same twice:"
        diffoscope "$each" "$other" 2>/dev/null | head -n 60 >&2 || true
    done
    return "$status"
}

install_missing build run deb
work=$(mktemp -d "${TMPDIR:-/tmp}/candor-deb.XXXXXX")
trap 'rm -rf "$work"' EXIT
# In one place each time, so that a compiler cache knows it again.
first=$root/build/deb
rm -rf "$first"
mkdir -p "$first"
if command -v ccache >/dev/null; then
    # Debian's helpers have a home of their own, which goes.
    CCACHE_DIR=$(ccache --get-config cache_dir)
    export CCACHE_DIR CMAKE_CXX_COMPILER_LAUNCHER=ccache
fi
build_in "$first" "$work/out"
if [ "$twice" = yes ]; then
    mkdir -p "$work/elsewhere/second"
    (
        unset CMAKE_CXX_COMPILER_LAUNCHER
        export TZ=Asia/Kolkata LC_ALL=C.UTF-8
        umask 027
        build_in "$work/elsewhere/second" "$work/again"
    )
    same "$work/out" "$work/again" || stop "the packages differ from build to build" "What differs is above."
    say "Built twice, the same bytes."
fi
# How the desk is named in menus and in software centres.
named_well() {
    desktop-file-validate "$root/packaging/desktop/candor-desk.desktop" &&
        appstreamcli validate --no-net "$root/packaging/desktop/local.candor.desk.metainfo.xml" >&2
}
named_well || stop "the desk's entry in menus has a mistake" "See packaging/desktop/."
if [ -z "$earlier" ]; then
    lintian --fail-on error,warning --display-info "$work"/out/*.changes >&2 ||
        stop "lintian finds something to mend" "Its words are above; lintian-explain-tags TAG says more."
fi
rm -rf "$first"
rm -rf "$folder"
mkdir -p "$folder"
cp "$work"/out/* "$folder/"
say "Packages of Candor $(version_of_packages) (commit ${CANDOR_COMMIT:-unknown}):"
ls "$folder"/*.deb
