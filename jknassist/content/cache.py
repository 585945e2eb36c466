"""Cache of validated content: pickled with a checksum at build time, to skip validation."""

import pickle
import zlib
from typing import TypeVar

from jknassist import __version__

Value = TypeVar("Value")

FORMAT = b"jknassist-compiled-3"
"""Version of the byte layout; independent of what the payload holds."""

SEAL_SIZE = 4


def pack(value: object, source: bytes) -> bytes:
    """Return checksum + pickle; valid only for this program version and this source text."""
    payload = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    return _seal(source, payload) + payload


def unpack(data: bytes, source: bytes, kind: type[Value]) -> Value | None:
    """Return the packed value, or None when the checksum does not match (stale or damaged cache).

    On None the caller parses and validates the source. Security: pass only bytes that were shipped
    with the program. Unpickling can run any code, and the checksum is no signature: it finds stale
    or damaged files, not malicious ones. That is acceptable for shipped files because whoever can
    write there can also replace the program; content from elsewhere is never unpickled.
    """
    if not matches(data, source):
        return None
    value = pickle.loads(data[SEAL_SIZE:])  # noqa: S301  sealed, and shipped with us; see above
    return value if isinstance(value, kind) else None


def matches(data: bytes, source: bytes) -> bool:
    """Return whether the checksum matches this source and this program version."""
    return data[:SEAL_SIZE] == _seal(source, data[SEAL_SIZE:])


def _seal(source: bytes, payload: bytes) -> bytes:
    """Return the checksum over layout version, program version, source and payload.

    A CRC is enough, since it need not resist forgery; a digest would load OpenSSL at each start.
    """
    seal = 0
    for part in (FORMAT, __version__.encode(), source, payload):
        seal = zlib.crc32(part, zlib.crc32(len(part).to_bytes(8, "big"), seal))
    return seal.to_bytes(SEAL_SIZE, "big")
