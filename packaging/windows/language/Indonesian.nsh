; The words of the pages in Indonesian, in place of those that NSIS brings: as the program speaks.

!insertmacro LANGFILE "Indonesian" = "Bahasa Indonesia" =

!ifdef MUI_WELCOMEPAGE
  ${LangFileString} MUI_TEXT_WELCOME_INFO_TITLE "$(^NameDA)"
  ${LangFileString} MUI_TEXT_WELCOME_INFO_TEXT "$(^NameDA)"
!endif
!ifdef MUI_INSTFILESPAGE
  ${LangFileString} MUI_TEXT_INSTALLING_TITLE "Tunggu sebentar"
  ${LangFileString} MUI_TEXT_INSTALLING_SUBTITLE "Biasanya kurang dari satu menit."
  ${LangFileString} MUI_TEXT_FINISH_TITLE "Selesai"
  ${LangFileString} MUI_TEXT_FINISH_SUBTITLE "Semua sudah beres."
  ${LangFileString} MUI_TEXT_ABORT_TITLE "Berhenti"
  ${LangFileString} MUI_TEXT_ABORT_SUBTITLE "Belum selesai, dan tidak dilanjutkan."
!endif
!ifdef MUI_FINISHPAGE
  ${LangFileString} MUI_TEXT_FINISH_INFO_TITLE "Selesai"
  ${LangFileString} MUI_TEXT_FINISH_INFO_TEXT "Semua sudah beres."
  ${LangFileString} MUI_TEXT_FINISH_INFO_REBOOT "Komputer perlu dinyalakan ulang."
  ${LangFileString} MUI_TEXT_FINISH_REBOOTNOW "Nyalakan ulang sekarang"
  ${LangFileString} MUI_TEXT_FINISH_REBOOTLATER "Nanti saja"
  ${LangFileString} MUI_TEXT_FINISH_RUN "&Buka $(^NameDA)"
  ${LangFileString} MUI_TEXT_FINISH_SHOWREADME "Baca &keterangannya"
  ${LangFileString} MUI_BUTTONTEXT_FINISH "&Selesai"
!endif
!ifdef MUI_ABORTWARNING
  ${LangFileString} MUI_TEXT_ABORTWARNING "Berhenti sebelum selesai?"
!endif
