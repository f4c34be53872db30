#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A run of scanned papers with the real models, told by its trace: are the networks' threads kept busy, and is it fair?

    sight_run.py [--papers 12] [--pages 6] [--long 300] [--short 9] [--strip 0.3] [--set KEY=VALUE]... SHEAF-CLI SCANS

Makes scanned papers out of the pages in SCANS (../shared/data/scans): pictures at 150 dpi without any text, each of them different.
 1. --papers papers of --pages pages each. Prints what share of the time between their first and last run the networks' threads
    worked, in all and until the first of the four converters has nothing left to do, pages a second, and what the runs were.
 2. --short papers of three pages alone, then the same behind one of --long pages: when each of them was through, counted from the
    start of the first conversion. --strip cuts all pages of 2. to that share of their height, so that 300 of them take minutes.
Needs: poppler-utils; pip install pillow.
"""
import argparse
import collections
import itertools
import json
import os
import pathlib
import random
import subprocess
import tempfile

from PIL import Image, ImageDraw

INFERENCE = 2


def pictures_of(folder, place):
    for pdf in sorted(folder.glob("*.pdf")):
        subprocess.run(["pdftoppm", "-r", "150", "-l", "8", "-gray", pdf, place / pdf.stem], check=True, capture_output=True)
    return [Image.open(path).copy() for path in sorted(place.glob("*.pgm"))]


def paper(path, pages, pictures, strip, dice):
    """No two papers have the same bytes: each page has a line of its own at its foot."""
    scans = []
    for _ in range(pages):
        page = next(pictures)
        scan = page.crop((0, 0, page.width, int(page.height * strip)))
        ImageDraw.Draw(scan).text((20, scan.height - 30), f"sheet {dice.random()}", fill=0)
        scans.append(scan)
    scans[0].save(path, save_all=True, append_images=scans[1:], resolution=150, quality=70)


def run(cli, papers, place, settings):
    """The spans of the run's trace, and the names of its papers by number. No conversion comes from a cache."""
    trace, project = place / "trace.json", place / "run.sheaf"
    for old in place.glob("run.sheaf*"):
        subprocess.run(["rm", "-r", old], check=True)
    environment = dict(os.environ, SHEAF_TRACE=str(trace), XDG_CACHE_HOME=str(place / "cache"))
    options = [word for setting in settings for word in ("--set", setting)]
    subprocess.run(["rm", "-rf", place / "cache"], check=True)
    done = subprocess.run([cli, "run", *papers, "--project", project, "--progress", "none", *options], env=environment,
                          capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"sheaf-cli run ended with {done.returncode}: {done.stderr.strip()}")
    text = trace.read_text().rstrip().rstrip(",")
    spans = [event for event in json.loads(text + "]") if event["ph"] == "X"]
    return spans, {number + 1: path.stem for number, path in enumerate(papers)}


def ends(span):
    return span["ts"] + span["dur"]


def share(runs, begin, end, threads):
    return sum(min(ends(span), end) - max(span["ts"], begin) for span in runs if span["ts"] < end) / (threads * (end - begin))


def busy(spans, pages):
    runs = [span for span in spans if span["pid"] == INFERENCE]
    conversions = [span for span in spans if span["name"] == "convert"]
    threads = len({span["tid"] for span in runs})
    begin, end = min(span["ts"] for span in runs), max(map(ends, runs))
    # From here on fewer papers are left than converters.
    last_start = max(span["ts"] for span in conversions)
    fewer = min(ends(span) for span in conversions if ends(span) > last_start)
    print(f"  {threads} threads of networks, busy {100 * share(runs, begin, end, threads):.1f} % of {(end - begin) / 1e6:.1f} s, "
          f"{100 * share(runs, begin, fewer, threads):.1f} % while all converters have papers; {pages / (end - begin) * 1e6:.2f} pages/s")
    by_stage = collections.defaultdict(list)
    for span in runs:
        by_stage[span["name"]].append(span)
    for name, own in sorted(by_stage.items()):
        tasks = sum(span["args"]["tasks"] for span in own)
        print(f"  {name}: {len(own)} runs of {tasks / len(own):.1f} on average and {max(s['args']['tasks'] for s in own)} at most, "
              f"{sum(s['dur'] for s in own) / 1000 / tasks:.0f} ms each, {sum(s['args']['papers'] > 1 for s in own)} for several papers")


def through(spans, names):
    conversions = [span for span in spans if span["name"] == "convert"]
    begin = min(span["ts"] for span in conversions)
    return {names[span["tid"]]: (ends(span) - begin, span["dur"]) for span in conversions}


def fairness(cli, long_paper, short, place, settings):
    alone = through(*run(cli, short, place, settings))
    beside = through(*run(cli, [long_paper, *short], place, settings))
    for name in sorted(alone):
        (end_alone, own_alone), (end_beside, own_beside) = alone[name], beside[name]
        print(f"  {name}: through after {end_alone / 1e6:6.1f} s alone, {end_beside / 1e6:6.1f} s beside it; "
              f"its own conversion {own_alone / 1e6:5.1f} s and {own_beside / 1e6:5.1f} s")
    last_alone, last_beside = max(end for end, _ in alone.values()), max(beside[name][0] for name in alone)
    print(f"  all short ones after {last_alone / 1e6:.1f} s alone, {last_beside / 1e6:.1f} s beside the long one, "
          f"which took {beside[long_paper.stem][0] / 1e6:.1f} s")


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("cli", type=pathlib.Path)
    args.add_argument("scans", type=pathlib.Path)
    args.add_argument("--papers", type=int, default=12)
    args.add_argument("--pages", type=int, default=6)
    args.add_argument("--long", type=int, default=300)
    args.add_argument("--short", type=int, default=9)
    args.add_argument("--strip", type=float, default=0.3)
    args.add_argument("--set", action="append", default=[], dest="settings")
    options = args.parse_args()
    dice = random.Random(7)
    print(f"{len(os.sched_getaffinity(0))} cores, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as name:
        place = pathlib.Path(name)
        pictures = itertools.cycle(pictures_of(options.scans, place))
        if options.papers:
            papers = [place / f"paper-{i:02}.pdf" for i in range(options.papers)]
            for path in papers:
                paper(path, options.pages, pictures, 1, dice)
            print(f"{options.papers} papers of {options.pages} scanned pages")
            busy(run(options.cli.resolve(), papers, place, options.settings)[0], options.papers * options.pages)
        if options.short:
            long_paper, short = place / "long.pdf", [place / f"short-{i}.pdf" for i in range(options.short)]
            paper(long_paper, options.long, pictures, options.strip, dice)
            for path in short:
                paper(path, 3, pictures, options.strip, dice)
            print(f"{options.short} papers of 3 strips of pages, beside one of {options.long}")
            fairness(options.cli.resolve(), long_paper, short, place, options.settings)


if __name__ == "__main__":
    main()
