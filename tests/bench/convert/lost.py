#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words of the text layer that reach the markdown nowhere: no quote of them can be proven.

    lost.py [--preset fast] [--lines 40] SHEAF-CLI PDF|FOLDER...

Compares pdftotext's words (poppler-utils) with the markdown by their letters alone. A word is there when it stands in the markdown beside
one of its neighbours of the line; words of less than three letters, as in formulas, and lone numbers, as of lines, are not looked at. Prints, for each document, how many lost words stand inside the page, at its head or foot
(where running heads are dropped rightly), in a figure, and in what was told to be furniture; then the lost lines that are on one page only, the
longest first.
"""
import argparse
import collections
import html
import json
import pathlib
import re
import subprocess
import tempfile
import unicodedata

EDGE = 0.15  # of the page's height
LEAST = 3  # letters
LONE = 9  # letters: so long a word is the same one anywhere
CELL = 2  # words: so short a line may be a table's cell, whose neighbours in the markdown are others
PLACES = ("inside", "edge", "figure", "furniture")


def letters(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text).lower() if c.isalnum())


def plain(markdown):
    text = re.sub(r"\[\^[^\]]*\]:?|</?(su[bp]|t[rdh]|table|br)\b[^<>]*>|\]\([^)]*\)", " ", markdown)
    return html.unescape(re.sub(r"\\text\w*", " ", text))


def lines_of(pdf):
    """Each line as its page, its place from the page's top (0 to 1), its box and its words."""
    layout = subprocess.run(["pdftotext", "-bbox-layout", str(pdf), "-"], capture_output=True, text=True, check=False).stdout
    page, height = 0, 1.0
    for found in re.finditer(r'<page width="[\d.]+" height="([\d.]+)"|<line ([^>]*)>(.*?)</line>', layout, re.S):
        if found[1]:
            page, height = page + 1, float(found[1])
            continue
        x0, y0, x1, y1 = (float(value) for value in re.findall(r'="(-?[\d.]+)"', found[2]))
        words = [html.unescape(word) for word in re.findall(r"<word [^>]*>(.*?)</word>", found[3])]
        yield page, (y0 + y1) / 2 / height, (x0, y0, x1, y1), words


def lost_words(words, there):
    """Which words stand in the markdown beside neither neighbour; a line's last may be the first half of a broken one."""
    kept = [left + right in there or right[::-1] + left[::-1] in there for left, right in zip(words, words[1:])]
    return [len(word) >= LEAST and not any(kept[max(0, i - 1):i + 1]) and (len(word) < LONE or word not in there)
            for i, word in enumerate(words)]


def kinds_at(document, page, box):
    """The kinds of the blocks over the box's middle."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    for block in document["blocks"]:
        for region in block["regions"]:
            left, top, width, height = region["box"]
            if region["page"] == page and left <= x <= left + width and top <= y <= top + height:
                yield block["kind"]


def place_of(document, page, y, box):
    kinds = set(kinds_at(document, page, box))
    named = [kind for kind in ("figure", "furniture") if kind in kinds]
    return named[0] if named else "inside" if EDGE < y < 1 - EDGE else "edge"


def judge(pdf, markdown, document):
    text = plain(markdown)
    there, tokens = letters(text), {letters(token) for token in text.split()}
    lines = [(page, y, box, line, told) for page, y, box, words in lines_of(pdf) for line in [" ".join(words)]
             if (told := [letters(word) for word in words if letters(word)])]
    missing = iter(lost_words([word for *_, told in lines for word in told], there))
    rows = []
    for page, y, box, line, told in lines:
        lost = [word for word in told if next(missing)]
        if len(told) <= CELL:
            lost = [word for word in lost if word not in tokens and not word.isdecimal()]
        if lost:
            rows.append((place_of(document, page, y, box), page, y, len(lost), line))
    return sum(len(word) >= LEAST for *_, told in lines for word in told), rows


def convert(program, pdf, preset):
    with tempfile.TemporaryDirectory() as out:
        subprocess.run([program, "convert", str(pdf), "-o", out, "--json", "--fresh", "--preset", preset],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        made = pathlib.Path(out, pdf.stem + ".md")
        return (made.read_text(), json.loads(made.with_suffix(".json").read_text())) if made.exists() else None


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--preset", default="fast")
    args.add_argument("--lines", type=int, default=40)
    args.add_argument("program")
    args.add_argument("inputs", nargs="+", type=pathlib.Path)
    opts = args.parse_args()
    lost, words, lines = collections.Counter(), 0, []
    for pdf in sorted(p for given in opts.inputs for p in ([given] if given.is_file() else given.rglob("*.pdf"))):
        if not (conversion := convert(opts.program, pdf, opts.preset)):
            continue
        total, rows = judge(pdf, *conversion)
        own = collections.Counter()
        for place, _, _, count, _ in rows:
            own[place] += count
        print(f"{pdf.stem}: {total} words; lost " + ", ".join(f"{place} {own[place]}" for place in PLACES))
        seen = collections.Counter(re.sub(r"\d+", "#", text) for *_, text in rows)
        lines += [(place, count, pdf.stem, page, y, text) for place, page, y, count, text in rows
                  if seen[re.sub(r"\d+", "#", text)] == 1]
        lost.update(own)
        words += total
    for place in ("inside", "edge"):
        for _, count, name, page, y, text in sorted((row for row in lines if row[0] == place), key=lambda row: -row[1])[:opts.lines]:
            print(f"{place} {count:3} {name} page {page} at {y:.2f}: {text[:110]}")
    print(f"{words} words; lost " + ", ".join(f"{place} {lost[place]} ({100 * lost[place] / max(1, words):.2f} %)" for place in PLACES))


if __name__ == "__main__":
    main()
