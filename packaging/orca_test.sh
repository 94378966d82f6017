#!/usr/bin/env bash
# usage: packaging/orca_test.sh
# The desk with Orca itself, the screen reader of GNOME, on a bus and a display of their own: walks to a
# request by keys alone, opens it, writes a note and saves it, and holds what Orca says against what must be
# said. Prints every step with Orca's words; ends with 1 when something is not said. A minute, once Orca is
# installed; the tests hold the same tree against AT-SPI itself (program_test.cpp).
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname "$0")/prepare.sh"

if [ -z "${CANDOR_ON_BUS:-}" ]; then
    command -v orca xdotool dbus-run-session >/dev/null || install_missing orca
    if [ ! -x "$root/build/bin/fill_inbox" ]; then
        install_missing build run test
        configure dev build
        build build
    fi
    exec env CANDOR_ON_BUS=yes dbus-run-session -- "$0"
fi

work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; wait; rm -rf "$work"' EXIT
export HOME=$work/home XDG_RUNTIME_DIR=$work/run LANG=C.UTF-8 LC_ALL=C.UTF-8
unset WAYLAND_DISPLAY
mkdir -m 700 "$HOME" "$XDG_RUNTIME_DIR"

# spoken: what Orca has said so far, a line each, as its voice was given it.
spoken() { cat "$work/spoken"; }

# hears WORDS [SECONDS]: until Orca has said them since it was last listened to.
heard=0
hears() {
    local line until=$((SECONDS + ${2:-30}))
    while [ "$SECONDS" -lt "$until" ]; do
        line=$(spoken | tail -n +$((heard + 1)) | grep -a -n -m 1 -F -- "$1" | cut -d: -f1 || true)
        if [ -n "$line" ]; then
            heard=$((heard + line))
            printf 'said: %s\n' "$(spoken | sed -n "${heard}p")"
            return 0
        fi
        sleep 0.1
    done
    return 1
}
must_hear() { hears "$@" || stop "Orca did not say \"$1\"" "It said last: $(spoken | tail -n 3 | paste -sd'|')"; }

# walks_to WORDS: by the Tab key, as far as it goes.
walks_to() {
    local steps
    for ((steps = 0; steps < 30; ++steps)); do
        xdotool key Tab
        if hears "$1" 2; then return 0; fi
    done
    stop "the Tab key does not lead to \"$1\"" "Orca said last: $(spoken | tail -n 3 | paste -sd'|')"
}

# A voice that writes: this machine may have no sound device.
voice=$HOME/.config/speech-dispatcher
mkdir -p "$voice/modules"
printf '%s\n' 'AudioOutputMethod "alsa"' 'AddModule "written" "sd_generic" "written.conf"' \
    'DefaultModule written' >"$voice/speechd.conf"
printf '%s\n' 'pcm.!default { type null }' 'ctl.!default { type null }' >"$HOME/.asoundrc"
printf '%s\n' "GenericExecuteSynth \"printf '%s\\\\n' '\$DATA' >>$work/spoken\"" 'GenericLanguage "en" "en" "utf-8"' \
    'AddVoice "en" "MALE1" "written"' >"$voice/modules/written.conf"
: >"$work/spoken"

exec {display_of}<> <(:)
Xvfb -displayfd "$display_of" -screen 0 1366x768x24 >/dev/null 2>&1 &
read -r -t 20 display <&"$display_of" || stop "there is no display" "Xvfb did not start."
export DISPLAY=:$display
/usr/libexec/at-spi-bus-launcher --launch-immediately >/dev/null 2>&1 &
gdbus wait --session --timeout 20 org.a11y.Bus || stop "there is no bus for screen readers" "Is at-spi2-core whole?"
for each in IsEnabled ScreenReaderEnabled; do
    gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus \
        --method org.freedesktop.DBus.Properties.Set org.a11y.Status "$each" '<true>' >/dev/null
done
orca --replace >/dev/null 2>&1 &
must_hear "Screen reader on" 60

mkdir "$work/state"
"$root/build/bin/candor" keys create --no-passphrase --clinic "$work/clinic.key" >/dev/null
"$root/build/bin/fill_inbox" "$work/state" "$work/clinic.key.pub" 5 >/dev/null
"$root/build/bin/candor-desk" --state "$work/state" --key "$work/clinic.key" --name Orca >"$work/desk" 2>&1 &
must_hear "Candor desk frame" 60
window=$(xdotool search --sync --onlyvisible --name 'Candor desk' | head -n 1)
xdotool windowfocus --sync "$window"

walks_to "New page tab"
walks_to "Name, phone or reference entry"
walks_to "See a doctor first"
xdotool key Down
xdotool key Down
must_hear "Elif"
must_hear "2 h, 1 try without an answer"
xdotool key Return
must_hear "Mark as called push button"
walks_to "Note entry"
xdotool type --delay 200 "ok"
walks_to "Save the note push button"
xdotool key Return
must_hear "The note is saved"
say "Orca reads the desk."
