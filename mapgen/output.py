"""The one module that writes files: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write files so that each is either the old one or the new one, never a part.

    Every file is first written beside its place and then renamed, all of them only after the
    last was written.

    Raises
    ------
    OSError
        When a folder or file cannot be written; no existing file is changed then, unless a
        rename itself fails.
    """
    written: list[tuple[Path, Path]] = []
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
            written.append((Path(name), path))
            with os.fdopen(handle, "wb") as file:
                file.write(content)
        for temporary, path in written:
            temporary.chmod(0o644)
            temporary.replace(path)
    finally:
        for temporary, _ in written:
            temporary.unlink(missing_ok=True)
