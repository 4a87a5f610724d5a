"""The command ``mapgen``, and ``python -m mapgen``."""

import signal


def start() -> None:
    """Import the command line and run it; Ctrl-C ends the program meanwhile without a word."""
    as_before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    from mapgen.cli import run  # noqa: PLC0415 - takes a second

    signal.signal(signal.SIGINT, as_before)
    run()


if __name__ == "__main__":
    start()
