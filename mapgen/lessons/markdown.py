"""Markdown to sections of plain blocks, each with its line.

Parsed by markdown-it (CommonMark 0.31). Lessons use headings, paragraphs, lists and quotes;
whatever else stands in a file is a fault, so that nobody finds a link missing in the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from mapgen.errors import FaultLog

BlockKind = Literal["paragraph", "bullets", "numbers", "quote"]

_OPENINGS: dict[str, BlockKind] = {
    "bullet_list_open": "bullets",
    "ordered_list_open": "numbers",
    "blockquote_open": "quote",
}
_PLAIN = frozenset({"text", "softbreak", "text_special"})
_CALLED = {
    "em_open": "emphasis",
    "strong_open": "strong emphasis",
    "link_open": "a link",
    "image": "a picture",
    "code_inline": "code",
    "html_inline": "HTML",
    "hardbreak": "a forced line break",
    "fence": "a block of code",
    "code_block": "a block of code (an indented line)",
    "html_block": "HTML",
    "hr": "a rule",
}
_TITLE_LEVELS = 3


@dataclass(frozen=True)
class Block:
    """A paragraph, list or quote.

    Parameters
    ----------
    kind
        What it is.
    line
        Where it begins, counted from 1.
    texts
        One text of a paragraph, the entries of a list, the paragraphs of a quote. Within a text
        lines stay apart.
    lines
        Where each of `texts` begins.
    plain
        Whether no text holds markup.
    """

    kind: BlockKind
    line: int
    texts: tuple[str, ...]
    lines: tuple[int, ...]
    plain: bool


@dataclass
class Section:
    """What stands under a heading, up to the next one."""

    level: int
    title: str
    line: int
    blocks: list[Block] = field(default_factory=list)


def sections(text: str, place: str, log: FaultLog) -> list[Section]:
    """Return the sections of a file; what lessons do not use is logged.

    Parameters
    ----------
    text
        Markdown.
    place
        The file, as faults name it.
    log
        Takes a fault for each block that no lesson can hold.

    Returns
    -------
    list of Section
        In the order of the file. What stands before the first heading is logged and left out.
    """
    found: list[Section] = []
    for token, inner in _top_level(MarkdownIt("commonmark").parse(text)):
        line = (token.map or [0])[0] + 1
        if token.type == "heading_open":
            found.append(Section(int(token.tag.removeprefix("h")), inner[0].content, line))
            if found[-1].level > _TITLE_LEVELS:
                log.add(f"{place}, line {line}", "a title has one to three number signs.")
            continue
        block = _block(token, inner)
        if block is None:
            log.add(f"{place}, line {line}", f"{_called(token)} cannot stand in a lesson.")
        elif not found:
            log.add(f"{place}, line {line}", 'stands before the title. Begin with "# Title".')
        else:
            found[-1].blocks.append(block)
    return found


def markup_in(tokens: Sequence[Token]) -> str | None:
    """Return what the first markup in running text is called, None where there is none."""
    for token in tokens:
        for child in token.children or ():
            if child.type not in _PLAIN:
                return _called(child)
    return None


def _called(token: Token) -> str:
    return _CALLED.get(token.type, token.type.removesuffix("_open").replace("_", " "))


def _top_level(tokens: Sequence[Token]) -> Iterator[tuple[Token, list[Token]]]:
    """Yield each block of the top level with the running text inside it."""
    opening: Token | None = None
    inner: list[Token] = []
    for token in tokens:
        if token.level == 0 and token.nesting == 1:
            opening, inner = token, []
        elif token.level == 0 and token.nesting == -1:
            if opening:
                yield opening, inner
        elif token.level == 0:
            yield token, []
        else:
            inner.append(token)


def _block(token: Token, inner: Sequence[Token]) -> Block | None:
    kind = "paragraph" if token.type == "paragraph_open" else _OPENINGS.get(token.type)
    running = [each for each in inner if each.type == "inline"]
    if kind is None or any(each.type in _CALLED for each in inner):
        return None
    return Block(
        kind,
        (token.map or [0])[0] + 1,
        tuple(each.content for each in running),
        tuple((each.map or [0])[0] + 1 for each in running),
        markup_in(running) is None,
    )
