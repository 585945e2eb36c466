; What the installer and the uninstaller share: the product, its texts, the attributes of both.
;
;   -DSTUB=amd64-unicode   64-bit programs; without it 32-bit, so that they start on any Windows and
;                          can say in Indonesian why they do not go on
;   -DSIGN=command         signs what is made: command "file"

Unicode true
!ifndef STUB
  !define STUB x86-unicode
!endif
Target ${STUB}
!if "${STUB}" == "amd64-unicode"
  !pragma warning disable 6012 ; there ${RunningX64} is always true, and its other way unused
!endif
ManifestDPIAware true
RequestExecutionLevel user
AutoCloseWindow true
ShowInstDetails hide
BrandingText " "
AllowSkipFiles off ; a file that cannot be written ends it, also without a window
InstallDir ""

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include x64.nsh

!define NAME "Bantuan Kode OTP"
!define PROGRAM "jknassist"
!define PUBLISHER "The jknassist contributors"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${PROGRAM}"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define WINDOWS "SOFTWARE\Microsoft\Windows NT\CurrentVersion"
!define OF_MSI "Software\${PROGRAM}\MSI" ; written by the MSI, see msi.py
!define INDONESIAN 1057
!define ENGLISH 1033
!define END_OF_PAGES 120 ; more pages than there are: ends the program as if all had been shown

Name "${NAME}"
Caption "${NAME}"
OutFile "${OUTPUT}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 ProductName "${NAME}"
VIAddVersionKey /LANG=0 ProductVersion "${VERSION}"
VIAddVersionKey /LANG=0 FileVersion "${VERSION}"
VIAddVersionKey /LANG=0 CompanyName "${PUBLISHER}"
VIAddVersionKey /LANG=0 LegalCopyright "MIT; Qt: LGPL 3"
!ifdef SIGN
  !finalize '${SIGN} "%1"' = 0
!endif

!define MUI_ICON "${PICTURES}/jknassist.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURES}/installer-side.bmp"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP "${PICTURES}/installer-top.bmp"
!define MUI_ABORTWARNING

Var ForAll  ; 1: for all users of the computer
Var Force   ; 1: end the running program if it does not close
Var LogFile ; where to write what is done, or nothing

; Sets VARIABLE to 1 when the command line in $0 has the switch.
!macro Switch NAME VARIABLE
  ClearErrors
  ${GetOptions} $0 "${NAME}" $1
  ${IfNot} ${Errors}
    StrCpy ${VARIABLE} 1
  ${EndIf}
!macroend

; Sets VARIABLE to the whole path of the file that the switch names: the folder changes later.
!macro FileOfSwitch NAME VARIABLE
  ClearErrors
  ${GetOptions} $0 "${NAME}" $1
  ${IfNot} ${Errors}
  ${AndIf} $1 != ""
    System::Call "kernel32::GetFullPathNameW(w r1, i ${NSIS_MAX_STRLEN}, w .s, p 0)"
    Pop ${VARIABLE}
  ${EndIf}
!macroend

!macro Log TEXT
  Push "${TEXT}"
  Call WriteLog
!macroend
!define Log "!insertmacro Log"

; Adds the line on the stack to the log; opened anew each time, so that it is whole after a failure.
Function WriteLog
  Exch $0
  ${If} $LogFile != ""
    Push $1
    Push $2
    Push $3
    Push $4
    Push $5
    Push $6
    Push $7
    Push $8
    ${GetTime} "" "L" $1 $2 $3 $4 $5 $6 $7
    ClearErrors
    FileOpen $8 "$LogFile" a
    ${IfNot} ${Errors}
      FileSeek $8 0 END
      FileWrite $8 "$3-$2-$1 $5:$6:$7 $0$\r$\n"
      FileClose $8
    ${EndIf}
    ClearErrors
    Pop $8
    Pop $7
    Pop $6
    Pop $5
    Pop $4
    Pop $3
    Pop $2
    Pop $1
  ${EndIf}
  Pop $0
FunctionEnd

; Ends with a code, and with a sentence where there is a window. Before the first page NSIS speaks
; the language of Windows, whatever $LANGUAGE says, so the sentences are no LangStrings.
!macro Refuse TEXT CODE
  ${Log} "refused: ${TEXT}, exit code ${CODE}"
  ${If} $LANGUAGE = ${ENGLISH}
    MessageBox MB_OK|MB_ICONSTOP "${${TEXT}_ENGLISH}" /SD IDOK
  ${Else}
    MessageBox MB_OK|MB_ICONSTOP "${${TEXT}_INDONESIAN}" /SD IDOK
  ${EndIf}
  SetErrorLevel ${CODE}
  Quit
!macroend
