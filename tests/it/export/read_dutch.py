"""Reads tables with the code in the documentation, and prints what pandas made of the figures in them as JSON.

Reads a job on standard input: the folder that holds `export`, and the code.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any


def main() -> None:
    job = json.load(sys.stdin)
    os.chdir(job["folder"])
    made: dict[str, Any] = {}
    exec(job["code"], made)
    found = {}
    for name in ("antwoorden", "scores"):
        table = made[name]
        found[name] = {
            column: {"count": int(table[column].count()), "sum": float(table[column].sum())}
            for column in table.columns[table.dtypes == float]
        }
        found[name]["regions"] = sorted(set(table["region"]))
    json.dump(found, sys.stdout)


main()
