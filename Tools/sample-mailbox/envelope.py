"""Mails: their headers, their parts and how these are encoded. Nothing of it depends on the day or on chance."""

import base64
import quopri

SERVER = "mx.iom.example"


def address(mechanism):
    """The address from which a mechanism writes."""
    return f"secretariat@{mechanism.replace('_', '-')}.example"


def part(data, kind, encoding="base64", name="", disposition="", extra=""):
    """A part of a mail: its headers, an empty line, its body; `data` is bytes."""
    if encoding == "base64":
        body = base64.encodebytes(data).decode("ascii").encode()
    elif encoding == "quoted-printable":
        body = quopri.encodestring(data)
    else:
        body = data
    if name and "name" not in kind:
        kind += f'; name="{name}"'
    head = f"Content-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n{extra}"
    if disposition or name:
        head += f"Content-Disposition: {disposition or 'attachment'}" + (f'; filename="{name}"' if name else "") + "\n"
    return head.encode() + b"\n" + body + (b"" if body.endswith(b"\n") else b"\n")


def text(words, charset="utf-8", encoding="quoted-printable", kind="text/plain", extra="", declared=None):
    """A part of text; `declared` is what it says its character set is, where that is not true."""
    return part(words.encode(charset), f"{kind}; charset={declared or charset}{extra}", encoding)


def multipart(kind, parts, boundary, extra=""):
    """Parts in one."""
    rows = b"".join(b"--" + boundary.encode() + b"\n" + data for data in parts)
    head = f'Content-Type: multipart/{kind}; boundary="{boundary}"{extra}\n\n'
    return head.encode() + rows + b"--" + boundary.encode() + b"--\n"


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OPEN = "application/vnd.oasis.opendocument.text"


def attached(words, files, boundary):
    """A letter with files: (name, type, bytes)."""
    return multipart("mixed", [text(words)] + [part(data, kind, name=name) for name, kind, data in files], boundary)


MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def date(time):
    """A moment of 2018, `11-09 10:14`, as a mail has it."""
    day, clock = time.split(" ")
    month, number = (int(part) for part in day.split("-"))
    # 2018-01-01 was a Monday.
    days = sum((31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[: month - 1]) + number - 1
    week = "Mon Tue Wed Thu Fri Sat Sun".split()[days % 7]
    return f"{week}, {number:02} {MONTHS[month - 1]} 2018 {clock}:00 +0000"


def mail(
    body, sender, time, name="Secretariat", subject="Re: Review of ISCMs and the Global Compact 2018", identity="",
    received=True, dmarc="pass", domain=None, server=SERVER, headers="",
):
    """A mail as our server has taken it.

    `dmarc`: what the server found of the sender; nothing where it is empty. `domain`: whose it says it is, where that
    is not the sender's. `headers`: more of them.
    """
    domain = domain or sender.partition("@")[2]
    head = ""
    if dmarc:
        head += f"Authentication-Results: {server}; dmarc={dmarc} header.from={domain}\n"
    if received:
        head += f"Received: from out.{domain} by {SERVER} with ESMTPS; {date(time)}\n"
    head += f"Message-ID: <{identity}@{domain}>\nFrom: {name} <{sender}>\nTo: survey@iom.example\n"
    head += f"Subject: {subject}\nDate: {date(time)}\n{headers}MIME-Version: 1.0\n"
    return head.encode() + body


def der(tag, data):
    """A value of DER: its tag, its length, its bytes."""
    size = len(data)
    length = bytes([size]) if size < 128 else bytes([0x83]) + size.to_bytes(3, "big")
    return bytes([tag]) + length + data


PKCS7 = bytes.fromhex("2a864886f70d0107")


def signed_data(content):
    """S/MIME that holds what was signed, and no certificate: nobody here asks for one."""
    inner = der(0x30, der(0x06, PKCS7 + b"\x01") + der(0xA0, der(0x04, content)))
    value = der(0x30, der(0x02, b"\x01") + der(0x31, b"") + inner + der(0x31, b""))
    return der(0x30, der(0x06, PKCS7 + b"\x02") + der(0xA0, value))


def enveloped_data():
    """S/MIME that nobody but its receiver reads; the bytes in it are made up."""
    value = der(0x30, der(0x02, b"\x00") + der(0x31, b"") + der(0x30, der(0x06, PKCS7 + b"\x01") + bytes(range(64))))
    return der(0x30, der(0x06, PKCS7 + b"\x03") + der(0xA0, value))
