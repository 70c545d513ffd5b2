"""Forms of Word: ours filled in its controls, or as other programs leave it; and the paper form without marks."""

import re
from xml.sax.saxutils import escape

from archive import entries, pack
from survey import BY_NAME, QUESTIONS, blank

DOCUMENT = "word/document.xml"
CONTROL = re.compile(r"<w:sdt>.*?</w:sdt>", re.S)
NAMESPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def tag_of(control):
    """The question's mark and the choice that a control is tagged with; the choice is empty for a text."""
    parts = re.search(r'<w:tag w:val="iscm:1:([^"]+)"', control)[1].split(":")
    return parts[0], parts[1] if len(parts) > 1 else ""


BY_TAG = {question.code.lower(): question for question in QUESTIONS}


def text_runs(text):
    """A text in a run, its line ends as Word has them."""
    lines = [f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")]
    return f"<w:r>{'<w:br/>'.join(lines)}</w:r>"


def filled(answers, mechanism="", language="en", change=lambda document: document, parts=None, kind="controls"):
    """Our form, its controls filled; `legacy` and `plain` have them replaced as older programs do.

    `change` makes a last change to the document, `parts` adds files to the archive.
    """
    archive = entries(blank("docx", mechanism, language))

    def fill(match):
        control = match[0]
        mark, choice = tag_of(control)
        question = BY_TAG[mark]
        answer = answers.get(question.name, "")
        if choice:
            is_ticked = choice in answer.split()
            if kind == "legacy":
                return legacy_box(is_ticked)
            if kind == "plain":
                return text_runs("☒" if is_ticked else "☐")
            if is_ticked:
                control = control.replace('<w14:checked w14:val="0"/>', '<w14:checked w14:val="1"/>').replace("☐", "☒")
            return control
        if kind == "legacy":
            return legacy_text(answer)
        if kind == "plain" or not answer:
            return text_runs(answer) if kind == "plain" else control
        content = f"<w:sdtContent>{text_runs(answer)}</w:sdtContent>"
        control = control.replace("<w:showingPlcHdr/>", "")
        return re.sub(r"<w:sdtContent>.*?</w:sdtContent>", lambda _: content, control, flags=re.S)

    document = CONTROL.sub(fill, archive[DOCUMENT].decode())
    archive[DOCUMENT] = change(document).encode()
    return pack(archive | (parts or {}))


def legacy_box(is_ticked):
    """A check box of Word 97; `w:checked` without a value is a tick."""
    state = "<w:checked/>" if is_ticked else '<w:default w:val="0"/>'
    data = f'<w:ffData><w:enabled/><w:checkBox><w:sizeAuto/>{state}</w:checkBox></w:ffData>'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:instrText xml:space="preserve">'
        ' FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def legacy_text(text):
    """A text field of Word 97; five blanks stand in one that is empty."""
    shown = text_runs(text or "\u2002" * 5)
    return (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:enabled/><w:textInput/></w:ffData></w:fldChar></w:r>'
        '<w:r><w:instrText xml:space="preserve"> FORMTEXT </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def glyph_boxes(question, answer, language):
    """All options with a box before each."""
    return "".join(
        paragraph(f"{'☒' if name in answer.split() else '☐'} {labels[language]}") for name, labels in question.choices
    )


def typed_marks(question, answer, language):
    """All options with a typed X before those that are meant."""
    return "".join(
        paragraph(f"{'X ' if name in answer.split() else ''}{labels[language]}") for name, labels in question.choices
    )


def legacy_boxes(question, answer, language):
    """All options with a check box of Word 97 before each."""
    return "".join(
        f"<w:p>{legacy_box(name in answer.split())}{text_runs(' ' + labels[language])}</w:p>"
        for name, labels in question.choices
    )


def numbers(question, answer, language):
    """The places of the options that are meant, as the paper form asks for in questions 9 to 11: 1, 3, 9-10."""
    places = [place for place, (name, _) in enumerate(question.choices, 1) if name in answer.split()]
    ranges = []
    for place in places:
        if ranges and ranges[-1][1] == place - 1:
            ranges[-1][1] = place
        else:
            ranges.append([place, place])
    return paragraph(", ".join(str(first) if first == last else f"{first}-{last}" for first, last in ranges))


def paragraph(text):
    """A paragraph of plain words."""
    return f"<w:p>{text_runs(text)}</w:p>"


def paper(answers, language="en", boxes=glyph_boxes, reword=None):
    """The form as it was on paper: number, question, answer; no mark of ours anywhere.

    `reword` gives other words to questions, by name.
    """
    rows = []
    for question in QUESTIONS:
        answer = answers.get(question.name, "")
        if question.name == "iscm":
            cell = paragraph(", ".join(question.chosen(answer, language)))
        elif question.has_choices():
            cell = (numbers if len(question.choices) > 4 else boxes)(question, answer, language)
        else:
            cell = "".join(paragraph(line) for line in answer.split("\n"))
        wording = (reword or {}).get(question.name, question.label[language])
        number = f"{question.number}." if question.number else ""
        cells = "".join(f"<w:tc><w:tcPr/>{content}</w:tc>" for content in (paragraph(number), paragraph(wording), cell))
        rows.append(f"<w:tr>{cells}</w:tr>")
    title = paragraph("Review of ISCMs and the Global Compact 2018")
    return package(f"{title}<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>")


def package(body):
    """A document with nothing but a body."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    relationships = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    document = f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"
    return pack({"[Content_Types].xml": types, "_rels/.rels": relationships, DOCUMENT: document})


def answer_cell(document, name, change):
    """Changes what stands between the bookmarks of a question's answer."""
    mark = BY_NAME[name].code.lower()
    start = document.index(f'w:name="{mark}"')
    end = document.index("<w:bookmarkEnd", start)
    return document[:start] + change(document[start:end]) + document[end:]
