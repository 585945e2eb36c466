; The installer for Windows: three pages at most, no administrator needed, Indonesian first.
;
; makensis -DVERSION=1.2.3 -DSOURCE=frozen\jknassist -DPICTURES=made -DOUTPUT=setup.exe jknassist.nsi
;   -DSTUB=amd64-unicode   a 64-bit installer; without it 32-bit, so that it starts on any Windows
;                          and can say in Indonesian why it does not go on
;   -DQUICK                packs quickly and not so small
;   -DSIGN=command         signs the installer and the uninstaller: command "file"
;
; setup.exe [/S] [/AllUsers] [/KIOSK] [/FORCE] [/LANG=1033] [/D=folder]
;   /S         no window at all            /AllUsers   for every user; wants an administrator
;   /KIOSK     start as a kiosk whenever this user (with /AllUsers: any user) signs in
;   /FORCE     end a running program that does not close when asked to
;   /LANG=1033 English
; uninstall.exe [/S] [/KEEP]   /KEEP leaves the office's settings
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
Var Force       ; 1: end the running program if it does not close
Var Keep        ; 1: the uninstaller leaves the settings

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
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(FinishRun)"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "Indonesian"
!insertmacro MUI_LANGUAGE "English"

LangString WelcomeTitle ${INDONESIAN} "Pasang ${NAME}"
LangString WelcomeTitle ${ENGLISH} "Install ${NAME}"
LangString WelcomeText ${INDONESIAN} "Program ini membantu peserta JKN yang kode OTP Mobile JKN-nya tidak datang.$\r$\n$\r$\nBantuan mandiri, bukan aplikasi BPJS Kesehatan. Tidak memakai internet dan tidak menyimpan data orang."
LangString WelcomeText ${ENGLISH} "Helps members of JKN whose OTP code for Mobile JKN does not arrive.$\r$\n$\r$\nIndependent help, not an application of BPJS Kesehatan. It uses no internet and keeps no personal data."
LangString InstallNow ${INDONESIAN} "Pasang"
LangString InstallNow ${ENGLISH} "Install"
LangString OtherLanguage ${INDONESIAN} "English"
LangString OtherLanguage ${ENGLISH} "Bahasa Indonesia"
LangString OnDesktop ${INDONESIAN} "Taruh gambar pembuka di layar utama"
LangString OnDesktop ${ENGLISH} "Put a link on the desktop"
LangString AsKiosk ${INDONESIAN} "Komputer ini kios: buka sendiri saat dinyalakan"
LangString AsKiosk ${ENGLISH} "This computer is a kiosk: open at sign-in"
LangString FinishTitle ${INDONESIAN} "Selesai dipasang"
LangString FinishTitle ${ENGLISH} "Installed"
LangString FinishText ${INDONESIAN} "${NAME} sudah bisa dipakai. Cari namanya di menu Start kapan saja."
LangString FinishText ${ENGLISH} "${NAME} is ready. Find it in the Start menu at any time."
LangString FinishRun ${INDONESIAN} "Buka sekarang"
LangString FinishRun ${ENGLISH} "Open now"
LangString TooOld ${INDONESIAN} "Program ini tidak bisa dipasang di komputer ini.$\r$\n$\r$\nPerlu Windows 10 versi 1809 atau lebih baru, 64-bit. Pakailah komputer yang lebih baru, atau minta bantuan petugas."
LangString TooOld ${ENGLISH} "This program cannot be installed on this computer.$\r$\n$\r$\nIt needs Windows 10 version 1809 or later, 64-bit."
LangString IsNewer ${INDONESIAN} "Versi yang lebih baru sudah terpasang di komputer ini. Versi ${VERSION} tidak dipasang."
LangString IsNewer ${ENGLISH} "A newer version is already installed. Version ${VERSION} was not installed."
LangString NoAdmin ${INDONESIAN} "Untuk semua pengguna, program ini harus dipasang oleh administrator."
LangString NoAdmin ${ENGLISH} "Only an administrator can install it for all users."
LangString IsRunning ${INDONESIAN} "${NAME} sedang terbuka. Tutup dulu, lalu tekan Coba Lagi (Retry)."
LangString IsRunning ${ENGLISH} "${NAME} is open. Close it, then press Retry."
LangString RemoveSettings ${INDONESIAN} "Hapus juga pengaturan kantor ini (nama kantor, pencetak, PIN)?"
LangString RemoveSettings ${ENGLISH} "Also remove the settings of this office (name, printer, PIN)?"

; What the installer and the uninstaller share.

!macro Shared un
Function ${un}UseContext
  SetRegView 64
  ${If} $ForAll = 1
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
FunctionEnd

; Leaves 1 on the stack when the program is running from this folder.
Function ${un}IsRunning
  Push $0
  StrCpy $0 0
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}.exe" a
    ${If} ${Errors}
      StrCpy $0 1
    ${Else}
      FileClose $0
      StrCpy $0 0
    ${EndIf}
  ${EndIf}
  Exch $0
FunctionEnd

; Runs taskkill with the words on the stack. A 32-bit one may not see our 64-bit program, so a 32-bit
; installer takes the other by the name that Windows has for it.
Function ${un}TaskKill
  Exch $0
  Push $1
  StrCpy $1 "$WINDIR\Sysnative\taskkill.exe"
  ${IfNot} ${FileExists} $1
    StrCpy $1 "$SYSDIR\taskkill.exe"
  ${EndIf}
  nsExec::Exec '"$1" $0'
  Pop $0
  Pop $1
  Pop $0
FunctionEnd

; Asks the program to close and waits for up to five seconds; leaves 1 when it still runs.
Function ${un}AskToClose
  Push $0
  Push $1
  Push "/IM ${PROGRAM}.exe"
  Call ${un}TaskKill
  ${For} $1 1 10
    Call ${un}IsRunning
    Pop $0
    ${If} $0 = 0
      ${Break}
    ${EndIf}
    Sleep 500
  ${Next}
  Pop $1
  Exch $0
FunctionEnd

; Closes a running program, or ends everything with code 3. Nothing of a visitor is lost by /FORCE,
; because the program keeps nothing.
Function ${un}CloseProgram
  Call ${un}IsRunning
  Pop $0
  ${DoWhile} $0 = 1
    Call ${un}AskToClose
    Pop $0
    ${If} $0 = 1
    ${AndIf} $Force = 1
      Push "/F /IM ${PROGRAM}.exe"
      Call ${un}TaskKill
      Sleep 1000
      Call ${un}IsRunning
      Pop $0
    ${EndIf}
    ${If} $0 = 1
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IsRunning)" /SD IDCANCEL IDRETRY again
      RMDir /r "$INSTDIR\_new"
      SetErrorLevel 3
      Quit
      again:
    ${EndIf}
  ${Loop}
FunctionEnd

; Goes on only as an administrator when it is for all users: asks Windows for the right.
Function ${un}BecomeAdministrator
  ${If} $ForAll = 1
    UserInfo::GetAccountType
    Pop $0
    ${If} $0 != "Admin"
      ${If} ${Silent}
        SetErrorLevel 6
        Quit
      ${EndIf}
      ${GetParameters} $0
      ClearErrors
      ExecShell "runas" "$EXEPATH" "$0"
      ${If} ${Errors}
        MessageBox MB_OK|MB_ICONSTOP "$(NoAdmin)"
      ${EndIf}
      SetErrorLevel 6
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd
!macroend
!insertmacro Shared ""
!insertmacro Shared "un."

; The installer.

Function .onInit
  ${GetParameters} $0
  StrCpy $LANGUAGE ${INDONESIAN}
  ClearErrors
  ${GetOptions} $0 "/LANG=" $1
  ${IfNot} ${Errors}
  ${AndIf} $1 = ${ENGLISH}
    StrCpy $LANGUAGE ${ENGLISH}
  ${EndIf}
  Call RefuseOldWindows
  Call ReadWishes
  Call BecomeAdministrator
  Call UseContext
  Call ReadWhatIsThere
FunctionEnd

Function RefuseOldWindows
  StrCpy $0 0
  ${If} ${RunningX64}
    SetRegView 64
    ReadRegStr $0 HKLM "${WINDOWS}" "CurrentBuildNumber"
  ${EndIf}
  ${If} $0 < ${OLDEST_BUILD}
    MessageBox MB_OK|MB_ICONSTOP "$(TooOld)" /SD IDOK
    SetErrorLevel 5
    Quit
  ${EndIf}
FunctionEnd

Function ReadWishes
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/AllUsers" $1
  ${IfNot} ${Errors}
    StrCpy $ForAll 1
  ${EndIf}
  ; What is there for all users is what gets renewed.
  ReadRegStr $1 HKLM "${UNINSTALL}" "InstallLocation"
  ${If} $1 != ""
    StrCpy $ForAll 1
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/KIOSK" $1
  ${IfNot} ${Errors}
    StrCpy $Kiosk 1
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/FORCE" $1
  ${IfNot} ${Errors}
    StrCpy $Force 1
  ${EndIf}
FunctionEnd

; An upgrade keeps the folder, the link and the kiosk as they are; a downgrade is refused.
Function ReadWhatIsThere
  StrCpy $DesktopLink 1
  ReadRegStr $0 SHCTX "${UNINSTALL}" "InstallLocation"
  ${If} $INSTDIR == ""
    ${If} $0 != ""
      StrCpy $INSTDIR $0
    ${ElseIf} $ForAll = 1
      StrCpy $INSTDIR "$PROGRAMFILES64\${PROGRAM}"
    ${Else}
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${PROGRAM}"
    ${EndIf}
  ${EndIf}
  ReadRegStr $1 SHCTX "${UNINSTALL}" "DisplayVersion"
  ${If} $1 != ""
    ${VersionCompare} $1 "${VERSION}" $2
    ${If} $2 = 1
      MessageBox MB_OK|MB_ICONSTOP "$(IsNewer)" /SD IDOK
      SetErrorLevel 4
      Quit
    ${EndIf}
    ${IfNot} ${FileExists} "$DESKTOP\${NAME}.lnk"
      StrCpy $DesktopLink 0
    ${EndIf}
  ${EndIf}
  ReadRegStr $1 SHCTX "${RUN}" "${PROGRAM}"
  ${If} $1 != ""
    StrCpy $Kiosk 1
  ${EndIf}
FunctionEnd

Function ShowChoices
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(InstallNow)"
  Call ShortenText
  ${NSD_CreateCheckBox} 120u 130u 200u 12u "$(OnDesktop)"
  Pop $DesktopBox
  SetCtlColors $DesktopBox 000000 FFFFFF
  ${NSD_SetState} $DesktopBox $DesktopLink
  ${NSD_CreateCheckBox} 120u 146u 200u 12u "$(AsKiosk)"
  Pop $KioskBox
  SetCtlColors $KioskBox 000000 FFFFFF
  ${NSD_SetState} $KioskBox $Kiosk
  ${NSD_CreateLink} 120u 170u 100u 12u "$(OtherLanguage)"
  Pop $0
  SetCtlColors $0 27348B FFFFFF
  ${NSD_OnClick} $0 ChangeLanguage
FunctionEnd

; The text of the page reaches down to its end and would cover the choices: 6/10 of it are enough.
Function ShortenText
  System::Call "*(i, i, i, i) p .r1"
  System::Call "user32::GetWindowRect(p $mui.WelcomePage.Text, p r1)"
  System::Call "*$1(i .r2, i .r3, i .r4, i .r5)"
  System::Free $1
  IntOp $4 $4 - $2
  IntOp $5 $5 - $3
  IntOp $5 $5 * 6
  IntOp $5 $5 / 10
  System::Call "user32::SetWindowPos(p $mui.WelcomePage.Text, p 0, i 0, i 0, i r4, i r5, i 6)"
FunctionEnd

Function TakeChoices
  ${NSD_GetState} $DesktopBox $DesktopLink
  ${NSD_GetState} $KioskBox $Kiosk
FunctionEnd

Function ChangeLanguage
  Pop $0
  ${If} $LANGUAGE = ${INDONESIAN}
    StrCpy $0 ${ENGLISH}
  ${Else}
    StrCpy $0 ${INDONESIAN}
  ${EndIf}
  StrCpy $1 ""
  ${If} $ForAll = 1
    StrCpy $1 "/AllUsers"
  ${EndIf}
  Exec '"$EXEPATH" $1 /LANG=$0'
  Quit
FunctionEnd

; Everything is unpacked beside what is there before anything of it goes: a full disk or a power cut
; while unpacking leaves the old program as it was.
Section
  SetOutPath "$INSTDIR\_new"
  File /r "${SOURCE}/*.*"
  SetOutPath "$INSTDIR"
  Call CloseProgram
  RMDir /r "$INSTDIR\_old"
  CreateDirectory "$INSTDIR\_old"
  Rename "$INSTDIR\_internal" "$INSTDIR\_old\_internal"
  Rename "$INSTDIR\LICENCES" "$INSTDIR\_old\LICENCES"
  Delete "$INSTDIR\${PROGRAM}.exe"
  Delete "$INSTDIR\${PROGRAM}-cli.exe"
  ClearErrors
  Rename "$INSTDIR\_new\_internal" "$INSTDIR\_internal"
  Rename "$INSTDIR\_new\LICENCES" "$INSTDIR\LICENCES"
  Rename "$INSTDIR\_new\${PROGRAM}-cli.exe" "$INSTDIR\${PROGRAM}-cli.exe"
  Rename "$INSTDIR\_new\${PROGRAM}.exe" "$INSTDIR\${PROGRAM}.exe"
  ${If} ${Errors}
    SetErrorLevel 2
    Abort
  ${EndIf}
  RMDir /r "$INSTDIR\_new"
  RMDir /r "$INSTDIR\_old"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  Call WriteLinks
  Call WriteEntry
SectionEnd

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

; The uninstaller.

Function un.onInit
  StrCpy $LANGUAGE ${INDONESIAN}
  SetRegView 64
  ReadRegStr $0 HKLM "${UNINSTALL}" "InstallLocation"
  ${If} $0 == $INSTDIR
    StrCpy $ForAll 1
  ${EndIf}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/KEEP" $1
  ${IfNot} ${Errors}
    StrCpy $Keep 1
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/FORCE" $1
  ${IfNot} ${Errors}
    StrCpy $Force 1
  ${EndIf}
  Call un.BecomeAdministrator
  Call un.UseContext
FunctionEnd

Section "Uninstall"
  Call un.CloseProgram
  Delete "$INSTDIR\${PROGRAM}.exe"
  Delete "$INSTDIR\${PROGRAM}-cli.exe"
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\_new"
  RMDir /r "$INSTDIR\_old"
  RMDir /r "$INSTDIR\LICENCES"
  Delete "$INSTDIR\uninstall.exe"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR" ; only if it is empty: what a person put there stays
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  DeleteRegKey SHCTX "${UNINSTALL}"
  DeleteRegValue SHCTX "${RUN}" "${PROGRAM}"
  Call un.RemoveSettings
SectionEnd

; The settings of the office go unless /KEEP or the person says no; they belong to all users, so
; they stay as long as the program is there for all of them.
Function un.RemoveSettings
  ReadRegStr $0 HKLM "${UNINSTALL}" "InstallLocation"
  SetShellVarContext all
  ${If} $Keep != 1
  ${AndIf} $0 == ""
  ${AndIf} ${FileExists} "$APPDATA\JKNAssist\*.*"
    MessageBox MB_YESNO|MB_ICONQUESTION "$(RemoveSettings)" /SD IDYES IDNO stay
    RMDir /r "$APPDATA\JKNAssist"
    stay:
  ${EndIf}
FunctionEnd
