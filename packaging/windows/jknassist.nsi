; The installer for Windows: three pages at most, no administrator needed, Indonesian first.
;
; makensis -DVERSION=1.2.3 -DSOURCE=frozen\jknassist -DPICTURES=made -DOUTPUT=setup.exe jknassist.nsi
;   -DSTUB=amd64-unicode   a 64-bit installer; without it 32-bit, so that it starts on any Windows
;                          and can say in Indonesian why it does not go on
;   -DQUICK                packs quickly and not so small
;   -DSIGN=command         signs the installer and the uninstaller: command "file"
;
; setup.exe [/S] [/AllUsers] [/KIOSK] [/NOVOICE] [/FORCE] [/LANG=1033] [/D=folder]
;   /S         no window at all            /AllUsers   for every user; wants an administrator
;   /KIOSK     start as a kiosk whenever this user (with /AllUsers: any user) signs in
;   /NOVOICE   without the recorded sentences with which pages are read aloud
;   /FORCE     end a running program that does not close when asked to
;   /LANG=1033 English
; uninstall.exe [/S] [/KEEP] [/FORCE]   /KEEP leaves the office's settings and the tally
;
; Exit codes: 0 done, 1 cancelled, 2 failed while copying (what was there still is),
;   3 the program is running, 4 a newer version is there, 5 Windows is too old or 32-bit,
;   6 not an administrator.

Unicode true
!ifndef STUB
  !define STUB x86-unicode
!endif
Target ${STUB}
!if "${STUB}" == "amd64-unicode"
  !pragma warning disable 6012 ; there ${RunningX64} is always true, and its other way unused
!endif
!ifdef QUICK ; larger, for tests
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
ManifestDPIAware true
RequestExecutionLevel user
AutoCloseWindow true
ShowInstDetails hide
ShowUninstDetails hide
BrandingText " "
AllowSkipFiles off ; a file that cannot be written ends it, also without a window
InstallDir ""

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include x64.nsh

!define NAME "Bantuan Kode OTP"
!define PROGRAM "jknassist"
!define PUBLISHER "The jknassist contributors"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${PROGRAM}"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define WINDOWS "SOFTWARE\Microsoft\Windows NT\CurrentVersion"
!define OLDEST_BUILD 17763 ; Windows 10 1809, the oldest that Qt 6 runs on
!define INDONESIAN 1057
!define ENGLISH 1033

Name "${NAME}"
Caption "${NAME}"
UninstallCaption "${NAME}"
OutFile "${OUTPUT}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 ProductName "${NAME}"
VIAddVersionKey /LANG=0 ProductVersion "${VERSION}"
VIAddVersionKey /LANG=0 FileVersion "${VERSION}"
VIAddVersionKey /LANG=0 FileDescription "Pemasang ${NAME} (jknassist)"
VIAddVersionKey /LANG=0 CompanyName "${PUBLISHER}"
VIAddVersionKey /LANG=0 LegalCopyright "MIT; Qt: LGPL 3"
!ifdef SIGN
  !finalize '${SIGN} "%1"' = 0
  !uninstfinalize '${SIGN} "%1"' = 0
!endif

Var ForAll      ; 1: for all users of the computer
Var Kiosk       ; 1: starts as a kiosk at sign-in
Var KioskBox
Var DesktopLink ; 1: with a link on the desktop
Var DesktopBox
Var NoVoice     ; 1: without the voice packs
Var Force       ; 1: end the running program if it does not close
Var Keep        ; 1: the uninstaller leaves the settings and the tally

; The pages.

!define MUI_ICON "${PICTURES}/jknassist.ico"
!define MUI_UNICON "${PICTURES}/jknassist.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURES}/installer-side.bmp"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP "${PICTURES}/installer-top.bmp"
!define MUI_HEADERIMAGE_UNBITMAP "${PICTURES}/installer-top.bmp"
!define MUI_ABORTWARNING

!define MUI_WELCOMEPAGE_TITLE "$(WelcomeTitle)"
!define MUI_WELCOMEPAGE_TEXT "$(WelcomeText)"
!define MUI_PAGE_CUSTOMFUNCTION_SHOW ShowChoices
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE TakeChoices
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(FinishTitle)"
!define MUI_FINISHPAGE_TEXT "$(FinishText)"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION OpenNow
!define MUI_FINISHPAGE_RUN_TEXT "$(FinishRun)"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "Indonesian"
!insertmacro MUI_LANGUAGE "English"

!include texts.nsh
!include closing.nsh
!insertmacro Closing ""
!insertmacro Closing "un."
!include beginning.nsh
!include choices.nsh
!include removing.nsh

; Everything is unpacked beside what is there before anything of it goes, and what is there is only put
; aside until the new is in its place (five renames): a full disk or a file in use leaves what worked.
Section
  RMDir /r "$INSTDIR\_new"
  SetOutPath "$INSTDIR\_new"
  File /r "${SOURCE}/*.*"
  ${If} $NoVoice = 1
    RMDir /r "$INSTDIR\_new\voice"
  ${EndIf}
  SetOutPath "$INSTDIR"
  Call CloseProgram
  Call Exchange
  WriteUninstaller "$INSTDIR\uninstall.exe"
  Call WriteLinks
  Call WriteEntry
SectionEnd

Function .onInstFailed
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\_new"
  RMDir "$INSTDIR" ; only if it is empty
FunctionEnd

; Puts the old program aside and the new one in its place; when either fails, all is put back.
Function Exchange
  RMDir /r "$INSTDIR\_old"
  CreateDirectory "$INSTDIR\_old"
  StrCpy $R0 "$INSTDIR"
  StrCpy $R1 "$INSTDIR\_old"
  Call MoveProgram
  ${If} $R2 = 0
    StrCpy $R0 "$INSTDIR\_new"
    StrCpy $R1 "$INSTDIR"
    Call MoveProgram
    ${If} $R2 = 1 ; whatever lies in the folder now is new
      StrCpy $R0 "$INSTDIR"
      StrCpy $R1 "$INSTDIR\_new"
      Call MoveProgram
      StrCpy $R2 1
    ${EndIf}
  ${EndIf}
  ${If} $R2 = 1
    StrCpy $R0 "$INSTDIR\_old"
    StrCpy $R1 "$INSTDIR"
    Call MoveProgram
    RMDir "$INSTDIR\_old" ; only if it is empty
    SetErrorLevel 2
    Abort "$(CannotReplace)"
  ${EndIf}
  RMDir /r "$INSTDIR\_new"
  RMDir /r "$INSTDIR\_old"
FunctionEnd

!macro Move NAME
  ${If} $R2 = 0
  ${AndIf} ${FileExists} "$R0\${NAME}"
    ClearErrors
    Rename "$R0\${NAME}" "$R1\${NAME}"
    ${If} ${Errors}
      StrCpy $R2 1
    ${EndIf}
  ${EndIf}
!macroend

; Moves the program from folder $R0 to folder $R1; $R2 is 1 when a part of it could not be moved. The
; first is the one that Windows does not let go while anything of the program runs.
Function MoveProgram
  StrCpy $R2 0
  !insertmacro Move "_internal"
  !insertmacro Move "LICENCES"
  !insertmacro Move "KANTOR"
  !insertmacro Move "voice"
  !insertmacro Move "${PROGRAM}-cli.exe"
  !insertmacro Move "${PROGRAM}.exe"
FunctionEnd

Function WriteLinks
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}.exe"
  ${If} $DesktopLink = 1
    CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${PROGRAM}.exe"
  ${Else}
    Delete "$DESKTOP\${NAME}.lnk"
  ${EndIf}
  ${If} $Kiosk = 1
    WriteRegStr SHCTX "${RUN}" "${PROGRAM}" '"$INSTDIR\${PROGRAM}.exe" --kiosk'
  ${Else}
    DeleteRegValue SHCTX "${RUN}" "${PROGRAM}"
  ${EndIf}
  Call MarkKiosk
FunctionEnd

; Beside the settings of the office, for all users: a machine with this mark stays a kiosk whatever
; becomes of its settings file, also when the program is opened from a menu.
Function MarkKiosk
  SetShellVarContext all
  ${If} $Kiosk = 1
    CreateDirectory "$APPDATA\JKNAssist"
    FileOpen $0 "$APPDATA\JKNAssist\kiosk" w
    FileClose $0
  ${Else}
    Delete "$APPDATA\JKNAssist\kiosk"
  ${EndIf}
  ClearErrors
  Call UseContext
FunctionEnd

Function WriteEntry
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${PROGRAM}.exe"
  WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" $0
FunctionEnd

; Installed for all it was installed by an administrator, as whom the program must not run; what
; Explorer opens belongs to the person who sits there.
Function OpenNow
  ${If} $ForAll = 1
    Exec '"$WINDIR\explorer.exe" "$INSTDIR\${PROGRAM}.exe"'
  ${ElseIf} $Kiosk = 1
    Exec '"$INSTDIR\${PROGRAM}.exe" --kiosk'
  ${Else}
    Exec '"$INSTDIR\${PROGRAM}.exe"'
  ${EndIf}
FunctionEnd
