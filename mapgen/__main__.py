"""The command ``mapgen``, and ``python -m mapgen``."""

from mapgen.interrupts import without_a_word


def start() -> None:
    """Import the command line and run it; Ctrl-C ends the program meanwhile without a word."""
    with without_a_word():
        from mapgen.cli import run  # noqa: PLC0415 - Ctrl-C must be prepared for before

    run()


if __name__ == "__main__":
    start()
