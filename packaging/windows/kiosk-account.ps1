# Switches off, for the account that runs this, what a stranger could call up by keys or read back.
#Requires -Version 5.1
param([switch] $Undo)
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

# Path, name, value for the kiosk, value that Windows ships with. The accessibility flags are those
# of Windows with the bit "hot key is active" (4) taken away.
$settings = @(
    @('HKCU:\Control Panel\Accessibility\StickyKeys', 'Flags', '506', '510'),
    @('HKCU:\Control Panel\Accessibility\ToggleKeys', 'Flags', '58', '62'),
    @('HKCU:\Control Panel\Accessibility\Keyboard Response', 'Flags', '122', '126'),
    @('HKCU:\Control Panel\Accessibility\MouseKeys', 'Flags', '58', '62'),
    @('HKCU:\Control Panel\Accessibility\HighContrast', 'Flags', '122', '126'),
    @('HKCU:\Software\Microsoft\Clipboard', 'EnableClipboardHistory', 0, 1),
    @('HKCU:\Software\Microsoft\Windows\CurrentVersion\PushNotifications', 'ToastEnabled', 0, 1),
    @('HKCU:\Software\Microsoft\TabletTip\1.7', 'EnableDesktopModeAutoInvoke', 0, 0)
)

foreach ($setting in $settings) {
    $path, $name, $kiosk, $usual = $setting
    $value = if ($Undo) { $usual } else { $kiosk }
    $kind = if ($value -is [string]) { 'String' } else { 'DWord' }
    if (-not (Test-Path $path)) { New-Item -Path $path -Force | Out-Null }
    New-ItemProperty -Path $path -Name $name -Value $value -PropertyType $kind -Force | Out-Null
}
Write-Output "Selesai untuk akun $env:USERNAME. Keluar lalu masuk lagi agar berlaku."
