#!/usr/bin/env python3
"""The hand at the emulated machine; packaging/machine_test.sh makes that and starts this.

Boots it, and finds things on its panel as people do, by their looks: the kiosk draws the same pixels
in --screens, so what a button looks like, and where it should be, is known from there. What is inside
is asked of machine_guest.py at the other end of a serial port.
"""
import argparse
import functools
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time

from PIL import Image

import machine_escapes

WIDTH, HEIGHT = 1080, 1920
BOOT_S, PATIENCE_S, HANG_S = 900, 180, 240
REST_S = 5  # after a start, in the emulation
LOOK_S = 0.3  # before a hand touches what has just come; sooner is a double tap's second half
FULL = 32767


class Failed(Exception):
    pass


class Line:
    """JSON objects, one a line, on a socket."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(BOOT_S)
        end = time.monotonic() + PATIENCE_S
        while True:
            try:
                self.socket.connect(path)
                break
            except OSError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.1)
        self.waiting = b""

    def say(self, words):
        self.socket.sendall(json.dumps(words).encode() + b"\n")

    def hear(self):
        while b"\n" not in self.waiting:
            piece = self.socket.recv(1 << 20)
            if not piece:
                raise Failed("the machine went off")
            self.waiting += piece
        line, self.waiting = self.waiting.split(b"\n", 1)
        return json.loads(line)


class Machine:
    def __init__(self, options, folder):
        self.folder = folder
        self.power_on = time.monotonic()
        path = lambda name: os.path.join(folder, name)
        accelerated = ["-accel", "kvm", "-cpu", "host"] if options.kvm else ["-accel", "tcg,thread=multi", "-cpu", "Nehalem"]
        self.process = subprocess.Popen(
            ["qemu-system-x86_64", "-machine", "q35", *accelerated, "-smp", "1", "-m", "2048",
             "-kernel", options.kernel, "-initrd", options.initrd, "-append",
             "root=/dev/vda ro quiet loglevel=3 vt.global_cursor_default=0 systemd.show_status=0 "
             # For the emulation: a clock that costs nothing, memory that is not wiped twice.
             "tsc=reliable clocksource=tsc mitigations=off init_on_alloc=0 transparent_hugepage=never "
             "usbcore.autosuspend=-1",
             "-drive", f"file={options.disk},format=raw,if=virtio,cache=unsafe",
             "-vga", "none", "-device", f"virtio-vga,xres={WIDTH},yres={HEIGHT}", "-display", "none",
             "-device", "pcie-root-port,id=slot1,chassis=1", "-device", "pcie-root-port,id=slot2,chassis=2",
             "-device", "qemu-xhci,id=usb,p2=12,p3=12", "-device", "usb-tablet,bus=usb.0,id=glass",
             "-audiodev", "none,id=silence", "-device", "virtio-serial",
             "-chardev", f"socket,path={path('guest')},server=on,wait=off,id=guest",
             "-device", "virtserialport,chardev=guest,name=candor.test",
             "-qmp", f"unix:{path('qmp')},server=on,wait=off",
             "-serial", f"file:{path('serial')}", "-nic", "none"],
            stdin=subprocess.DEVNULL)
        self.qmp = Line(path("qmp"))
        self.qmp.hear()
        self.ask("qmp_capabilities")
        self.guest = Line(path("guest"))

    def ask(self, command, **arguments):
        self.qmp.say({"execute": command, "arguments": arguments})
        while True:
            said = self.qmp.hear()
            if "error" in said:
                raise Failed(f"{command}: {said['error']['desc']}")
            if "return" in said:
                return said["return"]
            if said.get("event") in ("SHUTDOWN", "RESET"):
                raise Failed(f"the machine: {said['event']}")

    def inside(self, **asked):
        self.guest.say(asked)
        return self.guest.hear()

    def run(self, command):
        said = self.inside(run=command)
        return said["out"].strip()

    def picture(self):
        file = os.path.join(self.folder, "panel.ppm")
        self.ask("screendump", filename=file)
        with Image.open(file) as image:
            return image.convert("RGB")

    # What a hand does. Places are pixels of the panel.
    def send(self, *events):
        self.ask("input-send-event", events=list(events))

    def move(self, x, y):
        self.send({"type": "abs", "data": {"axis": "x", "value": round(x * FULL / (WIDTH - 1))}},
                  {"type": "abs", "data": {"axis": "y", "value": round(y * FULL / (HEIGHT - 1))}})

    def press(self, down):
        self.send({"type": "btn", "data": {"button": "left", "down": down}})

    def tap(self, x, y, hold_s=0.05):
        self.move(x, y)
        self.press(True)
        time.sleep(hold_s)
        self.press(False)

    def keys(self, *names):
        """All down, in this order, then up."""
        for down, order in ((True, names), (False, names[::-1])):
            for name in order:
                self.send({"type": "key", "data": {"down": down, "key": {"type": "qcode", "data": name}}})

    def plug(self, driver, **options):
        self.ask("device_add", driver=driver, **options)

    def unplug(self, name):
        self.ask("device_del", id=name)

    def monitor(self, words):
        return self.ask("human-monitor-command", **{"command-line": words})

    def off(self):
        self.process.kill()
        self.process.wait()


class Screens:
    """What --screens drew: "button "Send my request" [56,1756 968x120]" of each screen."""
    NODE = re.compile(r'^(\S+) "(.*?)"(?: .*)? \[(-?\d+),(-?\d+) (\d+)x(\d+)\]$')

    def __init__(self, folder):
        self.pictures, self.nodes = {}, {}
        for file in sorted(os.listdir(folder)):
            name = re.sub(r"^\d+-", "", os.path.splitext(file)[0])
            if file.endswith(".png"):
                self.pictures[name] = os.path.join(folder, file)
                continue
            with open(os.path.join(folder, file), encoding="utf-8") as lines:
                found = [self.NODE.match(line.rstrip("\n")) for line in lines]
            self.nodes[name] = [(m[1], m[2], tuple(int(n) for n in m.groups()[2:])) for m in found if m]

    def rect(self, screen, role, name):
        for each_role, each_name, rect in self.nodes[screen]:
            if (each_role, each_name) == (role, name):
                return rect
        raise Failed(f"--screens shows no {role} \"{name}\" on {screen}")

    def place(self, screen, role, name):
        x, y, w, h = self.rect(screen, role, name)
        return x + w // 2, y + h // 2

    @functools.lru_cache(maxsize=None)
    def look(self, screen, role, name):
        """A part of its words, as pixels, without the icons at their sides; and where that is."""
        x, y, w, h = self.rect(screen, role, name)
        box = (max(x + 35 * w // 100, 0), max(y + h // 4, 0), min(x + 55 * w // 100, WIDTH), min(y + 3 * h // 4, HEIGHT))
        with Image.open(self.pictures[screen]) as image:
            return image.convert("RGB").crop(box), box


def rows_of(image):
    data, length = image.tobytes(), image.width * 3
    return [data[at:at + length] for at in range(0, len(data), length)]


def find(look, panel):
    """Where on the panel exactly these pixels are; None: nowhere. At the same x, at any y."""
    part, box = look
    wanted = rows_of(part)
    here = [row[box[0] * 3:box[2] * 3] for row in rows_of(panel)]
    for top in [box[1]] + list(range(len(here) - len(wanted) + 1)):
        if here[top:top + len(wanted)] == wanted:
            return (box[0] + box[2]) // 2, top + len(wanted) // 2
    return None


def frames_of(trace):
    """Seconds from the return of a poll() to the next one, where the card was told something between."""
    since, told = None, False
    for at, what in re.findall(r" (\d+\.\d+): (sys_\S+.*)", trace):
        if what.startswith("sys_poll ->"):
            since, told = float(at), False
        elif what.startswith("sys_ioctl(") and re.search(r"cmd: (0x)?c0[0-9a-f]{2}64b[01]", what):
            told = True
        elif what.startswith("sys_poll(") and since is not None and told:
            yield float(at) - since


class Test:
    # What the system itself starts now and then.
    HELPERS = re.compile(r"\(?(kworker|systemd|\(?udev|modprobe|kmod|candor|ps|sort|sh|cat|grep|systemctl|mount|fsck|jbd2|ext4|"
                         r"scsi|usb|irq|card|dmesg|candor-decode|espeak|uas|snd|xhci|kthrotl|blkcg|agent)")
    # Each of these stands on screens for patients alone.
    PATIENTS = [("attract-1", "button", "Touch to start"), ("home", "button", "Finish"), ("home", "button", "Begin"),
                ("request", "button", "Ask staff"), ("request", "button", "Back"), ("sheet-ask-staff", "button", "OK"),
                ("home", "button", "Search all topics"), ("self-check-age", "button", "Stop and erase"),
                ("sheet-still-here", "heading", "Are you still there?"), ("sheet-finish", "button", "Stay here"),
                ("sheet-language", "heading", "Choose your language"),
                ("sheet-text-size", "heading", "Text and contrast"),
                ("confirmation", "button", "Finish and erase this screen")]

    def __init__(self, machine, screens, out, first_way):
        self.machine, self.screens, self.out, self.first_way = machine, screens, out, first_way
        os.makedirs(out, exist_ok=True)
        for each in self.PATIENTS:
            screens.look(*each)  # they are there

    def keep(self, name):
        image = self.machine.picture()
        image.save(os.path.join(self.out, name + ".png"))
        return image

    def sees(self, screen, role, name):
        return find(self.screens.look(screen, role, name), self.machine.picture())

    def until(self, what, check, patience_s=PATIENCE_S):
        end = time.monotonic() + patience_s
        while time.monotonic() < end:
            found = check()
            if found:
                return found
            time.sleep(0.2)
        self.keep("failed")
        with open(os.path.join(self.out, "failed.log"), "w", encoding="utf-8") as log:
            log.write(self.machine.run("journalctl -b -o short-monotonic --no-pager | tail -n 300; uptime") + "\n")
        raise Failed(f"not within {patience_s} s: {what}; see {self.out}/failed.png and failed.log")

    def awaits(self, screen, role, name, patience_s=PATIENCE_S):
        place = self.until(f"{role} \"{name}\"", lambda: self.sees(screen, role, name), patience_s)
        time.sleep(LOOK_S)
        return place

    def touches(self, screen, role, name):
        self.machine.tap(*self.awaits(screen, role, name))

    def on_attract(self):
        return any(self.sees(f"attract-{n}", "button", "Touch to start") for n in (1, 2, 3))

    def kiosk(self):
        return self.machine.inside(state=True)["kiosk"]

    # The steps.
    def boot(self):
        self.until("the kiosk is ready", lambda: self.machine.run(
            "systemctl is-active candor-kiosk") == "active", BOOT_S)
        self.until("the first screen", self.on_attract, BOOT_S)
        figure("power-on to the first screen, seen from outside", time.monotonic() - self.machine.power_on)
        user_space = self.machine.run("systemctl show -P UserspaceTimestampMonotonic")
        figure("user space begins, after the kernel", int(user_space) / 1e6)
        begin = self.machine.run("systemctl show -P ExecMainStartTimestampMonotonic candor-kiosk")
        ready = self.machine.run("systemctl show -P ActiveEnterTimestampMonotonic candor-kiosk")
        figure("the kiosk's process begins, after the kernel", int(begin) / 1e6)
        figure("its first frame is on the panel, after that", (int(ready) - int(begin)) / 1e6)
        self.keep("1-first-screen")
        shown_by = self.machine.inside(state=True)["shown_by"]
        if shown_by != "candor-kiosk":
            raise Failed(f"the card shows a buffer of \"{shown_by}\"")
        server = self.machine.run("ps -e -o comm= | grep -E 'Xorg|Xwayland|weston|sway|plymouth' || true")
        if server:
            raise Failed(f"a display server runs: {server}")
        done("boots to the first screen on the bare panel, without X")

    def visit(self):
        before = self.requests()
        self.starts()
        self.touches("home", "button", "Ask staff")
        self.touches("sheet-ask-staff", "button", "Ask the clinic to call me")
        self.awaits("request", "heading", "How can we reach you?")
        self.keep("2-request")
        self.machine.tap(*self.screens.place("request", "textbox", "First name"))
        self.types("request-incomplete", "ADA")
        self.touches("request-incomplete", "button", "Done")
        self.awaits("request", "button", "Send my request")
        self.machine.tap(*self.screens.place("request", "textbox", "Phone"))
        self.types("request-phone", "4315551234")
        self.touches("request-phone", "button", "Done")
        self.touches("request", "checkbox", "I agree that the clinic may contact me about this")
        self.keep("3-filled-in")
        self.touches("request", "button", "Send my request")
        self.awaits("confirmation", "heading", "Your request is in the queue")
        self.keep("4-in-the-queue")
        after = self.requests()
        if after != before + 1:
            raise Failed(f"consult.db held {before} requests and holds {after}")
        done("a visit by touches reaches \"in the queue\", and the request is in consult.db")
        self.touches("confirmation", "button", "Finish and erase this screen")
        self.until("the first screen again", self.on_attract, 180)

    def starts(self):
        """Touches the first screen, again where it does not answer, as people do."""
        def answers():
            if self.on_attract():
                self.machine.tap(WIDTH // 2, 1408)
                time.sleep(5)
            return self.sees("home", "button", "Ask staff")
        self.until("the home screen", answers)

    def types(self, screen, letters):
        self.awaits(screen, "button", "Done")
        for letter in letters:
            self.machine.tap(*self.screens.place(screen, "button", letter))
            time.sleep(LOOK_S)

    def requests(self):
        return int(self.machine.run("python3 -c \"import sqlite3; print(sqlite3.connect("
                                    "'file:/var/lib/candor/consult.db?mode=ro', uri=True)"
                                    ".execute('select count(*) from request').fetchone()[0])\" 2>/dev/null || echo 0"))

    def comes_back(self, what, before, patience_s):
        since = time.monotonic()
        self.until(f"another process after {what}", lambda: self.kiosk() not in ("0", "", before), patience_s)
        self.until(f"the first screen after {what}", self.on_attract, patience_s)
        figure(f"{what}: first screen again after", time.monotonic() - since)
        done(f"the service survives {what}")

    def kill(self):
        before = self.kiosk()
        self.machine.run(f"kill -KILL {before}")
        self.comes_back("a kill", before, PATIENCE_S)

    def hang(self):
        before = self.kiosk()
        self.machine.run(f"kill -STOP {before}")
        self.comes_back("a hang (SIGSTOP, 30 s of the watchdog)", before, HANG_S)

    def unplug(self):
        """The screen, as the kernel sees it."""
        before = self.kiosk()
        screen = "/sys/class/drm/card0-Virtual-1/status"
        self.machine.run(f"echo off >{screen}")
        self.until("nothing on a screen that is gone", lambda: not self.machine.inside(state=True)["shown_by"])
        self.machine.run(f"echo detect >{screen}")
        since = time.monotonic()
        self.until("the first screen on a screen that is back", self.on_attract)
        figure("a screen that is plugged in again shows the first screen after", time.monotonic() - since)
        if self.kiosk() != before:
            raise Failed("the kiosk did not live through an unplugged screen")
        done("a screen may go and come back")

    def stick(self):
        """Mounted from the kiosk's wish, which the staff's code makes, to its end, and for reading alone."""
        wish = "/run/candor-kiosk/sticks-wanted"
        asks, asks_no_more = f"setpriv --reuid=candor --clear-groups touch {wish}", f"rm {wish}"
        is_there = lambda: self.machine.run("ls -d /media/sd* 2>/dev/null")
        with tempfile.TemporaryDirectory() as folder:
            machine_escapes.add_disk(self.machine, "fat", machine_escapes.stick_file(
                folder, "fat", [["mkfs.vfat", "FILE"]]))
            self.machine.plug("usb-storage", id="stick", bus="usb.0", drive="fat")
            self.until("a folder for the stick", is_there)
            time.sleep(3)
            if self.stick_seen():
                raise Failed("a stick is mounted without a code")
            for end in (asks_no_more, f"kill -KILL {self.kiosk()}"):
                self.until("a wish", lambda: self.machine.inside(run=asks)["status"] == 0)
                seen = self.until("the stick, as the kiosk sees it", self.stick_seen)
                if not {"ro", "nosuid", "nodev", "noexec"} <= set(seen.split()[3].split(",")):
                    raise Failed(f"the stick is mounted as {seen}")
                self.machine.run(end)
                self.until(f"no stick after \"{end}\"", lambda: not self.stick_seen())
            if not is_there():
                raise Failed("the folder went before the stick did")
            self.until("a wish", lambda: self.machine.inside(run=asks)["status"] == 0)
            self.until("the stick once more", self.stick_seen)
            self.machine.unplug("stick")
            self.until("no stick, and no folder for it", lambda: not self.stick_seen() and not is_there())
            self.machine.run(asks_no_more)
            self.machine.ask("blockdev-del", **{"node-name": "fat"})
        self.until("the first screen again", self.on_attract, 240)
        done("a stick is mounted while it is wanted, and for reading alone")

    def stick_seen(self):
        """The line of its mount, where the kiosk runs and has it."""
        return self.machine.run(f"grep ' /media/' /proc/{self.kiosk() or 1}/mounts || true")

    def frames(self):
        """While a page is dragged: from input to the card, as the kernel sees the kiosk's calls."""
        trace = "/sys/kernel/tracing"
        calls = " ".join(f"{trace}/events/syscalls/sys_{end}_{call}" for call in ("poll", "ioctl")
                         for end in ("enter", "exit"))
        self.starts()
        self.touches("home", "button", "Why am I losing hair?")
        time.sleep(3)
        self.machine.run(f"for call in {calls}; do echo \"common_pid == {self.kiosk()}\" >$call/filter;"
                         f" echo 1 >$call/enable; done; echo >{trace}/trace")
        for turn in range(4):
            for step in range(25):
                self.machine.move(540, (1500 - 40 * step) if turn % 2 == 0 else (500 + 40 * step))
                if step == 0:
                    self.machine.press(True)
                time.sleep(0.02)
            self.machine.press(False)
            time.sleep(1)
        said = self.machine.run(f"for call in {calls}; do echo 0 >$call/enable; done; cat {trace}/trace")
        self.machine.run(f"echo >{trace}/trace")
        self.keep("5-page")
        took = sorted(frames_of(said))
        if not took:
            raise Failed("no frame was drawn while a page was dragged")
        figure(f"a frame of {len(took)}, from input to the card: median", took[len(took) // 2])
        figure("one of ten takes longer than", took[len(took) * 9 // 10])
        self.until("the first screen again", self.on_attract, 240)

    def patients_screen(self):
        panel = self.machine.picture()
        for screen, role, name in self.PATIENTS:
            if find(self.screens.look(screen, role, name), panel):
                return f"{screen}: {name}"
        return None

    def escapes(self):
        self.machine.plug("usb-kbd", id="keys", bus="usb.0")
        self.machine.inside(plug="panel", kind="touch")
        # Terminals that keys could lead to: the kernel switches to none that was never opened.
        self.machine.run("for number in $(seq 2 12); do : </dev/tty$number; done")
        before = self.machine.inside(state=True)
        with tempfile.TemporaryDirectory() as folder:
            ways = list(enumerate(machine_escapes.all_ways(folder), 1))[self.first_way - 1:]
            out = sum(not self.attempt(number, *way, before) for number, way in ways)
        if out:
            raise Failed(f"{out} of {len(ways)} ways led out")
        done(f"{len(ways)} ways to get out fail")
        # The keys do arrive: without a kiosk one of them switches. At rest it ends in order, and gives them back.
        time.sleep(REST_S)
        self.machine.run("systemctl stop candor-kiosk")
        self.until("another terminal, once the kiosk is stopped", lambda: self.machine.keys("ctrl", "alt", "f3") or
                   self.machine.inside(state=True)["terminal"] == "tty3")
        done("without the kiosk the same keys lead to another terminal")

    def attempt(self, number, name, act, before):
        crashes = name.startswith(("a crash", "a kill"))
        before["kiosk"] = self.kiosk()
        act(self.machine)
        wrong = self.wrong_after(crashes, before)
        print(f"{number:3} {name}: {wrong or 'nothing'}", flush=True)
        if wrong:
            self.keep(f"escape-{number}")
        return not wrong

    def wrong_after(self, crashes, before):
        end = time.monotonic() + PATIENCE_S
        while True:
            wrong = self.difference(crashes, before, self.machine.inside(state=True))
            if not wrong and not self.patients_screen():
                wrong = "no screen for patients"
            if not wrong or time.monotonic() > end:
                return wrong
            time.sleep(0.5)  # while something moves, or the kiosk starts again

    def difference(self, crashes, before, now):
        for fact in ("boot", "terminal", "ends", "shown_by"):
            if now[fact] != before[fact]:
                return f"{fact} is {now[fact]}, was {before[fact]}"
        if now["kiosk"] in ("", before["kiosk"]) if crashes else now["kiosk"] != before["kiosk"]:
            return f"the kiosk is {now['kiosk']}, was {before['kiosk']}"
        new = [each for each in set(now["processes"]) - set(before["processes"]) if not self.HELPERS.match(each)]
        return f"new processes: {new}" if new else None


def figure(name, seconds):
    print(f"{name}: {seconds:.2f} s" if seconds >= 0.5 else f"{name}: {seconds * 1000:.1f} ms", flush=True)


def done(words):
    print(f"ok: {words}", flush=True)


def main():
    parser = argparse.ArgumentParser()
    for name in ("disk", "kernel", "initrd", "screens", "out"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--steps", default="visit frames unplug stick kill hang escapes")
    parser.add_argument("--first-way", type=int, default=1)
    parser.add_argument("--kvm", action="store_true")
    options = parser.parse_args()
    screens = Screens(options.screens)
    with tempfile.TemporaryDirectory() as folder:
        machine = Machine(options, folder)
        try:
            test = Test(machine, screens, options.out, options.first_way)
            test.boot()
            for step in options.steps.split():
                getattr(test, step)()
        except (Failed, OSError) as wrong:
            sys.exit(f"machine_test: FAILED: {wrong}")
        finally:
            machine.off()


if __name__ == "__main__":
    main()
