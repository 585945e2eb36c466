"""The PIN of the staff door: its salted hash, the check, and how many tries there are."""

import base64
import hashlib
import hmac
import re
from dataclasses import dataclass
from itertools import pairwise

FEWEST_DIGITS, MOST_DIGITS = 6, 12

MOST_TRIES = 3
LOCKED_SECONDS = 60
"""How long nobody gets in after so many wrong PINs in a row."""

COST, BLOCK, LANES = 2**14, 8, 1
"""Of scrypt: 16 MiB and about a tenth of a second for each try, on an office PC."""

MOST_MEMORY = 64 * 1024 * 1024
SALT_BYTES = 16
HASH_BYTES = 32

HASHED = re.compile(r"scrypt\$16384\$8\$1\$([A-Za-z0-9+/]{22}==)\$([A-Za-z0-9+/]{43}=)", re.ASCII)


@dataclass(frozen=True)
class Attempts:
    """Wrong PINs in a row, and the moment of the last one in seconds since 1970."""

    wrong: int = 0
    last: float = 0.0


def weakness_of(pin: str) -> str:
    """Return why a PIN cannot be used, as told to the person who sets it; nothing if it can."""
    if not (pin.isascii() and pin.isdigit()):
        return "PIN hanya berisi angka 0 sampai 9"
    if not FEWEST_DIGITS <= len(pin) <= MOST_DIGITS:
        return f"PIN terdiri dari {FEWEST_DIGITS} sampai {MOST_DIGITS} angka"
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    if len(steps) == 1 and steps <= {0, 1, 9}:
        return "PIN ini mudah ditebak; jangan angka yang sama atau yang berurutan"
    return ""


def hashed(pin: str, salt: bytes) -> str:
    """Return what may be written down of a PIN: `scrypt$N$r$p$salt$hash`, the last two base64."""
    parts = (_as_text(salt), _as_text(_scrypt(pin, salt)))
    return "$".join(("scrypt", str(COST), str(BLOCK), str(LANES), *parts))


def is_hashed(text: str) -> bool:
    """Tell whether a text is what `hashed` writes; other costs are refused, not obeyed."""
    return HASHED.fullmatch(text) is not None


def verify(pin: str, written: str) -> bool:
    """Tell whether a PIN is the one that was written down; it takes as long either way."""
    found = HASHED.fullmatch(written)
    if found is None or not pin.isdigit():
        # Digits only: HMAC pads with zero bytes, so these must not be typed at its end.
        return False
    salt, wanted = (base64.b64decode(part) for part in found.groups())
    return hmac.compare_digest(_scrypt(pin, salt), wanted)


def wait_seconds(tries: Attempts, now: float) -> int:
    """Return how long nobody gets in from now on; a clock that was set back makes it no longer."""
    if tries.wrong < MOST_TRIES:
        return 0
    left = tries.last + LOCKED_SECONDS - now
    return max(0, min(LOCKED_SECONDS, -int(-left // 1)))


def after_wrong(tries: Attempts, now: float) -> Attempts:
    """Count one more wrong PIN; after a full wait the count begins anew."""
    done = tries.wrong >= MOST_TRIES and wait_seconds(tries, now) == 0
    return Attempts(wrong=1 if done else tries.wrong + 1, last=now)


def tries_left(tries: Attempts) -> int:
    """Return how many more wrong PINs there may be before the wait."""
    return max(0, MOST_TRIES - tries.wrong)


def tries_as_text(tries: Attempts) -> str:
    """Write tries down so that they outlive a restart."""
    return f"{tries.wrong} {tries.last!r}\n"


def tries_from_text(text: str, now: float) -> Attempts:
    """Read tries back; what cannot be read counts as the last try having failed right now."""
    try:
        wrong, last = text.split()
        tries = Attempts(wrong=int(wrong), last=float(last))
    except ValueError:
        return Attempts(wrong=MOST_TRIES, last=now)
    # A clock that was set back must not lock the door for years, nor open it.
    return tries if 0 <= tries.last <= now else Attempts(wrong=tries.wrong, last=now)


def _scrypt(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(
        pin.encode(), salt=salt, n=COST, r=BLOCK, p=LANES, maxmem=MOST_MEMORY, dklen=HASH_BYTES
    )


def _as_text(data: bytes) -> str:
    return base64.b64encode(data).decode()
