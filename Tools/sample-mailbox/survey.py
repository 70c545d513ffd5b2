"""The survey of 2018 as its own files have it, and the blank forms that `iscm blank` makes of it."""

import csv
import functools
import io
import os
import re
import subprocess
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
NAME = "gcm-review-2018"
ISCM = os.environ.get("ISCM") or next(
    (str(path) for path in (PROJECT / ".build/release/iscm", PROJECT / ".build/debug/iscm") if path.exists()), "iscm"
)
COLUMNS = {"en": "label::English (en)", "fr": "label::French (fr)", "es": "label::Spanish (es)"}


class Question:
    """A question: its name, its kind, its number on paper, its wording and its choices in each language."""

    def __init__(self, row, lists):
        self.kind, _, list_name = row["type"].partition(" ")
        self.name = row["name"]
        self.number = row["paper_no"]
        self.label = {language: row[column] for language, column in COLUMNS.items()}
        self.choices = lists.get(list_name, [])
        digits, letters = re.fullmatch(r"(\d*)(\w*)", self.number).groups()
        # As `iscm blank` marks it: [Q02a], or the name where there is no number.
        self.code = f"Q{int(digits):02}{letters}" if digits else f"Q{self.name}"

    def has_choices(self):
        """Whether it is answered with a tick."""
        return self.kind.startswith("select")

    def chosen(self, answer, language="en"):
        """The labels of the choices that an answer names."""
        return [labels[language] for name, labels in self.choices if name in answer.split()]


def sheets(path):
    """The sheets of a questionnaire's CSV file, each as its rows by headings."""
    found, name, head = {}, "", []
    for row in csv.reader(path.read_text(encoding="utf-8").splitlines(keepends=True)):
        if row[0]:
            name, head = row[0], []
            found[name] = []
        elif not head:
            head = row
        else:
            found[name].append(dict(zip(head, row)))
    return found


def load():
    """The questions that are asked, in their order."""
    form = sheets(PROJECT / "Questionnaires" / NAME / "questionnaire.csv")
    lists = {}
    for row in form["choices"]:
        labels = {language: row[column] for language, column in COLUMNS.items()}
        lists.setdefault(row["list_name"], []).append((row["name"], labels))
    register = PROJECT / "Questionnaires/lists/iscm-register.csv"
    with register.open(encoding="utf-8", newline="") as file:
        lists[register.name] = [
            (row["id"], {"en": row["name"], "fr": row["name_fr"] or row["name"], "es": row["name_es"] or row["name"]})
            for row in csv.DictReader(file)
            if row["frame_2018"] == "yes"
        ]
    kinds = ("text", "date", "select_one", "select_multiple", "select_one_from_file")
    return [Question(row, lists) for row in form["survey"] if row["type"].partition(" ")[0] in kinds]


QUESTIONS = load()
BY_NAME = {question.name: question for question in QUESTIONS}


def mechanism_name(mechanism, language="en"):
    """How the register calls a mechanism."""
    return dict(BY_NAME["iscm"].choices)[mechanism][language]


@functools.cache
def blank(form, mechanism="", language="en"):
    """The bytes of a blank form; `form` is docx, pdf, text or csv."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "blank"
        command = [ISCM, "blank", NAME, "--project", str(PROJECT), "--format", form, "--output", str(path)]
        command += ["--for", mechanism] if mechanism else []
        command += ["--lang", language]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8"})
        return path.read_bytes()


def as_csv(rows):
    """Rows as the project writes CSV: all cells quoted, lines ended by CR LF."""
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()
