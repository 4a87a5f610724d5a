"""``python -m mapgen``."""

from mapgen.cli import run

if __name__ == "__main__":
    run()
