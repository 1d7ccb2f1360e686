#!/usr/bin/env bash
# Writes the list of the classes that are loaded early, beside the start of JavaFX: those that a start loads from the
# program and its libraries after the early loading begins and until the window is drawn, in the order in which a start without
# a list needs them. To be run when the window has changed much, after "mvn -q package -DskipTests"; needs a screen (xvfb-run).
set -euo pipefail
cd "$(dirname "$0")/../../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/without/lab/carousel/ui"
: > "$work/without/lab/carousel/ui/early-classes.txt"
java "-Duser.home=$work" "-Dcarousel.log=$work/carousel.log" -Xlog:class+load:file="$work/loaded":uptime,tags "$@" \
  -cp "$work/without:target/carousel.jar" lab.carousel.Main &
started=$!
for _ in $(seq 120); do
  grep -q "The window was drawn" "$work/carousel.log" 2> /dev/null && break
  sleep 0.5
done
kill "$started"
wait "$started" || true
drawn=$(sed -n 's/.*The window was drawn \([0-9]*\) ms.*/\1/p' "$work/carousel.log")
# Not those that the log needs, which is opened beside it, nor those that Java makes as it goes or has at hand
awk -v drawn="$drawn" 'substr($1, 2) * 1000 > drawn { exit } { print }' "$work/loaded" |
  sed -n 's/.*\[class,load\] \([^ ]*\) source: \(file:\|jrt:\).*/\1/p' |
  awk 'begun && !seen[$0]++; /^lab.carousel.ui.EarlyClasses$/ { begun = 1 }' |
  grep -Ev 'Lambda|\$\$|/0x|^(ch\.qos|org\.slf4j|jdk|sun|java\.util\.logging|javax\.xml|com\.sun\.org|org\.xml)\.' \
    > "$work/list"
cp "$work/list" src/main/resources/lab/carousel/ui/early-classes.txt
wc -l src/main/resources/lab/carousel/ui/early-classes.txt
