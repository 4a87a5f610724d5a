"""Markdown to sections of plain blocks, each with its line.

Parsed by markdown-it (CommonMark 0.31). Lessons use headings, paragraphs, lists and quotes;
whatever else stands in a file is a fault, so that nobody finds a link missing in the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from markdown_it import MarkdownIt

from mapgen.facts.lessons.slips import repaired

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from mapgen.faults import FaultLog, Place

BlockKind = Literal["paragraph", "bullets", "numbers", "quote"]

_OPENINGS: dict[str, BlockKind] = {
    "paragraph_open": "paragraph",
    "heading_open": "paragraph",  # underlined: a slip, as `_problems_of_title` says
    "bullet_list_open": "bullets",
    "ordered_list_open": "numbers",
    "blockquote_open": "quote",
}
_BREAKS = frozenset({"softbreak", "hardbreak"})
"""Two spaces at the end of a line force a break: nobody sees them, so they count as none."""

_PLAIN = frozenset({"text", "text_special"}) | _BREAKS
_CALLED = {
    "em_open": "emphasis",
    "strong_open": "strong emphasis",
    "link_open": "a link",
    "image": "a picture",
    "code_inline": "code",
    "html_inline": "HTML",
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
        One text of a paragraph, the entries of a list, the paragraphs of a quote, as they are to
        be read: without escapes. Within a text lines stay apart.
    lines
        Where each of `texts` begins.
    raw
        Each of `texts` as it was written: keys are read so, for links hold "&" and "_".
    markup
        What the first markup in them is called; None where all are plain.
    """

    kind: BlockKind
    line: int
    texts: tuple[str, ...]
    lines: tuple[int, ...]
    raw: tuple[str, ...]
    markup: str | None


@dataclass
class Section:
    """What stands under a heading, up to the next one."""

    level: int
    title: str
    line: int
    blocks: list[Block] = field(default_factory=list)


def sections(text: str, place: Place, log: FaultLog) -> list[Section]:
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
    result: list[Section] = []
    tokens = MarkdownIt("commonmark").parse(repaired(text, place, log))
    blocks = list(_top_level(tokens))
    for number, (token, inner) in enumerate(blocks):
        at = place.at(f"line {_line(token)}")
        if token.type == "heading_open":
            for problem in _problems_of_title(token, inner[0]):
                log.add(at, problem)
            if token.markup.startswith("#") or not result or _has_id(blocks[number + 1 :]):
                level = int(token.tag.removeprefix("h"))
                result.append(Section(level, _text(inner[0]).strip(), _line(token)))
                continue
        block = _block(token, inner)
        if block is None:
            log.add(at, f"{_called(token)} cannot stand in a lesson.")
        elif not result:
            log.add(at, 'stands before the title. Begin with "# Title".')
        else:
            result[-1].blocks.append(block)
    return result


def paragraph(raw: str, line: int) -> Block:
    """Return a paragraph that was cut off another one."""
    running = MarkdownIt("commonmark").parseInline(raw)
    texts = tuple(_text(inline) for inline in running)
    return Block("paragraph", line, texts, (line,), (raw,), markup_in(running))


def markup_in(tokens: Sequence[Token]) -> str | None:
    """Return what the first markup in running text is called, None where there is none."""
    for token in tokens:
        for child in token.children or ():
            if child.type not in _PLAIN:
                return _called(child)
    return None


def markup_problem(markup: str) -> str:
    """Return the fault of a text that holds markup."""
    return f'holds {markup}. Texts of lessons are plain: write the words alone ("\\*" for a star).'


def _problems_of_title(token: Token, title: Token) -> Iterator[str]:
    if not token.markup.startswith("#"):
        signs = "equals signs" if token.markup == "=" else "dashes"
        yield (
            f"is underlined, which makes it a title. Remove the line of {signs} below; "
            'a title begins with number signs, "## Title".'
        )
        return
    if not title.content:
        yield "the title is empty. Write it after the number signs."
    if markup := markup_in([title]):
        yield f"the title {markup_problem(markup)}"
    if len(token.markup) > _TITLE_LEVELS:
        yield "a title has one to three number signs."


def _has_id(below: Sequence[tuple[Token, list[Token]]]) -> bool:
    """Return whether an id stands right below: then an underlined text is meant as a title."""
    return any(inner and inner[0].content.startswith("id:") for _, inner in below[:1])


def _line(token: Token) -> int:
    return (token.map or [0])[0] + 1


def _text(token: Token) -> str:
    """Return running text as it is to be read, its lines apart."""
    return "".join(
        "\n" if child.type in _BREAKS else child.content for child in token.children or ()
    )


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
    kind = _OPENINGS.get(token.type)
    running = [part for part in inner if part.type == "inline"]
    if kind is None or any(part.type in _CALLED for part in inner):
        return None
    return Block(
        kind,
        _line(token),
        tuple(_text(inline) for inline in running),
        tuple(_line(inline) for inline in running),
        tuple(inline.content for inline in running),
        markup_in(running),
    )
