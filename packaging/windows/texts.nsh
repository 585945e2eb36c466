; What the installer says, in Indonesian and in English; the words on its other buttons are MUI's.

LangString WelcomeTitle ${INDONESIAN} "Pasang ${NAME}"
LangString WelcomeTitle ${ENGLISH} "Install ${NAME}"
LangString WelcomeText ${INDONESIAN} "Program ini membantu peserta JKN yang kode OTP Mobile JKN-nya tidak masuk.$\r$\n$\r$\nProgram ini bukan buatan BPJS Kesehatan. Tidak memakai internet dan tidak menyimpan data orang."
LangString WelcomeText ${ENGLISH} "Helps members of JKN whose OTP code for Mobile JKN does not arrive.$\r$\n$\r$\nIndependent help, not an application of BPJS Kesehatan. It uses no internet and keeps no personal data."
LangString InstallNow ${INDONESIAN} "Pasang"
LangString InstallNow ${ENGLISH} "Install"
LangString OtherLanguage ${INDONESIAN} "English"
LangString OtherLanguage ${ENGLISH} "Bahasa Indonesia"
LangString OnDesktop ${INDONESIAN} "Buat ikon di Desktop"
LangString OnDesktop ${ENGLISH} "Put a link on the desktop"
LangString AsKiosk ${INDONESIAN} "Layar umum (kiosk): terbuka otomatis saat komputer dinyalakan"
LangString AsKiosk ${ENGLISH} "This computer is a kiosk: open at sign-in"
LangString FinishTitle ${INDONESIAN} "Selesai dipasang"
LangString FinishTitle ${ENGLISH} "Installed"
LangString FinishText ${INDONESIAN} "${NAME} sudah bisa dipakai. Cari namanya di menu Start kapan saja."
LangString FinishText ${ENGLISH} "${NAME} is ready. Find it in the Start menu at any time."
LangString FinishRun ${INDONESIAN} "Buka sekarang"
LangString FinishRun ${ENGLISH} "Open now"
LangString IsRunning ${INDONESIAN} "${NAME} sedang terbuka. Tutup dulu, lalu tekan Coba Lagi (Retry)."
LangString IsRunning ${ENGLISH} "${NAME} is open. Close it, then press Retry."
LangString CannotReplace ${INDONESIAN} "File lama sedang dipakai, atau disk penuh. Program yang lama tetap ada."
LangString CannotReplace ${ENGLISH} "An old file is in use, or the disk is full. The old program is still there."
LangString RemoveSettings ${INDONESIAN} "Hapus juga pengaturan kantor ini (nama kantor, printer, PIN) dan rekap bantuan?"
LangString RemoveSettings ${ENGLISH} "Also remove the settings of this office (name, printer, PIN) and the tally?"

; What is said before the first page. There NSIS still speaks the language of Windows, whatever
; $LANGUAGE says, so these are no LangStrings.

!define TooOld_INDONESIAN "Program ini tidak bisa dipasang di komputer ini.$\r$\n$\r$\nPerlu Windows 10 versi 1809 atau lebih baru, 64-bit. Pakailah komputer yang lebih baru, atau minta bantuan petugas."
!define TooOld_ENGLISH "This program cannot be installed on this computer.$\r$\n$\r$\nIt needs Windows 10 version 1809 or later, 64-bit."
!define IsNewer_INDONESIAN "Versi yang lebih baru sudah terpasang di komputer ini. Versi ${VERSION} tidak dipasang."
!define IsNewer_ENGLISH "A newer version is already installed. Version ${VERSION} was not installed."
!define NoAdmin_INDONESIAN "Untuk semua pengguna, program ini harus dipasang oleh administrator."
!define NoAdmin_ENGLISH "Only an administrator can install it for all users."

!macro Refuse TEXT CODE
  ${If} $LANGUAGE = ${ENGLISH}
    MessageBox MB_OK|MB_ICONSTOP "${${TEXT}_ENGLISH}" /SD IDOK
  ${Else}
    MessageBox MB_OK|MB_ICONSTOP "${${TEXT}_INDONESIAN}" /SD IDOK
  ${EndIf}
  SetErrorLevel ${CODE}
  Quit
!macroend
