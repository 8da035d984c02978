"""A headless Chromium, driven over a pipe by its own protocol; for tests of what a browser makes of a page."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import Any, BinaryIO

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_PATIENCE = 600  # seconds


class Tab:
    """A page in the browser; *told* are the messages that the browser logged of it."""

    def __init__(self, asking: BinaryIO, answers: BinaryIO) -> None:
        self._asking, self._answers, self._number, self._session = asking, answers, 0, ""
        self.told: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Log", "Runtime", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """What the browser answers to *method*."""
        self._number += 1
        question = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            question["sessionId"] = self._session
        self._asking.write(json.dumps(question).encode() + b"\0")
        self._asking.flush()
        while (answer := self._next()).get("id") != self._number:
            pass
        assert "error" not in answer, answer
        return answer["result"]

    def _next(self) -> dict[str, Any]:
        raw = bytearray()
        while (byte := self._answers.read(1)) != b"\0":
            assert byte, "the browser has ended"
            raw += byte
        message = json.loads(raw)
        if message.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled"):
            self.told.append(json.dumps(message["params"]))
        if message.get("method") == "Network.requestWillBeSent":
            self.told.append(f"asks for {message['params']['request']['url'][:200]}")
        return message

    def open(self, path: Path, width: int = 1280, *, scripts: bool = True) -> None:
        """Show the page in *path*, on a screen *width* pixels wide."""
        self.call("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 600
        )
        self.call("Page.navigate", url=path.as_uri())
        while self._next().get("method") != "Page.loadEventFired":
            pass

    def says(self, expression: str) -> Any:
        """The value of *expression* in the page."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def picture(self) -> bytes:
        """The whole page as PNG."""
        return base64.b64decode(self.call("Page.captureScreenshot", captureBeyondViewport=True)["data"])

    def print(self) -> bytes:
        """The page as PDF, on paper of A4."""
        return base64.b64decode(self.call("Page.printToPDF", paperWidth=8.27, paperHeight=11.69)["data"])


@contextmanager
def browser() -> Iterator[Tab]:
    """A browser with a profile of its own, and a tab in it."""
    assert CHROMIUM
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe")
    their_read, our_write = os.pipe()
    our_read, their_write = os.pipe()
    started = f'exec "$@" 3<&{their_read} 4>&{their_write}'  # the browser takes its pipe at 3 and 4
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        running = subprocess.Popen(  # noqa: S603 - the browser of the system
            ["bash", "-c", started, "bash", CHROMIUM, *flags, f"--user-data-dir={profile}"],  # noqa: S607 - wherever bash is
            pass_fds=(their_read, their_write),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(their_read)
        os.close(their_write)
        late = Timer(_PATIENCE, running.kill)  # else a browser that hangs would hang the tests
        late.start()
        try:
            with os.fdopen(our_write, "wb") as asking, os.fdopen(our_read, "rb") as answers:
                yield Tab(asking, answers)
        finally:
            late.cancel()
            running.terminate()
            running.wait()
