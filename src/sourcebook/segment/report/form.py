"""A report in the published form, as `sourcebook read --json` prints it."""

from __future__ import annotations

from typing import Any

from sourcebook.model.report import Reference, Report, ReportBlock


def report_form(report: Report) -> dict[str, Any]:
    """Return a report as plain JSON values; every key is there, with null or an empty list for what is not told."""
    return {
        "title": report.title,
        "authors": list(report.authors),
        "publisher": report.publisher,
        "issued": report.issued,
        "language": report.language,
        "blocks": [_block(block) for block in report.blocks],
        "references": [_reference(reference) for reference in report.references],
        "problems": [problem.what for problem in report.problems],
    }


def _block(block: ReportBlock) -> dict[str, Any]:
    return {"text": block.text, "page": block.page, "kind": block.kind, "cites": list(block.cites)}


def _reference(reference: Reference) -> dict[str, Any]:
    return {
        "number": reference.number,
        "authors": list(reference.authors),
        "title": reference.title,
        "publisher": reference.publisher,
        "issued": reference.issued,
        "url": reference.url,
        "accessed": reference.accessed,
        "text": reference.text,
    }
