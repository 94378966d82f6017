#!/usr/bin/env bash
# usage: packaging/machine_test.sh [PACKAGES]
#        packaging/machine_test.sh --build BUILD
# The kiosk on a machine of its own, emulated (QEMU): a Debian 12 with a kernel, on it the packages that
# build-deb.sh made (PACKAGES, build/debs), or what is built in BUILD (all programs, not configured as for
# packages). Boots to the first screen on the bare panel, without X; makes a visit by touches; kills the
# kiosk, and stops it so that it hangs; and tries to get out of it in more than 120 ways. Prints a line a
# step and a try, and figures; ends with 1 when something failed. Half an hour on two cores.
# CANDOR_MACHINE_KEEP=FOLDER   pictures and logs stay there, and the Debian, which the next run uses again
# CANDOR_MACHINE_KVM=yes         with this machine's own processor (/dev/kvm), which is faster
# CANDOR_MACHINE_STEPS=WORDS   of "visit frames unplug stick kill hang escapes" these alone
# CANDOR_MACHINE_WAY=N           of the ways out the N-th and those after it alone
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname "$0")/prepare.sh"
# shellcheck source-path=SCRIPTDIR source=roots.sh
. "$(dirname "$0")/roots.sh"

build=
packages=$root/build/debs
if [ "${1:-}" = --build ]; then
    build=$(cd "${2:-}" 2>/dev/null && pwd) || stop "there is no build in \"${2:-}\"" "Make one: cmake --preset release"
elif [ "$#" -gt 0 ]; then
    packages=$1
fi
if [ -z "$build" ] && ! packages=$(cd "$packages" 2>/dev/null && pwd); then
    stop "there are no packages" "Make them: packaging/build-deb.sh"
fi
install_missing machine
keep=${CANDOR_MACHINE_KEEP:-$work/keep}
mkdir -p "$keep"
bare=$keep/root
seen=$keep/seen
disk=$work/disk

# What a kiosk's machine has, and the other end of the test.
make_machine() {
    make_root bookworm "$bare"
    inside "$bare" / apt-get update -q >&2
    inside "$bare" / apt-get install -q -y --no-install-recommends \
        linux-image-amd64 systemd-sysv udev dbus kmod kbd procps python3-libevdev >&2
    touch "$bare/made"
}

install_packages() {
    inside "$bare" / apt-get update -q >&2
    rm -rf "$bare/debs"
    mkdir "$bare/debs"
    find "$packages" -name 'candor-*.deb' ! -name '*dbgsym*' -exec cp -t "$bare/debs" {} +
    inside "$bare" / env DEBIAN_FRONTEND=noninteractive \
        bash -c 'apt-get install -q -y --no-install-recommends --reinstall /debs/candor-*.deb' >&2
}

# The packages that hold the libraries of a build.
libraries_of() {
    find "$1/bin" -type f -name 'candor*' ! -name '*_tests' -exec ldd {} + | awk '$3 ~ /^\// { print $3 }' | sort -u |
        xargs -r realpath | sed 's,^/usr,,' | sort -u | sed 's,^,*,' | xargs -r dpkg -S | cut -d: -f1 | sort -u
}

install_build() {
    inside "$bare" / apt-get update -q >&2
    # shellcheck disable=SC2046 # one word a package
    inside "$bare" / apt-get install -q -y --no-install-recommends $(libraries_of "$build") $(packages_of run) >&2
    DESTDIR=$bare cmake --install "$build" >&2
    inside "$bare" / systemd-sysusers >&2
    inside "$bare" / systemctl enable candor-kiosk.service candor-courier.service >&2
}

put_other_end() {
    install -m 755 "$root/packaging/machine_guest.py" "$bare/usr/local/bin/machine-guest"
    printf '%s\n' '[Service]' 'ExecStart=/usr/local/bin/machine-guest' 'Restart=always' '[Install]' \
        'WantedBy=multi-user.target' >"$bare/etc/systemd/system/machine-guest.service"
    inside "$bare" / systemctl enable machine-guest.service >&2
    echo kiosk >"$bare/etc/hostname"
    echo '/dev/vda / ext4 defaults 0 1' >"$bare/etc/fstab"
}

# Every screen as this kiosk draws it, to know them again by.
render_screens() {
    rm -rf "$bare/tour" "$seen"
    inside "$bare" / candor-kiosk --screens /tour --size 1080x1920 --state /tmp/state >&2
    mv "$bare/tour" "$seen"
}

started=$SECONDS
if [ ! -e "$bare/made" ]; then make_machine; fi
if [ -n "$build" ]; then install_build; else install_packages; fi
put_other_end
render_screens
truncate -s 4G "$disk"
mke2fs -q -t ext4 -d "$bare" "$disk"
say "The machine was made in $((SECONDS - started)) s."
accelerated=()
if [ -n "${CANDOR_MACHINE_KVM:-}" ]; then accelerated=(--kvm); fi
# Debian's own, which has Debian's packages.
PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$root/packaging/machine_test.py" --disk "$disk" --kernel "$(echo "$bare"/boot/vmlinuz-*)" \
    "${accelerated[@]}" --initrd "$(echo "$bare"/boot/initrd.img-*)" --screens "$seen" --out "$keep/pictures" \
    --steps "${CANDOR_MACHINE_STEPS:-visit frames unplug stick kill hang escapes}" --first-way "${CANDOR_MACHINE_WAY:-1}"
