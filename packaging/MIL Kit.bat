@echo off
rem Opens MIL Kit from this stick. Nothing is installed and nothing is changed here.
setlocal
rem The program offers the lessons of the stick that are not on this computer yet.
set "MILKIT_STICK=%~dp0."
set "program=%~dp0windows\MILKit"
if "%PROCESSOR_ARCHITECTURE%"=="x86" if not defined PROCESSOR_ARCHITEW6432 goto old
if not exist "%program%\pythonw.exe" goto missing
start "" /d "%program%" "%program%\pythonw.exe" -m milkit %*
exit /b 0

:old
echo This computer has a 32-bit Windows. MIL Kit needs Windows 10, 64-bit.
goto instead

:missing
echo The program for Windows is not on this stick, or not all of it.

:instead
echo The lessons work in any browser: START-HERE.html opens now.
if exist "%~dp0START-HERE.html" start "" "%~dp0START-HERE.html"
pause
exit /b 1
