; How the uninstaller removes itself before it ends, so that nothing is left when it returns.
;
; A running program cannot be deleted but it can be moved, once nothing holds its file open; NSIS does,
; from its start to its end. So that handle is closed, when nothing of the file is needed any more, and
; the file goes to where temporary files are. Windows deletes it there when it starts next.

!define MOST_HANDLES 65536

Function .onInstSuccess
  Call CloseOwnFile
  GetTempFileName $0
  Delete "$0"
  StrCpy $1 "$0" 2
  StrCpy $2 "$EXEPATH" 2
  ${If} $1 != $2 ; a program that runs stays on its disk
    StrCpy $0 "$INSTDIR.tmp"
  ${EndIf}
  ClearErrors
  Rename "$EXEPATH" "$0"
  ${If} ${Errors}
    ${Log} "the uninstaller cannot be moved and goes when Windows starts next"
    Delete /REBOOTOK "$EXEPATH"
    RMDir /REBOOTOK "$INSTDIR"
  ${Else}
    Delete /REBOOTOK "$0"
    RMDir "$INSTDIR" ; only if it is empty: what a person put there stays
  ${EndIf}
  ClearErrors
FunctionEnd

; Closes the handle through which this program reads its own file, and no other: a disk file whose whole
; name is that of the program, as Windows itself writes both.
Function CloseOwnFile
  System::Alloc 2080
  Pop $1
  System::Call 'kernel32::CreateFileW(w "$EXEPATH", i 0, i 7, p 0, i 3, i 0, p 0) p .r2'
  Call NameOfHandle
  StrCpy $5 $4
  System::Call 'kernel32::CloseHandle(p r2)'
  ${For} $2 4 ${MOST_HANDLES}
    Call NameOfHandle
    ${If} $4 != ""
    ${AndIf} $4 == $5
      System::Call 'kernel32::CloseHandle(p r2)'
      ${Break}
    ${EndIf}
    IntOp $2 $2 + 3 ; with the one of the loop: handles are multiples of four
  ${Next}
  System::Free $1
FunctionEnd

; Leaves in $4 the name of the disk file behind the handle in $2, or nothing; $1 is a buffer.
Function NameOfHandle
  StrCpy $4 ""
  System::Call 'kernel32::GetFileType(p r2) i .r3'
  ${If} $3 = 1
    System::Call 'kernel32::GetFinalPathNameByHandleW(p r2, p r1, i 1024, i 0) i .r3'
    ${If} $3 <> 0
      System::Call '*$1(&w1024 .r4)'
    ${EndIf}
  ${EndIf}
FunctionEnd
