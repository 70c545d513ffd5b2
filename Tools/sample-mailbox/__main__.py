"""Writes the sample mailbox: mails over the survey of 2018 in every form in which answers come back.

    python3 Tools/sample-mailbox            writes Tests/CommandTests/SampleMailbox
    python3 Tools/sample-mailbox --check    says what of it would be written otherwise

Persons, addresses and answers are invented. The bytes are the same each time. Needed: Python 3.10, qpdf, and iscm
as it was built here, or as the variable ISCM names it.

Exit: 0 written, or the same; 1 something differs; 2 something that is needed is missing.
"""

import re
import subprocess
import sys

sys.dont_write_bytecode = True

from survey import BY_NAME, PROJECT, as_csv  # noqa: E402

FOLDER = PROJECT / "Tests/CommandTests/SampleMailbox"


def senders(mails):
    """Who may send for which mechanism."""
    from envelope import SERVER, address
    from mails import STAFF

    rows = [["mechanism", "address"], ["server", SERVER], ["*", STAFF]]
    mechanisms = [name for name, _ in BY_NAME["iscm"].choices if name != "other"]
    return as_csv(rows + [[name, address(name)] for name in mechanisms])


def table(mails):
    """The mails as people read them."""
    numbers = {mail.slug: f"mail {number}" for number, mail in enumerate(mails, 1)}

    def named(words):
        return re.sub(r"@([a-z-]+)", lambda match: numbers[match[1]], words)

    text = [
        "# The sample mailbox", "",
        "Mails over the survey of 2018, made by `Tools/sample-mailbox`; persons and addresses are invented. `fates.csv` says",
        "what must become of each part, `answers.csv` what its sender typed; both are written by the script and not by",
        "`iscm`. `expected/` is what an import and some decisions leave, to the byte.", "",
        "| mail | what it is | part: what must become of it | why |", "|---|---|---|---|",
    ]
    for mail in mails:
        fates = "; ".join(
            f"{part or 'all'}: {status}" + (f" ({code})" if code else "") for part, status, code in mail.fates
            if (status, code) != ("no_response", "no_form") or not part
        )
        text.append(f"| {mail.name.removesuffix('.eml')} | {named(mail.what)} | {fates} | {named(mail.why)} |")
    return ("\n".join(text) + "\n").encode()


def files():
    """All files of the sample, by name."""
    from mails import MAILS

    found = {f"mails/{mail.name}": mail.raw for mail in MAILS}
    fates = [[mail.name, *fate] for mail in MAILS for fate in mail.fates]
    found["fates.csv"] = as_csv([["mail", "part", "status", "reason_code"], *fates])
    truth = [
        [mail.name, part, name, value]
        for mail in MAILS for part, given in mail.truth.items() for name, value in given.items()
    ]
    found["answers.csv"] = as_csv([["mail", "part", "question", "value"], *truth])
    found["senders.csv"] = senders(MAILS)
    found["README.md"] = table(MAILS)
    return found


def main():
    """Writes the sample, or compares it."""
    try:
        found = files()
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"sample-mailbox: {error}; build iscm and install qpdf", file=sys.stderr)
        return 2
    old = {
        str(path.relative_to(FOLDER)): path.read_bytes()
        for path in sorted(FOLDER.rglob("*")) if path.is_file() and path.parts[len(FOLDER.parts)] != "expected"
    }
    differing = sorted(name for name in found.keys() | old.keys() if found.get(name) != old.get(name))
    if "--check" in sys.argv[1:]:
        for name in differing:
            print(f"{FOLDER / name}: {'is not the same' if name in found and name in old else 'is missing or too many'}")
        return 1 if differing else 0
    for name in differing:
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(found[name]) if name in found else path.unlink()
    return 0


sys.exit(main())
