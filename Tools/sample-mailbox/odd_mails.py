"""Mails that are in doubt, mean harm, or are no answer."""

from answers import answers
from envelope import WORD, address, attached, mail, multipart, part, text
from other_forms import pdf, sheet
from post import add, document, form, letter, quoted
import word_form
from survey import blank


def senders():
    """Mails that are not what they say, or not whose."""
    given = answers("cmc", "no", 35)
    add(
        "cmc-forged", "a form in the name of a mechanism; our server found that its domain did not send it", "a form's token proves the form, not the sender",
        ["1 needs_review sender_not_authenticated"],
        letter("cmc", form("cmc", given), "11-22 09:00", "forged", dmarc="fail"),
    )
    add(
        "cmc-foreign-server", "the same, with a result that a foreign server is said to have found", "only our own server is believed",
        ["1 needs_review sender_not_authenticated"],
        letter("cmc", form("cmc", given), "11-22 10:00", "foreign", server="mx.evil.example"),
    )
    add(
        "stranger", "a form for a mechanism, from a sender who is on no list", "as above",
        ["1 needs_review sender_not_listed"],
        mail(text(form("cmc", given)), "mallory@evil.example", "11-22 11:00", name="Caribbean Migration Consultations", identity="stranger"),
    )
    add(
        "ocam-for-rcm", "the form that was made for one mechanism, from the sender of another", "what says whose answers they are disagrees",
        ["1 needs_review mechanism_disagrees"],
        letter("ocam", form("rcm", answers("rcm", "no", 36)), "11-22 12:00", "disagrees"),
    )
    given = answers("add", "yes", 23)
    add(
        "add-same-id", "a correction of @add-pdf with the Message-ID of @rabat-quoted", "a Message-ID identifies nothing",
        ["1 imported"],
        letter("add", form("add", answers("add", "in_process", 23) | given), "11-22 13:00", "quoted").replace(
            b"<quoted@add.example>", b"<quoted@rabat.example>"),
        {"1": answers("add", "in_process", 23) | given},
    )
    late = {name: value for name, value in answers("prague", "in_process", 0).items() if name in ("iscm", "position", "submitted_by")}
    add(
        "prague-late", "a form older than @prague-first that lies behind it in the mailbox", "the newest counts, wherever it lies",
        ["1 superseded corrected"], letter("prague", form("prague", late), "10-30 09:00", "late"), {"1": late},
    )
    given = answers("igc", "no", 24)
    add(
        "igc-no-received", "a form whose time is its sender's Date alone", "it counts, and the ledger says so",
        ["1 imported date_not_trusted"],
        letter("igc", form("igc", given), "11-22 14:00", "date", received=False), {"1": given},
    )


def hostile():
    """Texts that want to do something to who reads them."""
    given = answers("riam", "yes", 38) | {
        "chair_name": "=HYPERLINK(\"http://evil.example\",\"Chair\")",
        "chair_title": "@SUM(1+1)",
        "secretariat_name": "-1+1",
        "influence": "+1 \u202egnorw\u202c\ttab",
    }
    name = "../../.ssh/=?utf-8?q?authorized=5Fkeys=E2=80=AExcod.csv?="
    add(
        "riam-escapes", "formulas and bidi overrides in answers, a path in a file's name", "kept to the byte in the data, escaped where they are shown",
        ["1.1 no_response no_form", "1.2 imported"],
        document("riam", sheet(given, "riam"), "11-23 09:00", "escapes", name, "text/csv; charset=utf-8"), {"1.2": given},
    )
    given = answers("asem", "yes", 39) | {"influence": "bell \u0007 and \u001b[31mred"}
    add(
        "asem-escape-sequences", "escape sequences in an answer and in the sender's name", "as above",
        ["1 imported"],
        letter("asem", form("asem", given), "11-23 10:00", "sequences", name="=?utf-8?q?=1B=5D0=3Bowned=07Secretariat?="), {"1": given},
    )


def others():
    """What is no answer."""
    add(
        "rabat-away", "an automatic reply", "a program sent it",
        ["- no_response auto_reply"],
        letter("rabat", "I am away until 3 December.\n", "11-24 09:00", "away", headers="Auto-Submitted: auto-replied\n", subject="Automatic reply"),
    )
    sent = mail(text(blank("text", "midcom").decode()), "survey@iom.example", "10-01 09:00", dmarc="", received=False, identity="sent")
    report = multipart("report", [
        text("The mail could not be delivered.\n"),
        part(b"Reporting-MTA: dns; mx.midcom.example\n\nFinal-Recipient: rfc822; chair@midcom.example\nAction: failed\nStatus: 5.1.1\n",
             "message/delivery-status", "7bit"),
        part(sent, "message/rfc822", "8bit")], "report", "; report-type=delivery-status")
    add(
        "midcom-bounce", "a bounce, with our own blank form inside", "a program sent it, and the form is blank",
        ["1.1 no_response no_form", "1.3.1 no_response blank_form"],
        mail(report, "mailer-daemon@midcom.example", "11-24 10:00", name="Mail Delivery", subject="Undeliverable", identity="bounce",
             headers="Auto-Submitted: auto-replied\nReturn-Path: <>\n"),
    )
    invitation = "BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:1@midsa.example\nDTSTART:20181210T090000Z\nSUMMARY:Meeting\nEND:VEVENT\nEND:VCALENDAR\n"
    add(
        "midsa-invitation", "an invitation to a meeting", "a calendar's mail is no answer",
        ["- no_response calendar"],
        mail(multipart("alternative", [text("Meeting\n"), text(invitation, kind="text/calendar", extra="; method=REQUEST")], "cal"),
             address("midsa"), "11-24 11:00", identity="calendar", subject="Invitation: Meeting"),
    )
    receipt = multipart("report", [
        text("Your mail was read.\n"),
        part(b"Final-Recipient: rfc822; secretariat@gfmd.example\nDisposition: manual-action/MDN-sent-manually; displayed\n",
             "message/disposition-notification", "7bit")], "mdn", "; report-type=disposition-notification")
    add(
        "gfmd-receipt", "a receipt: the mail was read", "a program sent it",
        ["- no_response receipt"],
        mail(receipt, address("gfmd"), "11-24 12:00", identity="receipt", subject="Read: Review"),
    )
    add(
        "pafom-thanks", "a letter of a listed sender without a form", "it may say something of the answers: a person looks",
        ["- needs_review listed_sender_without_form"],
        letter("pafom", "Thank you, we will answer next week.\n", "11-24 13:00", "thanks"),
    )
    add(
        "newsletter", "a letter of somebody who is on no list", "it is no form",
        ["- no_response no_form"],
        mail(text("Our services for your event.\n"), "news@shop.example", "11-24 14:00", name="Shop", subject="Offer", identity="news"),
    )
    add(
        "ocam-blank", "our form, sent back as it was", "nothing is answered in it",
        ["1.1 no_response no_form", "1.2 no_response blank_form"],
        document("ocam", blank("docx", "ocam"), "11-24 15:00", "blank"),
    )
    given = answers("gfmd", "in_process", 26) | {"position_refine": "no"}
    add(
        "gfmd-remark", "a correction with a remark that contradicts it", "a person reads the remark",
        ["1 needs_review unplaced_text"],
        letter("gfmd", form("gfmd", given) + "\nSorry, question 8 should be yes.\n", "11-24 16:00", "remark"), {"1": given},
    )
    given = answers("idm", "no", 27)
    add(
        "idm-remark-beside", "a Word form, and a letter beside it that names a question", "a person reads the remark",
        ["1.1 no_response no_form", "1.2 needs_review unplaced_text"],
        mail(attached("Dear colleagues,\n\nplease note that question 4 is not final.\n",
                      [("form.docx", WORD, word_form.filled(given, "idm"))], "b"),
             address("idm"), "11-24 17:00", identity="beside"),
        {"1.2": given},
    )


def bombs():
    """Mails that want to do harm to who reads them; what is sound in them is read, and nothing else happens."""
    given = answers("igc", "no", 24)
    archive = word_form.entries(word_form.filled(given, "igc"))
    outside = word_form.pack(archive | {"../../../../tmp/out.txt": b"x", "/etc/out": b"x"})
    add(
        "igc-paths", "a Word form in whose archive names lead out of it", "nothing is unpacked into files; the answers count already",
        ["1.1 no_response no_form", "1.2 duplicate same_answers"],
        document("igc", outside, "11-25 09:00", "paths"), {"1.2": given},
    )
    bomb = word_form.pack(archive | {word_form.DOCUMENT: archive[word_form.DOCUMENT] + b" " * 30_000_000})
    add(
        "igc-zip-bomb", "a Word form whose main part unpacks to 30 MB", "more than 200 times its size: not unpacked to its end",
        ["1.1 no_response no_form", "1.2 needs_review limit"], document("igc", bomb, "11-25 10:00", "bomb"),
    )
    entities = '<!DOCTYPE w [<!ENTITY a "' + "ha" * 50 + '">' + "".join(
        f'<!ENTITY {chr(98 + step)} "{f"&{chr(97 + step)};" * 10}">' for step in range(9)) + "]>"
    laughs = archive[word_form.DOCUMENT].replace(b"?>", b"?>" + entities.encode(), 1)
    add(
        "igc-entities", "a Word form with entities in entities", "a document type is refused",
        ["1.1 no_response no_form", "1.2 needs_review refused"],
        document("igc", word_form.pack(archive | {word_form.DOCUMENT: laughs}), "11-25 12:00", "laughs"),
    )
    outer = text(form("igc", given))
    for depth in range(150):
        outer = multipart("mixed", [outer], f"d{depth}")
    add(
        "igc-deep", "a form 150 parts deep", "100 are read: what is below them is not known",
        ["- needs_review limit"], mail(outer, address("igc"), "11-25 13:00", identity="deep"),
    )
    parts = multipart("mixed", [text(form("igc", given))] + [b"\n"] * 10_001, "many")
    add(
        "igc-parts", "a form and 10,001 parts", "10,000 are read",
        ["- needs_review limit"], mail(parts, address("igc"), "11-25 14:00", identity="parts"),
    )


def margins():
    """Word forms with answers where no question is: they must not vanish."""
    given = answers("asem", "yes", 39)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    words = word_form.paragraph("Question 21: see our letter of 2 May.")
    add(
        "asem-header", "a Word form with words of the sender's above its pages", "they belong to no question: a person reads them",
        ["1.1 no_response no_form", "1.2 needs_review unplaced_text"],
        document("asem", word_form.filled(given, "asem", parts={
            "word/header1.xml": f'<w:hdr xmlns:w="{space}">{words}</w:hdr>'}), "11-25 15:00", "header"),
    )
    box = f'<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>{words}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>'
    add(
        "asem-text-box", "a Word form with a text box of the sender's", "as above",
        ["1.1 no_response no_form", "1.2 needs_review unplaced_text"],
        document("asem", word_form.filled(
            given, "asem", change=lambda page: page.replace("</w:tbl>", f"</w:tbl><w:p>{box}</w:p>", 1)), "11-25 16:00", "box"),
    )
    note = f'<w:footnotes xmlns:w="{space}"><w:footnote w:id="2">{words}</w:footnote></w:footnotes>'
    archive = word_form.entries(word_form.filled(given, "asem"))
    types = archive["[Content_Types].xml"].replace(
        b"</Types>", b'<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        b'wordprocessingml.footnotes+xml"/></Types>')
    add(
        "asem-footnote", "a Word form with a footnote", "as above",
        ["1.1 no_response no_form", "1.2 needs_review unread"],
        document("asem", word_form.pack(archive | {"[Content_Types].xml": types, "word/footnotes.xml": note.encode()}),
                 "11-25 17:00", "footnote"),
    )
