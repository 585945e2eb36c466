; The uninstaller for Windows. It is a program of its own, not one that NSIS makes out of the installer:
; that would go on in a copy of itself and return to whoever started it before anything is done.
;
; makensis -DVERSION=1.2.3 -DPICTURES=made -DOUTPUT=uninstall.exe uninstall.nsi
;
; uninstall.exe [/S] [/PURGE] [/FORCE] [/LOG=file] [/LANG=1033]
;   /PURGE  the office's settings, the PIN and the tally go as well
;   /KEEP   they stay, which is what happens without a word; older commands have it
;   _?=     what other uninstallers want as well in order to wait; it is no longer needed
;
; Exit codes: 0 done, 1 cancelled, 3 the program is running, 6 not an administrator.

SetCompressor /SOLID lzma
!include product.nsh
!include nsDialogs.nsh

VIAddVersionKey /LANG=0 FileDescription "Pencopot ${NAME} (jknassist)"

Var Purge ; 1: the settings and the tally go too

!define MUI_WELCOMEPAGE_TITLE "$(RemoveTitle)"
!define MUI_WELCOMEPAGE_TEXT "$(RemoveText)"
!define MUI_PAGE_CUSTOMFUNCTION_SHOW ShowQuestion
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE TakeAnswer
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(RemovedTitle)"
!define MUI_FINISHPAGE_TEXT "$(RemovedText)"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
!insertmacro MUI_PAGE_FINISH

!insertmacro MUI_LANGUAGEEX "language" "Indonesian"
!insertmacro MUI_LANGUAGE "English"

!macro LookEverywhere
  !insertmacro LookIn "$INSTDIR"
!macroend

!include texts.nsh
!include closing.nsh
!include parts.nsh
!include path.nsh
!include removing.nsh
!include leaving.nsh
