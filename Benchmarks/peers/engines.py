"""The programs that count: how each is called for a job, and how its answers become the same lines."""

import json
import pathlib
import re
import subprocess
import sys
import venv

ROOT = pathlib.Path(__file__).resolve().parents[2]
ENVIRONMENT = ROOT / ".tools/bench"
PINNED = {"duckdb": "2.0.0", "polars": "2.1.0"}


def python():
    """The Python of the benchmarks, with the peers in it."""
    program = ENVIRONMENT / "bin/python3"
    if not program.exists():
        venv.create(ENVIRONMENT, with_pip=True)
    missing = [
        f"{name}=={version}" for name, version in PINNED.items()
        if not any(ENVIRONMENT.glob(f"lib/*/site-packages/{name}-{version}.dist-info"))]
    if missing:
        print(f"installing {', '.join(missing)} into {ENVIRONMENT.relative_to(ROOT)}", file=sys.stderr)
        subprocess.run([program, "-m", "pip", "install", "--quiet", *missing], check=True)
    return str(program)


def sorted_lines(lines):
    """Answers as they are compared: question, choice and count, tab-separated, in the order of their bytes."""
    return "".join(sorted(f"{line}\n" for line in lines)).encode()


class Iscm:
    """The program itself; which options it has is what its help says."""

    name = "iscm"

    def __init__(self, program, project):
        self.program, self.project = program, project
        words = subprocess.run([program, "tally", "--help"], check=True, capture_output=True, text=True).stdout
        self.has_threads, self.has_sidecar = "--threads" in words, "--no-sidecar" in words
        version = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout
        self.version = version.strip()
        self.threads = [1, 2] if self.has_threads else [1]

    def command(self, job, threads, sidecar=True):
        """Counts the figures of the plan for the job, and every question for the whole form."""
        return [
            self.program, "tally", self.project.form, *job.iscm, "--project", self.project.root,
            *(["--threads", str(threads)] if self.has_threads else []),
            *(["--no-sidecar"] if self.has_sidecar and not sidecar else []), "--format", "json"]

    def answers(self, output):
        return sorted_lines("\t".join(map(str, count)) for count in self.counts(json.loads(output)) if count[2])

    @staticmethod
    def counts(tally):
        """Question, choice and count of each figure; what is left empty and the like is none of the job's."""
        yield "rows", "all", tally["figures"][0]["bases"]["returned"]
        for figure in tally["figures"]:
            for row in figure["rows"]:
                if figure["statistic"] == "answered":
                    yield figure["id"], "answered", row["count"]
                elif row["code"] and figure.get("by"):
                    for cell in row["cells"]:
                        if cell["code"]:
                            name = f"{figure['questions'][0]} by {figure['by']}"
                            yield name, f"{row['code']} {cell['code']}", cell["count"]
                elif row["code"]:
                    yield figure["id"], row["code"], row["count"]


class Peer:
    """Another program, whose lines need only be sorted."""

    threads = [1, 2]

    def answers(self, output):
        return sorted_lines(output.decode().splitlines())


class InPython(Peer):
    """A package of PyPI, and the script beside this one that uses it."""

    def __init__(self, package, name, path):
        self.name, self.path, self.version = name, path, PINNED[package]
        self.python, self.script = python(), ROOT / f"Benchmarks/peers/{package}_counts.py"

    def command(self, job, threads):
        return [self.python, str(self.script), job.file, str(threads), self.path]

    def store(self, database):
        """Makes a database of the file, which its own questions are then put to."""
        subprocess.run([self.python, str(self.script), "--store", database, self.path], check=True)
        return InPython("duckdb", "DuckDB, its stored table", database)


class Miller(Peer):
    """Miller as it comes: it has no option for threads, and uses what its pipeline of three can."""

    name, threads = "Miller", [1]

    def __init__(self, path):
        self.path = path
        words = subprocess.run(["mlr", "--version"], check=True, capture_output=True, text=True).stdout
        self.version = re.sub(r"[^0-9.]", "", words)

    def command(self, job, threads):
        program = ["@count[\"rows\"][\"all\"] += 1;"]
        add = 'if ({test}) {{ @count["{name}"][{choice}] += 1 }}'.format
        for name in job.questions["single"]:
            program.append(add(test=f'${name} != ""', name=name, choice=f"${name}"))
        for name in job.questions["multiple"]:
            program.append(
                f'if (${name} != "") {{ for (word in splitax(${name}, " ")) {{ @count["{name}"][word] += 1 }} }}')
        for one, other in job.questions["crossed"]:
            both = f'${one} != "" && ${other} != ""'
            program.append(add(test=both, name=f"{one} by {other}", choice=f'${one} . " " . ${other}'))
        for name in job.questions["text"]:
            program.append(add(test=f'${name} != ""', name=name, choice='"answered"'))
        program.append(r'end { for ((name, choice), n in @count) { print name . "\t" . choice . "\t" . n } }')
        # -S: nothing is taken for a number.
        return [
            "mlr", "--icsv", "--onidx", "-S", "cut", "-f", ",".join(job.columns), "then", "put", "-q",
            "\n".join(program), self.path]
