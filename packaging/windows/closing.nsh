; What the installer and the uninstaller share: for whom it is, and closing the running program.
; Each of them says by the macro LookEverywhere in which folders a program may be running.

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

!macro LookIn FOLDER
  !insertmacro LookAt "${FOLDER}\${PROGRAM}.exe"
  !insertmacro LookAt "${FOLDER}\${PROGRAM}-cli.exe"
!macroend

Function UseContext
  SetRegView 64
  ${If} $ForAll = 1
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
FunctionEnd

; Leaves 1 on the stack when a program is running from these folders: then nobody can write to it.
Function IsRunning
  Push $0
  StrCpy $0 0
  !insertmacro LookEverywhere
  Exch $0
FunctionEnd

; Runs taskkill with the words on the stack. A 32-bit one may not see our 64-bit program, so a 32-bit
; installer takes the other by the name that Windows has for it.
Function TaskKill
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
Function AskToClose
  Push $0
  Push $1
  Push "/IM ${PROGRAM}.exe"
  Call TaskKill
  ${For} $1 1 10
    Call IsRunning
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
Function CloseProgram
  Call IsRunning
  Pop $0
  ${DoWhile} $0 = 1
    ${Log} "the program is running: it is asked to close"
    Call AskToClose
    Pop $0
    ${If} $0 = 1
    ${AndIf} $Force = 1
      ${Log} "it does not close: it is ended"
      Push "/F /IM ${PROGRAM}.exe /IM ${PROGRAM}-cli.exe"
      Call TaskKill
      Sleep 1000
      Call IsRunning
      Pop $0
    ${EndIf}
    ${If} $0 = 1
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IsRunning)" /SD IDCANCEL IDRETRY again
      RMDir /r "$INSTDIR\_new"
      ${Log} "the program is still running, exit code 3"
      SetErrorLevel 3
      Quit
      again:
    ${EndIf}
  ${Loop}
FunctionEnd

; Goes on only as an administrator when it is for all users: asks Windows for the right, waits for
; the one that has it, and ends by its code. /D= is not part of what NSIS gives back of the command.
Function BecomeAdministrator
  ${If} $ForAll = 1
    UserInfo::GetAccountType
    Pop $0
    ${If} $0 != "Admin"
      ${If} ${Silent}
        !insertmacro Refuse NoAdmin 6
      ${EndIf}
      ${GetParameters} $0
      ${If} $INSTDIR != ""
        StrCpy $0 "$0 /D=$INSTDIR"
      ${EndIf}
      Call RunAsAdministrator
      ${If} $0 == "refused"
        !insertmacro Refuse NoAdmin 6
      ${EndIf}
      SetErrorLevel $0
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

; Runs this program with the words in $0 as an administrator; leaves its exit code there.
Function RunAsAdministrator
  StrCpy $1 60
  !if "${STUB}" == "amd64-unicode"
    StrCpy $1 112
  !endif
  ; SHELLEXECUTEINFO; 0x40: the handle of the process is wanted.
  System::Call '*(i r1, i 0x40, p $HWNDPARENT, w "runas", w "$EXEPATH", w r0, p 0, i 1, p 0, p 0, p 0, p 0, i 0, p 0, p 0) p .r2'
  StrCpy $0 "refused"
  System::Call 'shell32::ShellExecuteExW(p r2) i .r3'
  ${If} $3 <> 0
    System::Call '*$2(i, i, p, p, p, p, p, i, p, p, p, p, i, p, p .r3)'
    System::Call 'kernel32::WaitForSingleObject(p r3, i -1)'
    System::Call 'kernel32::GetExitCodeProcess(p r3, *i .r0)'
    System::Call 'kernel32::CloseHandle(p r3)'
  ${EndIf}
  System::Free $2
FunctionEnd
