"""Reports: a document becomes blocks, a numbered list of references, and marks that join the two."""

from sourcebook.segment.report.about import cites
from sourcebook.segment.report.form import report_form
from sourcebook.segment.report.placing import report_page
from sourcebook.segment.report.segmenting import segment_report

__all__ = ["cites", "report_form", "report_page", "segment_report"]
