"""Staff PIN: salted hash, verification, and the lockout after wrong attempts."""

import base64
import hashlib
import hmac
import re
from dataclasses import dataclass
from itertools import pairwise

FEWEST_DIGITS, MOST_DIGITS = 6, 12

MOST_TRIES = 3
LOCKED_SECONDS = 60
"""Lockout in seconds after MOST_TRIES consecutive wrong PINs."""

COST, BLOCK, LANES = 2**14, 8, 1
"""Parameters N, r and p of scrypt: 16 MiB and about 0.1 s per attempt on an office PC."""

MOST_MEMORY = 64 * 1024 * 1024
SALT_BYTES = 16
HASH_BYTES = 32

HASHED = re.compile(r"scrypt\$16384\$8\$1\$([A-Za-z0-9+/]{22}==)\$([A-Za-z0-9+/]{43}=)", re.ASCII)


@dataclass(frozen=True)
class Attempts:
    """Number of consecutive wrong PINs, and the Unix time of the last one."""

    wrong: int = 0
    last: float = 0.0


def weakness_of(pin: str) -> str:
    """Return why a PIN is too weak, for the person who sets it; empty if it is acceptable."""
    if not (pin.isascii() and pin.isdigit()):
        return "PIN hanya berisi angka 0 sampai 9"
    if not FEWEST_DIGITS <= len(pin) <= MOST_DIGITS:
        return f"PIN terdiri dari {FEWEST_DIGITS} sampai {MOST_DIGITS} angka"
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    if len(steps) == 1 and steps <= {0, 1, 9}:
        return "PIN ini mudah ditebak; jangan angka yang sama atau yang berurutan"
    return ""


def hashed(pin: str, salt: bytes) -> str:
    """Return the hash to store: `scrypt$N$r$p$salt$hash`, salt and hash in base64."""
    parts = (_as_text(salt), _as_text(_scrypt(pin, salt)))
    return "$".join(("scrypt", str(COST), str(BLOCK), str(LANES), *parts))


def is_hashed(text: str) -> bool:
    """Return whether a text has the format of `hashed`; other cost parameters are rejected."""
    return HASHED.fullmatch(text) is not None


def verify(pin: str, written: str) -> bool:
    """Return whether a PIN matches a stored hash; the hashes are compared in constant time."""
    found = HASHED.fullmatch(written)
    if found is None or not pin.isdigit():
        # Digits only: HMAC pads with zero bytes, so a PIN with appended zero bytes would match.
        return False
    salt, wanted = (base64.b64decode(part) for part in found.groups())
    return hmac.compare_digest(_scrypt(pin, salt), wanted)


def wait_seconds(tries: Attempts, now: float) -> int:
    """Return the remaining lockout in seconds; never longer if the clock was set back."""
    if tries.wrong < MOST_TRIES:
        return 0
    left = tries.last + LOCKED_SECONDS - now
    return max(0, min(LOCKED_SECONDS, -int(-left // 1)))


def after_wrong(tries: Attempts, now: float) -> Attempts:
    """Return the state after a wrong PIN; after an elapsed lockout the count restarts at 1."""
    done = tries.wrong >= MOST_TRIES and wait_seconds(tries, now) == 0
    return Attempts(wrong=1 if done else tries.wrong + 1, last=now)


def tries_left(tries: Attempts) -> int:
    """Return how many attempts are left before the lockout."""
    return max(0, MOST_TRIES - tries.wrong)


def tries_as_text(tries: Attempts) -> str:
    """Serialize the attempts, to be kept across a restart."""
    return f"{tries.wrong} {tries.last!r}\n"


def tries_from_text(text: str, now: float) -> Attempts:
    """Parse the attempts; a malformed text counts as a lockout that starts now."""
    try:
        wrong, last = text.split()
        tries = Attempts(wrong=int(wrong), last=float(last))
    except ValueError:
        tries = Attempts(wrong=-1)
    if tries.wrong < 0:
        return Attempts(wrong=MOST_TRIES, last=now)
    # A clock that was set back must neither lock for years nor unlock.
    return tries if 0 <= tries.last <= now else Attempts(wrong=tries.wrong, last=now)


def _scrypt(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(
        pin.encode(), salt=salt, n=COST, r=BLOCK, p=LANES, maxmem=MOST_MEMORY, dklen=HASH_BYTES
    )


def _as_text(data: bytes) -> str:
    return base64.b64encode(data).decode()
