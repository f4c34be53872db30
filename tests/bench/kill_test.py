#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills sheaf-cli (SIGKILL) at random moments of a run, starts it again each time, and checks that nothing was lost,
changed or paid twice.

    kill_test.py --bin build/dev/bin [--papers 40] [--kills 20] [--seed N] [--services services.py]

One run is left alone; its results are what the killed one must end with. The services (../shared/eval/services.py, needs
aiohttp) count by themselves what was paid for.
"""
import argparse
import csv
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
SHARED = pathlib.Path(os.environ.get("SHEAF_SHARED", HERE.parents[2] / "shared"))


def call(url, method="GET"):
    with urllib.request.urlopen(urllib.request.Request(url, method=method)) as reply:
        return json.load(reply)


def wait_for(base):
    for _ in range(100):
        try:
            return call(f"{base}/stats")
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the services did not start")


def write_list(path, papers):
    with path.open("w", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["DOI", "Title", "Year"])
        rows.writerows([f"10.5555/race.{n}", f"A study of sample responses, number {n}", 2020] for n in range(papers))


def command(cli, folder, base):
    return [cli, "run", folder / "list.csv", "--project", folder / "run.sheaf", "--progress", "none",
            *(f"--set={pair}" for pair in (
                "acquire.email=kill@example.org", "acquire.metadata=false", f"acquire.unpaywall.url={base}/unpaywall", "convert.kind=marker-server",
                f"convert.url={base}", "read.kind=anthropic", f"read.url={base}", "read.model=race",
                "read.price.in=1", "read.price.out=5", "read.poll.seconds=1"))]


def environment(folder):
    return {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "SHEAF_READ_KEY": "kill"}


def results(cli, folder):
    """What must not depend on kills: everything but times, and the price, which a batch halves."""
    text = subprocess.run([cli, "results", folder / "run.sheaf", "--format", "json"], check=True, capture_output=True).stdout
    papers = json.loads(text)
    papers = papers.get("papers", papers) if isinstance(papers, dict) else papers
    for paper in papers:
        for part in (paper, *paper["record"].values()):
            for changing in ("seconds", "cost_usd", "answered_at"):
                part.pop(changing, None)
    return {paper["doi"]: paper for paper in papers}


def run_alone(cli, folder, base):
    start = time.monotonic()
    subprocess.run(command(cli, folder, base), env=environment(folder), check=True)
    return time.monotonic() - start


def run_killed(cli, folder, base, moments):
    """Each start is killed after so many seconds; the last one is left alone."""
    ended_early = 0
    for moment in moments:
        process = subprocess.Popen(command(cli, folder, base), env=environment(folder))
        try:
            process.wait(moment)
            ended_early += 1
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
    subprocess.run(command(cli, folder, base), env=environment(folder), check=True)
    return len(moments) - ended_early


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--bin", type=pathlib.Path, required=True)
    args.add_argument("--papers", type=int, default=40)
    args.add_argument("--kills", type=int, default=20)
    args.add_argument("--seed", type=int, default=None)
    args.add_argument("--port", type=int, default=8931)
    args.add_argument("--services", type=pathlib.Path, default=SHARED / "eval" / "services.py")
    args.add_argument("--delays", default="", help="more options for services.py")
    opts = args.parse_args()
    seed = opts.seed if opts.seed is not None else random.randrange(1 << 32)
    chance = random.Random(seed)
    cli = (opts.bin / "sheaf-cli").resolve()
    base = f"http://127.0.0.1:{opts.port}"
    services = subprocess.Popen([sys.executable, opts.services, "--port", str(opts.port), "--papers", str(opts.papers),
                                 *opts.delays.split()])
    try:
        wait_for(base)
        with tempfile.TemporaryDirectory() as work:
            alone, killed = pathlib.Path(work) / "alone", pathlib.Path(work) / "killed"
            for folder in (alone, killed):
                folder.mkdir()
                write_list(folder / "list.csv", opts.papers)
            call(f"{base}/reset", "POST")
            seconds = run_alone(cli, alone, base)
            expected = results(cli, alone)
            call(f"{base}/reset", "POST")
            moments = [chance.uniform(0.02, seconds / 6) for _ in range(opts.kills)]
            kills = run_killed(cli, killed, base, moments)
            found, stats = results(cli, killed), call(f"{base}/stats")
    finally:
        services.terminate()
        services.wait()

    unlike = [doi for doi in expected if expected[doi] != found.get(doi)]
    answered = sum(paper["success"] for paper in found.values())
    print(f"seed {seed}: {kills} kills over {opts.papers} papers (undisturbed {seconds:.1f} s): {answered} answered, "
          f"{len(unlike)} unlike the undisturbed run, {stats['answers']} answers paid, {stats['paid_twice']} paid twice, "
          f"{stats['conversions']} conversions, {stats['downloaded_twice']} downloaded twice")
    for doi in unlike[:3]:
        print("expected", json.dumps(expected[doi]), "\nfound   ", json.dumps(found.get(doi)))
    return 0 if answered == opts.papers and not unlike and stats["paid_twice"] == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
