"""What holds for every test: one that needs a program is skipped where it is missing, but on CI it runs or has failed."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

PROGRAMS = {"browser": ("chromium", "chromium"), "office": ("soffice", "libreoffice-writer-nogui")}


def pytest_runtest_setup(item):
    for marker, (program, package) in PROGRAMS.items():
        if item.get_closest_marker(marker) and not shutil.which(program):
            pytest.skip(f"{program} is not here: apt-get install {package}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    marked = any(item.get_closest_marker(marker) for marker in PROGRAMS)
    if report.skipped and marked and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"This test must run on CI, and this one was skipped: {report.longrepr}"
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
