"""A job in polars: `polars_counts.py JOB.json THREADS FILE.csv`, by its streaming engine.

Prints question, choice and count, tab-separated; on standard error the seconds without the start of Python.
"""

import json
import os
import sys
import time

os.environ["POLARS_MAX_THREADS"] = sys.argv[2]
import polars as pl  # noqa: E402 the number of threads is read when it is loaded


def questions(job, answers):
    """The queries, one for each question: its name, and a frame of choices and counts."""
    count = pl.len().alias("count")
    for name in job["single"]:
        choice = pl.col(name).alias("choice")
        yield name, answers.filter(pl.col(name) != "").group_by(choice).agg(count)
    for name in job["multiple"]:
        # Each distinct set is taken apart once.
        sets = answers.filter(pl.col(name) != "").group_by(name).agg(count)
        words = sets.select(pl.col(name).str.split(" ").alias("choice"), "count").explode("choice")
        yield name, words.group_by("choice").agg(pl.col("count").sum())
    for one, other in job["crossed"]:
        both = pl.concat_str(one, other, separator=" ").alias("choice")
        given = answers.filter((pl.col(one) != "") & (pl.col(other) != ""))
        yield f"{one} by {other}", given.group_by(one, other).agg(count).select(both, "count")
    for name in job["text"]:
        yield name, answers.select(pl.lit("answered").alias("choice"), pl.col(name).sum().alias("count"))
    yield "rows", answers.select(pl.lit("all").alias("choice"), count)


def main():
    start = time.perf_counter()
    with open(sys.argv[1], encoding="utf-8") as file:
        job = json.load(file)
    texts = [(pl.col(name) != "").fill_null(False).alias(name) for name in job["text"]]
    wanted = pl.scan_csv(sys.argv[3], infer_schema=False).select(job["single"] + job["multiple"] + texts)
    answers = wanted.collect(engine="streaming")
    names, frames = zip(*questions(job, answers.lazy()))
    for name, frame in zip(names, pl.collect_all(frames)):
        for choice, count in frame.rows():
            if count:
                print(name, choice, count, sep="\t")
    sys.stdout.flush()
    print(time.perf_counter() - start, file=sys.stderr)


main()
