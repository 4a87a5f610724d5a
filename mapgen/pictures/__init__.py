"""Pictures of the map for slides and paper, drawn by matplotlib as the page draws it."""

from mapgen.pictures.export import pictures
from mapgen.pictures.files import FORMATS, Format

__all__ = ["FORMATS", "Format", "pictures"]
