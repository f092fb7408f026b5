"""Validates exported tables against their data package with Frictionless, and prints what is wrong as a list of JSON.

Reads a job on standard input: the folder of the export.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import frictionless
import pyarrow
import pyarrow.parquet

PARQUET = {
    "string": pyarrow.string(),
    "integer": pyarrow.int32(),
    "number": pyarrow.float64(),
    "boolean": pyarrow.bool_(),
}


def wrong_in_csv(descriptor: Path) -> list[str]:
    """Everything Frictionless finds: in the description, and in each value, key and reference."""
    report = frictionless.validate(str(descriptor))
    return [" ".join(map(str, error)) for error in report.flatten(["title", "rowNumber", "fieldName", "message"])]


def wrong_in_parquet(descriptor: Path) -> list[str]:
    """What is wrong in the description, and where it does not fit the columns; Frictionless reads no Parquet by itself."""
    package = frictionless.Package(str(descriptor))
    wrong = [] if package.to_descriptor()["resources"] else ["no tables"]
    for resource in json.loads(descriptor.read_text("utf-8"))["resources"]:
        for path in resource["path"]:
            table = pyarrow.parquet.read_table(descriptor.parent / path, partitioning=None)
            fields = resource["schema"]["fields"]
            if [field["name"] for field in fields] != table.schema.names:
                wrong.append(f"{path}: {table.schema.names}")
            for field in fields:
                column = table.column(field["name"])
                if column.type != PARQUET[field["type"]]:
                    wrong.append(f"{path}: {field['name']} is {column.type}")
                if field["constraints"]["required"] and column.null_count:
                    wrong.append(f"{path}: {field['name']} lacks {column.null_count}")
    return wrong


def main() -> None:
    descriptor = Path(json.load(sys.stdin)["folder"]) / "datapackage.json"
    is_csv = '"format": "csv"' in descriptor.read_text("utf-8")
    json.dump(wrong_in_csv(descriptor) if is_csv else wrong_in_parquet(descriptor), sys.stdout)


main()
