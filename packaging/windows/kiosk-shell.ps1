# Makes the program the only "desktop" of one account and swallows the keys of Windows there.
# Enterprise, Education and IoT Enterprise only; elsewhere it stops without changing anything.
#Requires -Version 5.1
#Requires -RunAsAdministrator
param(
    [Parameter(Mandatory)] [string] $Account,
    [string] $Program = "$env:ProgramFiles\jknassist\jknassist.exe",
    [switch] $Undo
)
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

$edition = (Get-ItemProperty 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion').EditionID
if ($edition -notmatch 'Enterprise|Education|IoTEnterprise') {
    throw "Windows edisi $edition tidak dapat dikunci dengan cara ini. Baca kiosk-guide.html."
}
foreach ($feature in 'Client-EmbeddedShellLauncher', 'Client-KeyboardFilter') {
    $state = (Get-WindowsOptionalFeature -Online -FeatureName $feature).State
    if ($state -ne 'Enabled') {
        Enable-WindowsOptionalFeature -Online -FeatureName $feature -All -NoRestart | Out-Null
        Write-Output "$feature dinyalakan. Mulai ulang Windows, lalu jalankan skrip ini lagi."
        return
    }
}

$embedded = 'root\standardcimv2\embedded'
$who = New-Object System.Security.Principal.NTAccount($Account)
$sid = $who.Translate([System.Security.Principal.SecurityIdentifier]).Value
$launcher = [wmiclass]"\\localhost\${embedded}:WESL_UserSetting"

if ($Undo) {
    $launcher.RemoveCustomShell($sid) | Out-Null
    Write-Output "Akun $Account kembali memakai desktop biasa."
    return
}
if (-not (Test-Path $Program)) { throw "Tidak ada $Program; sebutkan dengan -Program." }

# What to do when the program ends: 0 starts it again, 3 does nothing. Only the staff behind its PIN
# makes it end with 10; any other code, 0 as well, means that it must come back.
$startAgain, $leave, $staffLeft = 0, 3, 10
$launcher.SetDefaultShell('explorer.exe', $startAgain) | Out-Null
$launcher.SetCustomShell($sid, "`"$Program`" --kiosk", @($staffLeft), @($leave), $startAgain) | Out-Null
$launcher.SetEnabled($true) | Out-Null

$keys = 'Win', 'Ctrl+Esc', 'Ctrl+Shift+Esc', 'Ctrl+Alt+Del', 'Alt+Tab', 'Alt+Esc', 'Alt+Space',
    'Alt+F4', 'Win+L', 'Win+D', 'Win+E', 'Win+R', 'Win+U', 'Win+X', 'Win+P', 'Win+S', 'Win+I',
    'Win+Tab', 'Shift+Win', 'LaunchMail', 'LaunchApp1', 'LaunchApp2', 'BrowserHome'
foreach ($key in $keys) {
    $found = Get-CimInstance -Namespace $embedded -ClassName WEKF_PredefinedKey `
        -Filter "Id = '$key'" -ErrorAction SilentlyContinue
    if ($null -eq $found) { Write-Warning "Kunci $key tidak dikenal edisi ini."; continue }
    $found | Set-CimInstance -Property @{ Enabled = $true }
}
# Administrators keep all keys, so that the machine can be looked after.
Get-CimInstance -Namespace $embedded -ClassName WEKF_Settings -Filter "Name = 'DisableKeyboardFilterForAdministrators'" |
    Set-CimInstance -Property @{ Value = 'true' }
Write-Output "Akun $Account kini hanya menampilkan program ini. Isi kiosk-check-sheet.html."
