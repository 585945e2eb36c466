"""How people say what happened to them and where that leads: half to build with, half to test.

All are made up after the patterns of real complaints. `KEPT_APART` was written before the search
was, and nothing is ever tuned on it: when the search words of the content change, `BUILD` says
what to look at, `KEPT_APART` says how good they are. Each line names the place that is right; a
second one stands there where either is.
"""

from jknassist.core.flow.model import Knowledge
from jknassist.core.search.index import SearchIndex

Phrasing = tuple[str, tuple[str, ...]]

KEPT_APART: tuple[Phrasing, ...] = (
    ("otp nya ga masuk masuk dari tadi", ("kartu_hidup",)),
    ("kode verivikasi gak muncul muncul", ("kartu_hidup",)),
    ("sms otp kaga nongol2", ("kartu_hidup",)),
    ("nungguin kode sejam belum nyampe juga", ("kartu_hidup", "gangguan")),
    ("kok kodenya tdk dikirim dikirim ya", ("kartu_hidup",)),
    ("padahal sinyal bagus sms lain masuk tp otp ga ada", ("kartu_hidup",)),
    ("udah punya kuota banyak tetep ga bisa otp", ("kuota_tanpa_pulsa",)),
    ("paket data ada tapi pulsa nol", ("kuota_tanpa_pulsa",)),
    ("pulsa abis", ("pulsa_habis",)),
    ("saldo pulsanya kosong", ("pulsa_habis",)),
    ("saya pake kartu halo", ("pascabayar",)),
    ("nomer saya pasca bayar", ("pascabayar",)),
    ("kartunya udah lewat masa aktif", ("masa_tenggang", "nomor_hangus")),
    ("masih bisa ditelpon tapi ga bisa nelpon", ("masa_aktif", "masa_tenggang")),
    ("kartu sim hangus", ("nomor_hangus",)),
    ("nomor udah gak aktif lama ga diisi pulsa", ("nomor_hangus",)),
    ("hp ilang sama kartunya", ("kartu_hilang",)),
    ("simcard rusak ga kebaca", ("kartu_hilang",)),
    ("nomor lama saya sekarang dipake orang", ("nomor_dijual_lagi",)),
    ("salah nulis nomer kelebihan satu angka", ("nomor_terdaftar", "salah_ketik")),
    ("angkanya dobel waktu ngetik no hp", ("nomor_terdaftar", "salah_ketik")),
    ("gatau nomer yang didaftarin dulu", ("nomor_terdaftar_tidak_diketahui",)),
    ("udah ganti nomer otp masih ke nomer lama", ("nomor_lama_terdaftar",)),
    ("kodenya malah masuk ke hp anak saya", ("nomor_keluarga",)),
    ("nomernya punya suami", ("nomor_keluarga",)),
    ("dulu didaftarin sama bu kader pake nomernya", ("nomor_pendaftar",)),
    ("yang daftarin kantor jadi pake nomer hrd", ("nomor_pendaftar",)),
    ("otp dikirim ke nomor yang saya ga kenal", ("nomor_tidak_dikenal",)),
    ("tulisannya nomor hp sudah terdaftar", ("nomor_dipakai_akun_lain",)),
    ("nomor telah digunakan oleh peserta lain", ("nomor_dipakai_akun_lain",)),
    ("no handphone tidak sesuai silahkan ke kantor cabang", ("no_hp_tidak_sesuai",)),
    ("no hp dan email blm terdaftar", ("belum_terdaftar",)),
    ("sms nya masuk spam", ("sms_terhalang",)),
    ("kotak masuk sms penuh", ("sms_terhalang",)),
    ("hp dua sim masuknya ke kartu satunya", ("sim_kedua",)),
    ("di kampung ga ada signal", ("sinyal_lemah",)),
    ("lagi gangguan ya sistemnya", ("gangguan",)),
    ("servernya error terus dari kemarin", ("gangguan", "pesan_belum_diproses")),
    ("udah minta kode 10 kali pulsa kesedot", ("terlalu_sering", "pulsa_terpotong")),
    ("pulsa kepotong terus tiap minta otp", ("pulsa_terpotong", "terlalu_sering")),
    ("pas buka sms aplikasinya balik ke awal lagi", ("aplikasi_mulai_ulang",)),
    ("keluar sendiri pas mau liat kode", ("aplikasi_mulai_ulang",)),
    ("otp datengnya telat waktunya udah abis", ("kode_terlambat_masuk",)),
    ("kode salah terus padahal udah bener", ("kode_ditolak",)),
    ("kode di email masuk yang sms enggak", ("kode_email_saja",)),
    ("permintaan anda belum dapat di proses", ("pesan_belum_diproses",)),
    ("silakan coba beberapa saat lagi", ("pesan_belum_diproses",)),
    ("gagal kirim sms otp", ("pesan_gagal_kirim",)),
    ("muncul billing eror", ("pesan_pulsa_kurang",)),
    ("user is in black list", ("pesan_daftar_hitam",)),
    ("pilih metode verifikasi tapi ga ada pilihannya", ("pilihan_kosong",)),
    ("perangkat sudah dipakai login lebih dari tiga nik", ("batas_hp",)),
    ("katanya hp saya di root padahal enggak", ("hp_disebut_root",)),
    ("aplikasi ga kompatibel di hp saya", ("android_berapa", "tidak_cocok")),
    ("disuruh apdet terus aplikasinya", ("aplikasi_lama",)),
    ("scan muka gagal mulu", ("pindai_wajah",)),
    ("kode yg di gambar susah dibaca", ("captcha",)),
    ("pin nya lupa", ("pin",)),
    ("lupa pasword mau masuk jkn", ("lupa_kata_sandi",)),
    ("kode refferal itu diisi apa", ("kode_referral",)),
)

BUILD: tuple[Phrasing, ...] = (
    ("kode otp ga masuk", ("kartu_hidup",)),
    ("verifikasi kode nggak dateng2", ("kartu_hidup",)),
    ("angel temen otp ora mlebu", ("kartu_hidup",)),
    ("otk nya belum keluar juga min", ("kartu_hidup",)),
    ("padahal ada pulsa, kode sms tetep ga nyampe", ("kartu_hidup",)),
    ("padahal nomor aktif tapi otp gak masuk masuk", ("kartu_hidup",)),
    ("kode otp kada masuk", ("kartu_hidup",)),
    ("cuma ada kuota ga ada pulsa", ("kuota_tanpa_pulsa",)),
    ("pake wifi kok otp tetep gk masuk", ("kuota_tanpa_pulsa", "kartu_hidup")),
    ("blm isi pulsa", ("pulsa_habis",)),
    ("plsa kosong", ("pulsa_habis",)),
    ("pulsa ga cukup buat terima sms", ("pesan_pulsa_kurang",)),
    ("nomor halo bisa ga", ("pascabayar",)),
    ("bayarnya tagihan bulanan", ("pascabayar",)),
    ("kartu dalam masa tenggang", ("masa_tenggang",)),
    ("nomer hangus gimana", ("nomor_hangus",)),
    ("nomor sudah nggak aktif", ("nomor_hangus", "kartu_di_mana")),
    ("kartu mati", ("kartu_di_mana", "nomor_hangus")),
    ("kartunya ada di hp satu lagi di rumah", ("kartu_tidak_terpasang",)),
    ("hape kecopetan hilang", ("kartu_hilang",)),
    ("kartu sim patah", ("kartu_hilang",)),
    ("nomor saya yang dulu sudah milik orang lain", ("nomor_dijual_lagi",)),
    ("kurang satu angka nomernya", ("nomor_terdaftar", "salah_ketik")),
    ("salah input no hp", ("nomor_terdaftar", "salah_ketik")),
    ("nomor kebalik angkanya ketuker", ("nomor_terdaftar", "salah_ketik")),
    ("lupa dulu pakai nomor hp mana waktu daftar", ("nomor_terdaftar_tidak_diketahui",)),
    ("saya ganti nomer hp", ("nomor_lama_terdaftar",)),
    ("otp masuk ke nomor yang lama", ("nomor_lama_terdaftar",)),
    ("nomor istri yang terdaftar", ("nomor_keluarga",)),
    ("yang daftarin dulu pak rt", ("nomor_pendaftar",)),
    ("nomor majikan yang dipakai daftar", ("nomor_pendaftar",)),
    ("itu nomer siapa saya tidak kenal", ("nomor_tidak_dikenal",)),
    ("nomor sudah digunakan peserta lain", ("nomor_dipakai_akun_lain",)),
    ("no hp tidak sesuai", ("no_hp_tidak_sesuai",)),
    ("nomor hp belum terdaftar hubungi care center", ("belum_terdaftar",)),
    ("sms keblokir", ("sms_terhalang",)),
    ("inbox sms penuh", ("sms_terhalang",)),
    ("dual sim masuk ke sim 2", ("sim_kedua",)),
    ("sinyal jelek hilang hilang", ("sinyal_lemah",)),
    ("jaringan lemot", ("sinyal_lemah", "gangguan")),
    ("server down", ("gangguan",)),
    ("sms otp nyedot pulsa", ("pulsa_terpotong", "terlalu_sering")),
    ("kirim ulang berkali2 ga masuk", ("terlalu_sering",)),
    ("log out sendiri pas buka sms", ("aplikasi_mulai_ulang",)),
    ("harus isi dari awal lagi tiap buka email", ("aplikasi_mulai_ulang",)),
    ("kode masuknya setelah 5 menit waktunya habis", ("kode_terlambat_masuk",)),
    ("otp dibilang tidak valid", ("kode_ditolak",)),
    ("yang masuk cuma kode email", ("kode_email_saja",)),
    ("permintaan belum dapat diproses", ("pesan_belum_diproses",)),
    ("gagal mengirim sms", ("pesan_gagal_kirim",)),
    ("user doesnt exist", ("pesan_daftar_hitam",)),
    ("metode verifikasi kosong", ("pilihan_kosong",)),
    ("hp dipakai lebih 3 nik", ("batas_hp",)),
    ("aplikasi offline terus padahal internet bagus", ("aplikasi_offline",)),
    ("perangkat terdeteksi emulator", ("hp_disebut_root",)),
    ("harus update aplikasi", ("aplikasi_lama",)),
    ("vermuk gagal terus", ("pindai_wajah",)),
    ("capcha salah terus", ("captcha",)),
    ("paswot lupa", ("lupa_kata_sandi",)),
    ("referal wajib diisi ga", ("kode_referral",)),
)


FEARS: tuple[str, ...] = (
    "ada yg nelpon minta kode otp",
    "orang ngaku petugas bpjs minta otp",
    "petugas minta kode otp sy boleh ga",
    "di wa orang disuruh kirim kode otp",
    "ini penipuan bukan",
    "takut ketipu",
    "dikirimin apk tagihan bpjs",
    "disuruh instal file apk",
    "disuruh tf uang biar akun aktif",
    "kode nya terlanjur saya kasih ke orang",
    "ada link bantuan bpjs dari wa",
    "diminta bayar sama orang",
)
"""What people say who are afraid: these must never be told first how to get the code."""

NEW_PLACES: tuple[Phrasing, ...] = (
    ("kode di email ga masuk masuk", ("email_tidak_masuk",)),
    ("katanya nik salah", ("nik_salah",)),
    ("nik sy udah terdaftar padahal blm daftar", ("nik_terdaftar",)),
    ("nomor hp ga bisa diisi di aplikasi", ("nomor_ditolak",)),
    ("captcha nya muter doang", ("captcha_tidak_muncul",)),
    ("gagal terhubung server", ("pesan_jaringan", "gangguan")),
    ("muncul unauthorized", ("tulisan_unauthorized",)),
    ("hp android 8 ga bisa", ("android_lama",)),
    ("ga bisa didownload aplikasinya", ("android_berapa", "tidak_cocok")),
    ("kirim otp lewat wa aja napa", ("kode_whatsapp",)),
    ("saya lagi di luar negeri", ("luar_negeri",)),
    ("nomor anak saya, dia tinggal jauh", ("keluarga_jauh", "nomor_keluarga")),
    ("suami saya sudah meninggal", ("pemilik_meninggal",)),
    ("kode ke nomor almarhum suami", ("pemilik_meninggal",)),
    ("otp masuk ke hp mendiang ibu", ("pemilik_meninggal",)),
    ("hp nya ketinggalan di rumah", ("hp_tidak_dibawa",)),
    ("sy pakai esim", ("esim",)),
    ("mau berobat hari ini gimana", ("berobat_hari_ini",)),
    ("pulsa kesedot terus otp ga masuk", ("pulsa_terpotong", "terlalu_sering")),
    ("aplikasinya nutup sendiri", ("aplikasi_menutup",)),
    ("disuruh verifikasi akun lagi", ("verifikasi_ulang",)),
    ("akun saya dibuka di hp lain", ("akun_hp_lain",)),
    ("sekeluarga satu akun bisa ga", ("akun_keluarga",)),
)
"""One for each place of the second edition, written with its sayings: a check, no measure."""


def misses(
    knowledge: Knowledge, phrasings: tuple[Phrasing, ...], among: int
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the phrasings whose place is not among the first so many, with what was found."""
    index = SearchIndex(knowledge)
    found = ((text, right, index.find(text)[:among]) for text, right in phrasings)
    return tuple(
        (text, tuple(match.place_id for match in matches))
        for text, right, matches in found
        if not {match.place_id for match in matches} & {*right}
    )
