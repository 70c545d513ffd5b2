"""A job in DuckDB: `duckdb_counts.py JOB.json THREADS FILE`; FILE is a CSV, or a database that `--store` made of one.

Prints question, choice and count, tab-separated; on standard error the seconds without the start of Python.
"""

import csv
import json
import sys
import time

import duckdb


def scan(path):
    """Reads a CSV whose shape is known: nothing is guessed, every cell is a text."""
    with open(path, newline="", encoding="utf-8") as file:
        header = next(csv.reader(file))
    columns = ", ".join(f"'{name}': 'VARCHAR'" for name in header)
    return (
        f"read_csv('{path}', columns = {{{columns}}}, auto_detect = false, header = true, delim = ',', "
        "quote = '\"', escape = '\"', new_line = '\\r\\n')")


def source(connection, job, path):
    """What is counted: the columns of the job cut out once; or the stored table, which has them as columns."""
    if path.endswith(".duckdb"):
        return {name: f"{name} <> ''" for name in job["text"]}
    wanted = job["single"] + job["multiple"] + [f"{name} <> '' AS {name}" for name in job["text"]]
    connection.execute(f"CREATE TEMP TABLE answers AS SELECT {', '.join(wanted)} FROM {scan(path)}")
    return {name: name for name in job["text"]}


def questions(job, answered):
    """The queries, one for each question."""
    for name in job["single"]:
        yield f"SELECT '{name}', {name}, count(*) FROM answers WHERE {name} <> '' GROUP BY 2"
    for name in job["multiple"]:
        # Each distinct set is taken apart once.
        yield (
            f"SELECT '{name}', unnest(string_split({name}, ' ')) AS choice, sum(n)::BIGINT FROM "
            f"(SELECT {name}, count(*) AS n FROM answers WHERE {name} <> '' GROUP BY 1) GROUP BY 2")
    for one, other in job["crossed"]:
        yield (
            f"SELECT '{one} by {other}', {one} || ' ' || {other}, count(*) FROM answers "
            f"WHERE {one} <> '' AND {other} <> '' GROUP BY ALL")
    counts = [f"count(*) FILTER ({answered[name]})" for name in job["text"]]
    names = [f"'{name}'" for name in job["text"]]
    yield f"SELECT unnest([{', '.join(names)}]), 'answered', unnest([{', '.join(counts)}]) FROM answers"
    yield "SELECT 'rows', 'all', count(*) FROM answers"


def main():
    job, threads, path = sys.argv[1:]
    start = time.perf_counter()
    if job == "--store":
        connection = duckdb.connect(threads)
        connection.execute(f"CREATE TABLE answers AS SELECT * FROM {scan(path)}")
        return
    with open(job, encoding="utf-8") as file:
        job = json.load(file)
    stored = path.endswith(".duckdb")
    settings = {"threads": int(threads), "preserve_insertion_order": False}
    connection = duckdb.connect(path if stored else ":memory:", read_only=stored, config=settings)
    answered = source(connection, job, path)
    rows = connection.execute(" UNION ALL ".join(questions(job, answered))).fetchall()
    sys.stdout.write("".join(f"{question}\t{choice}\t{count}\n" for question, choice, count in rows if count))
    print(time.perf_counter() - start, file=sys.stderr)


main()
