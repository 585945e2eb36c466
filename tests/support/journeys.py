"""Ten members, what happened to them, and which keys lead them to their paper.

All numbers are invented. A step is a key on the first card row (1 to 5, 0 for "Tidak tahu") or
a number that is typed; `SPACE` takes the first suggestion. Each step is followed by Enter.
"""

from dataclasses import dataclass

from tests.support.driver import Driver

SPACE = "space"


@dataclass(frozen=True)
class Journey:
    """A member's story, the keys of the way, and the outcome it ends with."""

    who: str
    story: str
    keys: tuple[str, ...]
    outcome: str


REGISTERED = "081345678901"

JOURNEYS = (
    Journey("Bu Sari", "pulsa habis sejak kemarin", ("1", "1", "3"), "pulsa_habis"),
    Journey("Pak Dul", "ada kuota, tidak ada pulsa", ("1", "1", "2"), "kuota_tanpa_pulsa"),
    Journey(
        "Mbak Rini",
        "angka 8 tertulis dua kali, memakai saran program",
        ("1", "1", "1", "0813456788901", SPACE),
        "salah_ketik",
    ),
    Journey(
        "Pak Joko",
        "satu angka tertinggal, ketahuan saat dibandingkan",
        ("1", "1", "1", "08123456890", "081234567890", ""),
        "salah_ketik",
    ),
    Journey(
        "Bu Tini",
        "nomor di HP lain sama sekali dari yang didaftarkan",
        ("1", "1", "1", REGISTERED, "085722223333", ""),
        "nomor_lama_terdaftar",
    ),
    Journey("Pak Amat", "kartu hilang di pasar", ("1", "3", "3"), "kartu_hilang"),
    Journey("Bu Ani", "tulisan No HP tidak sesuai di layar", ("2", "2", "2"), "no_hp_tidak_sesuai"),
    Journey(
        "Pak Karto", "kode pergi ke nomor yang tidak dikenal", ("3", "4"), "nomor_tidak_dikenal"
    ),
    Journey("Mbah Surip", "pindai wajah gagal terus", ("5", "1"), "pindai_wajah"),
    Journey(
        "Bu Lastri",
        "semua sudah benar, kode tetap tidak masuk lewat 5 menit",
        ("1", "1", "1", REGISTERED, REGISTERED, "4", "2"),
        "gangguan",
    ),
)


def walk(driver: Driver, journey: Journey) -> None:
    """Go the way of a member by keyboard."""
    for keys in journey.keys:
        driver.rest()
        if len(keys) == 1 or keys == SPACE:
            driver.key(keys)
        elif keys:
            driver.type(keys)
        driver.key("Return")
    driver.rest()
