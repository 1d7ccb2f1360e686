#!/usr/bin/env bash
# Writes the list of the classes that are loaded early, beside the start of JavaFX: those that a start loads from the
# program and its libraries after JavaFX was asked for a window, as Java says of a real one. To be run when the window has
# changed much, after "mvn -q package -DskipTests"; needs a screen (xvfb-run).
set -euo pipefail
cd "$(dirname "$0")/../../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
java "-Duser.home=$work" "-Dcarousel.log=$work/carousel.log" -Xlog:class+load:file="$work/loaded" "$@" \
  -jar target/carousel.jar &
started=$!
for _ in $(seq 120); do
  grep -q "The window was drawn" "$work/carousel.log" 2> /dev/null && break
  sleep 0.5
done
kill "$started"
wait "$started" || true
# Not those that the log needs, which is opened beside it, nor those that Java makes as it goes or has at hand
sed -n 's/.*\[class,load\] \([^ ]*\) source: \(file:\|jrt:\).*/\1/p' "$work/loaded" |
  awk '/^lab.carousel.ui.window.MainWindow$/ { begun = 1 } begun && !seen[$0]++' |
  grep -Ev 'Lambda|\$\$|/0x|^(ch\.qos|org\.slf4j|jdk|sun|java\.util\.logging|javax\.xml|com\.sun\.org|org\.xml)\.' \
    > "$work/list"
cp "$work/list" src/main/resources/lab/carousel/ui/early-classes.txt
wc -l src/main/resources/lab/carousel/ui/early-classes.txt
