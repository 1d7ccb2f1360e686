# UNTESTED: written by the rules of Windows, never run there.
# Builds, on Windows (64 bits), target\package\Carousel-VERSION.msi: installed for one user, without the rights of an
# administrator; a newer version replaces an older one. Run it with
#   powershell -ExecutionPolicy Bypass -File packaging\windows.ps1
# Needs Maven, WiX 3.14 or newer on the PATH, and a JDK 25 or newer in JAVA_HOME. A window opens and closes meanwhile,
# because the archive of classes is made from a real start.
$ErrorActionPreference = 'Stop'
Set-Location (Split-Path -Parent $PSScriptRoot)

function Invoke-Checked([string] $program, [string[]] $arguments) {
    & $program @arguments
    if ($LASTEXITCODE -ne 0) { throw "$program ended with $LASTEXITCODE" }
}

if (-not $env:JAVA_HOME) { throw 'JAVA_HOME must name a JDK 25 or newer' }
$jdk = Join-Path $env:JAVA_HOME 'bin'
$release = Get-Content -Raw (Join-Path $env:JAVA_HOME 'release')
if ($release -notmatch 'JAVA_VERSION="(\d+)' -or [int] $Matches[1] -lt 25) { throw "JAVA_HOME must name a JDK 25 or newer: $env:JAVA_HOME" }

# Numbers with points only: what an MSI takes
$version = ([xml] (Get-Content -Raw -Encoding UTF8 pom.xml)).project.version -replace '-.*$', ''

Invoke-Checked 'mvn.cmd' @('-q', '-B', '-ntp', 'package', '-DskipTests')
$package = Join-Path (Get-Location) 'target\package'
if (Test-Path $package) { Remove-Item -Recurse -Force $package }
New-Item -ItemType Directory -Force "$package\input" | Out-Null
Copy-Item target\carousel.jar "$package\input"
Copy-Item -Recurse target\lib "$package\input"
Copy-Item -Recurse target\classes\META-INF\LICENSE, target\classes\META-INF\licenses "$package\input"
# The archive of classes is refused when the times of the jars are others than when it was made, and an MSI keeps times
# only to two seconds
Get-ChildItem -Recurse -File "$package\input" | ForEach-Object {
    $_.LastWriteTimeUtc = [datetime]::SpecifyKind('2026-01-01T00:00:00', 'Utc')
}
Invoke-Checked "$jdk\java.exe" @('packaging\Icons.java', 'assets\icons\carousel-256.png', "$package\icons")

Invoke-Checked "$jdk\jpackage.exe" @(
    '--type', 'app-image', '@packaging\name.options', '@packaging\program.options',
    '--input', "$package\input", '--dest', "$package\image", '--app-version', $version,
    '--icon', "$package\icons\carousel.ico",
    '--add-launcher', 'carousel-console=packaging\windows-console.launcher')

# The archive of classes, as image.sh makes it. A launcher of Windows starts itself once more, and only that second
# process has the window; it is closed as a user would, so that Java ends in peace and writes down what it recorded.
$image = "$package\image\Carousel"
$log = "$package\record.log"
$recorded = "$package\classes.aotconf"
$untrained = "-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining"
$env:JAVA_TOOL_OPTIONS = "`"-Dcarousel.log=$log`" $untrained -XX:AOTMode=record `"-XX:AOTConfiguration=$recorded`""
Start-Process "$image\Carousel.exe"
$opened = $false
foreach ($attempt in 1..240) {
    Start-Sleep -Milliseconds 500
    if ((Test-Path $log) -and (Select-String -Quiet -SimpleMatch 'The window was drawn' $log)) { $opened = $true; break }
}
Start-Sleep -Seconds 5
$started = Get-Process Carousel -ErrorAction SilentlyContinue | Where-Object { $_.Path -eq "$image\Carousel.exe" }
$started | Where-Object { $_.MainWindowHandle -ne 0 } | ForEach-Object { [void] $_.CloseMainWindow() }
$started | Wait-Process -Timeout 60
if (-not $opened) { throw "The window did not open, see $log" }
$env:JAVA_TOOL_OPTIONS =
    "$untrained -XX:AOTMode=create `"-XX:AOTConfiguration=$recorded`" `"-XX:AOTCache=$image\app\carousel.aot`""
Invoke-Checked "$image\carousel-console.exe" @()
$env:JAVA_TOOL_OPTIONS = $null
if (-not (Test-Path "$image\app\carousel.aot")) { throw 'The archive of classes was not written' }
foreach ($settings in 'Carousel.cfg', 'carousel-console.cfg') {
    # without the mark that PowerShell writes before UTF-8, which the launcher does not know
    [IO.File]::AppendAllText("$image\app\$settings", "java-options=-XX:AOTCache=`$APPDIR\carousel.aot`r`n")
}

# A shared list gets what only Windows wants of it: the icon of the files
$associations = "$package\windows.associations"
$icon = ("$package\icons\carousel.ico" -replace '\\', '/') # a backslash is a mark of its own in such a list
[IO.File]::WriteAllText($associations, (Get-Content -Raw packaging\carousel.associations) + "icon=$icon`n")

# The number that ties versions together must stay as it is for ever, or a new version installs beside the old one
Invoke-Checked "$jdk\jpackage.exe" @(
    '--type', 'msi', '@packaging\name.options', '--app-image', $image, '--dest', $package, '--app-version', $version,
    '--icon', "$package\icons\carousel.ico", '--file-associations', $associations,
    '--win-upgrade-uuid', 'd7fc520e-9e5f-442e-bc2b-3dd677b7ad6a',
    '--win-per-user-install', '--win-dir-chooser', '--win-menu', '--win-menu-group', 'Carousel',
    '--win-shortcut-prompt')
Write-Output "$package\Carousel-$version.msi is ready"
