"""Redirects the missing standard streams of a Windows program without console; runs first."""

import os
import sys

# Windows hands a program without a console no streams, unless whoever starts it gives it some.
if sys.stdout is None:
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  for all its life
if sys.stderr is None:
    sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
