"""Blocks of one file to texts, with faults at their lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mapgen.facts.lessons.markdown import markup_problem
from mapgen.faults import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mapgen.facts.lessons.markdown import Block
    from mapgen.facts.lessons.values import Value
    from mapgen.faults import FaultLog, Place


@dataclass(frozen=True)
class Lines:
    """The file that is read, and where its faults go."""

    file: Place
    log: FaultLog

    def at(self, line: int) -> Place:
        """Return file and line as faults name them."""
        return self.file.at(f"line {line}")

    def add(self, line: int, problem: str) -> None:
        """Log a fault at a line."""
        self.log.add(self.at(line), problem)

    def parse(
        self,
        key: str,
        value: Value,
        readers: Mapping[str, Callable[[str], Any]],
        where: str,
    ) -> Any:  # noqa: ANN401 - what the reader returns
        """Return a value as its reader gives it, or None after logging what was expected."""
        if key not in readers:
            known = did_you_mean(key, readers)
            self.add(value.line, f'unknown key "{key}" of {where}. {known}')
            return None
        if not value.text:
            self.add(value.line, f'"{key}" is empty. Write its value after the colon.')
            return None
        try:
            return readers[key](value.text)
        except ValueError as error:
            self.add(value.line, f'"{key}" {error}.')
            return None

    def plain(self, blocks: Sequence[Block]) -> list[Block]:
        """Return the blocks; markup is logged."""
        for block in blocks:
            if block.markup:
                self.add(block.line, markup_problem(block.markup))
        return list(blocks)

    def paragraphs(self, blocks: Sequence[Block], where: str) -> tuple[str, ...]:
        """Return texts of paragraphs; another block is logged."""
        for block in blocks:
            if block.kind != "paragraph":
                self.add(block.line, f"a list or quote cannot stand in {where}.")
        return tuple(self.join(block.texts[0]) for block in blocks if block.kind == "paragraph")

    def entries(self, block: Block) -> tuple[str, ...]:
        """Return the entries of a list or the paragraphs of a quote."""
        return tuple(self.join(text) for text in block.texts)

    def join(self, text: str) -> str:
        """Return a text in one line."""
        return " ".join(text.split())
