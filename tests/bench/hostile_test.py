#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads papers with a service that misbehaves at random (hostile_service.py), kills sheaf-cli (SIGKILL) all the while,
and checks what may not happen: a paper without an end or a reason, a prompt paid twice, more paid than the cap allows, the
key anywhere outside the requests, a request to a host that a redirect named.

    hostile_test.py --bin build/dev/bin [--reader anthropic|openai] [--papers 60] [--kills 200] [--seed N]

Each start takes single requests, batches or both, by chance. Papers come a few at a time, and the cap of the first third is
too small.
"""
import argparse
import collections
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

import hostile_service

KEY = "sk-hostile-5f3a9c"


FOLDERS = 12  # they are given one after the other, so that no batch holds all papers


def write_papers(folder, count):
    for n in range(count):
        lines = [f"Paper {n} measured the response of sample {k} at {20 + (n * 7 + k * 3) % 60} degrees and found a change "
                 f"of {(n + k) % 9 + 1}.{k} percent." for k in range(60)]
        text = f"# A study of sample responses, number {n}\n\nAda Lovelace {n}\n\n2020\n\n" + "\n\n".join(lines)
        into = folder / str(n * FOLDERS // count)
        into.mkdir(parents=True, exist_ok=True)
        (into / f"paper{n}.md").write_text(text)


class Run:
    def __init__(self, opts, work, base):
        self.cli = (opts.bin / "sheaf-cli").resolve()
        self.work, self.base, self.reader = work, base, opts.reader
        self.project = work / "run.sheaf"
        self.log = (work / "log").open("wb")

    def command(self, cap, batch, folders):
        given = [self.work / "papers" / str(folder) for folder in range(folders)]
        return [self.cli, "run", *given, "--project", self.project, "--progress", "plain", *(f"--set={pair}" for pair in (
            f"read.kind={self.reader}", f"read.url={self.base}" + ("/v1" if self.reader == "openai" else ""),
            "read.model=hostile", f"read.price.in={hostile_service.PRICE_IN}", f"read.price.out={hostile_service.PRICE_OUT}",
            "read.poll.seconds=1", f"read.cap.usd={cap}", f"read.batch={batch}", "read.max.tokens=2000"))]

    def environment(self):
        return {**os.environ, "XDG_CACHE_HOME": str(self.work / "cache"), "XDG_CONFIG_HOME": str(self.work / "config"),
                "SHEAF_READ_KEY": KEY, "QT_LOGGING_RULES": "*.debug=true;qt.*=false"}

    def start(self, cap, batch, folders=FOLDERS):
        command = self.command(cap, batch, folders)
        return subprocess.Popen(command, env=self.environment(), stdout=self.log, stderr=self.log)

    def papers(self):
        text = subprocess.run([self.cli, "results", self.project, "--format", "json"], check=True, capture_output=True).stdout
        papers = json.loads(text)
        return papers.get("papers", papers) if isinstance(papers, dict) else papers


def kill_all(run, service, opts, chance, caps):
    """Returns how often a running start was killed, and how many ended by themselves before."""
    kills = ended = 0
    while kills < opts.kills and ended < opts.kills:
        share = (kills + ended / 3) / opts.kills
        cap = caps[0] if share < 0.3 else caps[1]
        folders = min(FOLDERS, 1 + int(share * (FOLDERS + 1)))
        process = run.start(cap, chance.choice(["auto", "always", "never"]), folders)
        try:
            process.wait(chance.uniform(0.02, opts.longest))
            ended += 1
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            kills += 1
        if service.paid_usd > cap:
            raise SystemExit(f"{service.paid_usd:.4f} paid of {cap}")
    return kills, ended


def finish(run, service, cap, seconds):
    """Left alone: a start that ends because nothing moves is started again."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        process = run.start(cap, "auto")
        try:
            status = process.wait(max(1, end - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.terminate()
            process.wait()
            break
        if status in (0, 1):
            return True
    return False


def places_with_key(run, service):
    needle = KEY.encode()
    files = [path for path in run.work.rglob("*") if path.is_file() and needle in path.read_bytes()]
    return [str(path) for path in files] + [url for url in service.urls if KEY in url]


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--bin", type=pathlib.Path, required=True)
    args.add_argument("--reader", choices=("anthropic", "openai"), default="anthropic")
    args.add_argument("--papers", type=int, default=60)
    args.add_argument("--kills", type=int, default=200)
    args.add_argument("--longest", type=float, default=0.6, help="seconds that a start lives at most")
    args.add_argument("--seed", type=int, default=None)
    args.add_argument("--seconds", type=float, default=300, help="for the last start, which is left alone")
    args.add_argument("--keep", type=pathlib.Path, help="work here and leave all files")
    opts = args.parse_args()
    seed = opts.seed if opts.seed is not None else random.randrange(1 << 32)
    service, base = hostile_service.serve(seed)
    with tempfile.TemporaryDirectory() as scratch:
        work = opts.keep or pathlib.Path(scratch)
        work.mkdir(exist_ok=True)
        write_papers(work / "papers", opts.papers)
        run = Run(opts, work, base)
        caps = (0.1, 0.1 * opts.papers)  # an answer that goes well costs 0.002, and up to 0.03 is reserved for it
        kills, early = kill_all(run, service, opts, random.Random(seed), caps)
        ended = finish(run, service, caps[1], opts.seconds)
        run.log.flush()
        papers, leaks = run.papers(), places_with_key(run, service)

    states = collections.Counter(paper["state"] + (f" ({paper['failure']['code']})" if paper.get("failure") else "")
                                 for paper in papers)
    unreasoned = [paper["id"] for paper in papers if not paper["success"] and not (paper.get("failure") or {}).get("message")]
    spent = sum(paper["cost_usd"] or 0 for paper in papers)
    lost = service.paid_usd > spent + 1e-9
    print(f"seed {seed}, {opts.reader}: {kills} kills, {early} ended before, {len(papers)} papers: "
          + ", ".join(f"{count} {state}" for state, count in sorted(states.items())))
    print("faults:", ", ".join(f"{count} × {name}" for name, count in sorted(service.faults.items())))
    print(f"{sum(service.paid.values())} answers paid, {service.paid_twice()} of them twice; the service counts "
          f"${service.paid_usd:.4f}, the papers ${spent:.4f}; {len(leaks)} leaks of the key, "
          f"{len(hostile_service.Lure.seen)} requests to another host; ended: {ended}")
    for line in leaks[:5] + hostile_service.Lure.seen[:3] + [f"no reason: paper {paper}" for paper in unreasoned[:5]]:
        print(" ", line)
    good = (ended and len(papers) == opts.papers and not unreasoned and not leaks and not hostile_service.Lure.seen
            and service.paid_twice() == 0 and not lost)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
