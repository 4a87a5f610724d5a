"""See to it that the browser tests have a browser.

Looks for one that is there; else installs Playwright's own; else, where that cannot be had,
Debian's package ``chromium``. Prints the path of what the tests will use.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.browser.chromium import find_chromium


def main() -> int:
    """Return 0 when a browser is there in the end."""
    if not find_chromium():
        for command in _installs():
            print("Installing a browser:", " ".join(command))
            if subprocess.run(command, check=False).returncode == 0 and find_chromium():
                break
    path = find_chromium()
    print(f"Browser of the tests: {path}" if path else _HELP)
    return 0 if path else 1


def _installs() -> list[list[str]]:
    commands = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get"):
        sudo = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
        install = "apt-get update -qq && apt-get install -y -qq --no-install-recommends"
        packages = "chromium fonts-noto-core"
        commands.append([*sudo, "sh", "-c", f"{install} {packages}"])
    return commands


_HELP = "No browser. Install Chromium or Chrome, or name one in the variable MAPGEN_BROWSER."

if __name__ == "__main__":
    sys.exit(main())
