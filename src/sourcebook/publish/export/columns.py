"""What a table of the data package is: its columns with their meaning, what makes a row one row, where it points."""

from __future__ import annotations

from typing import Literal

from sourcebook.model import Value

Kind = Literal["string", "integer", "number", "boolean", "date", "datetime"]


class Column(Value, frozen=True):
    """A column of a table.

    `meaning` is a sentence, `source` says where a value comes from, `values` are all that there can be, and `unit` is
    what a number counts. `form` tells how a text is written where that is not told by its type.
    """

    name: str
    meaning: str
    source: str
    kind: Kind = "string"
    values: tuple[str, ...] = ()
    unit: str = ""
    form: str = ""
    required: bool = False
    pattern: str = ""


class Reference(Value, frozen=True):
    """Columns that name a row of another table, by that table's own columns of the same number."""

    columns: tuple[str, ...]
    table: str
    there: tuple[str, ...]


class Table(Value, frozen=True):
    """A table: what a row of it is, its columns, which of them tell rows apart, and where others of them point."""

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    points: tuple[Reference, ...] = ()

    @property
    def head(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


Cell = str | int | float | bool | None
Row = tuple[Cell, ...]

READ, KEPT, FOUND, ARCHIVE = (
    "read by the program",
    "the archive’s page, as written",
    "compared by the program",
    "the archive",
)
"""Where values come from: what the program read out of a passage, what the old page says, what comparing shows."""
CODE = "ISO 3166-1 alpha-2"
EDTF = "EDTF (Library of Congress, 2019), levels 0 and 1 with sets of level 2"
IDENTIFIER = "twelve characters of Crockford’s base 32"
IS_IDENTIFIER = "[0-9abcdefghjkmnpqrstvwxyz]{12}"
SPACED = "several are parted by spaces"

PAGE = Column(
    name="page",
    meaning="The country on whose page it stands.",
    source=ARCHIVE,
    form=CODE,
    required=True,
    pattern="[A-Z]{2}",
)
TOPIC = Column(
    name="topic", meaning="The topic of that page, by its key in the vocabulary.", source=ARCHIVE, required=True
)
WORK = Column(
    name="work",
    meaning="The work: an identifier made of its title and credit line. Its page is /e/ and this.",
    source=ARCHIVE,
    form=IDENTIFIER,
    required=True,
    pattern=IS_IDENTIFIER,
)
PASSAGE = Column(
    name="passage",
    meaning="The passage: an identifier made of its work and words. Its page is /p/ and this.",
    source=ARCHIVE,
    form=IDENTIFIER,
    required=True,
    pattern=IS_IDENTIFIER,
)
START = Column(
    name="start", meaning="Where its words begin in the passage.", source=READ, kind="integer", unit="code points"
)
END = Column(name="end", meaning="Where its words end in the passage.", source=READ, kind="integer", unit="code points")
OF_WORK = Reference(columns=("page", "topic", "work"), table="works", there=("page", "topic", "work"))
OF_PASSAGE = Reference(columns=("page", "topic", "passage"), table="passages", there=("page", "topic", "passage"))
