#!/usr/bin/env bash
# Builds what the packages of Linux and macOS are made of: the program, its libraries, the parts of Java that it needs,
# and an archive of its classes for a quick start, in target/package/image. Windows has the same in windows.ps1.
# Needs Maven, a JDK 25 or newer in JAVA_HOME, and a screen, because the archive is made from a real start; on Linux
# Xvfb will do (xvfb-run).
set -euo pipefail
cd "$(dirname "$0")/.."

jdk=${JAVA_HOME:?"must name a JDK 25 or newer"}
java_version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$jdk/release")
if [ "${java_version:-0}" -lt 25 ]; then
  echo "JAVA_HOME must name a JDK 25 or newer, not ${java_version:-an unknown one}: $jdk" >&2
  exit 1
fi

system=$(uname -s)
if [ "$system" = Linux ] && [ -z "${DISPLAY:-}" ]; then
  exec xvfb-run -a packaging/image.sh "$@"
fi

mvn -q -B -ntp package -DskipTests
package=target/package
rm -rf "$package"
mkdir -p "$package/input"
cp -p target/carousel.jar "$package/input/"
cp -Rp target/lib "$package/input/"
cp -Rp target/classes/META-INF/LICENSE target/classes/META-INF/licenses "$package/input/"

needed=$("$jdk/bin/jdeps" --multi-release "$java_version" --ignore-missing-deps --print-module-deps \
  --class-path 'target/lib/*' target/carousel.jar)
for module in ${needed//,/ }; do
  if ! grep -q "^--add-modules .*\b$module\b" packaging/program.options; then
    echo "packaging/program.options lacks the module $module" >&2
    exit 1
  fi
done

case "$system" in
  Darwin)
    "$jdk/bin/java" packaging/Icons.java assets/icons/carousel-256.png "$package/icons"
    set -- --icon "$package/icons/carousel.icns" "$@"
    app=$package/image/Carousel.app/Contents/app
    launcher=$package/image/Carousel.app/Contents/MacOS/Carousel
    ;;
  *)
    set -- --icon assets/icons/carousel-256.png "$@"
    app=$package/image/Carousel/lib/app
    launcher=$package/image/Carousel/bin/Carousel
    ;;
esac
"$jdk/bin/jpackage" --type app-image @packaging/name.options @packaging/program.options \
  --input "$package/input" --dest "$package/image" "$@"

# The archive: what a start loads is recorded, then written down linked. The launcher itself is started for it, because
# the runtime has no "java" of its own, and because the class path must be the one of later starts. How often its methods
# ran is left out: Java would compile many of them anew at each start, which takes the processor from the window.
log=$PWD/$package/record.log
recorded=$PWD/$package/classes.aotconf
home=$PWD/$package/home # so that this start leaves nothing among the sessions and settings of who builds
mkdir -p "$home"
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME
untrained="-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining"
JAVA_TOOL_OPTIONS="'-Duser.home=$home' '-Dcarousel.log=$log' $untrained -XX:AOTMode=record '-XX:AOTConfiguration=$recorded'" "$launcher" &
started=$!
for _ in $(seq 240); do
  grep -q "The window was drawn" "$log" 2>/dev/null && break
  sleep 0.5
done
if ! grep -q "The window was drawn" "$log"; then
  kill "$started"
  echo "The window did not open, see $log" >&2
  exit 1
fi
sleep 5 # what is loaded just after the window is wanted too
kill "$started"
wait "$started" || true # ended by the signal, as it should be
JAVA_TOOL_OPTIONS="$untrained -XX:AOTMode=create '-XX:AOTConfiguration=$recorded' '-XX:AOTCache=$PWD/$app/carousel.aot'" "$launcher"
# last in the file is the section of Java's options
echo 'java-options=-XX:AOTCache=$APPDIR/carousel.aot' >> "$app/Carousel.cfg"
test -s "$app/carousel.aot"
