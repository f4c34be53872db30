#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the metadata and references of `sheaf-cli convert --json` against what the publishers know.

    references.py [--cli PROGRAM] [--converted DIR] [--verbose] [FOLDER…]

A folder holds NAME.pdf with NAME.meta.json (title, doi, authors, references: title, doi, year, first_author), or, as the
test data of papers, NAME.meta.bib and NAME.refs.bib. Default: ../shared/data/jats and ../shared/data/papers/jabref.
--converted takes the JSON that is there instead of converting.

Rules. A true reference is sought among the found ones by its DOI, else by the best title, each used once.
  title   similarity of the folded titles (letters and digits, no accents, lower case) at least 0.9, or one of them, of
          three words and more, begins with the other
  author  the folded family name, or organisation, of the first author (editor, if there is none) is the true one or ends
          with it
  year    equal
  doi     equal in lower case
A field that the publisher's data does not have counts nowhere. A DOI counts only where the PDF's text or links show it:
`printed`, by the text of the entries and of the page.
"""
import argparse
import difflib
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata


def fold(text):
    text = unicodedata.normalize("NFKD", re.sub(r"<[^>]{1,20}>", "", text or "")).replace("ß", "ss").replace("ø", "o")
    return re.sub(r"[\W_]+", " ", "".join(c for c in text if not unicodedata.combining(c)).lower()).strip()


def alike(a, b):
    a, b = fold(a), fold(b)
    if not a or not b:
        return False
    if a.replace(" ", "") == b.replace(" ", ""):
        return True
    starts = min(len(a.split()), len(b.split())) >= 3 and (a.startswith(b) or b.startswith(a))
    return starts or difflib.SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.9


def name_of(author):
    return author.get("literal") or " ".join(
        author[key] for key in ("non-dropping-particle", "family") if author.get(key))


def same_name(found, true):
    found, true = fold(found), fold(true)
    return bool(found) and (found == true or found.endswith(" " + true) or true.endswith(" " + found))


def year_of(item):
    parts = item.get("issued", {}).get("date-parts", [[None]])
    return str(parts[0][0] or "")


def bib_entries(text):
    """Enough BibTeX for the test data: one field a line or more, braces balanced."""
    entries = []
    for start in re.finditer(r"@(?!comment)\w+\{", text, re.I):
        depth, i = 1, start.end()
        while i < len(text) and depth:
            depth += {"{": 1, "}": -1}.get(text[i], 0)
            i += 1
        fields = {}
        for field in re.finditer(r"(\w+)\s*=\s*\{", text[start.end():i]):
            at, level, j = start.end() + field.end(), 1, start.end() + field.end()
            while j < i and level:
                level += {"{": 1, "}": -1}.get(text[j], 0)
                j += 1
            value = re.sub(r"\\[a-zA-Z]+\s*|\\.", "", text[at:j - 1]).replace("{", "").replace("}", "")
            fields[field.group(1).lower()] = re.sub(r"\s+", " ", value).strip()
        entries.append(fields)
    return entries


def bib_names(text):
    text = (text or "").replace("Authors Info & Claims", "")  # what a web page left in one file of the test data
    names = [n.strip() for n in re.split(r"\s+and\s+", text) if n.strip() and n.strip() != "others"]
    return [" ".join(reversed([p.strip() for p in n.split(",", 1)])) for n in names]


def truth_of(pdf):
    meta = pdf.with_suffix(".meta.json")
    if meta.exists():
        return json.loads(meta.read_text())
    truth = {}
    for path, own in ((pdf.with_suffix(".meta.bib"), True), (pdf.with_suffix(".refs.bib"), False)):
        for fields in bib_entries(path.read_text()) if path.exists() else []:
            names = bib_names(fields.get("author"))
            if own:
                truth.update(title=fields.get("title"), doi=fields.get("doi", ""), authors=names)
            else:
                truth.setdefault("references", []).append({
                    "title": fields.get("title", ""), "doi": fields.get("doi", ""), "year": fields.get("year", ""),
                    "first_author": names[0].split()[-1] if names else ""})
    return truth or None


class Count:
    def __init__(self):
        self.good, self.all = {}, {}

    def add(self, key, good):
        self.all[key] = self.all.get(key, 0) + 1
        self.good[key] = self.good.get(key, 0) + bool(good)
        return good

    def line(self):
        return "  ".join(f"{key} {self.good[key]}/{n} {100 * self.good[key] / n:.1f} %" for key, n in self.all.items())


def pair(true, found):
    """The found item for each true one, None where there is none."""
    pairs, free = [None] * len(true), list(range(len(found)))
    for rule in (lambda t, f: t["doi"] and t["doi"].lower() == f.get("DOI", "").lower(),
                 lambda t, f: alike(t["title"], f.get("title", "")),
                 lambda t, f: t["title"] and fold(t["title"]) in fold(json.dumps(f, ensure_ascii=False)),
                 # styles that print no titles
                 lambda t, f: not t["title"] and t["year"] == year_of(f) and
                 same_name(name_of((f.get("author") or [{}])[0]), t["first_author"])):
        for i, reference in enumerate(true):
            match = next((j for j in free if pairs[i] is None and rule(reference, found[j])), None)
            if match is not None:
                pairs[i] = found[match]
                free.remove(match)
    return pairs


def printed(doi, conversion):
    text = "".join(re.sub(r"[\s%-]", "", b.get("text", "")) for b in conversion["blocks"]).lower()
    return re.sub(r"[\s%-]", "", doi.lower()) in text.replace("5b", "[").replace("5d", "]") or \
        re.sub(r"[\s%-]", "", doi.lower()) in text


def measure(truth, conversion, count, say):
    meta, found = conversion.get("metadata", {}), conversion.get("references", [])
    if truth.get("title"):
        if not count.add("own title", alike(truth["title"], meta.get("title", ""))):
            say(f"own title: {meta.get('title')!r}, true {truth['title']!r}")
    if truth.get("doi"):
        if not count.add("own doi", truth["doi"].lower() == meta.get("DOI", "").lower()):
            say(f"own doi: {meta.get('DOI')!r}, true {truth['doi']!r}")
    if truth.get("authors"):
        own = [(author.get("given", "") + " " + name_of(author)).strip() for author in meta.get("author", [])]
        good = len(own) == len(truth["authors"]) and all(alike(a, b) for a, b in zip(own, truth["authors"]))
        if not count.add("own authors", good):
            say(f"own authors: {own}, true {truth['authors']}")
    for reference, item in zip(truth.get("references", []), pair(truth.get("references", []), found)):
        item = item or {}
        fields = {
            "title": (reference["title"], lambda: alike(reference["title"], item.get("title", ""))),
            "author": (reference["first_author"],
                       lambda: same_name(name_of((item.get("author") or item.get("editor") or [{}])[0]), reference["first_author"])),
            "year": (reference["year"], lambda: reference["year"] == year_of(item)),
            "doi": (reference["doi"] and printed(reference["doi"], conversion),
                    lambda: reference["doi"].lower() == item.get("DOI", "").lower()),
        }
        checks = {key: check() for key, (true, check) in fields.items() if true}
        for key, good in checks.items():
            count.add(key, good)
        if not all(checks.values()):
            wrong = ", ".join(key for key, good in checks.items() if not good)
            say(f"{wrong}: {reference}\n      found {json.dumps(item, ensure_ascii=False)[:400]}")
        count.add("title+author+year", all(good for key, good in checks.items() if key != "doi"))
    if truth.get("references"):
        count.add("no more entries than true", len(found) <= len(truth["references"]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = pathlib.Path(__file__).resolve().parents[2]
    parser.add_argument("--cli", default=here / "build/dev/bin/sheaf-cli")
    parser.add_argument("--converted", type=pathlib.Path)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("folders", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    data = here.parent / "shared/data"
    folders = options.folders or [data / "jats", data / "papers/jabref"]
    for folder in folders:
        pdfs = [pdf for pdf in sorted(folder.glob("*.pdf")) if truth_of(pdf)] if folder.is_dir() else []
        if not pdfs:
            print(f"{folder}: no PDF with its truth here, nothing measured")
            continue
        with tempfile.TemporaryDirectory() as scratch:
            out = options.converted or pathlib.Path(scratch)
            if not options.converted:
                subprocess.run([options.cli, "convert", *pdfs, "-o", out, "--json", "--jobs", "2"], check=True,
                               stdout=subprocess.DEVNULL)
            count = Count()
            for pdf in pdfs:
                def say(text, name=pdf.name):
                    if options.verbose:
                        print(f"  {name}: {text}")
                converted = out / (pdf.stem + ".json")
                measure(truth_of(pdf), json.loads(converted.read_text()) if converted.exists() else {"blocks": []},
                        count, say)
            print(f"{folder}: {len(pdfs)} papers  {count.line()}")


if __name__ == "__main__":
    sys.exit(main())
