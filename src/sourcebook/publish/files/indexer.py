"""The indexer's service with answers read as they come: the library waits a tenth of a second before each of them."""

from __future__ import annotations

import base64
import json

from pagefind.service import PagefindService


class PromptService(PagefindService):
    """A service that takes thousands of records in seconds; what the indexer refuses is raised as RuntimeError."""

    async def _wait_for_responses(self) -> None:
        if self._backend.stdout is None:
            raise RuntimeError("The indexer has no output to read answers from.")
        while True:
            answer = json.loads(base64.b64decode((await self._backend.stdout.readuntil(b","))[:-1]))
            waiting = self._responses.pop(answer.get("message_id"), None)
            if waiting is None or waiting.done():
                continue
            payload = answer["payload"]
            if payload["type"] == "Error":
                waiting.set_exception(RuntimeError(payload["message"]))
            else:
                waiting.set_result(payload)
