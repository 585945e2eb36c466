# Puts the certificate of the release in place and tells the next steps how to sign with it: the
# variable JKNASSIST_SIGN is the command that build.py, the .nsi and msi_acceptance.py add a file to.
$ErrorActionPreference = "Stop"
$file = Join-Path $env:RUNNER_TEMP "certificate.pfx"
[IO.File]::WriteAllBytes($file, [Convert]::FromBase64String($env:CERTIFICATE))
$secret = ConvertTo-SecureString $env:PASSWORD -AsPlainText -Force
$found = Import-PfxCertificate $file -CertStoreLocation Cert:\CurrentUser\My -Password $secret
Remove-Item $file
$tool = Get-ChildItem "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" |
    Sort-Object FullName | Select-Object -Last 1
$sign = '"' + $tool.FullName + '" sign /sha1 ' + $found.Thumbprint +
    ' /fd sha256 /td sha256 /tr http://timestamp.digicert.com'
"JKNASSIST_SIGN=$sign" | Out-File $env:GITHUB_ENV -Append
