#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
#
# tests/journeys/run.sh GRACKLE DRAG_SOURCE OUTPUT_FOLDER JOURNEY.py [ARGUMENT...]
#
# A desktop of its own for one journey: a screen (Xvfb), a session bus, an unlocked keyring, a window manager, the accessibility
# bus, and a home that is thrown away. Nothing of the person's own desktop is touched.
set -u
if [ "${JOURNEY_DESKTOP:-}" != inside ]; then
    for program in xvfb-run dbus-run-session openbox xdotool gnome-keyring-daemon; do
        command -v "$program" >/dev/null || { echo "JOURNEY: $program is missing; packaging/deps.sh test installs it."; exit 1; }
    done
    # -noreset: without it the screen starts anew whenever its last window goes. Not exec: Xvfb signals "ready" only to a parent that is not process 1.
    JOURNEY_DESKTOP=inside xvfb-run -a -s "-screen 0 1440x960x24 -nolisten tcp -noreset" dbus-run-session -- "$0" "$@"
    exit
fi

home=$(mktemp -d "${TMPDIR:-/tmp}/grackle-journey.XXXXXX") || exit 1
cleanup() {
    # The window manager goes last: a window that closes without one would wait for it.
    [ -n "${manager:-}" ] && kill "$manager" 2>/dev/null
    wait 2>/dev/null
    rm -rf "$home"
}
trap cleanup EXIT
export HOME="$home" XDG_RUNTIME_DIR="$home/run" LANG=C.UTF-8 LC_ALL=C.UTF-8
export XDG_DATA_HOME="$home/.local/share" XDG_CONFIG_HOME="$home/.config" XDG_CACHE_HOME="$home/.cache"
unset WAYLAND_DISPLAY QT_QPA_PLATFORM XAI_API_KEY GRACKLE_DATA_DIR LANGUAGE
mkdir -m 700 "$XDG_RUNTIME_DIR"
mkdir -p "$3"

printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
# --unlock returns before the daemon owns its name; a quicker client would start a second, locked one.
gdbus wait --session --timeout 20 org.freedesktop.secrets || exit 1
openbox >/dev/null 2>&1 &
manager=$!
for _ in $(seq 100); do
    xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id' && break
    sleep 0.1
done
/usr/libexec/at-spi-bus-launcher --launch-immediately >/dev/null 2>&1 &
launcher=$!

export JOURNEY_GRACKLE=$1 JOURNEY_DRAG_SOURCE=$2 JOURNEY_DROP_TARGET="${2%/*}/drop_target" JOURNEY_OUTPUT=$3 QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
shift 3
/usr/bin/python3 "$@"
status=$?
kill "$launcher" 2>/dev/null
exit "$status"
