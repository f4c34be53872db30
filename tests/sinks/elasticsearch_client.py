# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads, with the vendor's own client, what Sheaf wrote to a server, and writes by its bulk helper: URL ID-OF-A-DOCUMENT."""
import sys

try:
    from elasticsearch import Elasticsearch
    from elasticsearch.helpers import bulk
except ImportError:
    sys.exit(77)

server, document = sys.argv[1:]
client = Elasticsearch(server)
assert client.info()["version"]["number"] == "8.15.2"
assert client.indices.exists(index="sheaf")
assert client.indices.get_mapping(index="sheaf")["sheaf"]["mappings"]["properties"]["doi"]["type"] == "keyword"
assert client.count(index="sheaf")["count"] == 3
assert client.get(index="sheaf", id=document)["_source"]["doi"] == "10.1000/paper.2"
written, errors = bulk(client, [{"_index": "other", "_id": str(i), "n": i} for i in range(2)])
assert (written, errors) == (2, [])
