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
  !insertmacro FileOfSwitch "/LOG=" $LogFile
  ${Log} "${NAME} ${VERSION}: $0"
  Call ShowHelp
  Call RefuseOldWindows
  Call RefuseMsi
  Call ReadWishes
  Call BecomeAdministrator
  Call UseContext
  Call ReadWhatIsThere
  Call ReadOwn
  Call RefuseNewer
  Call ReadChosen
  ${Log} "folder $INSTDIR, all users '$ForAll', there now '$OldVersion' $OldFolder $OwnFolder"
FunctionEnd

; The switches, for whoever asks for them by /?.
Function ShowHelp
  ClearErrors
  ${GetOptions} $0 "/?" $1
  ${IfNot} ${Errors}
    ${If} $LANGUAGE = ${ENGLISH}
      MessageBox MB_OK "${Help_ENGLISH}" /SD IDOK
    ${Else}
      MessageBox MB_OK "${Help_INDONESIAN}" /SD IDOK
    ${EndIf}
    SetErrorLevel 0
    Quit
  ${EndIf}
FunctionEnd

; Qt 6 runs on no Windows older than this, and on none of 32 bits.
Function RefuseOldWindows
  StrCpy $1 0
  ${If} ${RunningX64}
    SetRegView 64
    ReadRegStr $1 HKLM "${WINDOWS}" "CurrentBuildNumber"
  ${EndIf}
  ${If} $1 < ${OLDEST_BUILD}
    !insertmacro Refuse TooOld 5
  ${EndIf}
FunctionEnd

; What the MSI has installed only the MSI may renew or remove.
Function RefuseMsi
  ReadRegStr $1 HKLM "${OF_MSI}" "Version"
  ${If} $1 != ""
    !insertmacro Refuse IsMsi 8
  ${EndIf}
FunctionEnd

Function ReadWishes
  !insertmacro Switch "/AllUsers" $ForAll
  !insertmacro Switch "/KIOSK" $Kiosk
  !insertmacro Switch "/FORCE" $Force
  !insertmacro Switch "/PATH" $OnPath
  !insertmacro Switch "/NOVOICE" $NoVoice
  ; What is there for all users is what gets renewed.
  ReadRegStr $1 HKLM "${UNINSTALL}" "InstallLocation"
  ${If} $1 != ""
    StrCpy $ForAll 1
  ${EndIf}
  ${If} ${FileExists} "$EXEDIR\site.yaml"
    StrCpy $SiteFile "$EXEDIR\site.yaml"
  ${EndIf}
  !insertmacro FileOfSwitch "/SITE=" $SiteFile
  ${If} $SiteFile != ""
    ClearErrors
    FileOpen $1 "$SiteFile" r
    ${If} ${Errors}
      !insertmacro Refuse NoSite 7
    ${EndIf}
    FileClose $1
  ${EndIf}
FunctionEnd

; An upgrade keeps the folder, the link, the command and the kiosk as they are.
Function ReadWhatIsThere
  StrCpy $DesktopLink 1
  ReadRegStr $OldFolder SHCTX "${UNINSTALL}" "InstallLocation"
  ${If} $INSTDIR == ""
    ${If} $OldFolder != ""
      StrCpy $INSTDIR $OldFolder
    ${ElseIf} $ForAll = 1
      StrCpy $INSTDIR "$PROGRAMFILES64\${PROGRAM}"
    ${Else}
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${PROGRAM}"
    ${EndIf}
  ${EndIf}
  ReadRegStr $OldVersion SHCTX "${UNINSTALL}" "DisplayVersion"
  ${If} $OldVersion != ""
    ${IfNot} ${FileExists} "$DESKTOP\${NAME}.lnk"
      StrCpy $DesktopLink 0
    ${EndIf}
    ReadRegDWORD $1 SHCTX "${UNINSTALL}" "OnPath"
    ${If} $1 = 1
      StrCpy $OnPath 1
    ${EndIf}
  ${EndIf}
  ReadRegStr $1 SHCTX "${RUN}" "${PROGRAM}"
  ${If} $1 != ""
    StrCpy $Kiosk 1
  ${EndIf}
  ${If} $OldFolder == $INSTDIR
    StrCpy $OldFolder ""
  ${EndIf}
FunctionEnd

; When it is for all users, it takes the place of one that this user had for himself alone.
Function ReadOwn
  ${If} $ForAll = 1
    ReadRegStr $OwnFolder HKCU "${UNINSTALL}" "InstallLocation"
  ${EndIf}
  ${If} $OwnFolder != ""
    ${If} $OldVersion == ""
      ReadRegStr $OldVersion HKCU "${UNINSTALL}" "DisplayVersion"
    ${EndIf}
    ReadRegStr $1 HKCU "${RUN}" "${PROGRAM}"
    ${If} $1 != ""
      StrCpy $Kiosk 1
    ${EndIf}
  ${EndIf}
FunctionEnd

Function RefuseNewer
  ${If} $OldVersion != ""
    ${VersionCompare} $OldVersion "${VERSION}" $1
    ${If} $1 = 1
      !insertmacro Refuse IsNewer 4
    ${EndIf}
  ${EndIf}
FunctionEnd

; What had been ticked when another language was asked for, a digit for each box.
Function ReadChosen
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/CHOSEN=" $1
  ${IfNot} ${Errors}
    StrCpy $DesktopLink $1 1 0
    StrCpy $Kiosk $1 1 1
    StrCpy $OnPath $1 1 2
    StrCpy $SiteTicked $1 1 3
  ${EndIf}
FunctionEnd
