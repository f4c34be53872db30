#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
# complete.sh ROOT LUPDATE: every text for people in src and ui has a finished translation, and no translation loses a %1.
# English is the texts' own language; its file holds the plurals alone.
set -euo pipefail
root=$1 lupdate=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
for ts in "$root"/translations/*.ts; do
  copy=$work/$(basename "$ts")
  cp "$ts" "$copy"
  find "$root/src" "$root/ui" -name '*.cpp' -o -name '*.h' | sort >"$work/sources"
  # Without the include paths a class in a namespace would be taken for one outside it.
  only=()
  [ "$(basename "$ts")" = sheaf_en.ts ] && only=(-pluralonly)
  "$lupdate" -silent "${only[@]}" -no-obsolete -locations none -I "$root" -I "$root/src" "@$work/sources" -ts "$copy" 2>/dev/null
  python3 - "$copy" <<'PY' || failed=1
import re, sys, xml.etree.ElementTree as tree
bad = []
messages = list(tree.parse(sys.argv[1]).iter("message"))
for message in messages:
    source, translation = message.findtext("source"), message.find("translation")
    texts = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
    places = lambda text: set(re.findall(r"%L?(\d+|n)", text))
    if translation.get("type") == "unfinished" or not all(texts):
        bad.append(f"not translated: {source}")
    elif any(places(text) - places(source) or (places(source) - places(text)) - {"n"} for text in texts):
        bad.append(f"placeholders differ: {source} -> {texts}")
print("\n".join(bad) or f"{len(messages)} texts translated in {sys.argv[1].rsplit('/', 1)[-1]}")
sys.exit(bool(bad) or not messages)
PY
done
exit $failed
