"""The mails of the sample, in their order: what each is, what must become of it and why."""

from odd_mails import bombs, hostile, margins, others, senders
from ordinary_mails import files, letters, pages, words, wrapped
from post import MAILS, STAFF

__all__ = ["MAILS", "STAFF"]

for group in (letters, pages, words, files, wrapped, senders, hostile, others, bombs, margins):
    group()
