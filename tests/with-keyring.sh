#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
#
# Runs a command with an unlocked keyring of its own, on a bus and in a home of its own:
#   dbus-run-session -- tests/with-keyring.sh COMMAND...
# The keyring's password is "test". It ends with the bus. Nothing of the person who runs it is touched.
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" XDG_RUNTIME_DIR="$home/run"
mkdir -m 700 "$XDG_RUNTIME_DIR"
# Without a screen nothing can ask for a password.
unset DISPLAY WAYLAND_DISPLAY XDG_CURRENT_DESKTOP || true
printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
# The daemon returns before it has its name; a client that is quicker would start a second, locked one.
gdbus wait --session --timeout 10 org.freedesktop.secrets
"$@"
