"""No garbage is looked for while a passage is read: all that is made of it is in use until its end."""

from __future__ import annotations

import gc


class Uncollected:
    """Hold back the cyclic collector, which would walk all of a long passage again and again and find nothing."""

    __slots__ = ("enabled",)

    def __enter__(self) -> None:
        self.enabled = gc.isenabled()
        gc.disable()

    def __exit__(self, *_: object) -> None:
        if self.enabled:
            gc.enable()
