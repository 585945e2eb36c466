; The folder with the command jknassist in the variable Path of the user or of the computer.
;
; By the system's own functions: a string of NSIS ends after ${NSIS_MAX_STRLEN} letters, and a Path that
; was read into one and written back would have lost its end.

!define MACHINE_ENVIRONMENT "SYSTEM\CurrentControlSet\Control\Session Manager\Environment"
!define MOST_LETTERS 32000
!define READ_AND_WRITE 3
!define EXPANDED 2 ; REG_EXPAND_SZ

; Puts the folder in $R5 last in Path, or takes it out: $R6 is 1 or 0.
Function ChangePath
  ${If} $ForAll = 1
    System::Call 'advapi32::RegOpenKeyExW(p 0x80000002, w "${MACHINE_ENVIRONMENT}", i 0, i ${READ_AND_WRITE}, *p .R1) i .R0'
  ${Else}
    System::Call 'advapi32::RegOpenKeyExW(p 0x80000001, w "Environment", i 0, i ${READ_AND_WRITE}, *p .R1) i .R0'
  ${EndIf}
  ${If} $R0 <> 0
    ${Log} "Path cannot be opened ($R0)"
    Return
  ${EndIf}
  System::Alloc 131072 ; twice as many bytes as the longest variable needs
  Pop $R2
  Call ReadPath
  ${If} $R0 = 0
    Call EditPath
  ${Else}
    ${Log} "Path cannot be read ($R0) and stays as it is"
  ${EndIf}
  System::Free $R2
  System::Call 'advapi32::RegCloseKey(p R1)'
  SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=500
  ClearErrors
FunctionEnd

; Reads Path into the buffer at $R2, between two semicolons; $R3 is its kind, $R0 not 0 for an error.
Function ReadPath
  IntPtrOp $R7 $R2 + 2
  System::Call '*$R2(&w1 ";")'
  StrCpy $R4 ${MOST_LETTERS}
  IntOp $R4 $R4 * 2
  System::Call 'advapi32::RegQueryValueExW(p R1, w "Path", p 0, *i .R3, p R7, *i R4) i .R0'
  ${If} $R0 = 2 ; there is none
    StrCpy $R3 ${EXPANDED}
    StrCpy $R0 0
  ${EndIf}
  System::Call 'kernel32::lstrlenW(p R2) i .R4'
  IntOp $R8 $R4 - 1
  IntOp $R8 $R8 * 2
  IntPtrOp $R8 $R2 + $R8
  System::Call '*$R8(&w1 .R8)'
  ${If} $R8 != ";"
    System::Call 'kernel32::lstrcatW(p R2, w ";")'
  ${EndIf}
FunctionEnd

; Adds the folder in $R5 to the buffer at $R2 or takes it out, and writes what lies between its ends.
Function EditPath
  StrCpy $R8 ";$R5;"
  System::Call 'shlwapi::StrStrIW(p R2, w R8) p .R9'
  ${If} $R6 = 1
    ${If} $R9 P<> 0
      Return
    ${EndIf}
    System::Call 'kernel32::lstrcatW(p R2, w "$R5;")'
  ${Else}
    ${If} $R9 P= 0
      Return
    ${EndIf}
    StrLen $R8 "$R5;"
    IntOp $R8 $R8 * 2
    IntPtrOp $R8 $R9 + $R8
    System::Call 'kernel32::lstrlenW(p R8) i .R4'
    IntOp $R4 $R4 + 1
    IntOp $R4 $R4 * 2
    System::Call 'ntdll::RtlMoveMemory(p R9, p R8, p R4)'
  ${EndIf}
  Call WritePath
FunctionEnd

; Writes what lies between the first and the last semicolon of the buffer at $R2.
Function WritePath
  System::Call 'kernel32::lstrlenW(p R2) i .R4'
  ${If} $R4 > 1
    IntOp $R4 $R4 - 1
    IntOp $R8 $R4 * 2
    IntPtrOp $R8 $R2 + $R8
    System::Call '*$R8(&i2 0)'
  ${EndIf}
  IntPtrOp $R7 $R2 + 2
  System::Call 'kernel32::lstrlenW(p R7) i .R4'
  IntOp $R4 $R4 + 1
  IntOp $R4 $R4 * 2
  System::Call 'advapi32::RegSetValueExW(p R1, w "Path", i 0, i R3, p R7, i R4) i .R0'
  ${Log} "Path written ($R0)"
FunctionEnd
