"""Base class of objects with open files or processes: a context manager that closes them."""

from abc import ABC, abstractmethod
from types import TracebackType
from typing import Self


class ClosedOnExit(ABC):
    """Calls close() at the end of a `with` block."""

    @abstractmethod
    def close(self) -> None:
        """Release everything that is held; may be called more than once."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
