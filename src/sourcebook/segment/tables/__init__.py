"""Public tables that analysts compare against, read row by row into passages with their place in the file."""

from sourcebook.segment.tables.registry import TABLES, table_pages
from sourcebook.segment.tables.table import Dataset, Row, Table, TablePage

__all__ = ["TABLES", "Dataset", "Row", "Table", "TablePage", "table_pages"]
