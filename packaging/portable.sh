#!/usr/bin/env bash
# Builds a folder that runs without an installed Java: the program, its libraries and a Java runtime of its own.
# Run it on the system it is for; it needs a JDK (17 or newer, for jpackage) and Maven.
# The result is target/portable/Carousel: start bin/Carousel in it (Carousel.exe on Windows, Carousel.app on macOS).
set -euo pipefail
cd "$(dirname "$0")/.."

mvn -q -B -ntp package -DskipTests
version=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' pom.xml | head -n 1)
case "$version" in
  0.*) version="1.${version#0.}" ;; # macOS refuses versions that start with 0
esac

input=target/portable-input
rm -rf "$input" target/portable
mkdir -p "$input"
cp target/carousel.jar "$input/"
cp -r target/lib "$input/"

icon=()
[ "$(uname -s)" = Linux ] && icon=(--icon assets/icons/carousel-256.png) # other systems want other formats

jpackage --type app-image \
  --name Carousel \
  --app-version "$version" \
  --input "$input" \
  --main-jar carousel.jar \
  --dest target/portable \
  "${icon[@]}"
echo "target/portable/Carousel is ready"
