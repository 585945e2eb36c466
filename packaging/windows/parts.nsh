; The parts of the program, in the installer and the uninstaller.

; Does what the macro ACTION does with every part. The first is the one that Windows does not let go
; while anything of the program runs.
!macro EveryPart ACTION
  !insertmacro ${ACTION} "_internal"
  !insertmacro ${ACTION} "LICENCES"
  !insertmacro ${ACTION} "KANTOR"
  !insertmacro ${ACTION} "bin"
  !insertmacro ${ACTION} "voice"
  !insertmacro ${ACTION} "${PROGRAM}-cli.exe"
  !insertmacro ${ACTION} "${PROGRAM}.exe"
!macroend

!macro RemovePart NAME
  ${If} ${FileExists} "$R0\${NAME}\*.*"
    RMDir /r "$R0\${NAME}"
  ${Else}
    Delete "$R0\${NAME}"
  ${EndIf}
!macroend

; Removes every part of the program in $R0 and nothing else: what a person put there stays.
Function RemoveParts
  !insertmacro EveryPart RemovePart
  RMDir /r "$R0\_new"
  RMDir /r "$R0\_old"
FunctionEnd

; Removes the links of the current context.
Function RemoveLinks
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
FunctionEnd
