#!/usr/bin/env python3
"""Sentences of the program as they were and as they are: drawn at random, so that nobody chooses the good ones.

    sentences.py BEFORE AFTER [COUNT [SEED [LANGUAGE]]]

draws COUNT (100) sentences with SEED (1) from the words of the commit BEFORE (bundles, README, manual, lessons) in
LANGUAGE (en, or de), and prints a table of each beside the sentence of the commit AFTER in its place: of the same key, or of
the nearest paragraph in the same file. A sentence that is the same in both has "=" beside it.
"""

import difflib
import json
import random
import re
import subprocess
import sys

BUNDLES = "src/main/resources/lab/carousel/text/"
PAGES = ("README.md", "src/site/markdown/", "assets/lessons/")
FEWEST_WORDS = 4
ALIKE = 0.3


def git(*arguments):
    return subprocess.run(["git", *arguments], check=True, capture_output=True, text=True, encoding="utf-8").stdout


def files(commit, language):
    names = git("ls-tree", "-r", "--name-only", "-z", commit, "--", BUNDLES + language + "/", *PAGES).split("\0")
    is_german = lambda name: bool(re.search(r"\.de\.\w+$", name))
    spoken = [name for name in names if name.startswith(BUNDLES) or is_german(name) == (language == "de")]
    return [name for name in spoken if re.search(r"\.properties$|\.md$|lesson(\.\w+)?\.json$", name)]


def strings(value, key=""):
    """The texts of a JSON value, by their places in it."""
    if isinstance(value, str):
        return {key: value}
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return {name: text for part, inner in parts for name, text in strings(inner, f"{key}.{part}").items()}


def texts(commit, name):
    """The paragraphs of a file by their keys; those of Markdown are numbered."""
    content = git("show", f"{commit}:{name}")
    if name.endswith(".properties"):
        lines = re.findall(r"^([\w.]+) *= *(.*)$", content, re.MULTILINE)
        escapes = lambda text: re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)
        return {key: escapes(text).replace("\\n", " ").replace("''", "'") for key, text in lines}
    if name.endswith(".json"):
        return strings(json.loads(content))
    prose = re.sub(r"^```.*?^```|^    .*?$|<!--.*?-->", "", content, flags=re.MULTILINE | re.DOTALL)
    paragraphs = re.split(r"\n\s*\n|\n(?=[-*|#]|\d+\. )", prose)
    return {str(number): " ".join(text.split()) for number, text in enumerate(paragraphs) if text.strip()}


def sentences(text):
    parts = re.split(r"(?<=[.!?:;])\s+(?=[“„\"*_\[(]?[A-ZÄÖÜ{0-9])| \| ", text)
    return [part.strip(" |") for part in parts if len(re.findall(r"[A-Za-zÄÖÜäöüß]{2,}", part)) >= FEWEST_WORDS]


def nearest(sentence, candidates):
    alike = lambda other: difflib.SequenceMatcher(None, sentence.split(), other.split(), autojunk=False).ratio()
    best = max(candidates, key=alike, default="")
    return best if best and alike(best) >= ALIKE else ""


def beside(sentence, key, now, is_bundle):
    """What stands in its place now."""
    if is_bundle:
        text = now.get(key, "(gone)")
        return nearest(sentence, sentences(text)) or text
    everything = [part for text in now.values() for part in sentences(text)]
    return nearest(sentence, everything) or nearest(sentence, now.values()) or "(gone)"


def main(before, after, count="100", seed="1", language="en"):
    drawn = [
        (name, key, sentence)
        for name in files(before, language)
        for key, text in texts(before, name).items()
        for sentence in sentences(text)
    ]
    kept = set(files(after, language))
    cell = lambda text: text.replace("|", "\\|")
    print(f"{len(drawn)} sentences in {before}; {count} of them, seed {seed}\n")
    print("| | where | before | after |\n| --- | --- | --- | --- |")
    for number, (name, key, sentence) in enumerate(random.Random(int(seed)).sample(drawn, int(count)), 1):
        now = beside(sentence, key, texts(after, name), name.startswith(BUNDLES)) if name in kept else "(gone)"
        where = key if name.startswith(BUNDLES) else name.replace("src/site/markdown/", "").replace("assets/", "")
        print(f"| {number} | {where} | {cell(sentence)} | {'=' if sentence == now else cell(now)} |")


if __name__ == "__main__":
    if not 3 <= len(sys.argv) <= 6:
        sys.exit(__doc__)
    main(*sys.argv[1:])
