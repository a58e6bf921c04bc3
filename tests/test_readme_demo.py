"""The README's first line, pasted into a fresh copy, installs what the demo needs and no more, and builds it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LEFT_BEHIND = shutil.ignore_patterns(".*", "*.egg-info", "__pycache__", "bench", "tests", "sourcebook-demo", "dist")
MINUTES = 5
OUT_OF_REACH = re.compile(r"No matching distribution|Failed to establish a new connection|Name or service not known")


@pytest.mark.slow
@pytest.mark.xdist_group("installs")
def test_the_demo_line_works_in_a_fresh_copy(tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(ROOT, copy, ignore=LEFT_BEHIND)
    line = re.search(r"^```sh\n(.*sourcebook demo)$", (copy / "README.md").read_text(encoding="utf-8"), re.MULTILINE)[1]
    clean = {name: value for name, value in os.environ.items() if name not in ("VIRTUAL_ENV", "PYTHONPATH")}
    done = subprocess.run(
        ["bash", "-c", f"{line} --no-serve"],
        check=False,
        cwd=copy,
        env=clean,
        capture_output=True,
        text=True,
        timeout=60 * MINUTES,
    )
    if done.returncode and OUT_OF_REACH.search(done.stderr) and os.environ.get("CI") != "true":
        pytest.skip("no package index can be reached from here")
    assert done.returncode == 0, done.stderr
    assert re.match(r"\d+ countries with \d+ entries", done.stdout)
    assert (copy / "sourcebook-demo/sourcebook.db").exists()
    installed = {path.name.split("-")[0].lower() for path in (copy / ".venv").rglob("*.dist-info")}
    assert "litestar" in installed
    assert not installed & {"pytest", "playwright", "hypothesis", "mypy", "weasyprint", "pyarrow", "duckdb", "ray"}
