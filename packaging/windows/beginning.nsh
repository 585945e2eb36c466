; What is found out, and refused, before the first page.

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

; Qt 6 runs on no Windows older than this, and on none of 32 bits.
Function RefuseOldWindows
  StrCpy $0 0
  ${If} ${RunningX64}
    SetRegView 64
    ReadRegStr $0 HKLM "${WINDOWS}" "CurrentBuildNumber"
  ${EndIf}
  ${If} $0 < ${OLDEST_BUILD}
    !insertmacro Refuse TooOld 5
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
  ${GetOptions} $0 "/NOVOICE" $1
  ${IfNot} ${Errors}
    StrCpy $NoVoice 1
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
      !insertmacro Refuse IsNewer 4
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
