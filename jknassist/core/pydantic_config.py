"""How pydantic checks our frozen values: unknown keys are refused, nothing is converted."""

from typing import Any

STRICT: dict[str, Any] = {"extra": "forbid", "strict": True}
