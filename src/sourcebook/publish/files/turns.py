"""One process at a time publishes into a folder; the lock goes when the process ends, however it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sourcebook.errors import ArchiveBusy
from sourcebook.publish.files.staging import translated


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold a folder, which is made where there is none; ArchiveBusy where another process holds it.

    The folder itself is locked, so that no file of ours stands in it. A system without such locks is not held up.
    """
    with translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        yield
        return
    import fcntl

    with translated(folder):
        handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ArchiveBusy(
                "Another process is publishing into this folder.",
                where=str(folder),
                next_step="Wait until it is done, or choose another folder: -o DIR",
            ) from None
        except OSError:
            # Some network file systems know no locks.
            pass
        yield
    finally:
        os.close(handle)
