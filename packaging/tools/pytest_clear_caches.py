"""pytest plugin that clears all function caches before each test, for mutation testing.

Mutants run in forks of a process that has run the tests already: a cached result would hide a
mutant. Loaded by packaging/tools/mutate.py only.
"""

from __future__ import annotations

import sys

import pytest
from hypothesis import Phase, settings

# Without shrinking: that a test fails is enough, the smallest example is not looked for.
settings.register_profile(
    "mutation",
    derandomize=True,
    deadline=None,
    max_examples=20,
    database=None,
    phases=(Phase.explicit, Phase.generate),
)

OURS = ("jknassist.", "tests.")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Clear the caches of all functions of the program."""
    modules = [module for name, module in list(sys.modules.items()) if name.startswith(OURS)]
    for thing in [thing for module in modules for thing in list(vars(module).values())]:
        forget = getattr(thing, "cache_clear", None)
        if callable(forget):
            forget()
