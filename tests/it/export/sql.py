"""Runs SQL on the tables that `exporteer` wrote, in DuckDB or in Spark, and prints the resulting lines as JSON.

Reads a job on standard input: the engine, the folder that holds `export`, statements to run first and the query.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any


def duckdb_lines(statements: list[str], query: str) -> list[dict[str, Any]]:
    import duckdb

    connection = duckdb.connect()
    for statement in statements:
        connection.execute(statement)
    result = connection.execute(query)
    names = [column[0] for column in result.description]
    return [dict(zip(names, line)) for line in result.fetchall()]


def spark_lines(query: str) -> list[dict[str, Any]]:
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    for table in ("antwoorden", "scores"):
        spark.read.parquet(f"export/{table}").createOrReplaceTempView(table)
    return [line.asDict() for line in spark.sql(query).collect()]


def main() -> None:
    job = json.load(sys.stdin)
    os.chdir(job["folder"])
    if job["engine"] == "spark":
        lines = spark_lines(job["query"])
    else:
        lines = duckdb_lines(job["open"], job["query"])
    json.dump(lines, sys.stdout)


main()
