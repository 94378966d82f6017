#!/usr/bin/env bash
# What bare.sh and deb_test.sh share: a root folder with the smallest Debian, and commands in it. To be
# sourced after prepare.sh, by root; sets `work`, a folder that goes when the script ends.
set -euo pipefail

[ "$(id -u)" = 0 ] || stop "only root can make another root folder" "Run it as root, or with sudo."
for tool in mmdebstrap unshare; do
    command -v "$tool" >/dev/null || install_missing bare
done

work=$(mktemp -d "${TMPDIR:-/tmp}/candor-bare.XXXXXX")
chmod 755 "$work"
running=
trap 'kill "$running" 2>/dev/null || true; rm -rf --one-file-system "$work"' EXIT
trap 'exit 1' INT TERM

# Where this machine's own packages come from.
mirror() {
    # shellcheck disable=SC2016 # apt expands it
    apt-get indextargets --format '$(SITE) $(REPO_URI)' 2>/dev/null |
        awk '$2 ~ /\/debian\/?$/ { print $2; exit }'
}

# make_root RELEASE FOLDER: the smallest Debian.
make_root() {
    local source
    source=$(mirror)
    # Nobody mourns a bare root after a power cut: dpkg need not wait for the disk.
    mmdebstrap --quiet --variant=minbase --components=main --dpkgopt=force-unsafe-io \
        "$1" "$2" ${source:+"$source"} >&2 ||
        stop "no bare $1 could be made; mmdebstrap says above why" "See to the network and the disk (1 GiB)."
    chmod 755 "$2"  # other users live there too
    cp -L /etc/resolv.conf /etc/hosts "$2/etc/"
}

# inside ROOT FOLDER COMMAND…: with processes, devices and an environment of its own, in which there is no
# clone that could be asked which commit is built.
inside() {
    # shellcheck disable=SC2016 # expanded inside
    unshare --mount --pid --fork --kill-child bash -c '
        mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" && mount -t sysfs -o ro sys "$1/sys" &&
        mount -t tmpfs tmpfs "$1/tmp" && shift && exec "$@"' \
        inside "$1" chroot "$1" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        HOME=/root CANDOR_COMMIT="$(commit_of_sources)" SOURCE_DATE_EPOCH="$(time_of_sources)" bash -c 'cd "$1" && shift && exec "$@"' inside "$2" "${@:3}" &
    # In the background, so that a signal ends both at once.
    running=$!
    wait "$running"
}

release_named() {
    case $1 in
        12 | bookworm) echo bookworm ;;
        13 | trixie) echo trixie ;;
        *) stop "there is no release \"$1\" here" "Say bookworm or trixie." ;;
    esac
}
