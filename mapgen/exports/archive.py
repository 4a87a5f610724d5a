"""Zip archives that are the same bytes whenever they are made."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_TIME = (1980, 1, 1, 0, 0, 0)
"""The first moment that the format knows: an archive tells nothing of when it was made."""

_UNIX = 3
_MODE = 0o100644 << 16
"""A file that everybody may read."""


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return a zip archive of files by name, sorted by name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, date_time=_TIME)
            entry.create_system = _UNIX
            entry.external_attr = _MODE
            packed.writestr(entry, files[name], compress_type=zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
