"""Imports in the frozen program all modules named on standard input; reports the failures.

jknassist.spec makes an executable of it for the tests, with the very modules of the program.
"""

import importlib
import sys

failed = []
for name in sys.stdin.read().split():
    try:
        importlib.import_module(name)
    except Exception as error:  # noqa: BLE001  whatever it is, it is what the test wants to know
        failed.append(f"{name}: {type(error).__name__}: {error}")
print("\n".join(failed))
sys.exit(bool(failed))
