"""Progress on standard error for long work, and a first Ctrl-C that lets it end well."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from collections.abc import Callable, Iterator

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from sourcebook.cli.printing import cell, messages


@contextlib.contextmanager
def counting(what: str) -> Iterator[Callable[[str, int], None]]:
    """Show a bar while the block runs; the function it gets is told of each thing done and how many there are."""
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=messages(), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("", total=None)

        def step(done: str, count: int) -> None:
            bar.update(task, advance=1, total=count, description=cell(done).plain)

        yield step


@contextlib.contextmanager
def interruptible() -> Iterator[threading.Event]:
    """Give an event that the first Ctrl-C, or a request to end, sets; the second one ends the program at once."""
    stop = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return

    def ask_to_stop(number: int, _: object) -> None:
        if stop.is_set():
            signal.default_int_handler(number, None)
        stop.set()

    before = {number: signal.signal(number, ask_to_stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
