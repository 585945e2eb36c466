; The folder of the office's settings, and the settings that come with the installer.

; Lets administrators alone change the settings of all users; everybody may read them. The accounts go
; by their fixed numbers, because their names differ with the language of Windows. Content that lies
; there is only used when it can be trusted (jknassist/content/trusted_file.py).
Function PrepareSettings
  ${If} $ForAll = 1
    SetShellVarContext all
    CreateDirectory "$APPDATA\JKNAssist"
    StrCpy $R1 "*S-1-5-32-544"
    Push '/inheritance:r /grant:r "$R1:(OI)(CI)F" "*S-1-5-18:(OI)(CI)F" "*S-1-5-32-545:(OI)(CI)RX" /C'
    Call SetRights
    Push '/setowner "$R1" /T /C'
    Call SetRights
    ; What lies in the folder has no rights of its own.
    nsExec::Exec '"$SYSDIR\icacls.exe" "$APPDATA\JKNAssist\*" /reset /T /C'
    Pop $0
    Call UseContext
  ${EndIf}
FunctionEnd

; Runs icacls on the folder of the settings with the words on the stack.
Function SetRights
  Exch $0
  nsExec::Exec '"$SYSDIR\icacls.exe" "$APPDATA\JKNAssist" $0'
  Exch
  Pop $0
  Exch $0
  ${Log} "icacls $APPDATA\JKNAssist: $0"
  Pop $0
FunctionEnd

; Puts the office's settings in their place and has the new program examine them. Faults in them are
; no reason to fail: the program runs with what is sound, and shows the rest to the staff.
Function InstallSite
  ${If} $SiteFile == ""
    Return
  ${EndIf}
  SetShellVarContext all
  CreateDirectory "$APPDATA\JKNAssist"
  StrCpy $R1 "$APPDATA\JKNAssist\site.yaml"
  System::Call 'kernel32::CopyFileW(w "$SiteFile", w "$R1.new", i 0) i .r0'
  ${If} $0 <> 0
    System::Call 'kernel32::MoveFileExW(w "$R1.new", w R1, i 1) i .r0'
  ${EndIf}
  ${If} $0 = 0
    Delete "$R1.new"
    ${Log} "$SiteFile cannot be copied to $R1, exit code 7"
    SetErrorLevel 7
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(SiteFailed)" /SD IDOK
  ${Else}
    ${Log} "$SiteFile copied to $R1"
    nsExec::ExecToStack '"$INSTDIR\${PROGRAM}-cli.exe" site check'
    Pop $0
    Pop $1
    ${Log} "site check: $0 $1"
  ${EndIf}
  Call UseContext
FunctionEnd
