#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How well a page's confidence tells its quality.

    audit.py [--flag 0.7] [--bad 0.8] [--pages] SHEAF-CLI FOLDER...

Converts the PDFs of each folder that have a ground truth (NAME.gt.md), and compares each page with the part of the truth that
it shows. Prints how the two numbers rank (Spearman), how often a flagged page (confidence below --flag) really is bad (quality below
--bad) and how many bad pages are flagged, and what each reason is worth.

A page's quality is the F-measure of its runs of three words that are in the truth and of the truth's that are on the page: lost,
added, repeated, mixed and garbled text all lower it; headings and tables' shape do not count. What the page should show is told by
the runs that it alone has. Pages of which the truth holds nearly nothing (references where it ends before them, forms) cannot be
judged and are left out.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import tempfile
import unicodedata

RUN = 3
LEAST = 40  # runs that a page needs to be judged
TEXT = {"title", "heading", "paragraph", "abstract", "list item", "table", "caption", "code", "footnote", "theorem"}
SOMETIMES = {"authors", "affiliation", "reference", "formula"}  # in some truths and not in others


def words(text):
    text = unicodedata.normalize("NFKC", re.sub(r"</?[A-Za-z][^<>]*>|\]\([^)]*\)|https?://\S+|\$\$.*?\$\$", " ", text, flags=re.S))
    return re.findall(r"\w+", text.lower())


def runs(tokens):
    return [tuple(tokens[i:i + RUN]) for i in range(len(tokens) - RUN + 1)]


def page_words(document, kinds):
    """The words of each page by its blocks; a paragraph over a page break is shared out by its boxes' areas."""
    pages = {page["page"]: [] for page in document["pages"]}
    for block in document["blocks"]:
        if block["kind"] not in kinds or not block["regions"]:
            continue
        text = " ".join(cell["text"] for cell in block.get("cells", [])) or block["text"]
        tokens = words(text)
        areas = [(r["page"], r["box"][2] * r["box"][3]) for r in block["regions"]]
        total = sum(area for _, area in areas) or 1
        begin = 0.0
        for page, area in areas:
            end = begin + len(tokens) * area / total
            pages.setdefault(page, []).extend(tokens[round(begin):round(end)])
            begin = end
    return pages


def owners(truth_runs, page_runs):
    """The page that shows each run of the truth, None where two pages meet: by the runs that only one page has, without strays."""
    places = collections.defaultdict(list)
    for at, run in enumerate(truth_runs):
        places[run].append(at)
    seen = collections.Counter(run for found in page_runs.values() for run in set(found))
    anchors = sorted((places[run][0], page) for page, found in page_runs.items() for run in set(found)
                     if seen[run] == 1 and len(places.get(run, ())) == 1)
    labels = [collections.Counter(page for _, page in anchors[max(0, i - 3):i + 4]).most_common(1)[0][0] for i in range(len(anchors))]
    owner = [None] * len(truth_runs)
    edges = [(0, labels[0])] + [(at, label) for (at, _), label in zip(anchors, labels)] + [(len(truth_runs), labels[-1])] if labels else []
    for (begin, left), (end, right) in zip(edges, edges[1:]):
        if left == right:
            owner[begin:end] = [left] * (end - begin)
    return owner, collections.Counter(labels)


def judge(document, truth):
    page_runs, all_runs = ({page: runs(tokens) for page, tokens in page_words(document, kinds).items()}
                           for kinds in (TEXT, TEXT | SOMETIMES))
    truth_runs = runs(truth)
    owner, anchors = owners(truth_runs, all_runs)
    in_truth, mine = collections.Counter(truth_runs), collections.defaultdict(collections.Counter)
    for run, page in zip(truth_runs, owner):
        mine[page][run] += 1
    for page in document["pages"]:
        number, found = page["page"], collections.Counter(page_runs[page["page"]])
        if len(document["pages"]) == 1:
            mine[number], anchors[number] = in_truth, max(anchors[number], 4)
        if anchors[number] < 4:
            # Nothing on a page that has ink although its neighbours are in the truth: the page was lost, not left out.
            if not found and "no text layer" in page["reasons"]:
                yield page, 0.0
            continue
        near = sum((collections.Counter(all_runs.get(n, ())) for n in range(number - 1, number + 2)), collections.Counter())
        good = sum((found & in_truth).values()) / max(1, sum(found.values()))
        kept = sum((mine[number] & near).values()) / max(1, sum(mine[number].values()))
        if good > 0.3 and sum(mine[number].values()) >= LEAST or len(document["pages"]) == 1:
            yield page, 2 * good * kept / max(1e-9, good + kept)


def ranks(values):
    order = sorted(range(len(values)), key=values.__getitem__)
    result, i = [0.0] * len(values), 0
    while i < len(order):
        j = i
        while j < len(order) and values[order[j]] == values[order[i]]:
            j += 1
        for k in order[i:j]:
            result[k] = (i + j - 1) / 2
        i = j
    return result


def spearman(a, b):
    a, b = ranks(a), ranks(b)
    mean = (len(a) - 1) / 2
    cov = sum((x - mean) * (y - mean) for x, y in zip(a, b))
    var = sum((x - mean) ** 2 for x in a) * sum((y - mean) ** 2 for y in b)
    return cov / var ** 0.5 if var else float("nan")


def convert(program, folder):
    pdfs = [pdf for pdf in sorted(folder.rglob("*.pdf")) if pdf.with_suffix(".gt.md").exists()]
    if not pdfs:
        return
    with tempfile.TemporaryDirectory() as out:
        subprocess.run([program, "convert", *map(str, pdfs), "-o", out, "--json", "--fresh"], stdout=subprocess.DEVNULL, check=False)
        for pdf in pdfs:
            result = pathlib.Path(out, pdf.stem + ".json")
            if result.exists():
                yield pdf, json.loads(result.read_text())


def report(rows, flag, bad):
    confidence = [page["confidence"] for _, page, _ in rows]
    qualities = [q for _, _, q in rows]
    flagged = [q for c, q in zip(confidence, qualities) if c < flag]
    poor = [c for c, q in zip(confidence, qualities) if q < bad]
    mean = lambda values: sum(values) / len(values) if values else float("nan")
    print(f"{len(rows)} pages, mean quality {mean(qualities):.3f}, {len(poor)} below {bad}")
    print(f"rank correlation {spearman(confidence, qualities):.2f}")
    print(f"flagged (below {flag}): {len(flagged)}, mean quality {mean(flagged):.3f}; "
          f"really bad {sum(q < bad for q in flagged)}; not flagged: mean quality "
          f"{mean([q for c, q in zip(confidence, qualities) if c >= flag]):.3f}, bad {sum(c >= flag for c in poor)}")
    for low, high in ((0, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 1.01)):
        inside = [q for c, q in zip(confidence, qualities) if low <= c < high]
        if inside:
            print(f"  confidence {low:.1f} to {min(high, 1):.1f}: {len(inside):4} pages, mean quality {mean(inside):.3f}")
    reasons = collections.defaultdict(list)
    for _, page, q in rows:
        for reason in page["reasons"] or ["(none)"]:
            reasons[reason].append(q)
    for reason, found in sorted(reasons.items(), key=lambda item: mean(item[1])):
        print(f"  {reason}: {len(found)} pages, mean quality {mean(found):.3f}")


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--flag", type=float, default=0.7)
    args.add_argument("--bad", type=float, default=0.8)
    args.add_argument("--pages", action="store_true", help="each page, the worst first")
    args.add_argument("program")
    args.add_argument("folders", nargs="+", type=pathlib.Path)
    opts = args.parse_args()
    rows = []
    for folder in opts.folders:
        for pdf, document in convert(opts.program, folder):
            truth = words(pdf.with_suffix(".gt.md").read_text(errors="replace"))
            rows += [(pdf.stem, page, q) for page, q in judge(document, truth)]
    if opts.pages:
        for name, page, q in sorted(rows, key=lambda row: row[2]):
            print(f"{q:.2f} confidence {page['confidence']:.2f} coverage {page['coverage']:.2f} {name} page {page['page']} "
                  f"{', '.join(page['reasons'])}")
    report(rows, opts.flag, opts.bad)


if __name__ == "__main__":
    main()
