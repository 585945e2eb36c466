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
  RMDir /r "$INSTDIR\KANTOR"
  RMDir /r "$INSTDIR\voice"
  Delete "$INSTDIR\uninstall.exe"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR" ; only if it is empty: what a person put there stays
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  DeleteRegKey SHCTX "${UNINSTALL}"
  DeleteRegValue SHCTX "${RUN}" "${PROGRAM}"
  Call un.RemoveSettings
SectionEnd

; The log and the count of wrong PINs always go. The settings of the office and the tally go unless
; /KEEP or the person says no; the settings belong to all users, so all of it stays as long as the
; program is there for all of them.
Function un.RemoveSettings
  ReadRegStr $0 HKLM "${UNINSTALL}" "InstallLocation"
  ${If} $0 != ""
    Return
  ${EndIf}
  Call un.AskAboutSettings
  SetShellVarContext current
  Push "$LOCALAPPDATA"
  Call un.RemoveState
  ${If} $ForAll = 1
    Call un.RemoveStateOfAll
  ${EndIf}
  ${If} $Keep != 1
    SetShellVarContext all
    RMDir /r "$APPDATA\JKNAssist"
  ${EndIf}
FunctionEnd

; Asks only where there is something; without a window the answer is yes.
Function un.AskAboutSettings
  SetShellVarContext current
  StrCpy $1 "$LOCALAPPDATA\JKNAssist\tally.csv"
  SetShellVarContext all
  ${If} ${FileExists} $1
  ${OrIf} ${FileExists} "$APPDATA\JKNAssist\*.*"
  ${OrIf} $ForAll = 1
    ${If} $Keep != 1
      MessageBox MB_YESNO|MB_ICONQUESTION "$(RemoveSettings)" /SD IDYES IDYES remove
      StrCpy $Keep 1
      remove:
    ${EndIf}
  ${EndIf}
FunctionEnd

; Removes what the program wrote for one user; the folder of his local data is on the stack.
Function un.RemoveState
  Exch $1
  Delete "$1\JKNAssist\*.log*"
  Delete "$1\JKNAssist\*.fault"
  Delete "$1\JKNAssist\*.fault.lock"
  Delete "$1\JKNAssist\pin-tries"
  Delete "$1\JKNAssist\kiosk*.lock"
  ${If} $Keep = 1
    RMDir "$1\JKNAssist" ; only if it is empty
  ${Else}
    RMDir /r "$1\JKNAssist"
  ${EndIf}
  Pop $1
FunctionEnd

; The account of a kiosk is seldom the one that removes the program.
Function un.RemoveStateOfAll
  StrCpy $2 0
  ${Do}
    EnumRegKey $3 HKLM "${WINDOWS}\ProfileList" $2
    ${If} $3 == ""
      ${Break}
    ${EndIf}
    ReadRegStr $4 HKLM "${WINDOWS}\ProfileList\$3" "ProfileImagePath"
    ExpandEnvStrings $4 $4
    ${If} $4 != ""
      Push "$4\AppData\Local"
      Call un.RemoveState
    ${EndIf}
    IntOp $2 $2 + 1
  ${Loop}
FunctionEnd
