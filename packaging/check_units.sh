#!/usr/bin/env bash
# usage: packaging/check_units.sh
# How far are the kiosk's and the courier's units closed? Prints what systemd-analyze says of each; ends
# with 1 when the kiosk's exposure is 1.5 or more, the courier's 2.5 or more, or a unit has a mistake.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname "$0")/prepare.sh"

command -v systemd-analyze >/dev/null || install_missing units
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for unit in "$root"/packaging/service/*.{service,path}; do
    sed 's,@CANDOR_BIN@,/bin,; s,@CANDOR_SHARE@,/usr/share/candor,' "$unit" >"$work/$(basename "$unit")"
done
faults=0

# closed UNIT MOST: the exposure, in tenths, must be below MOST.
closed() {
    systemd-analyze security --offline=true --no-pager --threshold="$(($2 - 1))" "$work/$1" ||
        { say "$1: the exposure is not below $(($2 / 10)).$(($2 % 10))"; faults=1; }
}
closed candor-kiosk.service 15
closed candor-courier.service 25
# In an X server of its own, too.
mkdir "$work/candor-kiosk.service.d"
sed 's,@CANDOR_BIN@,/bin,' "$root/packaging/service/x.conf" >"$work/candor-kiosk.service.d/x.conf"
# What it does not know, it would only warn of at the start. (The programs are not installed here.)
unknown=$(systemd-analyze verify --man=no "$work"/*.{service,path} 2>&1 | grep -E 'Unknown|Failed to parse|Invalid' || true)
if [ -n "$unknown" ]; then
    say "$unknown"
    faults=1
fi
[ "$faults" = 0 ] || stop "a unit is not as it should be" "See packaging/service/."
