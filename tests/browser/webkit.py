"""WebKit: WebKitGTK's MiniBrowser on a screen of its own, driven by selenium."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING, Any

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import ActionChains, Remote, WebKitGTKOptions
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.webkitgtk.service import Service

from tests.browser.engine import READY_SECONDS, VIEWPORT

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOWHERE = {
    "http_proxy": "http://127.0.0.1:9",
    "https_proxy": "http://127.0.0.1:9",
    "no_proxy": "127.0.0.1,localhost",
}
"""Cuts the network off, but for the driver's own talk with the browser."""

_LISTEN = """
    const said = (window.saidToTests = []);
    const hear = (text) => said.push(String(text));
    for (const kind of ["debug", "log", "info", "warn", "error"]) console[kind] = hear;
    addEventListener("error", (event) => hear(event.message));
    addEventListener("unhandledrejection", (event) => hear(event.reason));
    addEventListener("securitypolicyviolation", (event) => hear(event.violatedDirective));
"""
"""WebDriver tells nothing of the console: once a page is there, it keeps what it says itself."""


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Start a screen that nobody sees; return the environment of programs that use it."""
    xvfb = shutil.which("Xvfb")
    assert xvfb
    read, write = os.pipe()
    size = ["-screen", "0", "1600x1200x24"]
    server = subprocess.Popen(
        [xvfb, "-displayfd", str(write), *size, "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as number:
        display = number.readline().strip()
    try:
        assert display, "Xvfb could not be started."
        yield {**os.environ, **_NOWHERE, "DISPLAY": f":{display}"}
    finally:
        server.terminate()
        server.wait()


def console_of(browser: str, environment: dict[str, str], url: str, *, until: str) -> list[str]:
    """Return what a page says from its first moment on until it says the last word."""
    option = "--enable-write-console-messages-to-stdout=true"  # it writes to stderr
    said: list[str] = []
    with subprocess.Popen(
        [browser, option, url], env=environment, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr
        alarm = Timer(READY_SECONDS, process.kill)
        alarm.start()
        for line in process.stderr:
            _, console, words = line.strip().partition(" CONSOLE ")
            if console:
                said.append(words)
            if words.endswith(until):
                break
        alarm.cancel()
        process.kill()
    return said


class WebKit:
    """See ``tests.browser.engine.Engine``."""

    def __init__(self, browser: str, environment: dict[str, str]) -> None:
        options = WebKitGTKOptions()
        options.binary_location = browser
        options.add_argument("--automation")
        self._service = Service(shutil.which("WebKitWebDriver"), env=environment)
        self._service.start()
        # Selenium's own class for WebKitGTK warns of itself.
        connection = RemoteConnection(client_config=ClientConfig(self._service.service_url))
        self._driver = Remote(connection, options=options)
        self._fit()

    def _fit(self) -> None:
        """Make the window as much larger than the viewport as the browser's own bars need."""
        self._driver.set_window_rect(0, 0, *VIEWPORT)
        width, height = self.ask("[innerWidth, innerHeight]")
        self._driver.set_window_rect(0, 0, 2 * VIEWPORT[0] - width, 2 * VIEWPORT[1] - height)

    def version(self) -> str:
        return "WebKitGTK {browserVersion}".format_map(self._driver.capabilities)

    def open(self, url: str) -> None:
        self._driver.get("about:blank")  # an address that differs in its hash alone loads nothing
        self._driver.get(url)
        self._driver.execute_script(_LISTEN)

    def ask(self, expression: str) -> Any:
        script = f"return {expression.strip()}"
        try:
            return self._driver.execute_script(script)
        except WebDriverException as error:
            # The driver loses an answer now and then while several frames load.
            if "Could not parse script result" not in str(error):
                raise
            return self._driver.execute_script(script)

    def click(self, x: float, y: float) -> None:
        actions = ActionBuilder(self._driver)
        pointer = actions.pointer_action
        pointer.move_to_location(round(x), round(y))  # type: ignore[no-untyped-call]
        pointer.click()
        actions.perform()

    def press(self, key: str) -> None:
        name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", key).upper()
        self.type(getattr(Keys, name))

    def type(self, text: str) -> None:
        ActionChains(self._driver).send_keys(text).perform()

    def picture(self) -> bytes:
        return self._driver.get_screenshot_as_png()

    def said(self) -> list[str]:
        return list(self.ask("window.saidToTests"))

    def close(self) -> None:
        self._driver.quit()
        self._service.stop()
