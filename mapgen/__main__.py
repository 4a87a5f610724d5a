"""The command ``mapgen``, and ``python -m mapgen``."""

import gc

from mapgen.interrupts import end, without_a_word


def start() -> None:
    """Import the command line and run it; Ctrl-C ends the program meanwhile without a word.

    Nearly all that a command makes is needed until it ends: to search it for garbage again and
    again would take a fifth of a build. Commands that run for minutes search (`mapgen.cli.main`).
    """
    gc.disable()
    try:
        with without_a_word():
            from mapgen.cli import run  # noqa: PLC0415 - Ctrl-C must be prepared for before
        run()
    except KeyboardInterrupt:  # before or after the command itself, which says what it left
        end()
    finally:
        gc.freeze()  # nor is it searched at the end


if __name__ == "__main__":
    start()
