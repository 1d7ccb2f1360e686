#!/usr/bin/env bash
# What a started program holds of the memory: 15 s after its window was drawn, and after five minutes of training 64 units
# at full speed. Its argument is the command that starts it, by default that of this build:
#   src/test/benchmark/memory.sh target/package/image/Carousel/bin/Carousel
# Needs Linux, Xvfb and xdotool. MINUTES says how long it trains, if not five.
set -euo pipefail
cd "$(dirname "$0")/../../.."

[ $# -gt 0 ] || set -- java -jar target/carousel.jar
work=$(mktemp -d)
export DISPLAY=:85 HOME=$work XDG_DATA_HOME=$work XDG_STATE_HOME=$work XDG_CONFIG_HOME=$work
export JAVA_TOOL_OPTIONS="-Dprism.order=sw '-Duser.home=$work' '-Dcarousel.log=$work/carousel.log' ${JAVA_TOOL_OPTIONS:-}"
Xvfb "$DISPLAY" -screen 0 1280x800x24 -nolisten tcp > "$work/screen.log" 2>&1 &
screen=$!
trap 'kill $program $screen 2> /dev/null; rm -rf "$work"' EXIT
sed 's/"hiddenUnits": 20/"hiddenUnits": 64/; s/"epochs": 250/"epochs": 10000000/' assets/examples/tutorial.carousel \
  > "$work/units.carousel"
sleep 1
"$@" "$work/units.carousel" > "$work/output" 2>&1 &
program=$!
for _ in $(seq 240); do
  grep -q "The window was drawn" "$work/carousel.log" 2> /dev/null && break
  sleep 0.5
done

tell() {
  # The launcher of a package may start another process, which is the larger one
  largest=$(for id in "$program" $(pgrep -P "$program" || true); do
    awk -v id="$id" '/VmRSS/ { print $2, id }' "/proc/$id/status"
  done | sort -rn | head -1)
  echo "$1: $((${largest% *} / 1024)) MB"
}

sleep 15
tell "ready"
xdotool mousemove 640 400
for key in asterisk F5; do # at full speed; train
  xdotool key "$key"
  sleep 1
done
for minute in $(seq "${MINUTES:-5}"); do
  sleep 60
  tell "after $minute min of training"
done
import -window root "${PICTURE:-$work/picture.png}" 2> /dev/null || true
