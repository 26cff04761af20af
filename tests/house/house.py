#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""The house rules as tests: house.py RULE [TOOL]. Prints each place that breaks the rule; exit status 1 when there is one.

`house.py --list` names the rules. Each rule says in its first line what it wants and in its output what to write instead.
HOUSE_ROOT names another tree than the one this file is in.
"""
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(os.environ.get("HOUSE_ROOT") or pathlib.Path(__file__).resolve().parents[2])
RULES = {}


def rule(function):
    RULES[function.__name__] = function
    return function


def all_files():
    """Files of the project: what git knows or would add; without git, everything but build folders."""
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) if shutil.which("git") else None
    if listed and listed.returncode == 0 and listed.stdout:
        names = listed.stdout.decode("utf-8", "surrogateescape").split("\0")
    else:
        names = [str(p.relative_to(ROOT)) for p in ROOT.rglob("*") if p.relative_to(ROOT).parts[0] not in ("build", ".git")]
    return sorted(n for n in names if n and (ROOT / n).is_file())


def files(*patterns):
    return [n for n in all_files() if any(re.fullmatch(p, n) for p in patterns)]


def text(name):
    return (ROOT / name).read_text(encoding="utf-8", errors="replace")


SOURCES = (r"src/.*\.(h|cpp)",)


def places(pattern, names, advice, but=(), in_comments=False):
    """The lines of the files that match, as "file:line: advice"; lines with one of the texts in `but` are fine."""
    found = []
    for name in names:
        for number, line in enumerate(text(name).splitlines(), 1):
            if not in_comments:
                line = re.sub(r"(^|\s)//.*", "", line)
            if re.search(pattern, line) and not any(b in line for b in but):
                found.append("%s:%d: %s: %s" % (name, number, advice, line.strip()[:120]))
    return found


def placeholders(message):
    return sorted(set(re.findall(r"%(?:L?\d|n)", message)))


@rule
def top_level():
    """The top level holds what the design names, and dot files."""
    allowed = {"CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "src", "ui", "resources", "tests", "packaging"}
    names = {n.split("/")[0] for n in all_files()}
    return ["%s does not belong at the top level" % n for n in sorted(names - allowed) if not n.startswith(".")]


@rule
def licence_lines():
    """Each file that can carry a comment has the two SPDX lines near its top."""
    wanted = files(r".*\.(h|cpp|cmake|sh|py|sql|qrc|svg|desktop|yml|rc\.in|plist\.in|ui)", r".*CMakeLists\.txt", r"packaging/data/.*",
                   r"\.(ci/run|gitattributes|editorconfig|clang-format)")
    found = []
    for name in wanted:
        if name.startswith("tests/data/"):
            continue
        head = "\n".join(text(name).splitlines()[:8])
        if "SPDX-FileCopyrightText:" not in head or "SPDX-License-Identifier: MIT" not in head:
            found.append("%s: the two SPDX lines are missing at its top" % name)
    return found


@rule
def no_fixed_waits():
    """Tests wait for the thing, not for the time."""
    return places(r"QTest::qWait\(|QTest::qSleep\(|QThread::m?u?sleep\(|std::this_thread::sleep|\busleep\(|\bnanosleep\(",
                  files(r"tests/.*\.(h|cpp)"), "use QTRY_COMPARE, QTRY_VERIFY or QSignalSpy::wait")


@rule
def no_rich_text_from_outside():
    """Text from a model or a server is never parsed as HTML or Markdown by Qt, and labels do not guess."""
    return places(r"setHtml\(|insertHtml\(|setMarkdown\(|Qt::RichText|Qt::AutoText|QTextBrowser|Qt::MarkdownText",
                  files(*SOURCES, r"ui/.*\.ui"), "plain text only", but=("ata->setHtml(",))   # what is copied is ours and escaped


@rule
def no_dangerous_calls():
    """TLS errors are never ignored, secrets never fall back to a plain file, the bus never blocks the window."""
    return places(r"ignoreSslErrors|setInsecureFallback\(true|QDBusInterface\b|(?<!:)\bsystem\(|\bpopen\(|VerifyNone", files(*SOURCES), "not in this program")


@rule
def time_comes_from_the_clock():
    """Below app nobody asks the system for the time."""
    names = [n for n in files(*SOURCES) if not n.startswith("src/app/")]
    return places(r"QDateTime::current|QDate::currentDate|QTime::currentTime|system_clock::now", names, "take a Clock")


@rule
def nobody_reaches_for_the_application():
    """No instance() of ours and no access to the application object below app."""
    names = [n for n in files(*SOURCES) if not n.startswith("src/app/")]
    return places(r"::instance\(\)|\bqApp\b|getApp\(", names, "pass it in")


@rule
def nothing_unfinished():
    """No note about work that is still to be done."""
    return places(r"\b(TODO|FIXME|XXX|HACK)\b", files(*SOURCES, r"tests/.*\.(h|cpp)", r"ui/.*\.ui"), "do it or leave it", in_comments=True)


@rule
def resources_are_used():
    """Each file of a .qrc exists and is named in the sources; each file of resources/ is in a .qrc or built in."""
    found, listed = [], set()
    sources = "\n".join(text(n) for n in files(*SOURCES, r"ui/.*\.ui", r"src/.*CMakeLists\.txt"))
    for name in files(r".*\.qrc"):
        folder = (ROOT / name).parent
        for entry in ElementTree.parse(ROOT / name).iter("file"):
            path = (folder / (entry.text or "").strip()).resolve()
            if not path.is_file():
                found.append("%s: %s does not exist" % (name, entry.text))
                continue
            listed.add(path)
            stem = pathlib.PurePath(entry.get("alias") or entry.text).stem
            # Steps of the schema and languages are found by listing their folders.
            if "resources/languages/" in path.as_posix() and '":/languages' in sources:
                continue
            named = "|".join(re.escape(n) for n in (stem, re.sub(r"\d+", "%1", stem)))
            if not re.search(r"[\"/](%s)[\"./]" % named, sources) and not re.fullmatch(r"\d+.*", stem):
                found.append("%s: nobody names %s" % (name, entry.text))
    built = "\n".join(text(n) for n in files(r".*CMakeLists\.txt", r".*\.cmake", "README.md"))
    for name in files(r"resources/.*"):
        if not name.endswith(".qrc") and (ROOT / name).resolve() not in listed and pathlib.PurePath(name).name not in built:
            found.append("%s: in no .qrc and not named by the build" % name)
    return found


@rule
def each_form_has_its_class():
    """ui/x.ui is used by a class of that name, in its .cpp only."""
    found = []
    for name in files(r"ui/.*\.ui"):
        stem = pathlib.PurePath(name).stem
        shown = ElementTree.parse(ROOT / name).find("class").text
        if shown.lower() != stem:
            found.append("%s: its class is %s; the file is to be called %s.ui" % (name, shown, shown.lower()))
        users = [n for n in files(*SOURCES) if '#include "ui_%s.h"' % stem in text(n)]
        if [n for n in users if n.endswith(".h")] or not users:
            found.append("%s: included by %s; wanted: one .cpp" % (name, ", ".join(users) or "nobody"))
    return found


@rule
def no_url_scheme():
    """No URL scheme is registered: a link on a page must not start the program with arguments."""
    return places(r"x-scheme-handler|CFBundleURLTypes|CFBundleURLSchemes", files(r"packaging/(data|macos|flatpak|windows)/.*"), "no URL scheme")


@rule
def one_version_everywhere():
    """Build, metainfo, man page and change log name the same version."""
    version = re.search(r"project\(grackle VERSION (\S+)", text("CMakeLists.txt")).group(1)
    metainfo = ElementTree.parse(ROOT / "packaging/data/org.grackle.Grackle.metainfo.xml")
    seen = {
        "metainfo": metainfo.find("releases/release").get("version"),
        "man page": re.search(r'"Grackle (\S+)"', text("packaging/data/grackle.1")).group(1),
        "change log": re.search(r"^grackle \((\S+)\)", text("packaging/debian/changelog")).group(1),
    }
    return ["the %s says %s, the build %s" % (k, v, version) for k, v in seen.items() if v != version]


@rule
def one_id_everywhere():
    """Desktop entry, metainfo, MIME type, icons, Flatpak and the program use the same application id."""
    wanted = "org.grackle.Grackle"
    users = {"packaging/data/org.grackle.Grackle.desktop": "Icon=", "packaging/data/org.grackle.Grackle.metainfo.xml": "<id>",
             "packaging/data/org.grackle.Grackle.mime.xml": '<icon name="', "packaging/flatpak/org.grackle.Grackle.yml": "id: "}
    found = ["%s: no %s%s" % (name, before, wanted) for name, before in users.items() if before + wanted not in text(name)]
    if not any('"%s"' % wanted in text(name) for name in files(r"src/app/.*\.cpp")):
        found.append("src/app: nobody calls setDesktopFileName with %s" % wanted)
    return found


@rule
def icons_have_their_size():
    """icons/ID-N.png is N pixels wide and high."""
    found = []
    for name in files(r"packaging/icons/.*\.png"):
        size = struct.unpack(">II", (ROOT / name).read_bytes()[16:24])
        if size != (int(re.search(r"-(\d+)\.png", name).group(1)),) * 2:
            found.append("%s is %dx%d" % ((name,) + size))
    return found


def unfinished_in(path, name):
    found = []
    tree = ElementTree.parse(path)
    for context in tree.iter("context"):
        for message in context.iter("message"):
            source = message.findtext("source") or ""
            translation = message.find("translation")
            where = "%s: %s: %r" % (name, context.findtext("name"), source[:70])
            if translation.get("type") in ("vanished", "obsolete"):
                found.append("%s is used no more" % where)
                continue
            forms = [f.text or "" for f in translation.iter("numerusform")] or [translation.text or ""]
            if translation.get("type") == "unfinished" or not all(forms):
                found.append("%s is not translated" % where)
            elif message.get("numerus") == "yes" and len(forms) != 2:
                found.append("%s needs two plural forms" % where)
            elif any(set(placeholders(form)) - set(placeholders(source)) for form in forms):
                found.append("%s: a placeholder that the source has not" % where)
            elif set(placeholders(source)) - {"%n"} - set(placeholders(" ".join(forms))):
                found.append("%s: a placeholder is missing" % where)
    return found


@rule
def translations_are_complete(lupdate="/usr/lib/qt6/bin/lupdate"):
    """Each text of the program is in each .ts file and translated, with its plural forms; in English the plural forms alone."""
    found = []
    translations = files(r"resources/i18n/.*\.ts")
    if not translations:
        return ["there is no translation"]
    for name in translations:
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / pathlib.PurePath(name).name
            shutil.copy(ROOT / name, copy)
            which = ["-pluralonly"] if name.endswith("_en.ts") else []
            run = subprocess.run([lupdate, *which, "-locations", "none", "-extensions", "cpp,h,ui", str(ROOT / "src"), str(ROOT / "ui"), "-ts", str(copy)],
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            if run.returncode != 0:
                return ["lupdate: %s" % run.stdout.decode("utf-8", "replace")]
            found += ["%s; use Q_DECLARE_TR_FUNCTIONS or QCoreApplication::translate" % line for line in run.stdout.decode("utf-8", "replace").splitlines()
                      if "without context" in line or "lacks Q_OBJECT" in line]
            found += unfinished_in(copy, name)
    return found


def tool(argv):
    run = subprocess.run(argv, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = run.stdout.decode("utf-8", "replace").strip()
    return [] if run.returncode == 0 else [output or "%s: exit status %d" % (argv[0], run.returncode)]


@rule
def desktop_entry_is_valid():
    """desktop-file-validate finds nothing."""
    return tool(["desktop-file-validate", "packaging/data/org.grackle.Grackle.desktop"])


@rule
def metainfo_is_valid():
    """appstreamcli validate finds nothing; it may not go to the network."""
    return tool(["appstreamcli", "validate", "--no-net", "packaging/data/org.grackle.Grackle.metainfo.xml"])


@rule
def man_page_is_valid():
    """man formats the page without a warning."""
    run = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "packaging/data/grackle.1"], cwd=ROOT,
                         stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return run.stderr.decode("utf-8", "replace").splitlines()


@rule
def mime_type_is_known():
    """update-mime-info takes the file, and *.grackle is then our type."""
    with tempfile.TemporaryDirectory() as folder:
        packages = pathlib.Path(folder) / "packages"
        packages.mkdir()
        shutil.copy(ROOT / "packaging/data/org.grackle.Grackle.mime.xml", packages / "org.grackle.Grackle.xml")
        found = tool(["update-mime-database", folder])
        globs = pathlib.Path(folder) / "globs"
        if not globs.is_file() or "application/vnd.grackle.conversation+json:*.grackle" not in globs.read_text():
            found.append("*.grackle is not known after update-mime-database")
        return found


def main():
    if sys.argv[1:2] == ["--list"]:
        print("\n".join(RULES))
        return 0
    if len(sys.argv) < 2 or sys.argv[1] not in RULES:
        print(__doc__, file=sys.stderr)
        return 2
    found = RULES[sys.argv[1]](*sys.argv[2:])
    print("\n".join(found) if found else "ok: %s" % RULES[sys.argv[1]].__doc__)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
