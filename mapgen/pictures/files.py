"""Figures to bytes: PNG, SVG and PDF, the same bytes for the same figure."""

from __future__ import annotations

import io
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, Literal

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf, PdfPages
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.patheffects import Normal
from matplotlib.text import Text
from PIL import Image

from mapgen.pictures import letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from matplotlib.artist import Artist
    from matplotlib.figure import Figure

Format = Literal["png", "svg", "pdf"]
FORMATS: Final[tuple[Format, ...]] = ("png", "svg", "pdf")

_PNG_DPI: Final = 192
"""Two pixels to a px of the sheet."""

_IMAGE_DPI: Final = 64
"""Of the fading and the relief in SVG and PDF: as fine as they are known."""

_SETTINGS: Final[Any] = {
    "svg.hashsalt": "mapgen",  # ids would be random otherwise
    "svg.fonttype": "path",  # letters as outlines: no font is asked of who opens it
    "pdf.fonttype": 3,  # letters as letters: found, copied and read aloud
    "pdf.compression": 9,
    "text.hinting": "no_hinting",  # letters stand where they were measured
    "image.composite_image": False,
    "path.simplify": False,
}


@contextmanager
def settings() -> Iterator[None]:
    """Let matplotlib draw as this package wants, whatever the user's own settings are."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_SETTINGS)
        yield


def png(figure: Figure) -> bytes:
    """Return a figure as a PNG of two pixels to a px, without a word of who made it."""
    figure.set_dpi(_PNG_DPI)
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    opaque = Image.fromarray(np.ascontiguousarray(np.asarray(canvas.buffer_rgba())[..., :3]))
    buffer = io.BytesIO()
    opaque.save(buffer, format="PNG", compress_level=6)
    return buffer.getvalue()


def svg(figure: Figure, title: str) -> bytes:
    """Return a figure as SVG, its title first."""
    buffer = io.StringIO()
    nobody: dict[str, Any] = {"Date": None, "Creator": None, "Title": title}
    FigureCanvasSVG(figure).print_figure(
        buffer, format="svg", dpi=_IMAGE_DPI, metadata=nobody, facecolor=figure.get_facecolor()
    )
    return _shorter(buffer.getvalue()).encode()


def _shorter(markup: str) -> str:
    """Return SVG with shorter paths: hundredths of a point, and no spaces where a letter parts."""
    return re.sub(r'(?<= d=")[^"]*', lambda match: _shorter_path(match[0]), markup)


def _shorter_path(path: str) -> str:
    return re.sub(r"\s*\n|(?<=[A-Za-z]) |(?<=\.\d\d)\d+", "", path)


def pdf(figures: Iterable[Figure], title: str) -> bytes:
    """Return figures as the pages of one PDF."""
    buffer = io.BytesIO()
    nobody: dict[str, Any] = {
        "Title": title, "Creator": None, "Producer": None, "CreationDate": None,
    }  # fmt: skip
    with PdfPages(buffer, metadata=nobody) as pages:
        for figure in figures:
            FigureCanvasPdf(figure)
            with _marked_as_outlines(figure):
                pages.savefig(figure, dpi=_IMAGE_DPI, facecolor=figure.get_facecolor())
    return buffer.getvalue()


@contextmanager
def _marked_as_outlines(figure: Figure) -> Iterator[None]:
    """Draw lines with marks of direction as outlines: a PDF sets letters beside their places."""
    marked = [text for text in figure.findobj(Text) if _is_marked(text)]
    for text in marked:
        text.set_path_effects([Normal()])
    yield
    for text in marked:
        text.set_path_effects([])


def _is_marked(text: Artist) -> bool:
    return (
        isinstance(text, Text)
        and not text.get_path_effects()
        and letters.is_marked(text.get_text())
    )
