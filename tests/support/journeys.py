"""Members, what happened to them, and which keys lead them to their paper.

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
        ("1", "1", "1", "5", "0813456788901", SPACE),
        "salah_ketik",
    ),
    Journey(
        "Pak Joko",
        "satu angka tertinggal, ketahuan saat dibandingkan",
        ("1", "1", "1", "5", "08123456890", "081234567890", ""),
        "salah_ketik",
    ),
    Journey(
        "Bu Tini",
        "nomor di HP lain sama sekali dari yang didaftarkan",
        ("1", "1", "1", "5", REGISTERED, "085722223333", ""),
        "nomor_lama_terdaftar",
    ),
    Journey("Pak Amat", "kartu hilang di pasar", ("1", "4", "4"), "kartu_hilang"),
    Journey("Bu Ani", "tulisan No HP tidak sesuai di layar", ("2", "2", "2"), "no_hp_tidak_sesuai"),
    Journey(
        "Pak Karto", "kode pergi ke nomor yang tidak dikenal", ("3", "4"), "nomor_tidak_dikenal"
    ),
    Journey("Mbah Surip", "pindai wajah gagal terus", ("5", "2", "1"), "pindai_wajah"),
    Journey(
        "Bu Lastri",
        "semua sudah benar, kode tetap tidak masuk lewat 5 menit",
        ("1", "1", "1", "5", REGISTERED, REGISTERED, "2"),
        "gangguan",
    ),
)

WALKS = (
    Journey("Bu Yem", "ditelepon orang yang minta kode OTP", ("5", "1"), "penipuan"),
    Journey("Pak Slamet", "perlu ke dokter hari ini", ("5", "4", "1"), "berobat_hari_ini"),
    Journey("Mbak Tuti", "bekerja di luar negeri", ("5", "4", "2"), "luar_negeri"),
    Journey("Pak Giman", "HP tertinggal di rumah", ("5", "4", "3"), "hp_tidak_dibawa"),
    Journey("Mas Bayu", "memakai eSIM", ("5", "4", "4"), "esim"),
    Journey("Bu Ratna", "ingin kode lewat WhatsApp", ("5", "4", "5"), "kode_whatsapp"),
    Journey("Pak Untung", "aplikasi menutup sendiri", ("5", "5", "1"), "aplikasi_menutup"),
    Journey("Mas Toni", "aplikasi tidak bisa dipasang", ("5", "5", "2", "2"), "tidak_cocok"),
    Journey(
        "Bu Jumiati", "tidak bisa dipasang, memori penuh", ("5", "5", "2", "4"), "memori_penuh"
    ),
    Journey("Bu Sri", "kolom nomor HP menolak", ("5", "2", "4", "1"), "nomor_ditolak"),
    Journey("Pak Wiryo", "PIN atau kode referral", ("5", "2", "5", "1"), "pin"),
    Journey("Bu Tarmi", "tulisan captcha salah", ("2", "5", "2"), "captcha"),
    Journey("Mas Hadi", "daftar pilihan kosong", ("2", "2", "5"), "pilihan_kosong"),
    Journey("Bu Wati", "captcha tidak muncul", ("5", "2", "3"), "captcha_tidak_muncul"),
    Journey("Mas Eko", "diminta verifikasi akun lagi", ("5", "3", "2"), "verifikasi_ulang"),
    Journey("Bu Endang", "kode e-mail tidak masuk", ("5", "3", "3"), "email_tidak_masuk"),
    Journey("Pak Darmo", "akun terbuka di HP lain", ("5", "3", "4"), "akun_hp_lain"),
    Journey("Bu Sum", "satu akun untuk sekeluarga", ("5", "3", "5"), "akun_keluarga"),
    Journey("Pak Harjo", "tulisan NIK salah", ("2", "3", "1"), "nik_salah"),
    Journey("Bu Parti", "tulisan NIK sudah terdaftar", ("2", "3", "2"), "nik_terdaftar"),
    Journey("Bu Mirah", "tulisan e-mail salah", ("2", "3", "3"), "email_tidak_masuk"),
    Journey("Pak Basuki", "salah ketik captcha", ("0", "2", "2"), "captcha"),
    Journey("Mas Agus", "tulisan Unauthorized", ("2", "3", "4"), "tulisan_unauthorized"),
    Journey("Bu Asih", "tulisan server saat minta kode", ("2", "1", "5"), "pesan_jaringan"),
    Journey("Pak Min", "kolom nomor menolak isian", ("2", "2", "4"), "nomor_ditolak"),
    Journey("Mbah Karso", "Android 8, tidak kompatibel", ("2", "4", "4", "1"), "android_lama"),
    Journey("Bu Lasmi", "anak di kota lain", ("3", "2", "2"), "keluarga_jauh"),
    Journey("Bu Marni", "nomor suami yang sudah meninggal", ("3", "2", "3"), "pemilik_meninggal"),
    Journey("Pak Sapto", "pulsa terpotong terus", ("1", "1", "4"), "pulsa_terpotong"),
    Journey("Bu Nur", "pulsa habis, tidak bisa menelepon", ("1", "2", "1"), "pulsa_habis"),
    Journey("Pak Wagiman", "pulsa habis karena minta kode", ("1", "2", "3"), "pulsa_terpotong"),
    Journey("Pak Jaya", "terpasang, tetapi tanpa sinyal", ("1", "4", "2"), "sinyal_lemah"),
    Journey("Mas Joko", "hanya bisa ditelepon, pulsa ada", ("1", "3", "2"), "hanya_ditelepon"),
    Journey("Bu Imas", "masa aktif lewat berbulan-bulan", ("1", "3", "4"), "nomor_hangus"),
    Journey(
        "Mas Rudi", "lupa sandi, nomor lama", ("5", "3", "1", "2", "1"), "nomor_lama_terdaftar"
    ),
    Journey("Bu Dewi", "tidak tahu, lalu kartu mati", ("0", "1", "4", "4"), "kartu_hilang"),
)
"""One more for each place of the second edition and for each way that it mended; choices alone."""


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
