#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""sheaf-cli convert on scanned pages against Tesseract and the rapidocr package, in one run.

    ocr.py [--dpi 150] [--draw DPI] [--first N] [--only sheaf,tesseract,tuned,rapidocr] [--keep DIR] [--per-doc] SHEAF-CLI FOLDER

FOLDER holds NAME.pdf with NAME.gt.md; --first takes the first N of them. With --draw they are made scans of before anybody reads
them: grey pictures of that resolution and nothing else, so that papers with a known truth (../shared/data/jats) serve as full pages. Prints for each reader the share of the truth's words that it found (each as often as the
truth has it; a Chinese sign is a word), nid by score.py (SHEAF_SHARED, else ../shared), and wall and processor seconds a page, all
of them after one another on the cores that this process may use. Processor seconds are the ones to compare on a busy machine.

The peers get pages drawn by pdftoppm at --dpi, in English. Tesseract finds the page's orientation itself (--psm 1); it runs as it comes,
page after page with its own threads, and as `tuned`, with one page a core and one thread a page, which is much faster.
Drawing is part of everybody's time; loading the models is part of nobody's: it is measured on a blank page and taken off.
Needs: tesseract-ocr, poppler-utils; pip install rapidocr==3.10.0 onnxruntime==1.32.0 rapidfuzz apted lxml pillow.
"""
import argparse
import collections
import concurrent.futures
import glob
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata

CORES = sorted(os.sched_getaffinity(0))
TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")


def words(text):
    return collections.Counter(TOKEN.findall(unicodedata.normalize("NFKC", text).lower()))


def call(*command, **options):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, **options)


def drawn(pdf, folder, dpi):
    call("pdftoppm", "-r", dpi, pdf, folder / pdf.stem)
    return sorted(folder.glob(f"{pdf.stem}-*.ppm"))


def tesseract(pdfs, out, dpi, _cli, at_once=1, environment=None):
    def read(picture):
        return subprocess.run(["tesseract", picture, "-", "--psm", "1"], capture_output=True, env=environment, text=True).stdout

    def document(pdf):
        return [read(page) for page in drawn(pdf, pathlib.Path(place), dpi)]

    with tempfile.TemporaryDirectory() as place, concurrent.futures.ThreadPoolExecutor(at_once) as pool:
        for pdf, texts in zip(pdfs, pool.map(document, pdfs)):
            (out / f"{pdf.stem}.md").write_text("\n\n".join(texts))


def tuned(pdfs, out, dpi, cli):
    tesseract(pdfs, out, dpi, cli, len(CORES), dict(os.environ, OMP_THREAD_LIMIT="1"))


def rapidocr(pdfs, out, dpi, _cli):
    call(sys.executable, __file__, "--rapidocr-child", out, "--dpi", dpi, *pdfs)


def rapidocr_child(pdfs, out, dpi):
    from rapidocr import RapidOCR
    engine = RapidOCR(params={"Global.log_level": "critical"})
    with tempfile.TemporaryDirectory() as place:
        for pdf in pdfs:
            results = [engine(page) for page in drawn(pdf, pathlib.Path(place), dpi)]
            (out / f"{pdf.stem}.md").write_text("\n\n".join("\n".join(r.txts or ()) for r in results))


def sheaf(pdfs, out, _dpi, cli):
    call(cli, "convert", "--fresh", "--jobs", len(CORES), "-o", out, *pdfs)


def timed(read, pdfs, out, dpi, cli):
    out.mkdir(parents=True, exist_ok=True)
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    read(pdfs, out, dpi, cli)
    wall, after = time.monotonic() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def small_page(place):
    """A page with one word on it, as a picture: what is left of a reader's time is its start."""
    picture = place / "start.ppm"
    picture.write_bytes(b"P6 300 200 255\n" + bytes(255 if (x // 20 + y // 20) % 9 else 0
                                                    for y in range(200) for x in range(300) for _ in range(3)))
    from PIL import Image
    Image.open(picture).save(place / "start.pdf", resolution=72)
    return place / "start.pdf"


def nid(predictions, truths):
    shared = pathlib.Path(os.environ.get("SHEAF_SHARED", pathlib.Path(__file__).resolve().parents[3] / "shared"))
    result = predictions / "score.json"
    call(sys.executable, shared / "eval/score.py", "--pred", predictions, "--gt", truths, "--json", result)
    scores = json.loads(result.read_text())
    return scores["mean"]["nid"], {name: row["nid"] for name, row in scores["documents"].items()}


def found(predictions, truths):
    """Per document: words found, words of the truth."""
    rows = {}
    for truth in sorted(truths.glob("*.gt.md")):
        name = truth.name.removesuffix(".gt.md")
        path, expected = predictions / f"{name}.md", words(truth.read_text())
        rows[name] = ((words(path.read_text()) & expected).total() if path.exists() else 0, expected.total())
    return rows


def scans_of(pdfs, folder, dpi):
    """The documents as pictures of their pages, each beside its truth."""
    from PIL import Image
    folder.mkdir()
    for pdf in pdfs:
        call("pdftoppm", "-gray", "-r", dpi, pdf, folder / pdf.stem)
        pictures = [Image.open(path) for path in sorted(folder.glob(f"{glob.escape(pdf.stem)}-*.pgm"))]
        pictures[0].save(folder / pdf.name, save_all=True, append_images=pictures[1:], resolution=int(dpi), quality=80)
        shutil.copy(pdf.with_suffix(".gt.md"), folder)
    return [folder / pdf.name for pdf in pdfs]


def pages_of(pdf):
    return int(re.search(rb"Pages:\s+(\d+)", call("pdfinfo", pdf).stdout).group(1))


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("cli")
    args.add_argument("folder", type=pathlib.Path)
    args.add_argument("--dpi", default="150")
    args.add_argument("--draw", metavar="DPI")
    args.add_argument("--first", type=int)
    args.add_argument("--only", default="sheaf,tesseract,tuned,rapidocr")
    args.add_argument("--keep", type=pathlib.Path, help="leave the texts here")
    args.add_argument("--per-doc", action="store_true")
    options = args.parse_args()
    pdfs = [pdf for pdf in sorted(options.folder.glob("*.pdf")) if pdf.with_suffix(".gt.md").exists()]
    pdfs, folder = pdfs[:options.first], options.folder
    pages = sum(map(pages_of, pdfs))
    print(f"{pages} pages on {len(CORES)} cores, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as place:
        if options.draw:
            folder = pathlib.Path(place) / "scans"
            pdfs = scans_of(pdfs, folder, options.draw)
        root = options.keep or pathlib.Path(place)
        start = small_page(pathlib.Path(place))
        for name in options.only.split(","):
            read = {"sheaf": sheaf, "tesseract": tesseract, "tuned": tuned, "rapidocr": rapidocr}[name]
            shutil.rmtree(root / name, ignore_errors=True)
            start_wall, start_cpu = timed(read, [start], root / "start", options.dpi, options.cli)
            wall, cpu = timed(read, pdfs, root / name, options.dpi, options.cli)
            per_document = found(root / name, folder)
            order, orders = nid(root / name, folder)
            share = sum(f for f, _ in per_document.values()) / sum(t for _, t in per_document.values())
            print(f"{name:10} words {share:.3f}  nid {order:.3f}  a page: {(wall - start_wall) / pages:5.2f} s, "
                  f"{(cpu - start_cpu) / pages:5.2f} s of the processor; start {start_wall:.2f} s")
            if options.per_doc:
                for document, (hit, total) in per_document.items():
                    print(f"    {hit:4}/{total:<4} nid {orders[document]:.3f}  {document}")


if __name__ == "__main__":
    if "--rapidocr-child" in sys.argv:
        rapidocr_child([pathlib.Path(p) for p in sys.argv[5:]], pathlib.Path(sys.argv[2]), sys.argv[4])
    else:
        main()
