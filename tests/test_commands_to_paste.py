"""The two lines of the README are the ones that are run, and the pins behind them are whole and name no index."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PINS = (ROOT / "requirements/test.txt").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def readme_commands():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return [block.strip() for block in re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)]


def name_of(requirement):
    return re.match(r"[\w.-]+", requirement)[0].lower().replace("_", "-")


def test_the_readme_has_two_commands_and_each_is_one_line():
    demo, test = readme_commands()
    assert "sourcebook demo" in demo
    assert test == "scripts/test"
    assert "\n" not in demo + test


def test_ci_runs_the_readme_s_test_command():
    assert (ROOT / ".ci/run").read_text(encoding="utf-8").rstrip().splitlines()[-1] == readme_commands()[-1]


def test_the_demo_s_line_installs_the_extra_that_serves_and_no_other():
    assert re.findall(r"\[(.*?)\]", readme_commands()[0]) == ["site"]


def test_everything_that_the_tests_need_is_pinned():
    extras = PROJECT["optional-dependencies"]
    wanted = {name_of(r) for r in [*PROJECT["dependencies"], *extras["site"], *extras["test"]]} - {"sourcebook"}
    pinned = set(re.findall(r"^([a-z\d-]+)==", PINS, re.MULTILINE))
    assert not wanted - pinned, "run scripts/pin"


def test_every_pin_has_a_hash_and_no_line_names_an_index_or_a_place():
    assert not re.search(r"https?:|file:|--(extra-)?index|--find-links|--trusted-host", PINS)
    assert all("--hash=sha256:" in pin for pin in re.split(r"^(?=[a-z])", PINS, flags=re.MULTILINE)[1:])


def test_a_script_can_be_run_and_stops_at_the_first_failure():
    scripts = [path for path in (ROOT / "scripts").iterdir() if path.is_file()]
    for script in [*scripts, ROOT / ".ci/run"]:
        assert script.stat().st_mode & 0o100, script
        text = script.read_text(encoding="utf-8")
        assert text.startswith("#!"), script
        assert "python" in text.splitlines()[0] or "set -euo pipefail" in text, script


@pytest.mark.slow
def test_a_python_that_is_new_enough_is_found():
    found = subprocess.run([ROOT / "scripts/python"], check=True, capture_output=True, text=True).stdout.strip()
    version = subprocess.run([found, "-c", "import sys; print(*sys.version_info[:2])"], check=True, capture_output=True)
    assert tuple(map(int, version.stdout.split())) >= (3, 11)
    assert sys.version_info >= (3, 11)
