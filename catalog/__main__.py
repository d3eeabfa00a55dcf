"""``python -m catalog`` is the ``vehicles`` command."""

from catalog.cli.start import run

if __name__ == "__main__":
    run()
