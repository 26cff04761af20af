#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""A rule that finds nothing in a tree made to break it would let everything pass: each is tried on such a tree."""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

HOUSE = pathlib.Path(__file__).with_name("house.py")
TS = """<?xml version="1.0" encoding="utf-8"?><TS version="2.1" language="de"><context><name>A</name><message>
<source>Open %1</source><translation>{0}</translation></message></context></TS>"""
# rule, file, its content, what must be reported (None: nothing may be)
CASES = [
    ("top_level", "notes.txt", "", "notes.txt"),
    ("licence_lines", "src/a/a.cpp", "int a;\n", "src/a/a.cpp"),
    ("no_fixed_waits", "tests/a/tst_a.cpp", "QTest::qWait(100);\n", "tst_a.cpp:1"),
    ("no_rich_text_from_outside", "src/a/a.cpp", "\nlabel->setHtml(text);\n", "a.cpp:2"),
    ("no_rich_text_from_outside", "ui/a.ui", "<enum>Qt::AutoText</enum>\n", "a.ui:1"),
    ("no_dangerous_calls", "src/a/a.cpp", "reply->ignoreSslErrors();\n", "a.cpp:1"),
    ("no_dangerous_calls", "src/a/a.cpp", "QRandomGenerator::system()->generate();\n", None),
    ("time_comes_from_the_clock", "src/a/a.cpp", "QDateTime::currentDateTimeUtc();\n", "a.cpp:1"),
    ("time_comes_from_the_clock", "src/app/a.cpp", "QDateTime::currentDateTimeUtc();\n", None),
    ("nobody_reaches_for_the_application", "src/a/a.cpp", "QCoreApplication::instance();\n", "a.cpp:1"),
    ("nothing_unfinished", "src/a/a.cpp", "// TO" + "DO later\n", "a.cpp:1"),
    ("resources_are_used", "resources/a.qrc", "<RCC><qresource><file>gone.svg</file></qresource></RCC>", "gone.svg does not exist"),
    ("resources_are_used", "resources/lost.svg", "<svg/>", "lost.svg"),
    ("each_form_has_its_class", "ui/a.ui", "<ui><class>A</class></ui>", "nobody"),
    ("no_url_scheme", "packaging/data/a.desktop", "MimeType=x-scheme-handler/grackle;\n", "a.desktop:1"),
]


class HouseRules(unittest.TestCase):
    def output_of(self, rule, name, content):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
            run = subprocess.run([sys.executable, str(HOUSE), rule], env=dict(os.environ, HOUSE_ROOT=folder), stdout=subprocess.PIPE, check=False)
            return run.returncode, run.stdout.decode()

    def test_each_rule_finds_what_breaks_it(self):
        for rule, name, content, wanted in CASES:
            with self.subTest(rule=rule, name=name):
                status, output = self.output_of(rule, name, content)
                self.assertEqual(status, 0 if wanted is None else 1, output)
                self.assertIn(wanted or "ok:", output)

    def test_a_translation_counts_only_when_it_is_finished_and_keeps_its_placeholders(self):
        sys.path.insert(0, str(HOUSE.parent))
        import house
        for translation, wanted in (("%1 \u00f6ffnen", 0), ("", 1), ("\u00d6ffnen", 1), ("%2 \u00f6ffnen", 1)):
            with self.subTest(translation=translation), tempfile.TemporaryDirectory() as folder:
                path = pathlib.Path(folder) / "a.ts"
                path.write_text(TS.format(translation), encoding="utf-8")
                self.assertEqual(len(house.unfinished_in(path, "a.ts")), wanted)


if __name__ == "__main__":
    unittest.main()
