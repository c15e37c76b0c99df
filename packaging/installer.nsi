; MILKit-Setup.exe: for the user who runs it, no administrator, one click to undo.
; makensis -DPROGRAM=folder -DTO=file -DVERSION=0.1.0 -DSIZE=kilobytes installer.nsi
Unicode true
; 64-bit like the program: a 32-bit Windows says itself that it cannot run it.
Target amd64-unicode
SetCompressor /SOLID lzma
ManifestSupportedOS Win10
ManifestDPIAware true
RequestExecutionLevel user
Name "MIL Kit"
OutFile "${TO}"
InstallDir "$LOCALAPPDATA\Programs\MILKit"
BrandingText "MIL Kit ${VERSION}"

!include MUI2.nsh
!include WinVer.nsh
!define CLASSES "Software\Classes"
!define GONE "Software\Microsoft\Windows\CurrentVersion\Uninstall\MILKit"
!define MUI_ICON "${PROGRAM}/milkit.ico"
!define MUI_UNICON "${PROGRAM}/milkit.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\pythonw.exe"
!define MUI_FINISHPAGE_RUN_PARAMETERS "-m milkit"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; NSIS's own words exist in these; Windows chooses.
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Indonesian"
!insertmacro MUI_LANGUAGE "Malay"
!insertmacro MUI_LANGUAGE "Thai"
!insertmacro MUI_LANGUAGE "Vietnamese"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "MIL Kit"
VIAddVersionKey /LANG=0 "FileDescription" "MIL Kit Setup"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "Apache License 2.0"

Function .onInit
  ; Always this folder: it is renamed and removed whole.
  StrCpy $INSTDIR "$LOCALAPPDATA\Programs\MILKit"
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "MIL Kit needs Windows 10 or later. On this computer, open START-HERE.html from the stick: the lessons work in any browser." /SD IDOK
    Abort
  ${EndIf}
FunctionEnd

; One ending of files: what it is called, and that MIL Kit opens it.
!macro OPENS ENDING NAME
  WriteRegStr HKCU "${CLASSES}\.${ENDING}" "" "MILKit.${ENDING}"
  WriteRegStr HKCU "${CLASSES}\MILKit.${ENDING}" "" "${NAME}"
  WriteRegStr HKCU "${CLASSES}\MILKit.${ENDING}\DefaultIcon" "" "$INSTDIR\milkit.ico"
  WriteRegStr HKCU "${CLASSES}\MILKit.${ENDING}\shell\open\command" "" '"$INSTDIR\pythonw.exe" -m milkit open "%1"'
!macroend
!macro FORGETS ENDING
  ReadRegStr $0 HKCU "${CLASSES}\.${ENDING}" ""
  ${If} $0 == "MILKit.${ENDING}"
    DeleteRegKey HKCU "${CLASSES}\.${ENDING}"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\MILKit.${ENDING}"
!macroend

Section "MIL Kit"
  ; The old program steps aside whole, or nothing is changed: it may be running.
  again:
  RMDir /r "$INSTDIR.old"
  ${If} ${FileExists} "$INSTDIR\pythonw.exe"
    ClearErrors
    Rename "$INSTDIR" "$INSTDIR.old"
    ${If} ${Errors}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "MIL Kit is open. Close it, then choose Retry. Nothing was changed." /SD IDCANCEL IDRETRY again
      SetErrorLevel 1
      Abort
    ${EndIf}
  ${EndIf}
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}/*"
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  CreateShortCut "$SMPROGRAMS\MIL Kit.lnk" "$INSTDIR\pythonw.exe" "-m milkit" "$INSTDIR\milkit.ico"
  !insertmacro OPENS milpack "MIL Kit pack"
  !insertmacro OPENS milr "MIL Kit results"
  !insertmacro OPENS milhub "MIL Kit enrolment"
  WriteRegStr HKCU "${GONE}" "DisplayName" "MIL Kit"
  WriteRegStr HKCU "${GONE}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${GONE}" "DisplayIcon" "$INSTDIR\milkit.ico"
  WriteRegStr HKCU "${GONE}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${GONE}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${GONE}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${GONE}" "NoModify" 1
  WriteRegDWORD HKCU "${GONE}" "NoRepair" 1
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  RMDir /r "$INSTDIR.old"
SectionEnd

; Classes, counts and lessons of the teacher lie elsewhere and stay.
Section "Uninstall"
  IfFileExists "$INSTDIR\pythonw.exe" +2
    Abort
  Delete "$SMPROGRAMS\MIL Kit.lnk"
  !insertmacro FORGETS milpack
  !insertmacro FORGETS milr
  !insertmacro FORGETS milhub
  DeleteRegKey HKCU "${GONE}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  RMDir /r "$INSTDIR"
SectionEnd
