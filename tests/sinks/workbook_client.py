# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at a workbook of results as a data scientist would: PATH."""
import sys

try:
    from openpyxl import load_workbook
except ImportError:
    sys.exit(77)

sheet = load_workbook(sys.argv[1]).active
header = [cell.value for cell in sheet[1]]
row = {name: sheet.cell(3, i + 1) for i, name in enumerate(header)}
assert sheet.freeze_panes == "A2", sheet.freeze_panes
assert sheet.auto_filter.ref
assert row["year"].value == 2019 and row["year"].data_type == "n"
assert row["Sample size"].value == 42 and row["Sample size"].data_type == "n"
assert row["success"].value is True
assert row["Finding"].data_type == "s", "text became a formula"
at = header.index("Finding")
assert header[at : at + 5] == ["Finding", "Finding: state", "Finding: quotes", "Finding: pages", "Finding: quote states"]
assert "It works well" in row["Finding: quotes"].value
assert row["Finding: pages"].hyperlink.target.startswith("https://doi.org/")
assert row["doi"].hyperlink.target == "https://doi.org/10.1000/paper.2"
