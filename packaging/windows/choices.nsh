; The first page: what can be chosen before anything is written.

Var DesktopBox
Var KioskBox
Var PathBox
Var SiteBox

Function TellVersion
  ${If} $OldVersion == ""
    StrCpy $VersionLine "$(Version)"
  ${ElseIf} $OldVersion == "${VERSION}"
    StrCpy $VersionLine "$(VersionAgain)"
  ${Else}
    StrCpy $VersionLine "$(VersionInPlaceOf)"
  ${EndIf}
FunctionEnd

; One box below the other; $R0 is the line where the next one goes.
!macro Choice BOX TEXT STATE
  ${NSD_CreateCheckBox} 120u "$R0u" 206u 11u "${TEXT}"
  Pop ${BOX}
  SetCtlColors ${BOX} 000000 FFFFFF
  ${NSD_SetState} ${BOX} ${STATE}
  IntOp $R0 $R0 + 13
!macroend

Function ShowChoices
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(InstallNow)"
  Call ShortenText
  StrCpy $R0 112
  !insertmacro Choice $DesktopBox "$(OnDesktop)" $DesktopLink
  !insertmacro Choice $KioskBox "$(AsKiosk)" $Kiosk
  !insertmacro Choice $PathBox "$(WithCommand)" $OnPath
  ${If} $SiteFile != ""
    ${If} $SiteTicked == ""
      StrCpy $SiteTicked 1
    ${EndIf}
    !insertmacro Choice $SiteBox "$(WithSite)" $SiteTicked
  ${EndIf}
  ${NSD_CreateLink} 120u 178u 100u 11u "$(OtherLanguage)"
  Pop $0
  SetCtlColors $0 27348B FFFFFF
  ${NSD_OnClick} $0 ChangeLanguage
FunctionEnd

; The text of the page reaches down to its end and would cover the choices: half of it is enough.
Function ShortenText
  System::Call "*(i, i, i, i) p .r1"
  System::Call "user32::GetWindowRect(p $mui.WelcomePage.Text, p r1)"
  System::Call "*$1(i .r2, i .r3, i .r4, i .r5)"
  System::Free $1
  IntOp $4 $4 - $2
  IntOp $5 $5 - $3
  IntOp $5 $5 / 2
  System::Call "user32::SetWindowPos(p $mui.WelcomePage.Text, p 0, i 0, i 0, i r4, i r5, i 6)"
FunctionEnd

; Reads the boxes.
Function ReadBoxes
  ${NSD_GetState} $DesktopBox $DesktopLink
  ${NSD_GetState} $KioskBox $Kiosk
  ${NSD_GetState} $PathBox $OnPath
  ${If} $SiteFile != ""
    ${NSD_GetState} $SiteBox $SiteTicked
  ${EndIf}
FunctionEnd

Function TakeChoices
  Call ReadBoxes
  ${If} $SiteTicked == 0
    StrCpy $SiteFile ""
  ${EndIf}
FunctionEnd

; A language cannot be changed while the program runs, so this window hides, and waits for another of
; its own with the same switches and the same ticks. It ends by the code of that one.
Function ChangeLanguage
  Pop $0
  Call ReadBoxes
  ${If} $LANGUAGE = ${INDONESIAN}
    StrCpy $1 ${ENGLISH}
  ${Else}
    StrCpy $1 ${INDONESIAN}
  ${EndIf}
  ${If} $SiteTicked == ""
    StrCpy $SiteTicked 1
  ${EndIf}
  ${GetParameters} $0
  ${Log} "language $1 is asked for"
  HideWindow
  ; Of two switches of one name the first counts; /D= has to be last and is not part of $0.
  ExecWait '"$EXEPATH" /LANG=$1 /CHOSEN=$DesktopLink$Kiosk$OnPath$SiteTicked $0 /D=$INSTDIR' $2
  SetErrorLevel $2
  SendMessage $HWNDPARENT 0x408 ${END_OF_PAGES} 0
FunctionEnd
