"""Who made a work and when, in one line."""

from __future__ import annotations

from sourcebook.model import Value, Work
from sourcebook.publish.site.when import in_words, is_unsure
from sourcebook.publish.site.words import Words


class Credit(Value, frozen=True):
    """A credit line: who, when in words, and the date as EDTF where it is unsure."""

    who: str
    when: str
    unsure: str | None = None
    format: str | None = None


def credit_of(work: Work, words: Words) -> Credit:
    """Return a work's credit line; what is not known is said to be unknown."""
    named = [*work.authors, *filter(None, (work.publisher, work.publisher_place))]
    who = ", ".join(named) or work.credit
    if not who and not work.issued:
        return Credit(who=words.say("No author, publisher or date given"), when="", format=_format(work, words))
    return Credit(
        who=who or words.say("No author or publisher given"),
        when=in_words(work.issued, words) if work.issued else words.say("no date"),
        unsure=work.issued if work.issued and is_unsure(work.issued) else None,
        format=_format(work, words),
    )


def source_credit(work: Work, words: Words) -> Credit:
    """Return the credit line of a background's or summary's source, whose title names the body behind it already."""
    line = credit_of(work, words)
    named = work.authors or work.publisher
    return line if named else Credit(who="", when=line.when or words.say("no date"), unsure=line.unsure)


def _format(work: Work, words: Words) -> str | None:
    known = {"PDF": words.say("PDF file"), "DOC": words.say("Word document"), "DOCX": words.say("Word document")}
    noted = work.format_noted
    return known.get(noted.strip("[] ").upper(), noted) if noted else None
