"""A project of its own with a large response file, and the jobs that are done over it."""

import json
import pathlib
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
FORM = "gcm-review-2018"
SINGLE = ["position", "agenda", "action_plan", "expansion"]
MULTIPLE = ["themes", "objectives"]
CROSSED = [["position", "agenda"]]
TEXT = ["influence"]


class Project:
    """A folder with the form of 2018, a plan for the job, and made-up responses."""

    form = FORM

    def __init__(self, folder, maker, megabytes):
        self.root, self.maker = str(folder / "project"), maker
        home = folder / "project/Questionnaires" / FORM
        home.mkdir(parents=True)
        shutil.copytree(ROOT / "Questionnaires/lists", folder / "project/Questionnaires/lists")
        shutil.copy(ROOT / "Questionnaires" / FORM / "questionnaire.csv", home)
        plan = ["figure,question,statistic,by"]
        plan += [f"{name},{name},count," for name in SINGLE]
        plan += [f"{name},{name},count_multiple," for name in MULTIPLE]
        plan += [f"{one}-by-{other},{one},count,{other}" for one, other in CROSSED]
        plan += [f"{name},{name},answered," for name in TEXT]
        (home / "figures.csv").write_text("\n".join(plan) + "\n")
        self.responses = folder / "project/Responses" / FORM / "responses.csv"
        self.responses.parent.mkdir(parents=True)
        self.says = self.make("--megabytes", str(megabytes))
        self.bytes = self.responses.stat().st_size
        self.make("--append", "1")
        self.tail = self.cut()

    def make(self, *how, into=None):
        """Lets the maker of responses write; what it says: rows and bytes."""
        form = ROOT / "Questionnaires" / FORM / "questionnaire.csv"
        lists = ROOT / "Questionnaires/lists"
        command = [self.maker, form, "--lists", lists, "--into", into or self.responses, *how]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    def cut(self):
        """Takes what was appended from the file again, if anything was; that piece."""
        with open(self.responses, "r+b") as file:
            file.seek(self.bytes)
            tail = file.read()
            file.truncate(self.bytes)
        return tail

    def append(self):
        """Appends one percent of rows, the same ones each time."""
        with open(self.responses, "ab") as file:
            file.write(self.tail)

    def kept(self):
        """How many bytes stand beside the responses: what was kept of an earlier run."""
        return sum(path.stat().st_size for path in self.responses.parent.rglob("*") if path != self.responses)

    def forget(self):
        """Takes away what stands beside the responses: what was kept of an earlier run."""
        for path in self.responses.parent.iterdir():
            if path != self.responses:
                path.unlink() if path.is_file() else shutil.rmtree(path)

    def warm(self):
        """Reads the file once, so that all find it in memory."""
        with open(self.responses, "rb") as file:
            while file.read(1 << 22):
                pass


class Job:
    """Questions to be counted, as each program takes them."""

    def __init__(self, name, iscm, questions, folder):
        self.name, self.iscm, self.questions = name, iscm, questions
        crossed = [name for pair in questions["crossed"] for name in pair]
        every = questions["single"] + questions["multiple"] + crossed + questions["text"]
        self.columns = list(dict.fromkeys(every))
        self.file = str(folder / f"{name}.json")
        pathlib.Path(self.file).write_text(json.dumps(questions))


def jobs(folder, form):
    """The usual job, and the whole form.

    `form` is what the program itself counts of it: which questions there are, and of what kind.
    """
    kinds = {"count": "single", "count_multiple": "multiple", "answered": "text"}
    whole = {"single": [], "multiple": [], "crossed": [], "text": []}
    for figure in form["figures"]:
        whole[kinds[figure["statistic"]]].append(figure["id"])
    usual = {"single": SINGLE, "multiple": MULTIPLE, "crossed": CROSSED, "text": TEXT}
    return Job("job", [], usual, folder), Job("form", ["*"], whole, folder)
