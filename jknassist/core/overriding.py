"""The mark of a method that replaces one of a base class; whoever checks the types knows it.

At run time it does nothing, so it is made here where Python itself has none yet: loading the
library that has it takes as long as a tenth of our own modules, at every start.
"""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

Method = TypeVar("Method", bound=Callable[..., Any])

if TYPE_CHECKING:
    from typing_extensions import override as override  # noqa: PLC0414
elif sys.version_info >= (3, 12):
    from typing import override
else:

    def override(method: Method) -> Method:
        """Mark a method that replaces one of a base class."""
        return method
