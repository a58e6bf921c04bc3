"""Capture 2,000 small pages from loopback, beside `wget --warc-file` in the same run, and one body of 2 GB.

    python bench/capture.py [--pages 2000] [--big-bytes 2000000000] [--floor 0.35]

The server is a process of its own. The rates are pages a second; the memory is the peak of the process that captures.
With `--floor` the exit code says whether the share of wget's rate is reached and memory stayed flat.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PAGE_BYTES = 6000
FLAT_BYTES = 64 * 1024 * 1024
HEAD = "HTTP/1.1 200 OK\r\nContent-Type: {}\r\nContent-Length: {}\r\nConnection: keep-alive\r\n\r\n"
MISSING = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


def page(number):
    words = " ".join(f"word{(number * 7919 + n * n) % 5003}" for n in range(PAGE_BYTES // 9))
    return f"<html><head><title>Page {number}</title></head><body><p>{words}</p></body></html>".encode()


def serve(port, big_bytes):
    async def answer(reader, writer):
        block = os.urandom(1 << 20)
        try:
            while request := await reader.readuntil(b"\r\n\r\n"):
                path = request.split(b" ", 2)[1]
                if path.startswith(b"/page/"):
                    body = page(int(path[6:]))
                    writer.write(HEAD.format("text/html", len(body)).encode() + body)
                elif path == b"/big":
                    writer.write(HEAD.format("application/octet-stream", big_bytes).encode())
                    for start in range(0, big_bytes, len(block)):
                        writer.write(block[: big_bytes - start])
                        await writer.drain()
                else:
                    writer.write(MISSING)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def main():
        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        port.value = server.sockets[0].getsockname()[1]
        await server.serve_forever()

    asyncio.run(main())


def with_wget(urls, folder):
    listed = folder / "urls"
    listed.write_text("\n".join(urls))
    command = ["wget", "-q", "-i", listed, f"--warc-file={folder / 'wget'}", "-O", "/dev/null"]
    began = time.perf_counter()
    subprocess.run(command, check=True, cwd=folder, env={**os.environ, "no_proxy": "*"})
    return time.perf_counter() - began


def with_sourcebook(urls, folder):
    """Capture in a process of its own; return its seconds without those that Python takes to start, and its peak."""
    code = (
        "import sys, time, resource, pathlib\n"
        "from sourcebook.pipeline.capture import capture\n"
        "from sourcebook.pipeline.create import create\n"
        "folder = pathlib.Path(sys.argv[1]); create(folder); urls = sys.stdin.read().split()\n"
        "start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss; began = time.perf_counter()\n"
        "found = capture(folder, urls)\n"
        "assert all(one.result == 'kept' for one in found), found[:3]\n"
        "print(time.perf_counter() - began, start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    told = {"SOURCEBOOK_FETCH_ALLOW_PRIVATE": "1", "SOURCEBOOK_FETCH_DELAY": "0"}
    ran = subprocess.run(
        [sys.executable, "-c", code, folder],
        input="\n".join(urls),
        text=True,
        check=True,
        capture_output=True,
        env={**os.environ, **told},
    )
    seconds, before, peak = ran.stdout.split()
    return float(seconds), int(before) * 1024, int(peak) * 1024


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pages", type=int, default=2000)
    options.add_argument("--big-bytes", type=int, default=2_000_000_000)
    options.add_argument("--floor", type=float)
    told = options.parse_args()
    port = multiprocessing.Value("i", 0)
    server = multiprocessing.Process(target=serve, args=(port, told.big_bytes), daemon=True)
    server.start()
    while not port.value:
        time.sleep(0.01)
    folder = Path(tempfile.mkdtemp(prefix="capture-"))
    try:
        urls = [f"http://127.0.0.1:{port.value}/page/{number}" for number in range(told.pages)]
        theirs = min(with_wget(urls, folder) for _ in range(2))
        ours, before, peak = with_sourcebook(urls, folder / "pages")
        share = theirs / ours
        print(f"wget       {told.pages / theirs:8,.0f} pages/s")
        print(f"sourcebook {told.pages / ours:8,.0f} pages/s, {share:.2f} of wget's rate, peak {peak / 1e6:,.0f} MB")
        seconds, before, peak = with_sourcebook([f"http://127.0.0.1:{port.value}/big"], folder / "big")
        grown = peak - before
        print(
            f"{told.big_bytes / 1e9:.1f} GB body: {told.big_bytes / 1e6 / seconds:,.0f} MB/s, {grown / 1e6:,.0f} MB more memory than before it"
        )
    finally:
        server.terminate()
        server.join()
        shutil.rmtree(folder)
    if told.floor and (share < told.floor or grown > FLAT_BYTES):
        sys.exit("The floor is not reached.")


if __name__ == "__main__":
    main()
