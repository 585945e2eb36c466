"""Entry point for ``python -m jknassist`` and for the frozen program."""

import sys

from jknassist.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
