#!/usr/bin/env python3
"""The inside of packaging/machine_test.sh: runs in the emulated machine, as root.

Reads a JSON object a line from the port candor.test and answers each with one:
  {"run": "COMMAND"}                        -> {"status": 0, "out": "…"} of a shell
  {"state": true}                           -> what a way out would change
  {"plug": NAME, "kind": KIND}              -> a device of uinput: touch (ten fingers), keyboard, power,
                                               mouse, gamepad, remote
  {"unplug": NAME}
  {"press": NAME, "keys": ["KEY_A", …]}     -> all down, in this order, then up
  {"fingers": NAME, "steps": [[[X, Y] or null, …], …], "hold_ms": N}
                                            -> a finger each, from 0 to 1; a report a step; null: lifted
"""
import json
import os
import subprocess
import time

import libevdev
from libevdev import EV_ABS, EV_KEY, EV_REL, EV_SYN, InputAbsInfo, InputEvent

PORT = "/dev/virtio-ports/candor.test"
FULL = 32767
STEP_S = 0.016
KINDS = {
    "keyboard": [code for code in EV_KEY.codes if code.name.startswith("KEY_") and code.value < 0xF0],
    "power": [EV_KEY.KEY_POWER, EV_KEY.KEY_SLEEP, EV_KEY.KEY_WAKEUP, EV_KEY.KEY_SUSPEND],
    "remote": [code for code in EV_KEY.codes if code.name.startswith("KEY_") and 0x160 <= code.value < 0x200],
    "mouse": [EV_KEY.BTN_LEFT, EV_KEY.BTN_RIGHT, EV_KEY.BTN_MIDDLE, EV_REL.REL_X, EV_REL.REL_Y, EV_REL.REL_WHEEL],
    "gamepad": [EV_KEY.BTN_SOUTH, EV_KEY.BTN_START, EV_KEY.BTN_MODE, EV_KEY.BTN_SELECT],
}
devices = {}


def axis(most):
    return InputAbsInfo(minimum=0, maximum=most)


def plug(name, kind):
    device = libevdev.Device()
    device.name = name
    device.id = {"bustype": 3, "vendor": 0x1d6b, "product": len(devices) + 1}
    if kind == "touch":
        device.enable(libevdev.INPUT_PROP_DIRECT)
        device.enable(EV_KEY.BTN_TOUCH)
        for code, most in ((EV_ABS.ABS_X, FULL), (EV_ABS.ABS_Y, FULL), (EV_ABS.ABS_MT_SLOT, 9),
                           (EV_ABS.ABS_MT_POSITION_X, FULL), (EV_ABS.ABS_MT_POSITION_Y, FULL),
                           (EV_ABS.ABS_MT_TRACKING_ID, 65535)):
            device.enable(code, axis(most))
    else:
        for code in KINDS[kind]:
            device.enable(code)
    devices[name] = device.create_uinput_device()


def press(name, keys):
    codes = [libevdev.evbit(key) for key in keys]
    for codes, value in ((codes, 1), (codes[::-1], 0)):
        for code in codes:
            devices[name].send_events([InputEvent(code, value), InputEvent(EV_SYN.SYN_REPORT, 0)])
            time.sleep(STEP_S)


def fingers(name, steps, hold_ms):
    down = set()
    number = int(time.monotonic() * 100) % 60000
    for at, step in enumerate(steps):
        events = []
        for slot, point in enumerate(step):
            if point is None and slot not in down:
                continue
            events.append(InputEvent(EV_ABS.ABS_MT_SLOT, slot))
            if point is None:
                down.discard(slot)
                events.append(InputEvent(EV_ABS.ABS_MT_TRACKING_ID, -1))
                continue
            if slot not in down:
                down.add(slot)
                events.append(InputEvent(EV_ABS.ABS_MT_TRACKING_ID, number + slot))
            events.append(InputEvent(EV_ABS.ABS_MT_POSITION_X, round(point[0] * FULL)))
            events.append(InputEvent(EV_ABS.ABS_MT_POSITION_Y, round(point[1] * FULL)))
        events += [InputEvent(EV_KEY.BTN_TOUCH, int(bool(down))), InputEvent(EV_SYN.SYN_REPORT, 0)]
        devices[name].send_events(events)
        time.sleep(hold_ms / 1000 if at == 0 and hold_ms else STEP_S)


def run(command):
    done = subprocess.run(["/bin/sh", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          stdin=subprocess.DEVNULL, check=False)
    return {"status": done.returncode, "out": done.stdout.decode(errors="replace")}


def read(file):
    try:
        with open(file, encoding="utf-8", errors="replace") as opened:
            return opened.read()
    except OSError:
        return ""


def shown_by():
    """Whose buffer the first card shows: "candor-kiosk"."""
    for plane in read("/sys/kernel/debug/dri/0/state").split("plane[")[1:]:
        owner = [line.split("=")[1].strip() for line in plane.split("connector[")[0].splitlines()
                 if "allocated by" in line]
        if owner:
            return owner[0]
    return ""


def state():
    kiosk = read("/sys/fs/cgroup/system.slice/candor-kiosk.service/cgroup.procs").split()
    return {"boot": read("/proc/sys/kernel/random/boot_id").strip(),
            "terminal": read("/sys/class/tty/tty0/active").strip(),
            "ends": [file for file in ("/run/nologin", "/run/systemd/shutdown/scheduled") if os.path.exists(file)],
            "processes": sorted({read(f"/proc/{each}/comm").strip() for each in os.listdir("/proc") if each.isdigit()}),
            "kiosk": kiosk[0] if kiosk else "", "shown_by": shown_by()}


def answer(asked):
    if "state" in asked:
        return state()
    if "run" in asked:
        return run(asked["run"])
    if "plug" in asked:
        plug(asked["plug"], asked["kind"])
    elif "unplug" in asked:
        del devices[asked["unplug"]]
    elif "press" in asked:
        press(asked["press"], asked["keys"])
    elif "fingers" in asked:
        fingers(asked["fingers"], asked["steps"], asked.get("hold_ms", 0))
    return {"status": 0, "out": ""}


def say(port, words):
    """All of it: the port takes at most 32 KiB at a time."""
    while words:
        words = words[port.write(words):]


def main():
    with open(PORT, "r+b", buffering=0) as port:
        waiting = b""
        while True:
            piece = port.read(65536)
            if not piece:
                time.sleep(0.05)  # nobody is at the other end
                continue
            waiting += piece
            while b"\n" in waiting:
                line, waiting = waiting.split(b"\n", 1)
                try:
                    said = answer(json.loads(line))
                except Exception as wrong:  # pylint: disable=broad-except
                    said = {"status": 1, "out": repr(wrong)}
                say(port, json.dumps(said).encode() + b"\n")


main()
