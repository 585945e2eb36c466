; What the installer and the uninstaller share: for whom it is, and closing the running program.

!macro LookAt FILE
  ${If} ${FileExists} "${FILE}"
    ClearErrors
    FileOpen $R9 "${FILE}" a
    ${If} ${Errors}
      StrCpy $0 1
    ${Else}
      FileClose $R9
    ${EndIf}
  ${EndIf}
!macroend

!macro Closing un
Function ${un}UseContext
  SetRegView 64
  ${If} $ForAll = 1
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
FunctionEnd

; Leaves 1 on the stack when a program is running from this folder: then nobody can write to it.
Function ${un}IsRunning
  Push $0
  StrCpy $0 0
  !insertmacro LookAt "$INSTDIR\${PROGRAM}.exe"
  !insertmacro LookAt "$INSTDIR\${PROGRAM}-cli.exe"
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
      Push "/F /IM ${PROGRAM}.exe /IM ${PROGRAM}-cli.exe"
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
        !insertmacro Refuse NoAdmin 6
      ${EndIf}
      ${GetParameters} $0
      !if "${un}" == "un."
        ; It runs in a copy of itself, which has to be told where the program is: last, no quotes.
        StrCpy $0 "$0 _?=$INSTDIR"
      !endif
      ClearErrors
      ExecShell "runas" "$EXEPATH" "$0"
      ${If} ${Errors}
        !insertmacro Refuse NoAdmin 6
      ${EndIf}
      SetErrorLevel 6
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd
!macroend
