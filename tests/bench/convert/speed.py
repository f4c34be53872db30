#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""sheaf-cli convert against pdftotext, file after file in one run.

    speed.py [--jobs 2] [--rounds 3] [--preset fast] [--files] [--gt FOLDER] SHEAF-CLI PDF|FOLDER...

Prints for each the wall time (the best round, the two taking turns), the processor time, pages a second and the peak memory of
sheaf-cli and of its largest page worker, and the ratio of the times; with --files also each file alone, where the start of a process
counts. With --gt, quality by score.py (SHEAF_SHARED, else ../shared). Conversions are --fresh: nothing comes from the cache.
Linux only: memory is read from /proc while the programs run.
"""
import argparse
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import threading
import time


def peak_kb(pid):
    try:
        with open(f"/proc/{pid}/status", encoding="ascii") as status:
            fields = dict(line.split(":", 1) for line in status)
        return int(fields["VmHWM"].split()[0]), int(fields["PPid"])
    except (OSError, KeyError, ValueError):
        return 0, 0


class Memory(threading.Thread):
    """Peak memory of a program and of its children, looked at a hundred times a second."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.own, self.child, self.over = pid, 0, 0, threading.Event()
        self.start()

    def run(self):
        while not self.over.wait(0.01):
            self.own = max(self.own, peak_kb(self.pid)[0])
            try:
                tasks = os.listdir(f"/proc/{self.pid}/task")
                children = [c for t in tasks for c in pathlib.Path(f"/proc/{self.pid}/task/{t}/children").read_text().split()]
            except OSError:
                continue
            self.child = max([self.child] + [peak_kb(child)[0] for child in children])


def measured(command):
    """Wall and processor seconds, status, peaks in MB."""
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    memory = Memory(process.pid)
    status = process.wait()
    wall = time.monotonic() - begin
    memory.over.set()
    memory.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"wall": wall, "cpu": cpu, "status": status, "own": memory.own / 1024, "worker": memory.child / 1024}


def added(rows):
    return {"wall": sum(r["wall"] for r in rows), "cpu": sum(r["cpu"] for r in rows), "status": max(r["status"] for r in rows),
            "own": max(r["own"] for r in rows), "worker": 0}


def pages_of(pdf):
    told = subprocess.run(["pdfinfo", pdf], capture_output=True, check=False).stdout
    return next((int(line.split()[1]) for line in told.splitlines() if line.startswith(b"Pages:")), 0)


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--jobs", type=int, default=2)
    args.add_argument("--rounds", type=int, default=3)
    args.add_argument("--preset", default="fast")
    args.add_argument("--files", action="store_true")
    args.add_argument("--gt", type=pathlib.Path)
    args.add_argument("program")
    args.add_argument("inputs", nargs="+", type=pathlib.Path)
    opts = args.parse_args()
    pdfs = [str(pdf) for given in opts.inputs for pdf in (sorted(given.rglob("*.pdf")) if given.is_dir() else [given])]
    if not pdfs:
        sys.exit("no PDFs")
    pages = sum(map(pages_of, pdfs))
    with tempfile.TemporaryDirectory() as out:
        text = os.path.join(out, "text")
        plain = lambda pdf: measured(["pdftotext", pdf, text])
        ours = lambda files: measured([opts.program, "convert", *files, "-o", out, "--fresh", "--preset", opts.preset,
                                       "--jobs", str(opts.jobs)])
        rounds = [(added([plain(pdf) for pdf in pdfs]), ours(pdfs)) for _ in range(opts.rounds)]
        best = [min((r[i] for r in rounds), key=lambda row: row["wall"]) for i in (0, 1)]
        for name, row in zip(("pdftotext", "sheaf-cli"), best):
            print(f"{name}: {row['wall']:.2f} s, processor {row['cpu']:.2f} s, {pages / row['wall']:.0f} pages/s, peak {row['own']:.0f} MB"
                  + (f", worker {row['worker']:.0f} MB, exit status {row['status']}" if row["worker"] else ""))
        print(f"{len(pdfs)} files, {pages} pages, {opts.jobs} jobs, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}: "
              f"wall {best[1]['wall'] / best[0]['wall']:.2f} × pdftotext, processor {best[1]['cpu'] / best[0]['cpu']:.2f} ×")
        if opts.files:
            for pdf in pdfs:
                a, b = (min((run(pdf) for _ in range(opts.rounds)), key=lambda row: row["wall"])
                        for run in (plain, lambda file: ours([file])))
                print(f"  {b['wall'] / a['wall']:5.2f} × {a['wall'] * 1000:6.0f} ms → {b['wall'] * 1000:6.0f} ms  {os.path.basename(pdf)}")
        if opts.gt:
            shared = os.environ.get("SHEAF_SHARED", pathlib.Path(__file__).resolve().parents[4] / "shared")
            subprocess.run([sys.executable, pathlib.Path(shared, "eval", "score.py"), "--body", "--pred", out, "--gt", opts.gt], check=True)


if __name__ == "__main__":
    main()
