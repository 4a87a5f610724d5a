"""Processes that share long work, and end with the one that began them, however that ends."""

from __future__ import annotations

import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def workers(
    count: int, begin: Callable[..., None] | None = None, *given: object
) -> Iterator[ProcessPoolExecutor]:
    """Give processes of their own to work in.

    Parameters
    ----------
    count
        How many.
    begin
        What each calls first, with `given`; nothing without it.

    Yields
    ------
    ProcessPoolExecutor
        The processes are ended at once when an error, or Ctrl-C, leaves the block.
    """
    others = set(active_children())
    # A fresh process, not a copy of this one: a copy of threads and locks may hang.
    with ProcessPoolExecutor(count, get_context("spawn"), _begin, (begin, given)) as pool:
        try:
            with _deaf():
                pool.submit(os.getpid)  # begins all of them
            yield pool
        except BaseException:
            for process in set(active_children()) - others:
                process.terminate()
            raise


@contextmanager
def _deaf() -> Iterator[None]:
    """Begin processes that leave Ctrl-C to this one, which ends them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, heard or signal.SIG_DFL)


def _begin(begin: Callable[..., None] | None, given: tuple[object, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if begin:
        begin(*given)


def _end_with_parent() -> None:
    """Wait until the process that began this one is gone, as a killed one goes; then go too."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
