"""The door for ``python -m jknassist`` and for the frozen program."""

import gc
import sys

gc.disable()  # what is loaded now stays loaded; cli.py enables it again

from jknassist.cli import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
