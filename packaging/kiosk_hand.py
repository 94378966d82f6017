#!/usr/bin/env python3
"""A hand on the kiosk, for packaging/bench.sh.

usage: kiosk_hand.py points KIOSK [ARG...]
       kiosk_hand.py from-home X,Y KIOSK [ARG...]

points     starts KIOSK (a build with --observe) on an X server of its own, opens every topic and
           prints where a finger goes, found by role and name in the accessible tree:
             home X,Y     from the first screen to the home screen
             tap X,Y      a topic on the home screen, one line each
             open X,Y     the topic with the longest first page
             back X,Y     from a page to the home screen
from-home  becomes KIOSK on the present display, with a tap at X,Y one second after the start, so
           that whoever measures it begins at the home screen.
"""
import ctypes
import json
import os
import subprocess
import sys
import tempfile
import time

PATIENCE_S = 15
WIDTH, HEIGHT = 1080, 1920
CARD_PX = 200  # topics are cards; buttons and pills are lower


class Finger:
    """XTest's pointer on a display."""

    def __init__(self, display):
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.xtst = ctypes.CDLL("libXtst.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(display.encode()))
        if not self.display:
            sys.exit(f"kiosk_hand: cannot open the display {display}")

    def tap(self, at):
        self.xtst.XTestFakeMotionEvent(self.display, -1, at[0], at[1], ctypes.c_ulong(0))
        for pressed in (1, 0):
            self.xtst.XTestFakeButtonEvent(self.display, 1, pressed, ctypes.c_ulong(0))
        self.x11.XSync(self.display, 0)


class Kiosk:
    """KIOSK on an Xvfb of its own, seen through --observe."""

    def __init__(self, command, folder):
        self.seen = os.path.join(folder, "observed")
        open(self.seen, "w").close()
        self.at = 0
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"],
            pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            display = ":" + number.readline().strip()
        self.finger = Finger(display)
        self.program = subprocess.Popen(command + ["--observe", self.seen], env=dict(os.environ, DISPLAY=display))

    def next(self):
        """The next settled frame, as its accessible tree; None if none comes."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end and self.program.poll() is None:
            with open(self.seen, encoding="utf-8") as file:
                file.seek(self.at)
                line = file.readline()
                if line.endswith("\n"):
                    self.at = file.tell()
                    return json.loads(line)
            time.sleep(0.02)
        return None

    def until(self, wanted):
        """The first tree for which wanted(tree) holds; None if none comes."""
        while True:
            tree = self.next()
            if tree is None or wanted(tree):
                return tree

    def tap_until(self, at, wanted):
        self.finger.tap(at)
        return self.until(wanted)

    def close(self):
        for process in (self.program, self.server):
            process.terminate()
            process.wait()


def middle(node):
    return node["x"] + node["w"] // 2, node["y"] + node["h"] // 2


def on_screen(node):
    x, y = middle(node)
    return 0 <= x < WIDTH and 0 <= y < HEIGHT


def pressable(tree):
    return [n for n in tree["nodes"] if n["role"] in ("button", "link") and on_screen(n)]


def topics(home):
    return [n for n in pressable(home) if n["h"] >= CARD_PX]


def ways_out(page):
    """Buttons that may lead home: the likeliest names first, then the upper ones."""
    named = ("home", "topics", "back")

    def rank(node):
        hits = [i for i, word in enumerate(named) if word in node["name"].lower()]
        return hits[0] if hits else len(named), node["y"]
    return sorted(pressable(page), key=rank)


def is_home(tree):
    return tree["screen"] == "home" and not tree.get("sheet")


def length(page):
    return max((n["y"] + n["h"] for n in page["nodes"]), default=0)


def points(kiosk):
    first = kiosk.next()
    if first is None:
        sys.exit("kiosk_hand: the kiosk showed nothing; is it a build with CANDOR_TESTING?")
    start = (WIDTH // 2, HEIGHT // 2)
    if is_home(first):
        home = first
    else:
        # The attract screen's own button, else anywhere on it.
        start = middle((pressable(first) or [{"x": 0, "y": 0, "w": WIDTH, "h": HEIGHT}])[0])
        home = kiosk.tap_until(start, is_home)
    if home is None:
        sys.exit("kiosk_hand: a tap did not lead to the home screen")
    out, longest, back = [("home", start)], (0, None), None
    for topic in topics(home):
        page = kiosk.tap_until(middle(topic), lambda tree: tree["screen"] == "reader")
        if page is None:
            break
        out.append(("tap", middle(topic)))
        longest = max(longest, (length(page), middle(topic)))
        for way in [back] if back else [middle(n) for n in ways_out(page)]:
            if kiosk.tap_until(way, lambda tree: is_home(tree) or tree["screen"] != "reader") is not None:
                back = way
                break
    if longest[1] is None or back is None:
        sys.exit("kiosk_hand: found no topic, or no way back to the home screen")
    return out + [("open", longest[1]), ("back", back)]


def main():
    if len(sys.argv) >= 3 and sys.argv[1] == "points":
        with tempfile.TemporaryDirectory() as folder:
            kiosk = Kiosk(sys.argv[2:], folder)
            try:
                for name, (x, y) in points(kiosk):
                    print(name, f"{x},{y}")
            finally:
                kiosk.close()
    elif len(sys.argv) >= 4 and sys.argv[1] == "from-home":
        if os.fork() == 0:
            time.sleep(1)
            Finger(os.environ["DISPLAY"]).tap(tuple(int(n) for n in sys.argv[2].split(",")))
            os._exit(0)
        os.execv(sys.argv[3], sys.argv[3:])
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
