"""Fills forms at random, lets `iscm import` read them, and compares: a trial, beside the tests.

    python3 Tools/sample-mailbox/trial.py 7             30 forms in each of 12 kinds, 7 times
    python3 Tools/sample-mailbox/trial.py 7 pdf,docx    of these kinds alone

Prints for each kind how many forms were imported with the answers that were typed, how many waited for a person, and how
many were imported otherwise: that number must be 0. Exit: 0 if it is, else 1.
"""

import csv
import hashlib
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True

import other_forms  # noqa: E402
import text_form  # noqa: E402
import word_form  # noqa: E402
from envelope import OPEN, WORD, WORKBOOK, address, attached, mail, text  # noqa: E402
from survey import BY_NAME, ISCM, NAME, PROJECT, QUESTIONS  # noqa: E402

WORDS = (
    "the position of our Member States on labour mobility was agreed in Praia, see annex 3; données à l'appui (12 %) –so "
    "“quoted” José Müller 8.8 yes No oui 2017 [sic] a/b =1 + @me x-ray"
).split(" ")
MECHANISMS = [name for name, _ in BY_NAME["iscm"].choices if name != "other"]
LANGUAGES = ("en", "fr", "es")
# A question is asked only if another is answered so.
ASKED_IF = {
    "position_link": ("position", "yes"), "position_date": ("position", "yes"), "position_meeting": ("position", "yes"),
    "position_revised": ("position", "yes"), "themes": ("position", "yes in_process"),
    "principles": ("position", "yes in_process"), "objectives": ("position", "yes in_process"),
    "position_pursuit": ("position", "yes in_process"), "stocktaking_document": ("stocktaking", "done"),
    "stocktaking_date": ("stocktaking", "yes"), "expansion_detail": ("expansion", "yes existing"),
}
LONG = ("influence", "capacity", "assistance", "resources")


def filled(chance, mechanism, is_flowed):
    """Answers at random to the questions that are asked."""
    given = {}
    for question in QUESTIONS:
        name = question.name
        if name in ("iscm", "iscm_other", "submitted_on") or (name != "submitted_by" and chance.random() < 0.25):
            continue
        if question.kind == "text":
            count = chance.choice((1, 1, 2, 3)) if name in LONG and not is_flowed else 1
            lines = (" ".join(chance.choices(WORDS, k=chance.randint(1, 25))) for _ in range(count))
            given[name] = "\n".join(lines)
        elif question.kind == "date":
            given[name] = f"2018-{chance.randint(1, 9):02}-{chance.randint(1, 28):02}"
        elif question.kind == "select_multiple":
            given[name] = " ".join(choice for choice, _ in question.choices if chance.random() < 0.4)
        else:
            given[name] = chance.choice(question.choices)[0]
    given = {name: value for name, value in given.items() if value}
    for name, (other, values) in ASKED_IF.items():
        if given.get(other, "-") not in values.split():
            given.pop(name, None)
    return given | {"iscm": mechanism}


def attachment(name, kind):
    """Puts a form into a mail as a file: its part is the second."""
    return lambda data: (attached("The form is attached.\n", [(name, kind, data)], "b"), "1.2")


def body(**options):
    """Puts a form into a mail as its text."""
    return lambda words: (text(words, **options), "1")


BOXES = (word_form.glyph_boxes, word_form.typed_marks, word_form.legacy_boxes)
DOCX = attachment("form.docx", WORD)
# How each kind of form is filled, and how it is sent: by answers, mechanism, language and number.
KINDS = {
    "text": (lambda g, m, l, n: text_form.plain(text_form.lines(g, m, l)), body(encoding="base64")),
    "quoted": (lambda g, m, l, n: text_form.quoted(text_form.lines(g, m, l, labels=n % 2 == 0), 1 + n % 2), body()),
    "flowed": (lambda g, m, l, n: text_form.flowed(text_form.lines(g, m, l)), body(encoding="8bit", extra="; format=flowed")),
    "html": (lambda g, m, l, n: text_form.page(text_form.lines(g, m, l)), body(kind="text/html")),
    "docx": (lambda g, m, l, n: word_form.filled(g, m, l), DOCX),
    "legacy": (lambda g, m, l, n: word_form.filled(g, m, l, kind="legacy"), DOCX),
    "plain": (lambda g, m, l, n: word_form.filled(g, m, l, kind="plain"), DOCX),
    "paper": (lambda g, m, l, n: word_form.paper(g, l, BOXES[n % 3]), DOCX),
    "odt": (lambda g, m, l, n: other_forms.odt(g, m), attachment("form.odt", OPEN)),
    "pdf": (lambda g, m, l, n: other_forms.pdf(g, m), attachment("form.pdf", "application/pdf")),
    "csv": (lambda g, m, l, n: other_forms.sheet(g, m), attachment("form.csv", "text/csv; charset=utf-8")),
    "xlsx": (lambda g, m, l, n: other_forms.workbook(g, m), attachment("form.xlsx", WORKBOOK)),
}


def trial(kind, batch, folder):
    """Imports a form of each mechanism: how many were right, how many waited, how many were wrong."""
    (folder / "mails").mkdir()
    responses = folder / "Responses" / NAME
    responses.mkdir(parents=True)
    (folder / "Questionnaires").symlink_to(PROJECT / "Questionnaires")
    shutil.copy(PROJECT / "Tests/CommandTests/SampleMailbox/senders.csv", responses)
    fill, send = KINDS[kind]
    truth = {}
    for number, mechanism in enumerate(MECHANISMS):
        given = filled(random.Random(f"{kind} {batch} {number}"), mechanism, kind == "flowed")
        content, part = send(fill(given, mechanism, LANGUAGES[(batch + number) % 3], batch + number))
        raw = mail(content, address(mechanism), "11-02 09:00", identity=f"{kind}-{batch}-{number}")
        (folder / "mails" / f"{mechanism}.eml").write_bytes(raw)
        truth[hashlib.sha256(raw).hexdigest()] = (given, part)
    run = subprocess.run([ISCM, "import", NAME, "mails"], cwd=folder, capture_output=True, text=True)
    if run.returncode not in (0, 1):
        sys.exit(run.stderr)

    def rows(name):
        with (responses / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    stored = {row["instance_id"]: row for row in rows("responses.csv")}
    counts = [0, 0, 0]
    for row in rows("mail-ledger.csv"):
        given, part = truth[row["mail_sha256"]]
        if row["part_path"] != part:
            continue
        if row["status"] != "imported":
            counts[1] += 1
            print(f"{kind} {row['mechanism']} waits: {row['reason'][:300]}")
            continue
        cells = stored[row["response_id"]]
        differing = [name for name in BY_NAME if cells[name] != given.get(name, "")]
        counts[2 if differing else 0] += 1
        for name in differing:
            print(f"{kind} {row['mechanism']}: {name} is {cells[name]!r}, not {given.get(name, '')!r}")
    return counts


def main():
    """Tries each kind as often as was asked for."""
    kinds = sys.argv[2].split(",") if len(sys.argv) > 2 else list(KINDS)
    wrong = 0
    for kind in kinds:
        total = [0, 0, 0]
        for batch in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
            with tempfile.TemporaryDirectory() as folder:
                total = [sum(pair) for pair in zip(total, trial(kind, batch, Path(folder)))]
        print(f"{kind}: {total[0]} right, {total[1]} wait, {total[2]} wrong", flush=True)
        wrong += total[2]
    return 1 if wrong else 0


sys.exit(main())
