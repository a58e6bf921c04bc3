"""The extractor's quality on our own labelled passages never falls below its floors."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).parents[2] / "bench" / "extract_quality.py"


def test_no_measure_of_any_labelled_set_falls_below_its_floor():
    done = subprocess.run([sys.executable, str(BENCH)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "varied-1" in done.stdout
