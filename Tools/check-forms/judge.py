"""pyxform and ODK Validate, the judges of what an XLSForm is: one Python process, one JVM, any number of forms."""

import os
import re
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
PYXFORM = "4.5.0"
ENVIRONMENT = PROJECT / ".tools" / "pyxform"


class CannotRun(Exception):
    """Something that the check itself needs is missing."""


@dataclass
class Verdict:
    """What the judges say of a form."""

    xform: str | None = None
    errors: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def accepted(self):
        return not self.errors


def enter():
    """Goes on under the Python that has pyxform; the first time, installs it."""
    if shutil.which("java") is None:
        raise CannotRun("ODK Validate needs java; on Debian install openjdk-17-jre-headless")
    install()
    python = ENVIRONMENT / "bin" / "python"
    if Path(sys.prefix).resolve() != ENVIRONMENT.resolve():
        sys.stdout.flush()
        os.execv(python, [python, *sys.argv])


def install():
    """Makes the virtual environment, once; a half-made or outdated one is made anew."""
    if any(ENVIRONMENT.glob(f"lib/*/site-packages/pyxform-{PYXFORM}.dist-info/RECORD")):
        return
    print(f"installing pyxform {PYXFORM} into {ENVIRONMENT.relative_to(PROJECT)}", file=sys.stderr)
    try:
        venv.create(ENVIRONMENT, clear=True, with_pip=True)
    except (subprocess.CalledProcessError, OSError) as problem:
        raise CannotRun(f"no virtual environment: {problem}; on Debian install python3-venv") from problem
    pip = [ENVIRONMENT / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.run([*pip, f"pyxform=={PYXFORM}"]).returncode != 0:
        raise CannotRun(f"pip could not install pyxform {PYXFORM}; the lines above say why")


def judge(forms, folder):
    """Converts forms and validates what comes out.

    forms are paths; folder is where their XForms are written, and nothing else stands. Returns a Verdict for each.
    """
    from pyxform.xls2xform import convert

    verdicts, written = {}, {}
    for number, form in enumerate(forms):
        verdict = verdicts[form] = Verdict()
        try:
            # As a file, so that its ending says what it is, and its name stands in for a form_id.
            verdict.xform = convert(str(form), warnings=verdict.warnings, pretty_print=True).xform
        except Exception as problem:  # pyxform stumbles over some forms with errors of any kind.
            verdict.errors.append(f"pyxform: {str(problem) or type(problem).__name__}")
            continue
        path = folder / f"{number}.xml"
        path.write_text(verdict.xform, encoding="utf-8")
        written[str(path)] = verdict
    validate(written)
    return verdicts


def validate(verdicts):
    """Runs ODK Validate once over all XForms; verdicts has them by the paths of their files."""
    if not verdicts:
        return
    jar = next(ENVIRONMENT.glob("lib/*/site-packages/pyxform/validators/odk_validate/bin/ODK_Validate.jar"))
    done = subprocess.run(
        ["java", "-Djava.awt.headless=true", "-jar", jar, *verdicts],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )
    output, _, tail = done.stdout.partition("The following files failed validation:")
    failed = set(tail.split()) & set(verdicts)
    said = re.split(r"^Validating: (.*)$", output, flags=re.MULTILINE)
    told = dict(zip(said[1::2], said[2::2]))
    if set(told) != set(verdicts) or (done.returncode != 0) != bool(failed):
        raise CannotRun(f"ODK Validate did not look at all forms: {done.stdout.strip()[-500:]}")
    for path, text in told.items():
        # What Java says of where it stood is of no use to anybody here.
        lines = [line for line in text.splitlines() if line.strip() and not line.startswith(("\tat ", "\t..."))]
        lines = [line for line in lines if line not in (">> Xform parsing completed!", ">> Xform is valid!")]
        if path in failed:
            verdicts[path].errors.append("ODK Validate: " + " ".join(lines).replace(">> XForm is invalid.", "").strip())
        elif lines:
            verdicts[path].warnings.append("ODK Validate: " + " ".join(lines))
