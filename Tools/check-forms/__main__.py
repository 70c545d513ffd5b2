"""Holds `iscm check` against pyxform and ODK Validate: both must take, or refuse, the same forms.

    Tools/check-forms ISCM                       the forms of the tests, one rule each
    Tools/check-forms ISCM FILE ...              these forms; a folder stands for the forms in it
    Tools/check-forms --say ISCM ...             also what each says

Where they differ, differences.csv must say so, and why; a line of it that no longer holds fails too. The first run
installs pyxform into .tools/pyxform. Needed: Python 3.10 with venv, and Java.

Exit: 0 no difference but those that are known, 1 others, 2 the check cannot run.
"""

import csv
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from judge import PROJECT, CannotRun, enter, judge

FORMS = PROJECT / "Tests" / "XLSFormTests" / "Forms"
DIFFERENCES = Path(__file__).parent / "differences.csv"
WORDS = {True: "takes", False: "refuses"}


def our_verdict(program, form):
    """Whether `iscm check` takes a form, and what it says."""
    done = subprocess.run([program, "check", form.name], cwd=form.parent, capture_output=True, text=True)
    if done.returncode not in (0, 1, 2):
        raise CannotRun(f"iscm check {form}: exit code {done.returncode}: {done.stderr.strip()}")
    return done.returncode != 2, done.stderr.strip()


def forms_of(paths):
    """The forms that are named, those of folders in alphabetical order; lists beside them are none."""
    forms = []
    for path in paths:
        if path.is_dir():
            forms += sorted(each for each in path.iterdir() if each.suffix in (".csv", ".md", ".xlsx") and is_form(each))
        else:
            forms.append(path)
    return forms


def is_form(path):
    """A list of choices has its headings in its first line; a form, the name of a sheet."""
    return path.suffix != ".csv" or not path.read_bytes().startswith((b"code,", b"name,"))


def known_differences():
    with open(DIFFERENCES, encoding="utf-8", newline="") as file:
        return {row["form"]: row for row in csv.DictReader(file)}


def main(arguments):
    says = arguments[:1] == ["--say"]
    arguments = arguments[1:] if says else arguments
    if not arguments or arguments[0].startswith("-"):
        print(__doc__.strip())
        return 0 if arguments in (["-h"], ["--help"]) else 2
    program, *paths = [Path(argument).resolve() for argument in arguments]
    try:
        enter()
        known = {} if paths else known_differences()
        forms = forms_of(paths or [FORMS])
        with ThreadPoolExecutor(2) as workers, tempfile.TemporaryDirectory() as folder:
            ours = list(workers.map(lambda form: our_verdict(program, form), forms))
            theirs = judge(forms, Path(folder))
    except CannotRun as problem:
        print(f"check-forms: {problem}", file=sys.stderr)
        return 2
    agreed, listed, failed = 0, 0, 0
    for form, (taken, said) in zip(forms, ours):
        verdict = theirs[form]
        line = known.pop(form.name, None)
        differ = taken != verdict.accepted
        holds = line is None or (line["iscm"], line["judges"]) == (WORDS[taken], WORDS[verdict.accepted])
        if not differ and line is None:
            agreed += 1
        elif differ and line is not None and holds:
            listed += 1
        else:
            failed += 1
            print(f"FAILED  {form.name}: iscm {WORDS[taken]} it, the judges {'do not' if differ else 'do so too'}"
                  + ("" if line is None else "; differences.csv says otherwise"))
        if says or (differ and line is None):
            print(*(f"        iscm: {each}" for each in said.splitlines() or ["no problems"]), sep="\n")
            print(*(f"        judges: {each}" for each in verdict.errors or verdict.warnings or ["no problems"]), sep="\n")
    for name in known:
        failed += 1
        print(f"FAILED  {name}: differences.csv names it, and there is no such form")
    print(f"forms: {len(forms)}; agreed: {agreed}; known differences: {listed}; failed: {failed}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
