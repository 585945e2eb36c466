# Lets administrators alone change the settings; the kiosk account may read them.
#Requires -Version 5.1
#Requires -RunAsAdministrator
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

$folder = Join-Path $env:ProgramData 'JKNAssist'
New-Item -ItemType Directory -Force -Path $folder | Out-Null

# By their fixed numbers, because the names differ with the language of Windows.
$administrators, $system, $users = 'S-1-5-32-544', 'S-1-5-18', 'S-1-5-32-545'
& icacls.exe $folder /inheritance:r `
    /grant:r "*${administrators}:(OI)(CI)F" "*${system}:(OI)(CI)F" "*${users}:(OI)(CI)RX" | Out-Null
if ($LASTEXITCODE -ne 0) { throw "icacls: $LASTEXITCODE" }
& icacls.exe $folder /setowner "*$administrators" /T /C | Out-Null
Write-Output "Hanya administrator yang dapat mengubah $folder."
