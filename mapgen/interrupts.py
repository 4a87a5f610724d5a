"""Ctrl-C: held back while files are put in place, without a word while modules are imported."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def held_back() -> Iterator[threading.Event]:
    """Let Ctrl-C stop the program only after the block.

    Yields
    ------
    threading.Event
        Set where Ctrl-C was pressed: a block that waits can end by itself.

    Raises
    ------
    KeyboardInterrupt
        After the block, where it was set.
    """
    pressed = threading.Event()
    is_main = threading.current_thread() is threading.main_thread()
    heard = signal.getsignal(signal.SIGINT)
    if not is_main or heard in {signal.SIG_IGN, None}:
        yield pressed
        return
    signal.signal(signal.SIGINT, lambda *_: pressed.set())
    try:
        yield pressed
    finally:
        signal.signal(signal.SIGINT, heard)
    if pressed.is_set():
        raise KeyboardInterrupt


@contextmanager
def without_a_word() -> Iterator[None]:
    """Let Ctrl-C end the program at once: for imports, which would tell of it in many lines."""
    is_main = threading.current_thread() is threading.main_thread()
    heard = signal.getsignal(signal.SIGINT)
    if not is_main or heard in {signal.SIG_IGN, None}:
        yield
        return
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, heard)


def end() -> None:
    """End the program as Ctrl-C ends one that does nothing about it: without a word."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.raise_signal(signal.SIGINT)
