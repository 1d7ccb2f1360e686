#!/usr/bin/env bash
# Takes the pictures in README and manual on a display that nobody sees; needs Xvfb.
#   assets/screenshots.sh                  all of them, into assets/screenshots
#   assets/screenshots.sh cell lesson      some of them
#   assets/screenshots.sh --gallery DIR    all places of the window while it trains, small and large, in each language,
#                                          light and dark, and in presenter mode: to be looked at
#   assets/screenshots.sh --places DIR     what each place exports of one trained network
set -euo pipefail
cd "$(dirname "$0")/.."

program=Screenshots
arguments=(assets/screenshots "$@")
if [ "${1:-}" = --gallery ]; then
  program=Gallery
  arguments=("${@:2}")
elif [ "${1:-}" = --places ]; then
  program=PlacePictures
  arguments=("${@:2}")
fi

mvn -q -B -DskipTests test-compile dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=target/test.classpath

number=90
while [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
Xvfb ":$number" -screen 0 1920x1200x24 -nolisten tcp >/dev/null 2>&1 &
display=$!
trap 'kill $display' EXIT

DISPLAY=":$number" java -Dprism.order=sw -Dprism.text=t2k \
  -cp "target/test-classes:target/classes:$(cat target/test.classpath)" \
  "lab.carousel.ui.window.$program" "${arguments[@]}"
