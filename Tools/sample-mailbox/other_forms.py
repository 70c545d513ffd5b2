"""Forms of OpenDocument, workbooks, CSV and PDF."""

import base64
import csv
import io
import json
import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

from archive import pack
from survey import QUESTIONS, as_csv, blank

OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def odt(answers, mechanism):
    """Our table as a writer of OpenDocument saves it: bookmarks, visible codes and custom properties are left."""
    rows = []
    for question in QUESTIONS:
        if question.name == "iscm" or question.name == "iscm_other":
            continue
        answer = answers.get(question.name, "")
        mark = question.code.lower()
        if question.has_choices():
            lines = [
                f"{'☒' if name in answer.split() else '☐'} {labels['en']}" for name, labels in question.choices
            ]
        else:
            lines = answer.split("\n")
        content = "<text:line-break/>".join(escape(line) for line in lines)
        rows.append(
            f"<table:table-row><table:table-cell><text:p>{question.number}</text:p><text:p>[{question.code}]</text:p>"
            f"</table:table-cell><table:table-cell><text:p>{escape(question.label['en'])}</text:p></table:table-cell>"
            f'<table:table-cell><text:p><text:bookmark-start text:name="{mark}"/>{content}'
            f'<text:bookmark-end text:name="{mark}"/></text:p></table:table-cell></table:table-row>'
        )
    spaces = " ".join(f'xmlns:{name}="{OFFICE}:{name}:1.0"' for name in ("office", "text", "table", "meta"))
    content = (
        f'<office:document-content {spaces} office:version="1.3"><office:body><office:text>'
        f'<text:p>Review of ISCMs and the Global Compact 2018</text:p><table:table>{"".join(rows)}</table:table>'
        "</office:text></office:body></office:document-content>"
    )
    properties = "".join(
        f'<meta:user-defined meta:name="{row[0]}">{row[4]}</meta:user-defined>'
        for row in sheet_rows(mechanism)
        if row[0].startswith("iscm-")
    )
    meta = (
        f'<office:document-meta {spaces} office:version="1.3"><office:meta>{properties}</office:meta>'
        "</office:document-meta>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    manifest = (
        f'<manifest:manifest xmlns:manifest="{OFFICE}:manifest:1.0" manifest:version="1.3"><manifest:file-entry '
        f'manifest:full-path="/" manifest:media-type="{kind}"/><manifest:file-entry manifest:full-path="content.xml" '
        'manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="meta.xml" '
        'manifest:media-type="text/xml"/></manifest:manifest>'
    )
    return pack({"mimetype": kind, "content.xml": content, "meta.xml": meta, "META-INF/manifest.xml": manifest})


def sheet_rows(mechanism="", language="en"):
    """The rows of a blank CSV, its heading first."""
    return list(csv.reader(io.StringIO(blank("csv", mechanism, language).decode(), newline="")))


def filled_rows(answers, mechanism="", states=None):
    """The rows of a filled CSV; `states` fills the last column, by question."""
    rows = sheet_rows(mechanism)
    value, state = rows[0].index("value"), rows[0].index("state")
    for row in rows[1:]:
        row[value] = answers.get(row[0], row[value])
        row[state] = (states or {}).get(row[0], "")
    return rows


def sheet(answers, mechanism="", states=None):
    """A filled CSV."""
    return as_csv(filled_rows(answers, mechanism, states))


def workbook(answers, mechanism=""):
    """A filled CSV as a spreadsheet saves it: strings in a table of their own."""
    strings, cells = [], []
    for number, row in enumerate(filled_rows(answers, mechanism), 1):
        line = ""
        for column, text in zip("ABCDEF", row):
            if text:
                if text not in strings:
                    strings.append(text)
                line += f'<c r="{column}{number}" t="s"><v>{strings.index(text)}</v></c>'
        cells.append(f'<row r="{number}">{line}</row>')
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    def override(name, what):
        return f'<Override PartName="/xl/{name}.xml" ContentType="{kind}.{what}+xml"/>'

    def relationship(number, what, target):
        return f'<Relationship Id="r{number}" Type="{office}/{what}" Target="{target}"/>'

    return pack({
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{override("workbook", "sheet.main")}'
        f'{override("worksheets/sheet1", "worksheet")}{override("sharedStrings", "sharedStrings")}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
        f'{relationship(1, "officeDocument", "xl/workbook.xml")}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Form" sheetId="1" '
        'r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'{relationship(1, "worksheet", "worksheets/sheet1.xml")}{relationship(2, "sharedStrings", "sharedStrings.xml")}'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{"".join(cells)}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">'
        + "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)
        + "</sst>",
    })


def qpdf(arguments, data):
    """What qpdf makes of a file."""
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder) / "in", Path(folder) / "out"
        path.write_bytes(data)
        subprocess.run(["qpdf", *arguments, str(path), str(out)], check=True)
        return out.read_bytes()


def pdf(answers, mechanism="", drawn=None):
    """A filled PDF: the value of each field, and how it is drawn.

    `drawn` gives other words to how texts are drawn, by question: then value and page disagree.
    """
    document = json.loads(qpdf(["--json-output", "--decode-level=none", "--json-stream-data=inline"], blank("pdf", mechanism)))
    objects = document["qpdf"][1]
    fonts = next(
        item["value"]["/DR"] for item in objects.values() if isinstance(item.get("value"), dict) and "/DR" in item["value"]
    )
    by_mark = {question.code.lower(): question for question in QUESTIONS}
    last = document["qpdf"][0]["maxobjectid"]
    for item in list(objects.values()):
        field = item.get("value")
        if not isinstance(field, dict) or not str(field.get("/T", "")).startswith("u:iscm:1:"):
            continue
        mark, _, choice = field["/T"].removeprefix("u:iscm:1:").partition(":")
        question = by_mark[mark]
        answer = answers.get(question.name, "")
        if choice:
            if choice in answer.split():
                field["/V"] = field["/AS"] = "/Yes"
        elif answer:
            field["/V"] = f"u:{answer}"
            last += 1
            shown = (drawn or {}).get(question.name, answer)
            objects[f"obj:{last} 0 R"] = {"stream": appearance(shown, field["/Rect"], fonts)}
            field["/AP"] = {"/N": f"{last} 0 R"}
    if drawn:
        # What is drawn counts then: no reader draws it anew by the values.
        for item in objects.values():
            if isinstance(item.get("value"), dict):
                item["value"].pop("/NeedAppearances", None)
    document["qpdf"][0]["maxobjectid"] = last
    return qpdf(["--json-input", "--deterministic-id", "--object-streams=generate"], json.dumps(document).encode())


def appearance(text, box, fonts):
    """A text as it is drawn in the box of its field, broken into lines that fit."""
    width, height = box[2] - box[0], box[3] - box[1]
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > width / 5:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    shown = [line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in lines]
    drawing = f"/Tx BMC q BT /Helv 10 Tf 0 g 11 TL 2 {height - 11:.2f} Td " + " T* ".join(f"({line}) Tj" for line in shown)
    data = (drawing + " ET Q EMC").encode("cp1252")
    return {
        "data": base64.b64encode(data).decode(),
        "dict": {"/Type": "/XObject", "/Subtype": "/Form", "/BBox": [0, 0, width, height], "/Resources": fonts},
    }
