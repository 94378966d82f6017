#!/usr/bin/env python3
"""Prints how many pages a PDF of cairo's has, and then its words, by the fonts' own ToUnicode tables.

usage: pdf_text.py FILE      Status 1: it is no PDF, or one that is cut off.
"""
import re
import sys
import zlib

data = open(sys.argv[1], "rb").read()
if not data.startswith(b"%PDF-") or not data.rstrip().endswith(b"%%EOF"):
    sys.exit(1)

objects = {}
for number, body in re.findall(rb"(\d+) 0 obj(.*?)endobj", data, re.S):
    head, _, stream = body.partition(b"stream\n")
    stream = stream.rpartition(b"endstream")[0]
    if b"/FlateDecode" in head and b"/XRef" not in head:
        stream = zlib.decompressobj().decompress(stream)
    objects[int(number)] = (head, stream)
for head, stream in list(objects.values()):  # PDF 1.5 packs objects
    if b"/ObjStm" not in head:
        continue
    first = int(re.search(rb"/First (\d+)", head)[1])
    pairs = [int(n) for n in stream[:first].split()]
    for number, at in zip(pairs[::2], pairs[1::2]):
        objects[number] = (stream[first + at:], b"")


def table(number):
    """Glyph code -> text, of a ToUnicode stream."""
    out = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", objects[number][1], re.S):
        for code, text in re.findall(rb"<(\w+)>\s*<(\w+)>", block):
            out[code.lower()] = bytes.fromhex(text.decode()).decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", objects[number][1], re.S):
        for low, high, text in re.findall(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for step in range(int(high, 16) - int(low, 16) + 1):
                code = b"%0*x" % (len(low), int(low, 16) + step)
                out[code] = chr(int(text, 16) + step)
    return out


fonts = {}
for head, _ in list(objects.values()):
    for name, number in re.findall(rb"/(f-\d+-\d+)\s+(\d+) 0 R", head):
        unicode_table = re.search(rb"/ToUnicode (\d+) 0 R", objects[int(number)][0])
        if unicode_table:
            fonts[name] = table(int(unicode_table[1]))


def unescaped(match):
    """ "\\267" and "\\(" of a literal."""
    code = match[1]
    return bytes([int(code, 8)]) if len(code) == 3 else code


def words(content):
    """What a page shows, without the blanks that are mere distances."""
    out, font = [], {}
    # A font, a literal, or glyph codes.
    for name, literal, codes in re.findall(rb"/(f-\d+-\d+) [\d.]+ Tf|\(((?:[^()\\]|\\.)*)\)|<([0-9A-Fa-f]+)>", content):
        if name:
            font = fonts.get(name, {})
        elif codes:
            width = len(next(iter(font), b"00"))
            for at in range(0, len(codes), width):
                out.append(font.get(codes[at:at + width].lower(), ""))
        else:
            for byte in re.sub(rb"\\([0-7]{3}|.)", unescaped, literal, flags=re.S):
                out.append(font.get(b"%02x" % byte, ""))
    return "".join(out)


# The tree of pages says how many there are; how its parts are stored differs between cairo's versions.
everything = b"\n".join(head + b"\n" + (stream or b"") for head, stream in objects.values())
print(max(int(count) for count in re.findall(rb"/Type\s*/Pages\b[^>]*?/Count\s+(\d+)", everything)))
for head, stream in objects.values():
    if re.search(rb"\b(Tj|TJ)\b", stream):
        print(words(stream))
