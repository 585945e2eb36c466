"""Content that was checked when a release was built, kept so that it is not checked again."""

import pickle
from hashlib import blake2b
from typing import TypeVar

from jknassist import __version__

Value = TypeVar("Value")

FORMAT = b"jknassist-compiled-2"
"""Changes with the layout of these bytes, not with what they hold."""

SEAL_SIZE = 32


def pack(value: object, source: bytes) -> bytes:
    """Return a checked value as bytes that hold for this program and this source alone."""
    payload = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    return _seal(source, payload) + payload


def unpack(data: bytes, source: bytes, kind: type[Value]) -> Value | None:
    """Return the value that was packed, or None when anything differs from when it was packed.

    Then the source has to go through the gate. Give this only bytes that came with the program: a
    pickle can run any code, and the seal is no signature. It tells an old or damaged file from a
    sound one, not a good one from an evil one; who can write beside the program can also replace
    the program itself. So content from any other place is never read this way.
    """
    if not matches(data, source):
        return None
    value = pickle.loads(data[SEAL_SIZE:])  # noqa: S301  sealed, and shipped with us; see above
    return value if isinstance(value, kind) else None


def matches(data: bytes, source: bytes) -> bool:
    """Tell whether these are the bytes that were packed from this source, by this program."""
    return data[:SEAL_SIZE] == _seal(source, data[SEAL_SIZE:])


def _seal(source: bytes, payload: bytes) -> bytes:
    """Return one digest over the format, the program's version, the source and the payload."""
    parts = (FORMAT, __version__.encode(), source, payload)
    digests = (blake2b(part, digest_size=SEAL_SIZE).digest() for part in parts)
    return blake2b(b"".join(digests), digest_size=SEAL_SIZE).digest()
