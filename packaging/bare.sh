#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
#
# packaging/bare.sh SUITE FOLDER [test.sh OPTION...]     the two commands on a machine with nothing installed.
#
# Makes a bare Debian of SUITE (bookworm, trixie) in FOLDER with debootstrap, clones what is committed here into it under a path with a
# space, and runs packaging/run.sh and packaging/test.sh: once as they come, and once more without a network. Prints the times. Needs root.
# FOLDER may be a bare Debian made before; it is used as it is.
set -u
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd) || exit 1
say() { printf 'packaging/bare.sh: %s\n' "$*" >&2; }
[ $# -ge 2 ] || { say "Usage: packaging/bare.sh SUITE FOLDER [test.sh OPTION...]"; exit 2; }
[ "$(id -u)" -eq 0 ] || { say "This needs root."; exit 1; }
suite=$1
mkdir -p "$2" && folder=$(cd -- "$2" && pwd) || exit 1
shift 2

if [ ! -x "$folder/usr/bin/apt-get" ]; then
    command -v debootstrap >/dev/null || { say "debootstrap is missing."; exit 1; }
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -v security | head -n 1)
    say "Making a bare $suite in $folder."
    debootstrap --variant=minbase "$suite" "$folder" "$mirror" >"$folder.log" 2>&1 || { say "debootstrap failed, see $folder.log"; exit 1; }
fi
cp /etc/resolv.conf "$folder/etc/resolv.conf"
rm -rf "$folder/srv/a clone"
git clone -q --no-hardlinks "$root" "$folder/srv/a clone" || exit 1

# inside NAME yes|no COMMAND...   runs in the folder, with or without a network, and prints how long it took.
inside() {
    local name=$1 network=$2 started=$SECONDS status namespaces=(--mount --pid --fork --kill-child)
    shift 2
    [ "$network" = yes ] || namespaces+=(--net)
    # The practice server and the tests need loopback, also without a network. A shell stays process 1: xvfb-run needs a parent other than it.
    unshare "${namespaces[@]}" sh -c '
        folder=$1; network=$2; shift 2
        [ "$network" = yes ] || ip link set lo up || exit 1
        mount -t proc proc "$folder/proc" && mount --rbind /dev "$folder/dev" && mount -t tmpfs tmpfs "$folder/run" || exit 1
        chroot "$folder" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 "$@"
        exit $?' sh "$folder" "$network" "$@"
    status=$?
    say "$suite, $name: status $status, $((SECONDS - started)) s"
    return "$status"
}

result=0
clone='/srv/a clone/packaging'
inside "run.sh, first time" yes "$clone/run.sh" ask --practice "What is 2 + 2?" || result=1
inside "run.sh, again, no network" no "$clone/run.sh" ask --practice "What is 2 + 2?" || result=1
inside "run.sh, window off screen" no env CI=true "$clone/run.sh" || result=1
inside "test.sh, first time" yes "$clone/test.sh" "$@" || result=1
inside "test.sh, again, no network" no "$clone/test.sh" "$@" || result=1
say "$(du -sh --one-file-system "$folder" | cut -f 1) on disk."
exit "$result"
