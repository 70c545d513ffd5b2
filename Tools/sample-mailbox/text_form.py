"""A form in the body of a mail: filled as it stands, in a quoted reply, as HTML."""

import html
import re

from survey import BY_NAME, QUESTIONS, blank

BY_CODE = {question.code: question for question in QUESTIONS}


def lines(answers, mechanism="", language="en", *, labels=False, style="x"):
    """The lines of a filled form: each with whether a person typed it.

    `labels`: the label of the choice is typed below its boxes instead of a mark in one. `style`: the mark.
    """
    filled, waiting = [], []
    for line in blank("text", mechanism, language).decode().rstrip("\n").split("\n"):
        marked = re.match(r"\[(Q\w+)\]", line)
        question = BY_CODE.get(marked[1]) if marked else None
        is_option = bool(marked and re.search(r"[(\[] [)\]]", line))
        if waiting and not is_option and not line.startswith("        "):
            filled += [(label, True) for label in waiting]
            waiting = []
        answer = answers.get(question.name, "") if question else ""
        if is_option and labels and answer:
            waiting = question.chosen(answer, language)
        elif is_option:
            for name in answer.split():
                line = re.sub(r"([(\[]) ([)\]]) " + name + r"(?= |$)", rf"\g<1>{style}\g<2> {name}", line)
        filled.append((line, False))
        if answer and not is_option:
            filled += [(part, True) for part in answer.split("\n")]
    return filled


def plain(filled):
    """The form as it was typed into a mail of its own."""
    return "\n".join(line for line, _ in filled) + "\n"


def quoted(filled, depth=1, before="", after=""):
    """The form in a reply: our lines quoted, what was typed between them not."""
    mark = ">" * depth
    rows = [line if typed else f"{mark} {line}".rstrip() for line, typed in filled]
    return before + "\n".join(rows) + "\n" + after


def flowed(filled, before=""):
    """The form in a reply of a program that breaks lines softly (RFC 3676)."""
    rows = []
    for line, typed in filled:
        # A line that ends in a space goes on in the next.
        words, row = line.split(" "), ""
        for word in words:
            if row and len(row) + len(word) > 60:
                rows.append(("" if typed else "> ") + row + " ")
                row = ""
            row += (" " if row else "") + word
        rows.append(("" if typed else "> ") + row if row or typed else ">")
    return before + "\n".join(rows) + "\n"


def page(filled, before=""):
    """The form in a reply of a program that writes HTML alone: our lines in a quotation, typed ones between."""
    parts, is_quoted = [f"<p>{html.escape(before)}</p>"], False
    for line, typed in filled:
        if typed == is_quoted:
            parts.append("</blockquote>" if is_quoted else '<blockquote type="cite">')
            is_quoted = not is_quoted
        parts.append(f"<div>{html.escape(line) or '<br>'}</div>")
    parts.append("</blockquote>" if is_quoted else "")
    return "<html><head><meta charset=\"utf-8\"></head><body>\n" + "\n".join(parts) + "\n</body></html>\n"


def table(answers, language="en"):
    """The paper form as a table of HTML, without any mark of ours."""
    rows = []
    for question in QUESTIONS:
        if question.name not in answers or not question.number:
            continue
        answer = answers[question.name]
        if question.has_choices() and question.name != "iscm":
            cell = "<br>".join(
                f"{'&#9746;' if name in answer.split() else '&#9744;'} {html.escape(labels[language])}"
                for name, labels in question.choices
            )
        else:
            cell = html.escape(", ".join(question.chosen(answer, language)) or answer)
        rows.append(f"<tr><td>{question.number}.</td><td>{html.escape(question.label[language])}</td><td>{cell}</td></tr>")
    rows.append(f"<tr><td></td><td>{BY_NAME['submitted_by'].label[language]}</td><td>{html.escape(answers['submitted_by'])}</td></tr>")
    return "<html><body><p>Please see below.</p><table>\n" + "\n".join(rows) + "\n</table></body></html>\n"
