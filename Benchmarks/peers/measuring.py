"""Runs of programs, one after the other in turn, and what they took."""

import dataclasses
import os
import statistics
import subprocess
import sys
import time
from typing import Callable


@dataclasses.dataclass
class Entry:
    """One line of a table: a program with its threads, doing a job in a certain state of things."""

    job: str
    """The title of the job."""
    what: str
    """The program, and in which state it finds the file."""
    threads: int
    command: list
    answers: Callable
    """How the output becomes lines that are compared."""
    before: Callable = lambda: None
    """What is done before each run, with the clock standing still."""
    times: list = dataclasses.field(default_factory=list)
    """Seconds from start to exit."""
    inside: list = dataclasses.field(default_factory=list)
    """Seconds without the start of Python, where the program says so."""
    processor: list = dataclasses.field(default_factory=list)
    """Seconds of the processor, of all threads."""
    peak: int = 0
    """The most memory of a run, in bytes."""

    @property
    def median(self):
        return statistics.median(self.times)

    def run(self, folder):
        """Runs once; the output."""
        self.before()
        measured = folder / "measured"
        # A small program starts it: the memory of this one would count as its own.
        command = ["/usr/bin/time", "-f", "%M %U %S", "-o", measured, "--", *map(str, self.command)]
        with open(folder / "output", "wb") as output:
            start = time.perf_counter()
            done = subprocess.run(command, stdout=output, stderr=subprocess.PIPE, cwd=folder)
            self.times.append(time.perf_counter() - start)
        said = done.stderr.decode().strip()
        if done.returncode:
            sys.exit(f"Benchmarks/scale: {self.name} ended with {done.returncode}: {said[-2000:]}")
        peak, user, system = measured.read_text().split()[-3:]
        self.peak = max(self.peak, int(peak) * 1024)
        self.processor.append(float(user) + float(system))
        try:
            self.inside.append(float(said))
        except ValueError:
            pass
        return (folder / "output").read_bytes()

    def forget(self):
        """Forgets the runs so far, which were for the comparison; not how much memory they took."""
        self.times, self.inside, self.processor = [], [], []

    @property
    def name(self):
        return f"{self.what}, {self.threads} thread{'s' if self.threads > 1 else ''}, {self.job}"


class Judge:
    """Holds the answers of a job, which every program must give to the byte."""

    def __init__(self):
        self.expected = {}

    def compare(self, entry, output):
        """Compares; ends everything with the first line that differs."""
        answers = entry.answers(output)
        name, expected = self.expected.setdefault(entry.job, (entry.name, answers))
        if answers == expected:
            return len(answers.splitlines())
        ours, theirs = set(expected.splitlines()), set(answers.splitlines())
        differences = sorted(ours ^ theirs)[:6]
        words = "\n".join(
            f"  {name if line in ours else entry.name}: {line.decode()!r}" for line in differences)
        sys.exit(f"Benchmarks/scale: the answers differ:\n{words}")


def compare(entries, judge, folder):
    """One run of each before anything is timed: all give the same answers."""
    counts = [judge.compare(entry, entry.run(folder)) for entry in entries]
    for entry in entries:
        entry.forget()
    return counts[0]


def measure(entries, judge, folder, rounds):
    """Rounds of one run each, in turn; the answers are compared again, while the clock stands still."""
    for number in range(rounds):
        for entry in entries:
            judge.compare(entry, entry.run(folder))
        if os.isatty(2):
            end = "" if number + 1 < rounds else "\n"
            print(f"\r{entries[0].job}: round {number + 1} of {rounds}", end=end, file=sys.stderr, flush=True)
