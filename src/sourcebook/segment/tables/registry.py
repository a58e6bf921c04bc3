"""The table of tables, and the one function that asks them in turn."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.errors import InputRefused
from sourcebook.model import Document
from sourcebook.segment.tables.ctdc import SyntheticDataset
from sourcebook.segment.tables.factbook import FactbookFields
from sourcebook.segment.tables.factbook_country import FactbookCountry
from sourcebook.segment.tables.glotip import Glotip
from sourcebook.segment.tables.gsi import SlaveryIndex
from sourcebook.segment.tables.sweat_toil import SweatAndToil
from sourcebook.segment.tables.table import Table, TablePage, pages_of
from sourcebook.segment.tables.tip_tiers import TipTiers
from sourcebook.segment.tables.treaties import Treaties

TABLES: tuple[Table, ...] = (
    FactbookFields(),
    FactbookCountry(),
    SweatAndToil(),
    SyntheticDataset(),
    Glotip(),
    TipTiers(),
    Treaties(),
    SlaveryIndex(),
)


def table_pages(document: Document, tables: Sequence[Table] = TABLES) -> tuple[TablePage, ...] | None:
    """Return the pages of a public table, read by the first that knows its form; None where none does.

    Raises InputRefused where the form is known and no row of it names a country.
    """
    table = next((one for one in tables if one.accepts(document)), None)
    if table is None:
        return None
    pages = pages_of(*table.read(document))
    if not pages:
        raise InputRefused(
            f"No row of this table ({table.name}) names a country with something said of it.",
            next_step="Check that the file is whole.",
        )
    return pages
