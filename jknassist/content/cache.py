"""Cache of validated content: pickled with a digest at build time, so a start skips validation."""

import pickle
from hashlib import blake2b
from typing import TypeVar

from jknassist import __version__

Value = TypeVar("Value")

FORMAT = b"jknassist-compiled-2"
"""Version of the byte layout; independent of what the payload holds."""

SEAL_SIZE = 32


def pack(value: object, source: bytes) -> bytes:
    """Return digest + pickle; valid only for this program version and this source text."""
    payload = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    return _seal(source, payload) + payload


def unpack(data: bytes, source: bytes, kind: type[Value]) -> Value | None:
    """Return the packed value, or None when the digest does not match (stale or damaged cache).

    On None the caller parses and validates the source. Security: pass only bytes that were shipped
    with the program. Unpickling can run any code, and the digest is no signature: it detects stale
    or damaged files, not malicious ones. That is acceptable for shipped files because whoever can
    write there can also replace the program; content from elsewhere is never unpickled.
    """
    if not matches(data, source):
        return None
    value = pickle.loads(data[SEAL_SIZE:])  # noqa: S301  sealed, and shipped with us; see above
    return value if isinstance(value, kind) else None


def matches(data: bytes, source: bytes) -> bool:
    """Return whether the digest matches this source and this program version."""
    return data[:SEAL_SIZE] == _seal(source, data[SEAL_SIZE:])


def _seal(source: bytes, payload: bytes) -> bytes:
    """Return the digest over layout version, program version, source and payload."""
    parts = (FORMAT, __version__.encode(), source, payload)
    digests = (blake2b(part, digest_size=SEAL_SIZE).digest() for part in parts)
    return blake2b(b"".join(digests), digest_size=SEAL_SIZE).digest()
