#!/usr/bin/env bash
# usage: packaging/man_page.sh PROGRAM PAGE
# Writes the man page of a program out of its --help, and of every sub-command's.
set -euo pipefail
program=$1 page=$2
name=$(basename "$program")
# shellcheck disable=SC2016 # awk's own
to_roff='
    function text(s) { gsub(/\\/, "\\e", s); gsub(/-/, "\\-", s); return s }
    function line(s) { return s ~ /^[.\x27]/ ? "\\&" s : s }
    /^Usage:/ { sub(/^Usage: */, ""); print heading("SYNOPSIS"); print "\\fB" text($0) "\\fR"; next }
    /^[A-Z][A-Za-z ]*:$/ || /^\[Option Group/ {
        sub(/:$/, ""); gsub(/^\[Option Group: |\]$/, "")
        print heading(toupper($0)); next
    }
    NR == 1 { print heading("DESCRIPTION"); print line(text($0)); next }
    /^ *$/ { next }
    # An option, or a sub-command: two blanks or more divide it from its words.
    match($0, /^ +[^ ].*[^ ]  +/) && !/^          / {
        rest = substr($0, RLENGTH + 1); term = substr($0, 1, RLENGTH)
        gsub(/^ +| +$/, "", term)
        print ".TP\n\\fB" text(term) "\\fR"; print line(text(rest)); next
    }
    /^ ? ? ? ?-|^  [a-z]/ { gsub(/^ +| +$/, ""); print ".TP\n\\fB" text($0) "\\fR"; next }
    { sub(/^ +/, ""); gsub(/^\[| *\] *$/, ""); sub(/:$/, ""); if ($0 != "Options") print line(text($0)) }
'
# The program's own help as sections; a sub-command is one section, its parts are sub-sections.
whole() {
    # shellcheck disable=SC2016
    "$program" --help | sed 1d | awk 'function heading(s) { return ".SH " s }'"$to_roff"
}
part() {
    printf '.SH "%s"\n' "$(tr '[:lower:]' '[:upper:]' <<<"$name $*")"
    # shellcheck disable=SC2016
    "$program" "$@" --help | awk 'function heading(s) { return s == "DESCRIPTION" || s == "SYNOPSIS" ? ".PP" : ".SS " s }'"$to_roff"
}
verbs_of() {
    "$program" "$@" --help | awk '/^[A-Z].*:$/ { inside = tolower($0) == "subcommands:"; next } inside && /^  [a-z]/ { print $1 }'
}
parts() {
    local verb
    for verb in $(verbs_of "$@"); do
        part "$@" "$verb"
        parts "$@" "$verb"
    done
}
{
    about=$("$program" --help | sed -n '1{s/^Candor: //;p}')
    printf '.TH %s 1 "" "%s"\n' "$(tr '[:lower:]' '[:upper:]' <<<"$name")" "$("$program" --version | cut -d' ' -f1,2)"
    printf '.SH NAME\n%s \\- %s\n' "$name" "${about//-/\\-}"
    whole
    parts
} >"$page.new"
mv "$page.new" "$page"
