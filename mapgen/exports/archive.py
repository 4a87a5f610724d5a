"""Zip archives that are the same bytes whenever they are made."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from mapgen.facts.values import DEVICES

if TYPE_CHECKING:
    from collections.abc import Mapping

_TIME = (1980, 1, 1, 0, 0, 0)
"""The first moment that the format knows: an archive tells nothing of when it was made."""

_PART = re.compile(r"(?=.{1,150}\Z)[A-Za-z0-9][A-Za-z0-9_.-]*[A-Za-z0-9]|[A-Za-z0-9]")
_DEVICE = re.compile(rf"(?i)(?:{DEVICES})(?:\..*)?")
"""A name of a device, whatever follows a point."""

_UNIX = 3
_MODE = 0o100644 << 16
"""A file that everybody may read."""


class FileNameError(ValueError):
    """A name that some system would not unpack, or would unpack elsewhere."""


def file_name(name: str) -> str:
    """Return `name` when every system can unpack a file of it below the folder that is meant.

    Raises
    ------
    FileNameError
        For a name with "..", a root, a drive, a device of Windows, or letters other than those of
        ASCII, digits, ``_``, ``.`` and ``-``.

    Examples
    --------
    >>> file_name("data/all-dates/events.csv")
    'data/all-dates/events.csv'
    """
    for part in name.split("/"):
        if not _PART.fullmatch(part) or ".." in part or _DEVICE.fullmatch(part):
            message = f"{name!r} is no name of a file that every system can unpack: {part!r}"
            raise FileNameError(message)
    return name


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return a zip archive of files by name, sorted by name.

    Raises
    ------
    FileNameError
        For a name that not every system can unpack.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for name in sorted(files):
            entry = zipfile.ZipInfo(file_name(name), date_time=_TIME)
            entry.create_system = _UNIX
            entry.external_attr = _MODE
            packed.writestr(entry, files[name], compress_type=zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
