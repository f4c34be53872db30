# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads, with a client that was made for zotero.org, what Sheaf wrote, and writes itself: URL PDF."""
import sys

try:
    from pyzotero import errors, zotero
except ImportError:
    sys.exit(77)

url, pdf = sys.argv[1:]
library = zotero.Zotero("475", "user", "web-key")
library.endpoint = url

assert library.key_info()["userID"] == 475
[item] = library.items(itemType="journalArticle", limit=100)[:1]
assert item["data"]["DOI"] == "10.1000/paper.1", item
children = library.children(item["key"])
kinds = sorted(child["data"]["itemType"] for child in children)
assert kinds == ["attachment", "note"], kinds
attachment = next(c for c in children if c["data"]["itemType"] == "attachment")
assert library.file(attachment["key"])[:4] == b"%PDF"
[mark] = library.children(attachment["key"])
assert mark["data"]["annotationType"] == "highlight"
assert {c["data"]["name"] for c in library.collections()} == {"Thesis", "Chapter 1"}
assert [c["data"]["name"] for c in library.collections_top()] == ["Thesis"]

made = library.create_items([{"itemType": "journalArticle", "title": "From elsewhere", "tags": []}])
key = made["success"]["0"]
mine = library.item(key)
mine["data"]["title"] = "Changed"
library.update_item(mine)
try:
    library.update_item(mine)  # with the version of before
    raise AssertionError("an old version was taken")
except errors.PreConditionFailedError:
    pass
assert library.item(key)["data"]["title"] == "Changed"
assert library.attachment_simple([pdf], key)["success"]
assert len(library.everything(library.top(limit=1))) == 2
library.delete_item(library.item(key))
assert len(library.top()) == 1
