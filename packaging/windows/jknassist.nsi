; The installer for Windows: three pages at most, no administrator needed, Indonesian first.
;
; makensis -DVERSION=1.2.3 -DSOURCE=frozen\jknassist -DPICTURES=made -DREMOVER=uninstall.exe
;   -DOUTPUT=setup.exe jknassist.nsi
;   -DQUICK   packs quickly and not so small
;   and what product.nsh names
;
; The switches are in the text of /? (texts.nsh) and in docs/install.md.
;
; Exit codes: 0 done, 1 cancelled, 2 failed while copying (what was there still is),
;   3 the program is running, 4 a newer version is there, 5 Windows is too old or 32-bit,
;   6 not an administrator, 7 the office's settings cannot be read or put in their place,
;   8 the program is there by MSI.

!ifdef QUICK ; larger, for tests
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
!include product.nsh
!include WordFunc.nsh
!include nsDialogs.nsh

!define OLDEST_BUILD 17763 ; Windows 10 1809, the oldest that Qt 6 runs on

VIAddVersionKey /LANG=0 FileDescription "Pemasang ${NAME} (jknassist)"

Var Kiosk       ; 1: starts as a kiosk at sign-in
Var DesktopLink ; 1: with a link on the desktop
Var OnPath      ; 1: the command jknassist is found in every command prompt
Var NoVoice     ; 1: without the voice packs
Var SiteFile    ; the office's settings to be put in their place, or nothing
Var SiteTicked  ; 0: these settings are there but not wanted
Var OldVersion  ; of what is there, or nothing
Var OldFolder   ; where it is, when that is not where the new one goes
Var OwnFolder   ; where this user has one of his own, when the new one is for all users

Var VersionLine ; on the first page: what is installed in place of what

; The pages.

!define MUI_WELCOMEPAGE_TITLE "$(WelcomeTitle)"
!define MUI_WELCOMEPAGE_TEXT "$(WelcomeText)$\r$\n$\r$\n$VersionLine"
!define MUI_PAGE_CUSTOMFUNCTION_PRE TellVersion
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

!insertmacro MUI_LANGUAGEEX "language" "Indonesian"
!insertmacro MUI_LANGUAGE "English"

!macro LookEverywhere
  !insertmacro LookIn "$INSTDIR"
  !insertmacro LookIn "$OldFolder"
  !insertmacro LookIn "$OwnFolder"
!macroend

!include texts.nsh
!include closing.nsh
!include parts.nsh
!include path.nsh
!include beginning.nsh
!include choices.nsh
!include settings.nsh
!include replacing.nsh

; Everything is unpacked beside what is there before anything of it goes, and what is there is only put
; aside until the new is in its place (a few renames): a full disk or a file in use leaves what worked.
Section
  ${Log} "unpacking to $INSTDIR"
  RMDir /r "$INSTDIR\_new"
  SetOutPath "$INSTDIR\_new"
  File /r "${SOURCE}/*.*"
  File "/oname=uninstall.exe" "${REMOVER}"
  ${If} $NoVoice = 1
    RMDir /r "$INSTDIR\_new\voice"
  ${EndIf}
  SetOutPath "$INSTDIR"
  Call CloseProgram
  Call Exchange
  Call WriteLinks
  Call WriteEntry
  Call RemoveReplaced
  Call PrepareSettings
  Call InstallSite
  ${Log} "done"
SectionEnd

Function .onInstFailed
  ${Log} "failed"
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
    ${Log} "the old program cannot be replaced, exit code 2"
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
      ${Log} "cannot be moved: $R0\${NAME}"
      StrCpy $R2 1
    ${EndIf}
  ${EndIf}
!macroend

; Moves the program from folder $R0 to folder $R1; $R2 is 1 when a part of it could not be moved.
Function MoveProgram
  StrCpy $R2 0
  !insertmacro EveryPart Move
  !insertmacro Move "uninstall.exe"
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
  StrCpy $R5 "$INSTDIR\bin"
  StrCpy $R6 0
  ${If} $OnPath = 1
    StrCpy $R6 1
  ${EndIf}
  Call ChangePath
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
  WriteRegStr SHCTX "${UNINSTALL}" "HelpLink" "$INSTDIR\KANTOR\install.html"
  WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "OnPath" "$OnPath"
  WriteRegDWORD SHCTX "${UNINSTALL}" "Language" "$LANGUAGE"
  SetDetailsPrint none ; it shows what it counts, in English
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  SetDetailsPrint both
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
