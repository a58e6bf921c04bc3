"""Names of help entries without their numbers: what nobody verified is not shown as a number to call."""

from __future__ import annotations


def withheld(name: str) -> str:
    """Return a name with every digit, and the signs that belong to a telephone number, left out."""
    bare = "".join(" " if character.isdigit() or character in "+()#*" else character for character in name)
    return " ".join(word for word in bare.split() if any(map(str.isalpha, word))).strip(" ,;:-.")
