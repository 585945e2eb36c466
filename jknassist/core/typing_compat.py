"""`override` of typing; from Python 3.12 on it is in the standard library.

typing_extensions has it for Python 3.11, but importing all of it for one decorator that does
nothing at run time is slow; type checkers read it from there.
"""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

Method = TypeVar("Method", bound=Callable[..., Any])

if TYPE_CHECKING:
    from typing_extensions import override as override  # noqa: PLC0414
elif sys.version_info >= (3, 12):  # pragma: no cover  which of the two runs is Python's choice
    from typing import override
else:  # pragma: no cover

    def override(method: Method) -> Method:
        """Mark a method that overrides one of a base class."""
        return method
