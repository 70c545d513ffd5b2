"""Evaluates random expressions with JavaRosa and with ours over the same answers, and compares what they give.

    python3 Tools/check-expressions PROGRAM [--count N] [--seed N] [--zone +HH:MM]

PROGRAM is evaluate-expressions as `swift build --product evaluate-expressions` makes it. The text, the boolean and the
number of each value are compared, the number to its last bit; an error is as good as an error. A disagreement is cut
down to its smallest form and then looked up in differences.csv, where those that are meant stand with their reasons.
Both sides have a clock that is as far ahead of UTC as --zone says.
The first run installs pyxform, which brings JavaRosa along. Needed: Python 3.10 with venv, and a JDK of Java 17
(Debian: python3-venv, openjdk-17-jdk-headless).

Exit: 0 no disagreement but those that are meant, 1 there are others, 2 the check cannot run.
"""

import argparse
import csv
import datetime
import math
import re
import shutil
import struct
import sys
import tempfile
from collections import Counter
from fractions import Fraction

sys.dont_write_bytecode = True

from engines import ENVIRONMENT, HERE, PLACES, PROJECT, CannotRun, Sides  # noqa: E402
from generator import Generator, smaller, written  # noqa: E402

BATCH = 2000


def install_pyxform():
    """Installs pyxform as the check of the questionnaires does, and lets this program import it."""
    if shutil.which("javac") is None:
        raise CannotRun("JavaRosa needs a JDK; on Debian install openjdk-17-jdk-headless")
    sys.path.append(str(PROJECT / "Tools" / "check-forms"))
    import judge

    try:
        judge.install()
    except judge.CannotRun as problem:
        raise CannotRun(str(problem)) from problem
    sys.path.append(str(next(ENVIRONMENT.glob("lib/*/site-packages"))))


def agree(theirs, ours):
    """Whether both sides have the same text, boolean and number; what neither has is the same."""
    return all(one == other or one[:1] == other[:1] == "!" for one, other in zip(theirs, ours))


def cut_down(case, sides):
    """The smallest expression that both sides disagree about, made from one that they do."""
    place, tree, _ = case
    tried = set()
    while True:
        candidates = [(place, less) for less in smaller(tree)]
        candidates = [it for it in candidates if written(it[1]) not in tried][:400]
        tried.update(written(tree) for _, tree in candidates)
        if not candidates:
            break
        outcomes = sides.outcomes([(place, written(tree)) for place, tree in candidates])
        found = next((it for it, both in zip(candidates, outcomes) if both and not agree(*both)), None)
        if found is None:
            break
        place, tree = found
    return place, written(tree), sides.outcomes([(place, written(tree))])[0]


def differences():
    """The disagreements that are meant: what the smallest expression looks like, what both sides give, and why."""
    with open(HERE / "differences.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [(re.compile(row["expression"]), re.compile(row["javarosa"]), re.compile(row["ours"]), row["reason"]) for row in rows]


def reason(text, theirs, ours, known, number_of):
    """Why a disagreement is meant; nothing where it is not. A reason holds of all that looks like its row.

    number_of gives the number that JavaRosa makes of another expression at the same place.
    """
    for expression, their_value, our_value, why in known:
        if not expression.search(text) or not their_value.search("|".join(theirs)):
            continue
        rule = our_value.pattern
        if rule == "rounded":
            if ours[2] == rounded(text, number_of):
                return why
        elif {"~": close, "=": same_number}.get(rule, lambda *_: our_value.search("|".join(ours)))(theirs, ours):
            return why
    return None


def rounded(text, number_of):
    """The bits of what `round(number, -places)` has to give: the nearest multiple, the upper one of two as near."""
    found = re.fullmatch(r"round\((.*), ?-(\d+)\)", text, re.DOTALL)
    number = number_of(found[1]) if found else None
    if number is None or not math.isfinite(number):
        return None
    unit = 10 ** int(found[2])
    multiple = (Fraction(number) / unit + Fraction(1, 2)) // 1 * unit
    # Nothing is left of a negative number but its sign.
    return struct.pack(">d", -0.0 if multiple == 0 and number < 0 else float(multiple)).hex()


def same_number(theirs, ours):
    """Whether two texts name the same number, and all else is the same."""
    try:
        return theirs[1:] == ours[1:] and theirs[0] != ours[0] and float(theirs[0]) == float(ours[0])
    except ValueError:
        return False


def close(theirs, ours):
    """Whether two numbers are the same but for their last two bits."""
    if theirs[2].startswith("!") or ours[2].startswith("!"):
        return False
    return abs(int(theirs[2], 16) - int(ours[2], 16)) <= 3


def shown(values):
    return values[0][:150] if len(set(values)) == 1 else " | ".join(value[:100] for value in values)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--zone", default="+00:00", help="how far the clock is ahead of UTC: +05:30, -05:00")
    parser.add_argument("--show", type=int, default=40, help="how many disagreements are shown")
    options = parser.parse_args()
    if not re.fullmatch(r"[+-]\d\d:\d\d", options.zone):
        parser.error(f"--zone: '{options.zone}' is no offset; write it as +05:30")
    install_pyxform()
    hours, minutes = int(options.zone[1:3]), int(options.zone[4:])
    ahead = datetime.timedelta(hours=hours, minutes=minutes) * (-1 if options.zone[0] == "-" else 1)
    start = datetime.datetime.now(datetime.timezone(ahead)).strftime("%Y-%m-%dT%H:%M:%S") + options.zone
    known = differences()
    generator = Generator(options.seed)
    meant, others, errors, skipped = Counter(), [], 0, 0
    with tempfile.TemporaryDirectory() as folder:
        sides = Sides(options.program, folder, start, options.zone)
        for first in range(0, options.count, BATCH):
            cases = []
            for _ in range(min(BATCH, options.count - first)):
                place = generator.random.choice(list(PLACES))
                tree = generator.expression(place)
                cases.append((place, tree, written(tree, generator.random.choice([" ", " ", "", "\n"]))))
            outcomes = sides.outcomes([(place, text) for place, _, text in cases])
            for case, both in zip(cases, outcomes):
                if both is None:
                    skipped += 1
                    continue
                theirs, ours = both
                errors += all(value.startswith("!") for value in theirs)
                if agree(theirs, ours):
                    continue
                place, text, both = cut_down(case, sides)
                why = reason(text, *both, known, lambda part, place=place: sides.number(place, part))
                if why:
                    meant[why] += 1
                else:
                    others.append((place, text, both, case[2]))
        sides.close()
    print(f"{options.count - skipped} expressions, {errors} of them errors to JavaRosa;", end=" ")
    print(f"{sum(meant.values())} differences that are meant")
    for why, count in meant.most_common():
        print(f"{count:6} {why}")
    alike = {}
    for place, text, both, source in sorted(others, key=lambda it: len(it[1])):
        texts = r"[0-9.]+" if "regex(" in text else r"'[^']*'|[0-9.]+"
        shape = (re.sub(texts, "1", text), both[0][0][:9] == both[1][0][:9])
        alike.setdefault(shape, []).append((place, text, both, source))
    for group in list(alike.values())[: options.show]:
        place, text, both, source = group[0]
        print(f"DIFFERS at {place}: {text}" + (f"  (and {len(group) - 1} like it)" if len(group) > 1 else ""))
        for side, values in zip(("JavaRosa", "ours    "), both):
            print(f"    {side} {shown(values)}")
        print(f"    in       {source!r}")
    if others:
        print(f"{len(others)} differences that are not meant (seed {options.seed})")
    return 1 if others else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except CannotRun as problem:
        print(f"check-expressions: {problem}", file=sys.stderr)
        sys.exit(2)
