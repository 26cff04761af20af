#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
#
# packaging/deps.sh STAGE     installs the Debian packages of a stage (run, test), and nothing when all are there.
#
# Says on standard error what it does. Works without network when nothing is missing. The names are the same on
# Debian 12 and 13. On other systems it says what is needed and goes on: the build then finds it, or tells what it misses.
set -u

build_packages="g++ cmake ninja-build qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools qtkeychain-qt6-dev libsqlite3-dev zlib1g-dev"
# Found at run time only: the keyring's library, certificates of servers, a text font, the font of formulas, emoji in colour, and the
# smallest font with Chinese, Japanese and Korean.
runtime_packages="libsecret-1-0 ca-certificates fonts-dejavu-core fonts-lmodern fonts-noto-color-emoji fonts-wqy-microhei"
screen_packages="xvfb xauth openbox xdotool xclip x11-utils imagemagick at-spi2-core python3-pyatspi dbus-daemon"
keyring_packages="gnome-keyring libglib2.0-bin"
check_packages="desktop-file-utils appstream lintian dpkg-dev fakeroot file man-db procps git shared-mime-info"
# Holds the CommonMark examples that the Markdown tests read.
data_packages="golang-github-yuin-goldmark-dev"

say() { printf 'packaging/deps.sh: %s\n' "$*" >&2; }

case "${1:-}" in
    run) wanted="$build_packages $runtime_packages" ;;
    test) wanted="$build_packages $runtime_packages $screen_packages $keyring_packages $check_packages $data_packages" ;;
    *) say "Usage: packaging/deps.sh run|test"; exit 2 ;;
esac

if ! command -v dpkg-query >/dev/null 2>&1; then
    say "This is not Debian, so nothing is installed here. What Debian calls these packages is needed: $wanted"
    exit 0
fi

missing=""
for package in $wanted; do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || status=""
    [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

# sudo drops variables, so they are set behind it.
as_root=(env)
if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
        as_root=(sudo env)
    else
        say "Packages are missing and this user cannot install them. As root: apt-get install --no-install-recommends$missing"
        exit 1
    fi
fi

log=$(mktemp "${TMPDIR:-/tmp}/grackle-packages.XXXXXX") || exit 1
apt() {
    "${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 "$@" </dev/null >>"$log" 2>&1
}
say "Installing:$missing"
apt update || say "The package lists could not be renewed; trying with those that are there."
# shellcheck disable=SC2086
if ! apt install -y --no-install-recommends $missing; then
    say "The packages could not be installed; check the connection to the package server and try again. Wanted:$missing. $(grep -m 1 '^E:' "$log" || tail -n 1 "$log") (all of it: $log)"
    exit 1
fi
rm -f "$log"
