#!/usr/bin/env bash
# usage: packaging/bench_packs.sh [MEBIBYTES] [PAGES]       (default 500 and 2000)
# What check, build, sign, verify and install of a large pack cost, beside b2sum + cp of the same
# bytes on the same disk. Everything is in the page cache; the median of CANDOR_RUNS (3) each.
# CANDOR_BENCH_FOLDER   where the pack is made (default: a folder in /var/tmp, removed at the end)
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname "$0")/prepare.sh"

mebibytes=${1:-500}
pages=${2:-2000}
runs=${CANDOR_RUNS:-3}
candor=${CANDOR_BUILD:-$root/build-release}/bin/candor
if [ ! -x "$candor" ]; then
    install_missing build run
    configure release build-release
    build build-release candor_ctl_main
    candor=$root/build-release/bin/candor
fi
work=${CANDOR_BENCH_FOLDER:-$(mktemp -d "/var/tmp/candor-bench-$$-XXXXXX")}
if [ -z "${CANDOR_BENCH_FOLDER:-}" ]; then trap 'rm -rf "$work"' EXIT; fi

# Pictures of about a mebibyte: a PNG's head, so that its size can be read, and noise behind it.
make_pack() {
    local pack=$work/large text=$((mebibytes * 1024 * 1024 / (mebibytes > 1 ? mebibytes - 1 : 1)))
    mkdir -p "$pack/en" "$pack/images"
    python3 - "$pack" "$mebibytes" "$pages" "$text" <<'PYTHON'
import os, random, struct, sys, zlib
pack, count, pages, size = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
noise = random.Random(1)
def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
head = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1200, 800, 8, 2, 0, 0, 0))
for i in range(count - 1):
    with open(f"{pack}/images/p{i}.png", "wb") as file:
        file.write(head + chunk(b"IDAT", noise.randbytes(size - len(head) - 24)) + chunk(b"IEND", b""))
words = "This is what we know. It is not much yet. Ask your doctor what it means for you. "
for i in range(pages):
    with open(f"{pack}/en/p{i:04}.md", "w") as file:
        file.write(f"---\ntitle: Page {i}\n---\n{words * 6}\n\n"
                   f"![A plain picture](images/p{i % (count - 1)}.png \"A plain picture\")\n")
with open(f"{pack}/pack.yaml", "w") as file:
    file.write("id: large\nversion: 1\norder: 1\nlanguages: [en]\ntitle: {en: \"Large\"}\n"
               "summary: {en: \"A large pack\"}\ncover: images/p0.png\ncover_alt: {en: \"Plain\"}\n"
               "tint: sky\npublished: 2026-11-22\nupdates: {en: \"Never.\"}\nfunding: {en: \"No one.\"}\n"
               "review: {status: draft, review_by: 2030-01-01}\n")
open(f"{pack}/sources.yaml", "w").close()
PYTHON
}

median() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

# seconds_of SETUP COMMAND: the median; SETUP is not counted.
seconds_of() {
    local run before
    for ((run = 0; run < runs; ++run)); do
        eval "$1"
        before=$EPOCHREALTIME
        eval "$2" >"$work/log" 2>&1 || { cat "$work/log" >&2; stop "failed: $2" "See above."; }
        awk -v a="$before" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.3f\n", b - a }'
    done | median
}

row() { awk -v what="$1" -v s="$2" -v base="$base" 'BEGIN { printf "| %-34s | %7.2f | %5.2f |\n", what, s, s / base }'; }

make_pack
cd "$work"
"$candor" keys create --signer signer.key --no-passphrase >/dev/null
mkdir -p state
printf 'packs:\n  require: [author]\n  keys: {author: ["%s"]}\n' "$(tail -n 1 signer.key.pub)" >state/kiosk.yaml
check=$(seconds_of : "$candor pack check large || true")
build_s=$(seconds_of "rm -f x.candorpack" "$candor pack build large -o x.candorpack")
sign=$(seconds_of : "$candor pack sign x.candorpack --key signer.key --role author")
verify=$(seconds_of : "$candor pack verify x.candorpack --trust author=signer.key.pub")
base=$(seconds_of "rm -rf copy; sync" "b2sum x.candorpack && cp x.candorpack copy")
base_synced=$(seconds_of "rm -rf copy; sync" "b2sum x.candorpack && cp x.candorpack copy && sync -f copy")
install=$(seconds_of "rm -rf state/packs copy; sync" "$candor pack install x.candorpack --state state")
again=$(seconds_of : "$candor pack install x.candorpack --state state")

printf '%s MiB, %s pages, %s files; %s runs\n\n' "$mebibytes" "$pages" \
    "$(find large -type f | wc -l)" "$runs"
printf '| %-34s | %7s | %5s |\n|---|---|---|\n' what seconds times
row 'b2sum + cp' "$base"
row 'b2sum + cp + sync (as safe)' "$base_synced"
row 'candor pack check' "$check"
row 'candor pack build (with check)' "$build_s"
row 'candor pack sign' "$sign"
row 'candor pack verify' "$verify"
row 'candor pack install' "$install"
row 'candor pack install, there already' "$again"
