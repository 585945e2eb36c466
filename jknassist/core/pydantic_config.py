"""Pydantic settings of all frozen dataclasses: unknown keys are rejected, no type is coerced."""

from typing import Any

STRICT: dict[str, Any] = {"extra": "forbid", "strict": True}
