; What the uninstaller removes.

Var PurgeBox

Function .onInit
  StrCpy $INSTDIR $EXEDIR
  SetRegView 64
  ReadRegStr $1 HKLM "${UNINSTALL}" "InstallLocation"
  ${If} $1 == $INSTDIR
    StrCpy $ForAll 1
  ${EndIf}
  Call UseContext
  Call ReadLanguage
  ${GetParameters} $0
  !insertmacro FileOfSwitch "/LOG=" $LogFile
  ${Log} "uninstall ${NAME} ${VERSION} in $INSTDIR: $0"
  !insertmacro Switch "/PURGE" $Purge
  !insertmacro Switch "/FORCE" $Force
  Call BecomeAdministrator
FunctionEnd

; Speaks as the installer did, unless another language is asked for.
Function ReadLanguage
  ReadRegDWORD $1 SHCTX "${UNINSTALL}" "Language"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/LANG=" $2
  ${IfNot} ${Errors}
    StrCpy $1 $2
  ${EndIf}
  StrCpy $LANGUAGE ${INDONESIAN}
  ${If} $1 = ${ENGLISH}
    StrCpy $LANGUAGE ${ENGLISH}
  ${EndIf}
FunctionEnd

; The first page has one choice; what an office has set up and counted stays unless it is ticked.
Function ShowQuestion
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(RemoveNow)"
  ${NSD_CreateCheckBox} 120u 130u 206u 22u "$(RemoveSettings)"
  Pop $PurgeBox
  SetCtlColors $PurgeBox 000000 FFFFFF
  ${NSD_SetState} $PurgeBox $Purge
  System::Call "user32::SetWindowPos(p $mui.WelcomePage.Text, p $PurgeBox, i 0, i 0, i 0, i 0, i 3)"
FunctionEnd

Function TakeAnswer
  ${NSD_GetState} $PurgeBox $Purge
FunctionEnd

Section
  Call CloseProgram
  SetOutPath "$TEMP" ; or the folder would be in use
  StrCpy $R5 "$INSTDIR\bin"
  StrCpy $R6 0
  Call ChangePath
  StrCpy $R0 "$INSTDIR"
  Call RemoveParts
  Call RemoveLinks
  DeleteRegKey SHCTX "${UNINSTALL}"
  DeleteRegValue SHCTX "${RUN}" "${PROGRAM}"
  Call RemoveSettings
  ${Log} "removed"
SectionEnd

; The log and the count of wrong PINs always go; the office's settings and the tally only when asked
; for. All of it belongs to everybody, so it stays as long as the program is there for all users.
Function RemoveSettings
  ReadRegStr $0 HKLM "${UNINSTALL}" "InstallLocation"
  ReadRegStr $1 HKLM "${OF_MSI}" "Version"
  ${If} $0$1 != ""
    Return
  ${EndIf}
  SetShellVarContext current
  Push "$LOCALAPPDATA"
  Push "$APPDATA"
  Call RemoveState
  ${If} $ForAll = 1
    Call RemoveStateOfAll
  ${EndIf}
  SetShellVarContext all
  Delete "$APPDATA\JKNAssist\kiosk" ; the mark of this installation
  ${If} $Purge = 1
    ${Log} "the settings of the office go"
    RMDir /r "$APPDATA\JKNAssist"
  ${Else}
    RMDir "$APPDATA\JKNAssist" ; only if it is empty
  ${EndIf}
  ClearErrors
FunctionEnd

; Leaves 0 in $0 only where a folder is there and is no link to another one.
!macro IsLink FOLDER
  System::Call 'kernel32::GetFileAttributesW(w "${FOLDER}") i .r0'
  IntOp $0 $0 & 0x400
!macroend

; Removes the files in a folder, and the folder; of a link to another folder the link alone.
!macro RemoveFiles FOLDER
  !insertmacro IsLink "${FOLDER}"
  ${If} $0 = 0
    Delete "${FOLDER}\*.*"
  ${EndIf}
  RMDir "${FOLDER}"
!macroend

; Removes what the program wrote for one user; the folders of his data are on the stack, the one that
; stays on this computer first. File by file and never through a link: they may be another user's.
Function RemoveState
  Exch $R2
  Exch
  Exch $R1
  !insertmacro IsLink "$R1\JKNAssist"
  ${If} $0 = 0
    Delete "$R1\JKNAssist\*.log*"
    Delete "$R1\JKNAssist\*.fault"
    Delete "$R1\JKNAssist\*.fault.lock"
    Delete "$R1\JKNAssist\pin-tries"
    Delete "$R1\JKNAssist\kiosk*.lock"
    ${If} $Purge = 1
      Delete "$R1\JKNAssist\*.*"
      !insertmacro RemoveFiles "$R1\JKNAssist\tally"
      !insertmacro IsLink "$R1\JKNAssist\content" ; taken from a file
      ${If} $0 = 0
        !insertmacro RemoveFiles "$R1\JKNAssist\content\previous"
        !insertmacro RemoveFiles "$R1\JKNAssist\content"
      ${EndIf}
    ${EndIf}
    RMDir "$R1\JKNAssist" ; only if it is empty
  ${EndIf}
  ${If} $Purge = 1
    Delete "$R2\${PROGRAM}\printing.ini"
    RMDir "$R2\${PROGRAM}"
  ${EndIf}
  Pop $R1
  Pop $R2
FunctionEnd

; The account of a kiosk is seldom the one that removes the program.
Function RemoveStateOfAll
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
      Push "$4\AppData\Roaming"
      Call RemoveState
    ${EndIf}
    IntOp $2 $2 + 1
  ${Loop}
FunctionEnd
