"""Opens exported tables with a program that analysts use, and prints what it found in them as JSON.

Reads a job on standard input: the folder that holds `export`, the program, code that opens the tables, and their names.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from typing import Any

Line = dict[str, Any]

# What R prints of each table: its columns, and what is in them, a line each.
TELL_IN_R = """
for (naam in c(%s)) {
  gelezen <- get(naam)
  for (kolom in names(gelezen)) {
    waarden <- gelezen[[kolom]]
    er <- waarden[!is.na(waarden)]
    if (is.double(er)) {
      cat(naam, nrow(gelezen), kolom, "figure", length(er), format(sum(er), digits = 15), "", sep = "\\t")
    } else {
      cat(naam, nrow(gelezen), kolom, "other", length(er), 0, paste(sort(unique(as.character(er))), collapse = "|"), sep = "\\t")
    }
    cat("\\n")
  }
}
"""


def told(lines: list[Line]) -> dict[str, Any]:
    """The number of lines, and per column how many have a value; the sum of figures, and the different other values."""
    columns: dict[str, Any] = {}
    for column in lines[0]:
        values = [line[column] for line in lines]
        values = [v for v in values if v is not None and not (isinstance(v, float) and math.isnan(v))]
        if values and all(isinstance(value, float) for value in values):
            columns[column] = {"count": len(values), "sum": math.fsum(values)}
        else:
            columns[column] = {"count": len(values), "values": sorted({str(value) for value in values})}
    return {"lines": len(lines), "columns": columns}


def in_python(code: str, names: list[str], made: dict[str, Any]) -> dict[str, Any]:
    exec(code, made)
    as_lines = {
        "pandas": lambda table: table.to_dict("records"),
        "polars": lambda table: table.to_dicts(),
        "pyarrow": lambda table: table.to_pylist(),
        "pyspark": lambda table: [line.asDict() for line in table.collect()],
    }
    return {name: told(as_lines[type(made[name]).__module__.split(".")[0]](made[name])) for name in names}


def in_spark(code: str, names: list[str]) -> dict[str, Any]:
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    return in_python(code, names, {"spark": spark})


def in_duckdb(code: str, names: list[str]) -> dict[str, Any]:
    import duckdb

    connection = duckdb.connect()
    for statement in filter(str.strip, code.split(";")):
        connection.execute(statement)
    found = {}
    for name in names:
        result = connection.execute(f"SELECT * FROM {name}")
        columns = [column[0] for column in result.description]
        found[name] = told([dict(zip(columns, line)) for line in result.fetchall()])
    return found


def in_r(code: str, names: list[str]) -> dict[str, Any]:
    tell = TELL_IN_R % ", ".join(f'"{name}"' for name in names)
    run = subprocess.run(
        ["Rscript", "--vanilla", "-"], input=code + tell, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"}
    )
    if run.returncode:
        sys.exit(run.stderr)
    found: dict[str, Any] = {}
    for line in run.stdout.splitlines():
        name, lines, column, kind, count, total, values = line.split("\t")
        table = found.setdefault(name, {"lines": int(lines), "columns": {}})
        own: dict[str, Any] = {"count": int(count)}
        own |= {"sum": float(total)} if kind == "figure" else {"values": sorted(filter(None, values.split("|")))}
        table["columns"][column] = own
    return found


def main() -> None:
    job = json.load(sys.stdin)
    os.chdir(job["folder"])
    program, code, names = job["program"], job["code"], job["tables"]
    match program:
        case "Spark":
            found = in_spark(code, names)
        case "DuckDB":
            found = in_duckdb(code, names)
        case "R":
            found = in_r(code, names)
        case _:
            found = in_python(code, names, {})
    json.dump(found, sys.stdout)


main()
