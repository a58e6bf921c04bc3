"""Themes come in one order, whatever the hash seed of the process that reads them."""

from __future__ import annotations

import os
import subprocess
import sys

READ = (
    "from sourcebook.extract import claims\n"
    "read = claims('Organized crime and bonded labour, forced begging and debt bondage.', about='KE')\n"
    "print([(theme.start, theme.kind, theme.key) for theme in read.themes])"
)


def test_words_of_two_themes_are_read_in_the_same_order_by_every_process():
    said = {
        subprocess.run(
            [sys.executable, "-c", READ], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "2", "3")
    }
    assert len(said) == 1
    assert b"debt_bondage" in said.pop()
