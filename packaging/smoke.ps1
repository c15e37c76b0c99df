# On Windows: every library answers, then the real window opens and stays; a picture is kept.
param([string]$Program, [string]$Picture)
$ErrorActionPreference = 'Stop'
& "$Program\python.exe" -X utf8 -m milkit doctor --self-test
if ($LASTEXITCODE) { throw "the self-test ended with $LASTEXITCODE" }
$run = Start-Process "$Program\pythonw.exe" -ArgumentList '-m', 'milkit' -WorkingDirectory $Program -PassThru
for ($i = 0; $i -lt 60 -and -not $run.MainWindowHandle; $i++) {
    Start-Sleep -Milliseconds 500
    $run.Refresh()
    if ($run.HasExited) { throw "the window ended with $($run.ExitCode)" }
}
if (-not $run.MainWindowHandle) { throw 'no window came in 30 seconds' }
Start-Sleep -Seconds 3
$run.Refresh()
if ($run.HasExited -or -not $run.Responding) { throw 'the window does not answer' }
Add-Type -AssemblyName System.Windows.Forms, System.Drawing
$area = [System.Windows.Forms.Screen]::PrimaryScreen.Bounds
$image = New-Object System.Drawing.Bitmap $area.Width, $area.Height
[System.Drawing.Graphics]::FromImage($image).CopyFromScreen($area.Location, [System.Drawing.Point]::Empty, $area.Size)
$image.Save((Join-Path (Get-Location) $Picture))
$null = $run.CloseMainWindow()
if (-not $run.WaitForExit(15000)) { $run.Kill(); throw 'the window did not close' }
Write-Output "The window stood: $($run.MainWindowTitle)"
