#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Acquires a list of papers from fake services on this machine, a tenth of which fails in each way that services fail,
while the program is killed (SIGKILL) again and again; then checks every paper and every host.

    acquire_test.py --bin build/dev/bin [--papers 1000] [--kills 10] [--seed N] [--pace 0.05]

Every paper must end with its own file, or with the reason that fits what was done to it; no paper may have another's
file; no host may have been asked faster than its pace. Unpaywall names one place a paper, Europe PMC a second one for
four of five. Hosts are addresses 127.0.0.N of the loopback network, one a "publisher".
"""
import argparse
import asyncio
import collections
import csv
import gzip
import hashlib
import json
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.parse

HOSTS = 20
FAULTS = ("429 at first", "500 at first", "always 500", "never answers", "cut", "paywall page", "challenge page", "wrong paper",
          "supplement", "truncated", "redirects in a circle", "empty", "not there", "gzip", "page that names the PDF", "refused")
# What the paper may end with when the place that is spoilt so is the only one. None: with its file.
ENDS = {"429 at first": None, "500 at first": None, "always 500": {"http.500"}, "never answers": {"net.timeout"},
        "cut": {"net.dropped"}, "paywall page": {"acquire.not-a-pdf"}, "challenge page": {"acquire.no-open-copy"},
        "wrong paper": {"acquire.wrong-paper"}, "supplement": {"acquire.supplement"},
        "truncated": {"acquire.cut-off", "pdf.broken"}, "redirects in a circle": {"acquire.no-open-copy"},
        "empty": {"acquire.not-a-pdf"}, "not there": {"acquire.no-open-copy"}, "gzip": None, "page that names the PDF": None,
        "refused": {"net.unreachable", "acquire.resting"}}
WORDS = ("adaptive basal coastal diffuse elastic fractal granular hybrid inertial kinetic lateral marine nodal optical polar quantum "
         "radial sparse thermal urban viscous woven xeric yearly zonal acoustic binary cyclic dense early").split()
THINGS = ("membranes sediments lattices glaciers enzymes forests markets orbits proteins rivers sensors textiles volcanoes "
          "wetlands alloys batteries corals dunes estuaries fungi").split()


def title_of(n):
    pick = random.Random(n)
    return f"{pick.choice(WORDS).title()} {pick.choice(WORDS)} {pick.choice(THINGS)} under {pick.choice(WORDS)} load: study {n}"


def author_of(n):
    return f"Ahn{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}son"


def pdf(title, author, first=""):
    """One page of text, as small as a PDF can be."""
    lines = [(16, 760, first)] if first else []
    lines += [(16, 735, title), (11, 712, author)]
    body = random.Random(title + first)
    lines += [(10, 690 - 14 * i, " ".join(body.choice(WORDS) for _ in range(12))) for i in range(35)]
    ops = "".join(f"BT /F1 {s} Tf 60 {y} Td ({t.replace('(', '').replace(')', '')}) Tj ET\n" for s, y, t in lines).encode()
    parts = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
             b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
             b"<< /Length %d >>\nstream\n" % len(ops) + ops + b"endstream", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    out, table = b"%PDF-1.4\n", b"0000000000 65535 f \n"
    for i, part in enumerate(parts):
        table += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n" % (i + 1) + part + b"\nendobj\n"
    return out + b"xref\n0 6\n" + table + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)


class World:
    """The papers, what is done to each of their places, and what was asked."""

    def __init__(self, papers, seed):
        dice = random.Random(seed)
        self.papers = [{"n": n, "doi": f"10.5555/bench.{n}", "title": title_of(n), "author": author_of(n)} for n in range(papers)]
        self.asked = collections.defaultdict(list)  # "host:port" → times
        self.seen = collections.Counter()
        self.port = 0
        self.kills = []
        for paper in self.papers:
            places = [("unpaywall", dice)] + ([("europepmc", dice)] if dice.random() < 0.8 else [])
            paper["places"] = {}
            for source, _ in places:
                # With 1.8 places a paper, a tenth of all papers meets each way to fail.
                roll = dice.randrange(len(FAULTS) + 2)
                paper["places"][source] = FAULTS[roll] if roll < len(FAULTS) else None
        self.by_doi = {paper["doi"]: paper for paper in self.papers}

    def host(self, paper, source):
        return f"127.0.0.{2 + (paper['n'] * 7 + (3 if source == 'europepmc' else 0)) % HOSTS}"

    def url(self, paper, source):
        fault = paper["places"][source]
        if fault == "refused":
            return f"http://127.0.1.{2 + paper['n'] % 200}:9/{source}/{paper['n']}.pdf"  # nobody listens there
        tail = "-supp.pdf" if fault == "supplement" and paper["n"] % 2 else ".pdf"
        return f"http://{self.host(paper, source)}:{self.port}/{source}/{paper['n']}{tail}"

    def right_file(self, paper):
        return pdf(paper["title"], paper["author"])

    def expected(self, paper):
        """The codes that are right; None = its file."""
        ends = [ENDS[fault] if fault else None for fault in paper["places"].values()]
        return None if None in ends else set().union(*ends)


def reply(body, status="200 OK", kind="application/pdf", extra="", length=None):
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body) if length is None else length}\r\n{extra}\r\n"
    return head.encode() + body


class Services:
    def __init__(self, world):
        self.world = world

    async def serve(self):
        servers = [await asyncio.start_server(self.connection, "127.0.0.1", 0)]
        self.world.port = servers[0].sockets[0].getsockname()[1]
        for n in range(HOSTS):
            servers.append(await asyncio.start_server(self.connection, f"127.0.0.{2 + n}", self.world.port))
        return servers

    async def connection(self, reader, writer):
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                lines = head.decode("latin-1").split("\r\n")
                host = next(line.split(": ", 1)[1] for line in lines if line.lower().startswith("host:"))
                self.world.asked[host].append(time.monotonic())
                if not await self.answer(urllib.parse.urlsplit(lines[0].split(" ")[1]), host, writer):
                    break
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass  # the client went, or the test is over
        finally:
            writer.close()

    @staticmethod
    async def gone(writer):
        """Until the client gives up."""
        while not writer.transport.is_closing():
            await asyncio.sleep(0.2)

    async def answer(self, url, host, writer):
        path = urllib.parse.unquote(url.path)
        if path in ("/robots.txt", "/unpaywall", "/europepmc"):  # the latter when a host is silent: is anybody there?
            writer.write(reply(b"", "404 Not Found", "text/plain"))
        elif path.startswith("/unpaywall/v2/"):
            writer.write(self.unpaywall(path.removeprefix("/unpaywall/v2/")))
        elif path == "/europepmc/search":
            query = urllib.parse.parse_qs(url.query)["query"][0]
            writer.write(self.europe_pmc(query.split('"')[1]))
        else:
            return await self.file(path, host, writer)
        return True

    def unpaywall(self, doi):
        paper = self.world.by_doi[doi]
        place = {"url_for_pdf": self.world.url(paper, "unpaywall"), "version": "publishedVersion"}
        return reply(json.dumps({"doi": doi, "best_oa_location": place, "oa_locations": [place]}).encode(), kind="application/json")

    def europe_pmc(self, doi):
        paper = self.world.by_doi[doi]
        results = []
        if "europepmc" in paper["places"]:
            text = {"documentStyle": "pdf", "availabilityCode": "OA", "url": self.world.url(paper, "europepmc")}
            results = [{"doi": doi, "source": "MED", "fullTextUrlList": {"fullTextUrl": [text]}}]
        return reply(json.dumps({"resultList": {"result": results}}).encode(), kind="application/json")

    async def file(self, path, host, writer):
        _, source, name = path.split("/")[:3]
        number = "".join(c for c in name.split(".")[0] if c.isdigit())
        paper = self.world.papers[int(number)]
        fault, right = paper["places"][source], self.world.right_file(paper)
        self.world.seen[source, paper["n"]] += 1
        first = self.world.seen[source, paper["n"]] == 1
        page = lambda text: reply(f"<!DOCTYPE html><html><head><title>x</title></head><body>{text}</body></html>".encode(), kind="text/html")
        if path.endswith("/real"):
            writer.write(reply(right))
        elif fault == "429 at first" and first:
            writer.write(reply(b"slow", "429 Too Many Requests", "text/plain", "Retry-After: 1\r\n"))
        elif (fault == "500 at first" and first) or fault == "always 500":
            writer.write(reply(b"broken", "500 Internal Server Error", "text/plain"))
        elif fault == "never answers":
            await self.gone(writer)
            return False
        elif fault == "cut":
            writer.write(reply(right[:len(right) // 2], length=len(right)))
            await writer.drain()
            return False
        elif fault == "paywall page":
            writer.write(page("Buy this article for 39.95").replace(b"text/html", b"application/pdf"))
        elif fault == "challenge page":
            writer.write(page("Are you a human?").replace(b"200 OK", b"403 Forbidden"))
        elif fault == "wrong paper":
            other = self.world.papers[(paper["n"] + 1) % len(self.world.papers)]
            writer.write(reply(self.world.right_file(other)))
        elif fault == "supplement":
            writer.write(reply(pdf(paper["title"], paper["author"], "Supplementary Information for")))
        elif fault == "truncated":
            writer.write(reply(right[:-160]))
        elif fault == "redirects in a circle":
            writer.write(reply(b"", "302 Found", "text/plain", f"Location: {path}?again\r\n"))
        elif fault == "empty":
            writer.write(reply(b""))
        elif fault == "not there":
            writer.write(reply(b"gone", "404 Not Found", "text/plain"))
        elif fault == "gzip":
            writer.write(reply(gzip.compress(right), extra="Content-Encoding: gzip\r\n"))
        elif fault == "page that names the PDF":
            writer.write(page(f"<h1>Abstract</h1><meta name='citation_pdf_url' content='{path}/real'>"))
        else:
            writer.write(reply(right))
        return True


def command(args, folder, world):
    base = f"http://127.0.0.1:{world.port}"
    pace = ", ".join(f"127.0.0.{2 + n}={args.pace}" for n in range(HOSTS))
    settings = {"acquire.email": "bench@example.org", "acquire.unpaywall.url": f"{base}/unpaywall", "acquire.europepmc.url": f"{base}/europepmc",
                "acquire.sources": "list, unpaywall, europepmc, pages", "acquire.parallel": "32", "acquire.pace": pace,
                "acquire.deadline.seconds": "5", "convert.preset": "fast", "queue.marker.papers": "50"}
    return [args.bin / "sheaf-cli", "run", folder / "list.csv", "--project", folder / "run.sheaf", "--progress", "none",
            *(f"--set={key}={value}" for key, value in settings.items())]


async def run_killed(args, folder, world, dice):
    env = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    kills, start = 0, time.monotonic()
    while True:
        process = await asyncio.create_subprocess_exec(*command(args, folder, world), env=env, stdout=subprocess.DEVNULL)
        try:
            limit = dice.uniform(*args.between) if kills < args.kills else None
            status = await asyncio.wait_for(process.wait(), limit)
            return kills, status, time.monotonic() - start
        except asyncio.TimeoutError:
            process.send_signal(signal.SIGKILL)
            await process.wait()
            world.kills.append(time.monotonic())
            kills += 1


def outcomes(args, folder):
    text = subprocess.run([args.bin / "sheaf-cli", "results", folder / "run.sheaf", "--format", "json"], check=True, capture_output=True).stdout
    papers = json.loads(text)
    return {p["doi"]: p for p in (papers["papers"] if isinstance(papers, dict) else papers)}


def files_of(folder):
    """DOI → hash of the document that the project file names."""
    with sqlite3.connect(f"file:{folder / 'run.sheaf'}?mode=ro", uri=True) as db:
        return dict(db.execute("SELECT doi, file_hash FROM papers JOIN status ON paper = id"))


def check(args, folder, world):
    results, hashes, wrong = outcomes(args, folder), files_of(folder), []
    ends = collections.Counter()
    for paper in world.papers:
        result, expected = results.get(paper["doi"]), world.expected(paper)
        got = "no result" if result is None else "file" if hashes.get(paper["doi"]) else (result.get("failure") or {}).get("code")
        digest = hashlib.sha256(world.right_file(paper)).hexdigest()
        if got == "file" and hashes[paper["doi"]] != digest:
            got = "WRONG FILE"
        ends[got] += 1
        if got != "file" if expected is None else got not in expected:
            wrong.append(f"{paper['doi']} {paper['places']}: {got}, not {expected or 'its file'}")
    left = [p.name for p in folder.rglob("fetch-*")]
    return ends, wrong, hurried(args, world), left


def hurried(args, world):
    """Hosts that got more in four seconds than their pace allows, less half a second for a busy machine. The first request after a kill
    knows nothing of those before."""
    hosts = []
    for host, times in world.asked.items():
        if host.startswith("127.0.0.1:"):
            continue  # the catalogues, on this computer, have no pace
        limit = int(4 / args.pace) + 1
        for first, last in zip(times, times[limit:]):
            if last - first < 3.5 and not any(first <= kill <= last for kill in world.kills):
                hosts.append(f"{host}: {limit + 1} requests in {last - first:.2f} s")
                break
    return hosts


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--papers", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--between", type=float, nargs=2, default=(3, 15), metavar="SECONDS", help="between two kills")
    parser.add_argument("--pace", type=float, default=0.2, help="seconds between two requests to one host")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=pathlib.Path, help="work here and leave it there")
    args = parser.parse_args()
    args.bin = args.bin.resolve()
    world, dice = World(args.papers, args.seed), random.Random(args.seed)
    servers = await Services(world).serve()
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.keep or pathlib.Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "list.csv").open("w", newline="") as out:
            rows = csv.writer(out)
            rows.writerow(["DOI", "Title", "Authors", "Year"])
            rows.writerows([p["doi"], p["title"], p["author"], 2020] for p in world.papers)
        kills, status, seconds = await run_killed(args, folder, world, dice)
        ends, wrong, hasty, left = check(args, folder, world)
    for server in servers:
        server.close()
    asked = sum(len(times) for times in world.asked.values())
    busiest = max(len(times) / (times[-1] - times[0] + args.pace) for host, times in world.asked.items() if not host.startswith("127.0.0.1:"))
    print(f"{args.papers} papers, {kills} kills, {seconds:.0f} s, exit status {status}, {asked} requests; "
          f"busiest publisher {busiest:.1f} a second over the run")
    print("ends:", ", ".join(f"{end} {count}" for end, count in ends.most_common()))
    for line in (wrong + hasty)[:40] + [f"left behind: {name}" for name in left[:5]]:
        print("  ", line)
    print(f"{len(wrong)} papers ended wrong, {len(hasty)} hosts were hurried, {len(left)} files left behind")
    return 1 if wrong or hasty or left else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
