#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Typesets the example papers into ../pdf. Only needed after a change; needs pdflatex, pdftoppm and img2pdf.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export SOURCE_DATE_EPOCH=1700000000
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for source in *.tex; do
  [ "$source" = common.tex ] && continue
  for pass in 1 2; do
    pdflatex -interaction=batchmode -halt-on-error -output-directory "$work" "$source" >"$work/log" || { cat "$work"/*.log; exit 1; }
  done
  cp "$work/${source%.tex}.pdf" ../pdf/
done

# A scan: the page as a picture, a little askew, without text.
pdftoppm -r 150 -gray -png ../pdf/field_books.pdf "$work/scan"
convert "$work"/scan-1.png -background white -rotate 0.6 -gravity center -extent 1240x1754 -blur 0x0.4 -depth 4 "$work/page.png"
img2pdf --pillow-limit-break --creationdate 1970-01-01 --moddate 1970-01-01 "$work/page.png" -o ../pdf/field_books.pdf
# A broken file: cut in the middle, before any page is whole.
head -c 9000 ../pdf/seed_storage.pdf >"$work/cut.pdf"
mv "$work/cut.pdf" ../pdf/seed_storage.pdf
