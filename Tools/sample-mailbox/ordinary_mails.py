"""Forms that come back as people send them: typed, attached, wrapped in other mails."""

from answers import answers
from envelope import OPEN, WORD, WORKBOOK, address, attached, enveloped_data, mail, multipart, part, signed_data, text
from other_forms import odt, pdf, sheet, workbook
from post import STAFF, WROTE, add, document, form, lasting, letter, quoted
import text_form
import word_form


def letters():
    """Forms in the text of mails."""
    first = answers("prague", "in_process", 0)
    add(
        "prague-first", "the text form in a new mail, 8bit UTF-8", "@prague-revised corrects it",
        ["1 superseded corrected"], letter("prague", form("prague", first), "11-01 09:00", "first"), {"1": first},
    )
    revised = first | answers("prague", "yes", 0) | {"assistance": "With advice, revised.\nTwo lines of it."}
    add(
        "prague-revised", "the same with more answers, ten days later", "the newest counts",
        ["1 imported"], letter("prague", form("prague", revised), "11-11 09:00", "revised"), {"1": revised},
    )
    add(
        "prague-again", "the answers of @prague-revised once more, in a mail of its own", "the same answers count once",
        ["1 duplicate same_answers"],
        letter("prague", "Dear colleagues,\n\n" + form("prague", revised), "11-12 09:00", "again", encoding="base64"),
    )
    add(
        "prague-bytes", "@prague-revised to the byte, as a second mailbox has it", "a copy is the same mail",
        ["1 imported"], letter("prague", form("prague", revised), "11-11 09:00", "revised"), {"1": revised},
    )
    given = answers("rabat", "yes", 1)
    add(
        "rabat-quoted", "a reply: the form quoted, texts typed between, ticks in the quoted lines",
        "quoted lines keep their depth; an answer may stand at any",
        ["1 imported"],
        letter("rabat", quoted("rabat", given, before="Dear all,\n\nplease find our answers below.\n\n" + WROTE),
               "11-02 10:00", "quoted"),
        {"1": given},
    )
    given = answers("budapest", "no", 2)
    add(
        "budapest-twice-quoted", "a reply to a reply: the form at depth 2", "as above",
        ["1 imported"], letter("budapest", quoted("budapest", given, depth=2), "11-02 11:00", "twice", encoding="quoted-printable"),
        {"1": given},
    )
    given = answers("bali", "in_process", 3)
    add(
        "bali-flowed", "a reply in format=flowed: lines broken softly", "they are joined within one depth; @bali-signed-inside corrects it",
        ["1 superseded corrected"],
        letter("bali", text_form.flowed(text_form.lines(given, "bali")), "11-02 12:00", "flowed", extra="; format=flowed"),
        {"1": given},
    )
    given = answers("midwa", "yes", 4, "fr")
    add(
        "midwa-french", "the French form, quoted; Oui and Non typed below their boxes; Windows-1252",
        "labels of the form's own translations are answers; @midwa-signed corrects it",
        ["1 superseded corrected"],
        letter("midwa", quoted("midwa", given, "fr", labels=True), "11-03 09:00", "french", charset="windows-1252",
               encoding="quoted-printable", subject="=?windows-1252?q?R=E9ponse?="),
        {"1": given},
    )
    given = answers("sacm", "in_process", 5, "es")
    add(
        "sacm-spanish", "the Spanish form, quoted; labels typed below their boxes; ISO 8859-1, base64",
        "as above; @desk-forwards-sacm corrects it", ["1 superseded corrected"],
        letter("sacm", quoted("sacm", given, "es", labels=True), "11-03 10:00", "spanish", charset="iso-8859-1", encoding="base64"),
        {"1": given},
    )
    given = answers("arcp", "in_process", 6, "ar")
    add(
        "arcp-arabic", "answers in Arabic, Windows-1256", "the declared character set is the true one",
        ["1 imported"],
        letter("arcp", form("arcp", given), "11-03 11:00", "arabic", charset="windows-1256", encoding="base64"), {"1": given},
    )
    given = answers("midsa", "no", 7) | {"influence": "Réunions à Mbabane"}
    words = form("midsa", given)
    add(
        "midsa-wrong-charset", "Windows-1252 that says it is UTF-8", "bytes were read as another set than declared: a person looks",
        ["1 needs_review charset"],
        mail(text(words, "windows-1252", "8bit", declared="utf-8").replace("’".encode("cp1252"), b"'"), address("midsa"), "11-03 12:00",
             identity="charset"),
    )


def pages():
    """Forms in HTML."""
    given = answers("cmc", "yes", 8)
    page = text_form.page(text_form.lines(given, "cmc"), "Dear all, our answers are below.")
    add(
        "cmc-html", "a reply of HTML alone: the form in a blockquote, texts between its lines", "HTML is read through its elements",
        ["1 imported"],
        mail(text(page, kind="text/html"), address("cmc"), "11-04 09:00", identity="html"), {"1": given},
    )
    given = answers("ocam", "no", 9)
    add(
        "ocam-html-table", "the paper form as a table of HTML, without marks", "numbers and wording are those of the form",
        ["1 imported"],
        mail(text(text_form.table(given), "utf-8", "8bit", "text/html"), address("ocam"), "11-04 10:00", identity="table"), {"1": given},
    )
    given = answers("rcm", "in_process", 10)
    lines = text_form.lines(given, "rcm")
    both = [text(text_form.plain(lines)), text(text_form.page(lines), kind="text/html")]
    add(
        "rcm-alternative", "the same in plain text and in HTML", "of alternatives the plain text is read",
        ["1.1 imported"],
        mail(multipart("alternative", both, "alt"), address("rcm"), "11-04 11:00", identity="alternative"), {"1.1": given},
    )


def words():
    """Forms of Word, ours and the paper form."""
    given = answers("igad_rcp", "yes", 11)
    add(
        "igad-docx", "our Word form, its controls filled", "tags, bookmarks and codes agree",
        ["1.1 no_response no_form", "1.2 imported"],
        document("igad_rcp", word_form.filled(given, "igad_rcp"), "11-05 09:00", "docx"), {"1.2": given},
    )
    fewer = {name: value for name, value in given.items() if name != "themes"}
    add(
        "igad-fewer", "a correction that leaves question 9 open, which @igad-docx answered", "whether it was meant is for a person to say",
        ["1.1 no_response no_form", "1.2 needs_review fewer_answers"],
        document("igad_rcp", word_form.filled(fewer, "igad_rcp"), "11-15 09:00", "fewer"), {"1.2": fewer},
    )
    given = answers("colombo", "in_process", 12)
    add(
        "colombo-legacy", "our Word form, saved with fields of Word 97 in place of controls", "bookmarks and codes are left",
        ["1.1 no_response no_form", "1.2 imported"],
        document("colombo", word_form.filled(given, "colombo", kind="legacy"), "11-05 10:00", "legacy"), {"1.2": given},
    )
    given = answers("almaty", "no", 13)
    add(
        "almaty-glyphs", "our Word form, saved with signs in place of controls, in French", "as above",
        ["1.1 no_response no_form", "1.2 imported"],
        document("almaty", word_form.filled(given, "almaty", "fr", kind="plain"), "11-05 11:00", "glyphs"), {"1.2": given},
    )
    given = answers("pidc", "yes", 14)
    add(
        "pidc-generic", "the form for all mechanisms, the name ticked in question 1", "the answer and the sender agree",
        ["1.1 no_response no_form", "1.2 imported"],
        document("pidc", word_form.filled(given), "11-05 12:00", "generic"), {"1.2": given},
    )
    given = answers("midcom", "yes", 15)
    add(
        "midcom-paper", "the paper form without any mark of ours, boxes as signs", "number and wording, in order",
        ["1.1 no_response no_form", "1.2 imported"],
        document("midcom", word_form.paper(given), "11-06 09:00", "paper"), {"1.2": given},
    )
    given = answers("midcas", "in_process", 16, "fr")
    add(
        "midcas-paper-typed", "the paper form in French, X typed before the answers", "as above",
        ["1.1 no_response no_form", "1.2 imported"],
        document("midcas", word_form.paper(given, "fr", word_form.typed_marks), "11-06 10:00", "typed"), {"1.2": given},
    )
    given = answers("fibemyd", "no", 17, "es")
    add(
        "fibemyd-paper-legacy", "the paper form in Spanish, check boxes of Word 97", "as above",
        ["1.1 no_response no_form", "1.2 imported"],
        document("fibemyd", word_form.paper(given, "es", word_form.legacy_boxes), "11-06 11:00", "boxes"), {"1.2": given},
    )
    given = answers("khartoum", "no", 18)
    reworded = {"position_refine": "Will the position never be finalized or refined, whatever is adopted in December 2018?"}
    add(
        "khartoum-reworded", "the paper form with another question 8", "the answer may be to another question",
        ["1.1 no_response no_form", "1.2 needs_review edited_question"],
        document("khartoum", word_form.paper(given, reword=reworded), "11-06 12:00", "reworded"), {"1.2": given},
    )
    given = answers("asem", "no", 19)

    def insert(cell):
        change = '<w:ins w:id="900" w:author="Reviewer"><w:r><w:t xml:space="preserve"> not</w:t></w:r></w:ins></w:sdtContent>'
        return cell.replace("</w:sdtContent>", change, 1)

    changed = word_form.filled(given, "asem", change=lambda page: word_form.answer_cell(page, "assistance", insert))
    add(
        "asem-tracked", "a tracked change inside the answer to question 21", "which of the two was meant is for a person to say",
        ["1.1 no_response no_form", "1.2 needs_review tracked_change"],
        document("asem", changed, "11-06 13:00", "tracked"),
    )
    given = answers("riam", "no", 20)
    glyph = word_form.filled(
        given, "riam", change=lambda page: word_form.answer_cell(page, "position", lambda cell: cell.replace("☒", "☐")))
    add(
        "riam-box", "a box that is ticked and shows an empty sign", "the two disagree",
        ["1.1 no_response no_form", "1.2 needs_review box_disagrees"],
        document("riam", glyph, "11-06 14:00", "box"),
    )
    given = answers("eu_celac", "no", 21)
    twice = word_form.filled(
        given, "eu_celac",
        change=lambda page: word_form.answer_cell(
            page, "position", lambda cell: cell.replace('<w14:checked w14:val="0"/>', '<w14:checked w14:val="1"/>').replace("☐", "☒")))
    add(
        "eu-celac-all-ticked", "all three boxes of question 4 ticked", "one answer is asked for",
        ["1.1 no_response no_form", "1.2 needs_review several_ticked"],
        document("eu_celac", twice, "11-06 15:00", "all"),
    )


def files():
    """OpenDocument, workbooks, CSV and PDF; several files in one mail."""
    given = answers("acp_eu", "yes", 22)
    add(
        "acp-eu-odt", "our form, saved as OpenDocument", "bookmarks and codes are left",
        ["1.1 no_response no_form", "1.2 imported"],
        document("acp_eu", odt(given, "acp_eu"), "11-07 09:00", "odt", "form.odt", OPEN), {"1.2": given},
    )
    given = answers("add", "in_process", 23)
    add(
        "add-pdf", "our PDF, its fields filled", "values and pages agree; @add-same-id corrects it",
        ["1.1 no_response no_form", "1.2 superseded corrected"],
        document("add", pdf(given, "add"), "11-07 10:00", "pdf", "form.pdf", "application/pdf"), {"1.2": given},
    )
    given = answers("igc", "no", 24)
    add(
        "igc-pdf-drawn", "our PDF, where a page shows another text than the field holds", "the two disagree",
        ["1.1 no_response no_form", "1.2 needs_review appearance_disagrees"],
        document("igc", pdf(given, "igc", {"chair_name": "Somebody Else"}), "11-07 11:00", "drawn", "form.pdf", "application/pdf"),
    )
    given = answers("pafom", "yes", 25)
    add(
        "pafom-xlsx", "the CSV form, saved as a workbook", "names of questions are exact",
        ["1.1 no_response no_form", "1.2 imported"],
        document("pafom", workbook(given, "pafom"), "11-07 12:00", "xlsx", "form.xlsx", WORKBOOK), {"1.2": given},
    )
    given = answers("gfmd", "in_process", 26)
    add(
        "gfmd-csv", "the CSV form", "as above",
        ["1.1 no_response no_form", "1.2 imported"],
        document("gfmd", sheet(given, "gfmd"), "11-07 13:00", "csv", "form.csv", "text/csv; charset=utf-8"), {"1.2": given},
    )
    given = answers("idm", "no", 27)
    states = {"resources": "not_applicable"}
    without = {name: value for name, value in given.items() if name != "resources"}
    add(
        "idm-csv-state", "the CSV form with a state and no answer", "what a state says is for a person to take over",
        ["1.1 no_response no_form", "1.2 needs_review not_an_answer"],
        document("idm", sheet(without, "idm", states), "11-07 14:00", "state", "form.csv", "text/csv; charset=utf-8"), {"1.2": without},
    )
    given = answers("five_plus_five", "no", 28)
    both = attached(
        "Dear colleagues, the form as Word and as PDF, our logo and the agenda.\n",
        [("form.docx", WORD, word_form.filled(given, "five_plus_five")),
         ("form.pdf", "application/pdf", pdf(given, "five_plus_five")),
         ("logo.png", "image/png", b"\x89PNG\r\n\x1a\n" + bytes(16)),
         ("agenda.csv", "text/csv; charset=utf-8", b"time,item\r\n9:00,Opening\r\n")], "b")
    add(
        "five-plus-five-files", "the same form as Word and PDF, a picture and an agenda", "the same answers count once",
        ["1.1 no_response no_form", "1.2 imported", "1.3 duplicate same_answers", "1.5 no_response no_form"],
        mail(both, address("five_plus_five"), "11-07 15:00", identity="files"), {"1.2": given, "1.3": given},
    )
    given = answers("eap_panel", "no", 29)
    differing = given | {"position": "in_process", "themes": "theme_1"}
    two = attached(
        "Dear colleagues, two forms.\n",
        [("one.docx", WORD, word_form.filled(given, "eap_panel")), ("two.docx", WORD, word_form.filled(differing, "eap_panel"))], "b")
    add(
        "eap-two-forms", "two forms in one mail that differ", "which of them counts is for a person to say",
        ["1.1 no_response no_form", "1.2 needs_review several_forms", "1.3 needs_review several_forms"],
        mail(two, address("eap_panel"), "11-07 16:00", identity="two"), {"1.2": given, "1.3": differing},
    )


def wrapped():
    """Mails in mails, signed mails."""
    given = lasting(answers("sacm", "in_process", 5, "es")) | answers("sacm", "yes", 30, "es")
    inner = mail(
        attached("Estimados colegas, adjunto el formulario.\n", [("form.docx", WORD, word_form.filled(given, "sacm", "es"))], "inner"),
        address("sacm"), "11-20 09:00", identity="inner")
    outer = multipart("mixed", [text("For the survey.\n"), part(inner, "message/rfc822", "8bit")], "outer")
    add(
        "desk-forwards-sacm", "a colleague forwards a mail whose form corrects @sacm-spanish", "a colleague may hand on for all; a mail inside counts",
        ["1.1 no_response no_form", "1.2.1.1 no_response no_form", "1.2.1.2 imported"],
        mail(outer, STAFF, "11-20 10:00", name="Survey desk", subject="Fwd: formulario", identity="forward"), {"1.2.1.2": given},
    )
    given = answers("other", "yes", 31) | {"iscm_other": "Nile Valley Migration Dialogue"}
    add(
        "desk-other", "a colleague hands on a form of a mechanism that is not in the register", "it names itself; a colleague may hand on for all",
        ["1.1 no_response no_form", "1.2 imported"],
        document("other", word_form.filled(given), "11-20 11:00", "other", sender=STAFF), {"1.2": given},
    )
    given = lasting(answers("midwa", "yes", 4, "fr")) | answers("midwa", "no", 32)
    signature = part(bytes(range(48)), "application/pkcs7-signature; name=\"smime.p7s\"")
    signed = multipart(
        "signed", [text(form("midwa", given)), signature], "sig",
        '; protocol="application/pkcs7-signature"; micalg=sha-256')
    add(
        "midwa-signed", "a signed mail (S/MIME, the signature beside it) that corrects @midwa-french", "a signature is no attachment",
        ["1.1 imported"],
        mail(signed, address("midwa"), "11-21 09:00", identity="signed"), {"1.1": given},
    )
    given = lasting(answers("bali", "in_process", 3)) | answers("bali", "yes", 33)
    content = text(form("bali", given))
    opaque = part(signed_data(content), "application/pkcs7-mime; smime-type=signed-data; name=\"smime.p7m\"")
    add(
        "bali-signed-inside", "a signed mail (S/MIME, what was signed inside it) that corrects @bali-flowed", "it is taken out",
        ["1.1 imported"],
        mail(opaque, address("bali"), "11-21 10:00", identity="opaque"), {"1.1": given},
    )
    add(
        "rabat-encrypted", "an encrypted mail (S/MIME)", "nobody here can read it",
        ["1 needs_review encrypted"],
        mail(part(enveloped_data(), "application/pkcs7-mime; smime-type=enveloped-data; name=\"smime.p7m\""), address("rabat"), "11-21 11:00",
             identity="encrypted"),
    )
    compound = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(40)
    add(
        "bali-password", "a Word form that opens with a password only", "as above",
        ["1.1 no_response no_form", "1.2 needs_review encrypted"],
        document("bali", compound, "11-21 12:00", "password"),
    )
    whole = word_form.filled(answers("budapest", "yes", 34), "budapest")
    add(
        "budapest-broken", "a Word form that was cut off on its way", "what is missing is not known",
        ["1.1 no_response no_form", "1.2 needs_review broken"],
        document("budapest", whole[: len(whole) // 2], "11-21 13:00", "broken"),
    )
