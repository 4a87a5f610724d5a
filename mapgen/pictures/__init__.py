"""Pictures of the map for slides and paper, drawn by matplotlib as the page draws it."""

from mapgen.pictures.files import FORMATS, Format
from mapgen.pictures.studio import pictures

__all__ = ["FORMATS", "Format", "pictures"]
