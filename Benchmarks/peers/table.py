"""What was measured, as tables of Markdown, beside the goals."""

import os
import statistics

FIRST, FORM, SECOND, APPENDED = "first run", "whole form", "second run", "after 1 % more rows"
DUCKDB, STORED, POLARS = "DuckDB", "DuckDB, its stored table", "polars, streaming"
# Of design and issue: the job, whose time it is held against, and the share of it that is the limit.
GOALS = [
    (FIRST, DUCKDB, 0.25), (FIRST, POLARS, 0.30), (FORM, DUCKDB, 0.25), (SECOND, DUCKDB, 0.03),
    (SECOND, STORED, 0.10), (APPENDED, DUCKDB, 0.04)]
MEMORY = 100
STARTS = {"iscm --help": 10, "iscm tally, 30 rows": 20}


def machine(versions):
    """The machine, how busy it is, and the versions, in two lines."""
    with open("/proc/cpuinfo") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), "unknown")
    with open("/proc/meminfo") as file:
        memory = int(file.readline().split()[1]) / 2**20
    load = os.getloadavg()[0]
    busy = " Others use it too: compare what the processor took." if load > 1 else ""
    return (
        f"Machine: {os.cpu_count()} cores of {model}, {memory:.0f} GiB of memory; load before: {load:.1f}.{busy}\n"
        f"Versions: {', '.join(versions)}.")


def times(entries):
    """A table of one job; a time is relative to that of DuckDB with two threads."""
    base = next((e.median for e in entries if e.what == DUCKDB and e.threads == 2), None)
    lines = [
        f"| {entries[0].job} | threads | wall, s (median) | least | without Python's start | processor, s "
        "| DuckDB = 1 | peak, MB |",
        "|---|---:|---:|---:|---:|---:|---:|---:|"]
    for entry in entries:
        inside = f"{statistics.median(entry.inside):.3f}" if entry.inside else ""
        ratio = f"{entry.median / base:.3f}" if base else ""
        lines.append(
            f"| {entry.what} | {entry.threads} | {entry.median:.3f} | {min(entry.times):.3f} | {inside} "
            f"| {statistics.median(entry.processor):.2f} | {ratio} | {entry.peak / 1e6:.0f} |")
    return "\n".join(lines)


def best(entries, job, what):
    """The entry of a program with the most threads."""
    found = [e for e in entries if e.job == job and e.what == what and e.times]
    return max(found, key=lambda e: e.threads) if found else None


def ours(entries, job):
    """The first line of iscm in a job with the most threads."""
    found = [e for e in entries if e.job == job and e.what.startswith("iscm") and e.times]
    return max(found, key=lambda e: e.threads) if found else None


def goals(entries, starts):
    """Each goal beside what was found."""
    lines = ["| goal | limit | found | met |", "|---|---:|---:|---|"]

    def line(what, limit, found, unit):
        lines.append(f"| {what} | {limit:g}{unit} | {found:.3g}{unit} | {'yes' if found <= limit else '**no**'} |")

    for job, other, limit in GOALS:
        mine, theirs = ours(entries, job), best(entries, job, other)
        if mine and theirs:
            line(f"{job}, of {other}", limit, mine.median / theirs.median, "×")
    peaks = [e.peak for e in entries if e.what.startswith("iscm")]
    if peaks:
        line("peak memory of iscm, any job", MEMORY, max(peaks) / 1e6, " MB")
    for name, seconds in starts.items():
        line(f"start: {name}", STARTS[name], seconds * 1000, " ms")
    return "\n".join(lines)
