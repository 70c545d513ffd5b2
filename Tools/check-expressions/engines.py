"""The two sides: JavaRosa, and the program of ours that is built for this check alone."""

import os
import re
import struct
import subprocess
import threading
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape as xml_escape

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
ENVIRONMENT = PROJECT / ".tools" / "pyxform"
FORM = HERE / "form.md"
XFORMS = "{http://www.w3.org/2002/xforms}"

# Where expressions stand: the address here, and the path in the XForm.
PLACES = {
    "here": "/data/here",
    "here_too": "/data/here_too",
    "i_age": "/data/i_age",
    "m_three": "/data/m_three",
    "d_day": "/data/d_day",
    "here_g": "/data/g_outer/g_inner/here_g",
    "household[1]/here_h": "/data/household[1]/here_h",
    "household[2]/here_h": "/data/household[2]/here_h",
    "household[1]/member[2]/here_m": "/data/household[1]/member[2]/here_m",
    "household[2]/member[2]/here_m": "/data/household[2]/member[2]/here_m",
    "household[2]/member[3]/years": "/data/household[2]/member[3]/years",
    "car[1]/plate": "/data/car[1]/plate",
}

ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}


class CannotRun(Exception):
    """Something that the check itself needs is missing."""


def escaped(text):
    return re.sub(r"[\\\t\n\r]", lambda match: ESCAPES[match[0]], text)


def answers():
    """The answers that both sides look at: an address and a cell, and how often repeats are repeated."""
    lines = (HERE / "answers.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t", 1) for line in lines]


class XForm:
    """The form as pyxform makes it, and its instance with the answers."""

    def __init__(self):
        from pyxform.errors import PyXFormError
        from pyxform.xls2xform import convert

        self.refusal = PyXFormError
        result = convert(FORM, validate=False)
        self.text = result.xform
        self.survey = result._survey
        self.elements = {element.name: element for element in self.survey.iter_descendants()}

    def expression(self, text, place):
        """An expression as pyxform writes it: paths in place of ${name}."""
        name = place.rpartition("/")[2]
        try:
            return self.survey.insert_xpaths(text, context=self.elements[name])
        except (AttributeError, self.refusal):
            # No such question; or pyxform 4.5.0 stumbles over parentheses in an indexed-repeat().
            return None

    def instance(self):
        """The form's instance with the answers in it."""
        values = dict(answers())
        template = "{http://openrosa.org/javarosa}template"
        model = ElementTree.fromstring(self.text).find(f".//{XFORMS}instance/{XFORMS}data")
        repeated = {element.tag for element in model.iter() if template in element.attrib}

        def written(element, prefix, value):
            name = element.tag.removeprefix(XFORMS)
            inside = ""
            for child in element:
                own = prefix + child.tag.removeprefix(XFORMS)
                if template in child.attrib:
                    continue
                if child.tag in repeated:
                    for number in range(int(values[own])):
                        inside += written(child, f"{own}[{number + 1}]/", "")
                else:
                    # Groups are no part of an address.
                    inside += written(child, prefix, values.get(own, ""))
            attributes = "".join(f' {key}="{element.get(key)}"' for key in ("id", "version") if key in element.attrib)
            return f"<{name}{attributes}>{inside or xml_escape(value)}</{name}>"

        return written(model, "", "")


class Engine:
    """A program that answers a line with a line."""

    def __init__(self, command, first_lines=()):
        environment = dict(os.environ, TZ="UTC")
        self.process = subprocess.Popen(
            [str(part) for part in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
        )
        self.first_lines = list(first_lines)

    def outcomes(self, lines):
        """The text, the boolean and the number of each expression; what cannot be had begins with '!'."""

        def write():
            for line in self.first_lines + lines:
                self.process.stdin.write((line + "\n").encode())
            self.process.stdin.flush()

        writer = threading.Thread(target=write)
        writer.start()
        found = []
        for line in lines:
            answer = self.process.stdout.readline()
            if not answer:
                raise CannotRun(f"{self.process.args[0]} ended at: {line}")
            found.append(answer.decode().rstrip("\n").split("\t"))
        writer.join()
        self.first_lines = []
        return found

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Sides:
    """Both sides over the same form with the same answers."""

    def __init__(self, program, folder, start, zone):
        self.xform = XForm()
        form, instance = Path(folder) / "form.xml", Path(folder) / "instance.xml"
        form.write_text(self.xform.text, encoding="utf-8")
        instance.write_text(self.xform.instance(), encoding="utf-8")
        jar = next(ENVIRONMENT.glob("lib/*/site-packages/pyxform/validators/odk_validate/bin/ODK_Validate.jar"))
        options = ["-Xss16m", "-Duser.language=en", "-Duser.country=GB", f"-Duser.timezone=GMT{zone}"]
        self.theirs = Engine(["java", *options, "-cp", jar, HERE / "JavaRosaEvaluator.java", form, instance])
        lines = ["\t".join((path, escaped(value))) for path, value in answers()]
        self.ours = Engine([program, FORM, start], [*lines, ""])

    def outcomes(self, cases):
        """What JavaRosa and what we make of expressions, each with its place; nothing where pyxform fails."""
        theirs = [self.xform.expression(text, place) for place, text in cases]
        sent = [index for index, text in enumerate(theirs) if text is not None]
        both = zip(
            self.theirs.outcomes([f"{PLACES[cases[index][0]]}\t{escaped(theirs[index])}" for index in sent]),
            self.ours.outcomes([f"{cases[index][0]}\t{escaped(cases[index][1])}" for index in sent]),
        )
        found = dict(zip(sent, both))
        return [found.get(index) for index in range(len(cases))]

    def number(self, place, text):
        """The number that JavaRosa makes of an expression; nothing where it makes none."""
        both = self.outcomes([(place, text)])[0]
        if both is None or both[0][2].startswith("!"):
            return None
        return struct.unpack(">d", bytes.fromhex(both[0][2]))[0]

    def close(self):
        self.theirs.close()
        self.ours.close()
