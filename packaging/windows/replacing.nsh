; What the new program takes the place of, where that is not its own folder.

; Removes the program from where it was before, and what this user had for himself alone.
Function RemoveReplaced
  ${If} $OldFolder != ""
    StrCpy $R0 "$OldFolder"
    Call RemoveProgram
  ${EndIf}
  ${If} $ForAll = 1
    ${If} $OwnFolder != ""
      StrCpy $ForAll 0
      Call UseContext
      StrCpy $R0 "$OwnFolder"
      Call RemoveProgram
      Call RemoveLinks
      DeleteRegKey HKCU "${UNINSTALL}"
      DeleteRegValue HKCU "${RUN}" "${PROGRAM}"
      StrCpy $ForAll 1
      Call UseContext
    ${EndIf}
    Call AskOthers
  ${EndIf}
FunctionEnd

; Removes the program in $R0, its uninstaller, and its command from Path.
Function RemoveProgram
  ${Log} "removing what was in $R0"
  StrCpy $R5 "$R0\bin"
  Push $R0
  StrCpy $R6 0
  Call ChangePath
  Pop $R0
  Call RemoveParts
  Delete "$R0\uninstall.exe"
  RMDir "$R0" ; only if it is empty: what a person put there stays
  ${If} ${FileExists} "$R0\uninstall.exe"
    ${Log} "a part of it is in use and stays"
  ${EndIf}
  ClearErrors
FunctionEnd

; Other users who are signed in and have one for themselves: their own uninstaller runs when they sign
; in next, with their own rights. An administrator deletes nothing below folders that others write to.
Function AskOthers
  StrCpy $2 0
  ${Do}
    EnumRegKey $3 HKU "" $2
    ${If} $3 == ""
      ${Break}
    ${EndIf}
    ReadRegStr $4 HKU "$3\${UNINSTALL}" "InstallLocation"
    ${If} $4 != ""
      WriteRegStr HKU "$3\${RUN}Once" "${PROGRAM}" '"$4\uninstall.exe" /S /KEEP /FORCE'
      ${Log} "asked the user $3 to remove $4 when he signs in"
    ${EndIf}
    IntOp $2 $2 + 1
  ${Loop}
  ClearErrors
FunctionEnd
