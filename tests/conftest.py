"""What holds for every test: a browser test is skipped where there is no Chromium, but on CI it runs or has failed."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest


def pytest_runtest_setup(item):
    if item.get_closest_marker("browser") and not shutil.which("chromium"):
        pytest.skip("Chromium is not here: apt-get install chromium")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.skipped and item.get_closest_marker("browser") and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"A browser test must run on CI, and this one was skipped: {report.longrepr}"
    return report


@pytest.fixture(name="small_disk")
def mounted(tmp_path_factory):
    """A folder on a disk of 800 kB, where this machine allows to mount one."""
    folder = tmp_path_factory.mktemp("small")
    command = ["mount", "-t", "tmpfs", "-o", "size=800k", "tmpfs", folder]
    if os.geteuid() != 0 or not shutil.which("mount") or subprocess.run(command, check=False).returncode:
        pytest.skip("this machine does not allow mounting")
    yield folder
    subprocess.run(["umount", folder], check=True)
