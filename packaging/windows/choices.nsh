; The first page: what can be chosen before anything is written.

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
