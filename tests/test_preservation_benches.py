"""The benches of preservation run, and hold what they measure, at a tiny size."""

import shutil
import subprocess
import sys

import pytest

from tests.test_house_rules import ROOT

pytestmark = pytest.mark.slow


def ran(name, *given):
    done = subprocess.run(
        [sys.executable, "-m", f"bench.{name}", *given],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_planted_faults_are_all_found_and_none_is_invented():
    assert "planted 14, found 14, invented 0" in ran("faults", "14")


def test_capture_import_and_verify_are_killed_and_nothing_acknowledged_is_lost():
    assert "killed 9 times, 0 things wrong" in ran("kills", "9")


@pytest.mark.skipif(
    shutil.which("wget") is None, reason="wget is not installed, and is what capture is measured beside"
)
def test_capture_is_measured_beside_wget():
    said = ran("capture", "--pages", "60", "--big-bytes", "3000000")
    assert "of wget's rate" in said
    assert "more memory" in said


def test_verify_is_measured_beside_another_checker():
    assert "rate of verify / rate of fastwarc check" in ran("verify", "2")


def test_the_queue_keeps_to_its_rates():
    assert "taken 3,000 links, 0 above" in ran("polite_queue", "--hosts", "100", "--links", "3000", "--floor")
