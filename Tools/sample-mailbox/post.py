"""How mails of the sample are put together, and the list that they go into."""

from dataclasses import dataclass, field

from answers import answers
from envelope import WORD, address, attached, mail, part, text
import text_form

MAILS = []
# A colleague, who may send for all.
STAFF = "survey-desk@iom.example"
WROTE = "On Mon, 1 Oct 2018 at 09:00, IOM <survey@iom.example> wrote:\n"


@dataclass
class Mail:
    """A mail of the sample."""

    slug: str
    what: str
    why: str
    # What must become of its parts: the part, the status and the reason's name.
    fates: list
    # What a person put into its forms, by part: all of it, and nothing else, may come to be a response.
    truth: dict = field(default_factory=dict)
    raw: bytes = b""

    @property
    def name(self):
        """The name of its file."""
        return f"{MAILS.index(self) + 1:02}-{self.slug}.eml"


def add(slug, what, why, fates, raw, truth=None):
    """Adds a mail; a fate is `PART STATUS REASON`, the part `-` for a mail without a form."""
    rows = []
    for fate in fates:
        path, status, *code = fate.split(" ")
        rows.append(("" if path == "-" else path, status, code[0] if code else ""))
    MAILS.append(Mail(slug, what, why, rows, truth or {}, raw))


def lasting(given):
    """The answers to questions that are asked whatever the position is: a correction keeps them."""
    depends = ("position_link", "position_date", "position_meeting", "position_revised", "themes", "principles",
               "objectives", "position_pursuit")
    return {name: value for name, value in given.items() if name not in depends}


def form(mechanism, given, language="en", **options):
    """A filled form as plain text."""
    return text_form.plain(text_form.lines(given, mechanism, language, **options))


def letter(mechanism, words, time, slug, charset="utf-8", encoding="8bit", extra="", **options):
    """A mail of one text."""
    return mail(
        text(words, charset, encoding, extra=extra), address(mechanism), time, identity=slug, **options
    )


def quoted(mechanism, given, language="en", depth=1, before="", after="", **options):
    """A filled form in a reply."""
    lines = text_form.lines(given, mechanism, language, **options)
    return text_form.quoted(lines, depth, before, after)


def document(mechanism, data, time, slug, name="form.docx", kind=WORD, **options):
    """A mail with one file."""
    return mail(
        attached("Dear colleagues, the form is attached.\n\nKind regards\n", [(name, kind, data)], "b"),
        options.pop("sender", address(mechanism)), time, identity=slug, **options,
    )
