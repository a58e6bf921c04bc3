"""What holds for every test: a browser test is skipped where there is no Chromium, but on CI it runs or has failed."""

from __future__ import annotations

import os
import shutil

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
