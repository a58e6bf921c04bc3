"""The rules of the house, as checks over the source tree."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))


def functions(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_has_under_400_lines_and_a_function_under_50(path):
    assert path.read_text(encoding="utf-8").count("\n") < 400
    long = {f.name: f.end_lineno - f.lineno + 1 for f in functions(path) if f.end_lineno - f.lineno + 1 >= 50}
    assert not long


def test_the_median_function_has_under_10_lines():
    sizes = sorted(f.end_lineno - f.lineno + 1 for path in SOURCES for f in functions(path))
    assert sizes[len(sizes) // 2] < 10
