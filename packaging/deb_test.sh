#!/usr/bin/env bash
# usage: packaging/deb_test.sh RELEASE [PACKAGES]
# Tries the packages of a release (bookworm, trixie; made by build-deb.sh into PACKAGES, build/debs) in the
# smallest Debian of it, as an installer would: install, upgrade, look, set up, remove, purge. Prints a line
# a step; ends with 1 at the first that fails.
# CANDOR_BEFORE=FOLDER   packages of an earlier version to upgrade from (build-deb.sh --of COMMIT FOLDER);
#                        without them these ones are taken with a lower version
# shellcheck disable=SC2016 # others expand what stands in single quotes
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname "$0")/prepare.sh"
# shellcheck source-path=SCRIPTDIR source=roots.sh
. "$(dirname "$0")/roots.sh"

release=$(release_named "${1:-}") || exit 1
packages=$(cd "${2:-$root/build/debs}" 2>/dev/null && pwd) ||
    stop "there are no packages" "Make them: packaging/build-deb.sh"
bare=$work/root
state=$bare/var/lib/candor
log=$work/log

in_root() { inside "$bare" / env DEBIAN_FRONTEND=noninteractive "$@"; }
# as_candor COMMAND…: as the kiosk's user.
as_candor() { in_root setpriv --reuid=candor --regid=candor --clear-groups --inh-caps=-all "$@"; }

# step WORDS COMMAND…: the command must end well.
step() {
    local words=$1 started=$SECONDS
    shift
    "$@" >"$log" 2>&1 || {
        tail -n 40 "$log" >&2
        stop "$release: FAILED: $words" "Its words are above."
    }
    printf '%s: %s (%s s)\n' "$release" "$words" "$((SECONDS - started))"
}

# lowered FOLDER OUT: the same packages as the version before.
lowered() {
    local each unpacked=$work/unpacked
    mkdir -p "$2"
    for each in "$1"/candor-*.deb; do
        case $each in *dbgsym*) continue ;; esac
        rm -rf "$unpacked"
        dpkg-deb --raw-extract "$each" "$unpacked"
        sed -i -E 's/^Version: .*/Version: 0.1.0~before/; s/(candor-[a-z]+) \(= [^)]*\)/\1 (= 0.1.0~before)/g' \
            "$unpacked/DEBIAN/control"
        dpkg-deb --root-owner-group -Znone --build "$unpacked" "$2" >/dev/null
    done
}

# As apt does, but that maintainers' scripts find what stands for systemctl.
apt_in_root() { in_root apt-get -q -y -o DPkg::Path=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@"; }
install_all() {
    # shellcheck disable=SC2046 # one word a package
    apt_in_root install --no-install-recommends $(cd "$bare" && printf '/%s ' "${1#/}"/candor-*.deb)
}

programs_tell_version() {
    local version each commit='[0-9a-f]\{12\}'
    version=$(in_root dpkg-query -W -f '${Version}' candor-kiosk)
    if [ -z "$(commit_of_sources)" ]; then commit=unknown; fi  # no clone, as when they were built
    for each in candor-kiosk candor-courier candor-desk candor /usr/libexec/candor/candor-decode; do
        in_root "$each" --version | tee -a "$log" | grep -q "${version%+*} (commit $commit, Release)" || {
            echo "$each does not say what it is"
            return 1
        }
    done
}

user_and_folder_are_there() {
    in_root getent passwd candor | grep -q ':/var/lib/candor:/usr/sbin/nologin$' &&
        [ "$(in_root stat -c '%U %a' /var/lib/candor)" = "candor 700" ]
}

services_are_enabled() {
    local each
    for each in graphical.target.wants/candor-kiosk.service multi-user.target.wants/candor-courier.service; do
        [ -L "$bare/etc/systemd/system/$each" ] || { echo "not enabled: $each"; return 1; }
    done
    in_root systemd-analyze verify --man=no candor-kiosk.service candor-courier.service candor-display.service 2>&1 |
        grep candor | grep -v xorg/Xorg && return 1
    in_root systemd-analyze security --offline=true --no-pager --threshold=14 candor-kiosk.service &&
        in_root systemd-analyze security --offline=true --no-pager --threshold=24 candor-courier.service
}

# Every option and sub-command of every --help stands in the man page.
manuals_are_in_step() {
    local each word
    for each in candor-kiosk candor-courier candor-desk candor; do
        in_root zcat "/usr/share/man/man1/$each.1.gz" | sed 's/\\-/-/g' >"$work/page"
        { in_root "$each" --help; if [ "$each" = candor ]; then helps_of_verbs; fi; } |
            grep -oE -- '^ +(--?[a-z][a-z-]*(,--[a-z-]+)?|[a-z][a-z-]+)' | tr -d ' ' | sort -u >"$work/words"
        [ -s "$work/words" ] || { echo "$each --help names nothing"; return 1; }
        while read -r word; do
            grep -qF -- "$word" "$work/page" || { echo "$each.1 lacks $word"; return 1; }
        done <"$work/words"
    done
}
helps_of_verbs() {
    local verb
    for verb in keys inbox pack language setup staff-code screening stats doctor; do in_root candor "$verb" --help; done
}

programs_work() {
    in_root candor pack check /usr/share/candor/content/prp &&
        as_candor candor-kiosk --screens /tmp/tour --size 540x960 --state /tmp/state
}

# What the kiosk loads and starts, by the names in its sources.
kiosk_has_its_helpers() {
    local library program
    library=$(sed -n 's/.* kLibrary = "\(.*\)";/\1/p' "$root/app/speech/espeak_voice.cpp")
    in_root ldconfig -p | grep -F "${library:?}" || { echo "no $library"; return 1; }
    in_root test -d "$(in_root bash -c 'echo /usr/lib/*/espeak-ng-data')" || { echo "no voices"; return 1; }
    for program in lp lpstat cancel; do
        grep -rF "\"$program\"" "$root/app/printing" || { echo "$program is not started any more"; return 1; }
        in_root bash -c "command -v $program" || { echo "no $program"; return 1; }
    done
}

# The first answers make a kiosk with a key and a delivery, the second change one thing.
set_up_by_answers() {
    local first
    in_root bash -c '
        set -e
        rm -f /root/clinic.key*
        candor keys create --clinic /root/clinic.key --no-passphrase
        printf "%s\n" "clinic.name: Klinik Nord" "clinic.phone: \"+49 431 123456\"" "display.rotate: 90" \
            "display.languages: [de, en]" "display.language: de" "clinic_key: /root/clinic.key.pub" \
            "delivery.database: postgresql://kiosk.north.hall@db.example.org/candor" \
            "delivery.clinic: north" "delivery.kiosk: hall" >/root/answers
        candor setup --answers /root/answers
        printf "234567\n" >/root/code && candor staff-code --state /var/lib/candor --code-file /root/code' || return 1
    [ "$(in_root stat -c '%U %a' /var/lib/candor/kiosk.yaml)" = "candor 600" ] || { echo "kiosk.yaml is readable for others"; return 1; }
    first=$(cat "$state/kiosk.yaml")
    in_root bash -c 'echo "clinic.phone: \"+49 431 654321\"" >/root/again && candor setup --answers /root/again' || return 1
    [ "$(diff <(echo "$first") "$state/kiosk.yaml" | grep -c '^[<>]')" = 2 ] ||
        { echo "more than a line changed:"; diff <(echo "$first") "$state/kiosk.yaml"; return 1; }
    # Delivery has no courier here, which is what doctor must say.
    in_root candor doctor --state /var/lib/candor --content /usr/share/candor/content | tee "$work/doctor"
    grep -q 'courier' "$work/doctor"
}

mistakes_are_named() {
    local said
    said=$(in_root bash -c 'echo "clinik.name: x" >/root/wrong; candor setup --answers /root/wrong 2>&1') && return 1
    echo "$said"
    grep -q 'wrong:1: .*Did you mean “clinic.name”' <<<"$said"
}

# What a kiosk of the version before has: requests of an older layout still, and a kiosk.yaml by hand.
state_of_before() {
    local older=$root/tests/consult/store/older_requests
    cp "$older/consult.db" "$bare/tmp.db"
    cp "$older"/clinic.key* "$bare/opt/"
    chmod 644 "$bare/tmp.db" "$bare"/opt/clinic.key*
    as_candor bash -c '
        umask 077 && cp /tmp.db /var/lib/candor/consult.db &&
        printf "clinic:\n  name: Klinik Nord\n  phone: \"+49 431 123\"\ndisplay:\n  language: de\n" >/var/lib/candor/kiosk.yaml'
    requests >"$work/requests"
    cp "$state/kiosk.yaml" "$work/kiosk.yaml"
    [ -s "$work/requests" ]
}
# Opened with the clinic's key, as a clinic would.
requests() {
    as_candor candor inbox list --state /var/lib/candor &&
        as_candor candor inbox show 959-NCD-4 --state /var/lib/candor --key /opt/clinic.key | grep '^Name '
}
requests_are_there() { requests | diff "$work/requests" -; }
nothing_but_requests() {
    local left
    left=$(find "$state" -mindepth 1 ! -name 'consult.db*')
    if [ -n "$left" ] || [ ! -s "$state/consult.db" ]; then
        echo "left: $left"
        return 1
    fi
}
all_as_before_upgrade() { requests_are_there && cmp "$state/kiosk.yaml" "$work/kiosk.yaml"; }
files_as_before() { [ -s "$state/consult.db" ] && cmp "$state/kiosk.yaml" "$work/kiosk.yaml"; }

# No systemd runs here. What packages would tell it is written down.
write_down_what_systemd_is_told() {
    mkdir -p "$bare/run/systemd/system"
    printf '#!/bin/sh\necho "$*" >>/told\ncase "$*" in *is-active*) exit 0 ;; *is-enabled*) echo enabled ;; esac\n' \
        >"$bare/usr/local/bin/systemctl"
    chmod 755 "$bare/usr/local/bin/systemctl"
}
# was_told ACTION UNIT: since the file was taken away.
was_told() { grep -qE -- "$1 .*$2" "$bare/told" || { echo "systemd was not told to $1 $2, but:"; cat "$bare/told"; return 1; }; }
running_ones_start_again() { was_told try-restart candor-kiosk.service && was_told try-restart candor-courier.service; }
running_ones_stop() { was_told stop candor-kiosk.service && was_told stop candor-courier.service; }
nothing_starts() { ! grep -E '(^| )(start|restart) .*candor' "$bare/told"; }

of_this_version() {
    [ "$(in_root dpkg-query -W -f '${Version}' candor-kiosk)" = "$(dpkg-deb -f "$packages"/candor-kiosk_*.deb Version)" ]
}
# none_in FOLDER…: nothing there has our name.
none_in() {
    local left folder
    left=$(for folder in "$@"; do find "$bare/$folder" -name '*candor*' 2>/dev/null || true; done)
    [ -z "$left" ] || { echo "left: $left"; return 1; }
}
no_programs() { none_in usr/bin usr/share/candor usr/libexec usr/lib/systemd usr/lib/udev usr/lib/tmpfiles.d usr/share/man; }
names() { in_root dpkg-query -W -f '${Package}\n' 'candor-*' 2>/dev/null | sort -u | tr '\n' ' '; }
take_off() {
    # shellcheck disable=SC2046 # one word a package
    apt_in_root "$1" $(names)
}
erased() { [ ! -e "$state" ] && no_programs && none_in etc var/lib/systemd; }

before=${CANDOR_BEFORE:-$work/before}
step "a bare root" make_root "$release" "$bare"
if [ -z "${CANDOR_BEFORE:-}" ]; then step "the version before, made of this one" lowered "$packages" "$before"; fi
step "its package lists" in_root apt-get update -q
mkdir -p "$bare/debs/before" "$bare/debs/now"
find "$before" -name 'candor-*.deb' ! -name '*dbgsym*' -exec cp -t "$bare/debs/before" {} +
find "$packages" -name 'candor-*.deb' ! -name '*dbgsym*' -exec cp -t "$bare/debs/now" {} +
step "install the version before, $(dpkg-deb -f "$before"/candor-kiosk_*.deb Version)" install_all /debs/before
step "nothing makes believe that systemd runs" test ! -e "$bare/run/systemd/system"
step "a user and a folder of its own" user_and_folder_are_there
step "requests and a kiosk.yaml of that version" state_of_before
write_down_what_systemd_is_told
step "upgrade" install_all /debs/now
step "it is this version, $(dpkg-deb -f "$packages"/candor-kiosk_*.deb Version)" of_this_version
step "what runs is started again" running_ones_start_again
step "nothing else is started" nothing_starts
step "requests and kiosk.yaml are as they were" all_as_before_upgrade
step "services are enabled, sound and closed" services_are_enabled
step "every program tells version, commit and build" programs_tell_version
step "what the kiosk loads and starts is there" kiosk_has_its_helpers
step "man pages are in step with --help" manuals_are_in_step
step "a pack is checked, every screen is drawn" programs_work
step "candor setup by a file of answers, twice" set_up_by_answers
step "a mistake is named with its line and the nearest right key" mistakes_are_named
cp "$state/kiosk.yaml" "$work/kiosk.yaml"
rm "$bare/told"
step "remove" take_off remove
step "what runs is stopped" running_ones_stop
step "nothing of the programs is left" no_programs
step "requests and kiosk.yaml are as they were" files_as_before
step "install again" install_all /debs/now
step "purge" take_off purge
step "requests stay, and nothing else" nothing_but_requests
step "install again" install_all /debs/now
step "they can be read" requests_are_there
step "candor setup of a new kiosk" set_up_by_answers
as_candor touch /var/lib/candor/erase-requests-when-purged
step "purge, as asked with the requests" take_off purge
step "nothing is left" erased
say "$release: the packages install, upgrade, remove and purge as they should."
