"""See to it that the tests have their browsers and fonts.

Looks for those that are there. Installs the others: Chromium as Playwright's own, where that can
be had, all else and otherwise from Debian's packages. Tells where each is or what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.browser.installed import CHROMIUM, NEEDS, QUICK, Need, is_ci


def main() -> int:
    """Return 0 when the tests can run: in CI with everything, elsewhere with Chromium at least."""
    if not CHROMIUM.find():
        _run([sys.executable, "-m", "playwright", "install", "chromium"])
    needs = (QUICK, *NEEDS) if is_ci() or not CHROMIUM.find() else NEEDS
    _install([need for need in needs if not need.find()])
    missing = [need for need in NEEDS if not need.find()]
    for need in NEEDS:
        print(need.missing if need in missing else f"{need.name}: {need.find()}")
    if missing and not is_ci():
        print("Tests of what is missing are skipped here; CI runs them.")
    return 1 if CHROMIUM in missing or (missing and is_ci()) else 0


def _install(needs: list[Need]) -> None:
    """Install each by itself: where a package has no candidate, the others still come."""
    if not needs or not shutil.which("apt-get"):
        return
    sudo = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    apt = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    if _run([*apt, "update"]):
        for need in needs:
            if not need.find():  # one may have brought another
                _run([*apt, "install", "--yes", "--no-install-recommends", *need.packages])


def _run(command: list[str]) -> bool:
    print("Installing:", " ".join(command), flush=True)
    try:
        return subprocess.run(command, check=False, stdout=sys.stderr).returncode == 0
    except FileNotFoundError:
        return False


if __name__ == "__main__":
    sys.exit(main())
