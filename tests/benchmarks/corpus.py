# SPDX-FileCopyrightText: 2026 The Grackle authors
# SPDX-License-Identifier: MIT
"""Makes the text that the benchmarks stream and store: Markdown as language models write it. Always the same text."""
import random

WORDS = ("page key tree node split parent child index order value cache latch root leaf range insert delete scan lock "
         "buffer disk block write read merge sort hash log record field column query plan cost height depth row").split()
LANGUAGES = {
    "python": ["def insert(node, key):", "    # find the leaf first", "    index = bisect(node.keys, key)", "    if index == len(node.keys):",
               "        return \"end of node\"", "    return node.children[index] + 42"],
    "cpp": ["struct Node {", "    int keys[64];   // sorted", "    Node *parent = nullptr;", "};", "const char *name = \"leaf\";", "return split(node, 32);"],
    "json": ["{", "  \"key\": \"value\",", "  \"count\": 12,", "  \"open\": true", "}"],
}


def sentence(rng, low=6, high=16):
    words = [rng.choice(WORDS) for _ in range(rng.randint(low, high))]
    mark = rng.random()
    at = rng.randrange(len(words))
    if mark < 0.15:
        words[at] = "**" + words[at] + "**"
    elif mark < 0.25:
        words[at] = "`" + words[at] + "()`"
    elif mark < 0.30:
        words[at] = "[" + words[at] + "](https://example.org/" + words[at] + ")"
    text = " ".join(words)
    return text[0].upper() + text[1:] + "."


def paragraph(rng):
    return " ".join(sentence(rng) for _ in range(rng.randint(2, 5)))


def block(rng):
    kind = rng.random()
    if kind < 0.50:
        return paragraph(rng)
    if kind < 0.60:
        return "#" * rng.randint(2, 4) + " " + " ".join(rng.choice(WORDS) for _ in range(3)).title()
    if kind < 0.75:
        return "\n".join("- " + sentence(rng, 4, 10) for _ in range(rng.randint(3, 6)))
    if kind < 0.82:
        return "\n".join("%d. %s" % (i + 1, sentence(rng, 4, 10)) for i in range(rng.randint(3, 5)))
    if kind < 0.95:
        language = rng.choice(sorted(LANGUAGES))
        return "```" + language + "\n" + "\n".join(rng.choice(LANGUAGES[language]) for _ in range(rng.randint(4, 12))) + "\n```"
    return "| Key | Value | Cost |\n|---|---|---:|\n" + "\n".join(
        "| %s | %s | %d |" % (rng.choice(WORDS), rng.choice(WORDS), rng.randint(1, 999)) for _ in range(rng.randint(2, 6)))


def answer(characters, seed=1):
    rng = random.Random(seed)
    parts, size = [], 0
    while size < characters:
        parts.append(block(rng))
        size += len(parts[-1]) + 2
    return "\n\n".join(parts)[:characters]


def messages(count, seed=2):
    return [answer(random.Random(seed + i).randint(600, 1600), seed + i) for i in range(count)]
