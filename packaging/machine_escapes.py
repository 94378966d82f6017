"""The ways out of the kiosk that packaging/machine_test.py tries, each as (what it is called, what to do
with the machine). A keyboard and a panel of ten fingers are plugged in for them."""
import os
import subprocess
import time

KEYS = ["esc", "tab", "ret", "spc", "backspace", "insert", "delete", "home", "end", "pgup", "pgdn", "up", "down",
        "left", "right", "caps_lock", "num_lock", "scroll_lock", "print", "pause", "menu", "meta_l", "meta_r",
        "ctrl", "ctrl_r", "alt", "alt_r", "shift", "compose", "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9",
        "f10", "f11", "f12", "power", "sleep", "wake"]
CHORDS = ([f"ctrl-alt-f{n}" for n in range(1, 13)] + [f"alt-f{n}" for n in range(1, 13)] +
          [f"ctrl-alt-{key}" for key in ("delete", "backspace", "esc", "t", "l", "ret", "up", "kp_add", "insert", "end")] +
          [f"ctrl-{key}" for key in ("c", "d", "z", "backslash", "s", "q", "w", "n", "o", "p", "t", "u", "esc", "f1", "tab")] +
          [f"alt-{key}" for key in ("tab", "esc", "spc", "left", "right", "up", "kp_1", "home")] +
          [f"meta_l-{key}" for key in ("l", "d", "e", "r", "p", "tab", "x", "spc", "ret", "f1")] +
          ["shift-scroll_lock", "ctrl-scroll_lock", "alt-scroll_lock", "ctrl-shift-esc", "shift-f10", "ctrl-shift-t",
           "ctrl-shift-i", "alt-shift-f2", "shift-pgup", "ctrl-pause", "alt_r-print", "shift-shift_r", "ctrl-ctrl_r"])
SYSRQ = "0123456789bcefhijklmnopqrstuvwxz"
CORNERS = {"upper left": (0.002, 0.002), "upper right": (0.998, 0.002), "lower left": (0.002, 0.998),
           "lower right": (0.998, 0.998)}
EDGES = {"left": ((0.001, 0.5), (0.6, 0.5)), "right": ((0.999, 0.5), (0.4, 0.5)), "top": ((0.5, 0.001), (0.5, 0.6)),
         "bottom": ((0.5, 0.999), (0.5, 0.4))}
LONG_MS = 4000
TEXTS = {"a scanner's code": "kan4711", "a command": "reboot", "a login": "root", "a long code": "7" * 200}


def touch(machine, steps, hold_ms=0):
    machine.inside(fingers="panel", steps=steps, hold_ms=hold_ms)


def lift(count):
    return [None] * count


def taps(at, count):
    def act(machine):
        touch(machine, [step for _ in range(count) for step in ([at], lift(1))])
    return act


def hold(points):
    def act(machine):
        touch(machine, [points, lift(len(points))], LONG_MS)
    return act


def swipe(begin, end, count):
    def act(machine):
        beside = [(0.06 * n if begin[0] == end[0] else 0, 0.06 * n if begin[1] == end[1] else 0) for n in range(count)]
        way = [[(begin[0] + (end[0] - begin[0]) * t / 12 + dx, begin[1] + (end[1] - begin[1]) * t / 12 + dy)
                for dx, dy in beside] for t in range(13)]
        touch(machine, way + [lift(count)])
    return act


def spread(count, begin, end):
    """Fingers on a circle that grows or shrinks."""
    places = [(0.35, 0), (-0.35, 0), (0, 0.3), (0, -0.3), (0.25, 0.2)][:count]

    def act(machine):
        way = [[(0.5 + x * r, 0.5 + y * r) for x, y in places] for r in
               (begin + (end - begin) * t / 12 for t in range(13))]
        touch(machine, way + [lift(count)])
    return act


def chord(*names):
    return lambda machine: machine.keys(*names)


def types(text):
    def act(machine):
        for letter in text:
            machine.keys(letter)
        machine.keys("ret")
    return act


def many(act, count):
    def again(machine):
        for _ in range(count):
            act(machine)
    return again


def plugged_in(driver, meanwhile=None, **options):
    """Plugs something in, and out again after `meanwhile`."""
    def act(machine):
        machine.plug(driver, id="guest0", **options)
        time.sleep(2)
        if meanwhile:
            meanwhile(machine)
        machine.unplug("guest0")
        time.sleep(2)
    return act


def on_usb(driver, meanwhile=None, **options):
    return plugged_in(driver, meanwhile, bus="usb.0", **options)


def made_up(kind, keys):
    """A device of uinput inside, and its keys."""
    def act(machine):
        machine.inside(plug="thing", kind=kind)
        time.sleep(1)
        for key in keys:
            machine.inside(press="thing", keys=[key])
        machine.inside(unplug="thing")
    return act


def stick_file(folder, name, make):
    """A file that a stick is."""
    file = os.path.join(folder, name)
    with open(file, "wb") as disk:
        disk.truncate(16 << 20)
    for command in make:
        subprocess.run([word.replace("FILE", file) for word in command], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
    return file


def add_disk(machine, name, file):
    machine.ask("blockdev-add", **{"driver": "raw", "node-name": name,
                                   "file": {"driver": "file", "filename": file}})


def stick(folder, name, make):
    """How a stick is plugged in and out; nobody typed the staff's code, so it is not mounted."""
    file = stick_file(folder, name, make)

    def look(machine):
        time.sleep(3)
        mounted = machine.run("grep ' /media/' /proc/mounts || true")
        if mounted:
            raise RuntimeError(f"mounted without a code: {mounted}")

    def act(machine):
        add_disk(machine, name, file)
        on_usb("usb-storage", look, drive=name)(machine)
        machine.ask("blockdev-del", **{"node-name": name})
    return act


def sticks(folder):
    autorun = os.path.join(folder, "autorun.inf")
    with open(autorun, "w", encoding="ascii") as file:
        file.write("[autorun]\nopen=run.sh\n")
    fat = [["mkfs.vfat", "FILE"], ["mcopy", "-i", "FILE", autorun, "::/AUTORUN.INF"],
           ["mcopy", "-i", "FILE", autorun, "::/run.sh"]]
    return [("a stick that wants to start something", stick(folder, "stick1", fat)),
            ("a stick of another kiosk", stick(folder, "stick2", fat)),
            ("a stick with a Linux file system", stick(folder, "stick3", [["mkfs.ext4", "-q", "FILE"]])),
            ("a stick with nothing on it", stick(folder, "stick4", []))]


def glass_goes(machine):
    """The panel's touch is unplugged under a finger."""
    machine.move(540, 900)
    machine.press(True)
    machine.unplug("glass")
    time.sleep(2)
    machine.plug("usb-tablet", id="glass", bus="usb.0")
    time.sleep(2)


def crash(signal, chords):
    """The kiosk is made to crash, and while it is gone somebody tries keys."""
    def act(machine):
        machine.run(f"kill -{signal} $(systemctl show -P MainPID candor-kiosk)")
        for _ in range(8):
            for names in chords:
                machine.keys(*names)
    return act


def devices(folder):
    letters = types("kan4711")
    return [
        ("a keyboard, plugged in and out", on_usb("usb-kbd", letters)),
        ("a mouse that clicks", on_usb("usb-mouse", lambda machine: machine.press(True) or machine.press(False))),
        ("a drawing tablet", on_usb("usb-wacom-tablet")),
        ("a sound device that comes and goes", on_usb("usb-audio", audiodev="silence")),
        ("a sound device that comes and goes, again", on_usb("usb-audio", audiodev="silence")),
        ("a hub", on_usb("usb-hub")),
        ("a card reader", on_usb("usb-ccid")),
        ("a second screen on a card of its own", plugged_in("bochs-display", bus="slot1")),
        ("a network card", plugged_in("virtio-net-pci", bus="slot2")),
        ("a disk controller", plugged_in("virtio-scsi-pci", bus="slot2")),
        ("a second touch screen", on_usb("usb-tablet")),
        ("a keyboard's power keys", made_up("power", ["KEY_POWER", "KEY_SLEEP", "KEY_SUSPEND", "KEY_WAKEUP"])),
        ("a keyboard's power key, held", made_up("power", ["KEY_POWER"] * 6)),
        ("a remote control", made_up("remote", ["KEY_OK", "KEY_SELECT", "KEY_GOTO"])),
        ("a gamepad", made_up("gamepad", ["BTN_SOUTH", "BTN_START", "BTN_MODE", "BTN_SELECT"])),
        ("a keyboard with every key there is", made_up("keyboard", ["KEY_F2", "KEY_WWW", "KEY_MAIL", "KEY_CALC",
                                                                   "KEY_COMPUTER", "KEY_COFFEE", "KEY_POWER"])),
        ("the touch unplugged under a finger", glass_goes),
    ] + sticks(folder)


def all_ways(folder):
    ways = [(f"key {key}", chord(key)) for key in KEYS]
    ways += [(f"keys {names}", chord(*names.split("-"))) for names in CHORDS]
    ways += [(f"SysRq {key}", chord("alt", "print", key)) for key in SYSRQ]
    ways += [("Ctrl+Alt+Del ten times", many(chord("ctrl", "alt", "delete"), 10)),
             ("Shift five times", many(chord("shift"), 5)), ("Escape fifty times", many(chord("esc"), 50))]
    ways += [(f"types {what}", types(text)) for what, text in TEXTS.items()]
    for name, at in CORNERS.items():
        ways += [(f"{count} taps in the corner {name}", taps(at, count)) for count in (1, 3, 7, 15)]
        ways.append((f"a long press in the corner {name}", hold([at])))
    ways.append(("a long press in all four corners", hold(list(CORNERS.values()))))
    for name, (begin, end) in EDGES.items():
        ways += [(f"{count} fingers from the edge: {name}", swipe(begin, end, count)) for count in (1, 2, 3, 4, 5)]
    for count in (2, 3, 4, 5):
        ways += [(f"{count} fingers together", spread(count, 1, 0.2)), (f"{count} fingers apart", spread(count, 0.2, 1))]
        ways.append((f"a long press of {count} fingers", hold([(0.2 + 0.12 * n, 0.75) for n in range(count)])))
    ways.append(("a palm of ten fingers", hold([(0.1 + 0.08 * n, 0.8 + 0.01 * (n % 3)) for n in range(10)])))
    ways.append(("a long press on the heading", hold([(0.1, 0.04)])))
    ways += devices(folder)
    ways += [
        ("a crash, and terminals meanwhile", crash("SEGV", [("ctrl", "alt", "f2"), ("ctrl", "alt", "f3"), ("alt", "f4")])),
        ("a kill, and Ctrl+Alt+Del meanwhile", crash("KILL", [("ctrl", "alt", "delete")])),
        ("a kill, and a login meanwhile", crash("KILL", [(key,) for key in "root"] + [("ret",)])),
        ("a kill, and SysRq meanwhile", crash("KILL", [("alt", "print", key) for key in "reisub"])),
    ]
    return ways
