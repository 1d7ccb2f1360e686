#!/usr/bin/env bash
# Makes the outputs of a build of the program, and says which differ from those of another one.
#   src/test/record/record.sh make DIR [PLACES]   runs target/carousel.jar and writes its outputs and their SHA-256 into DIR;
#                                                 with PLACES also a drawing and table of each place, which needs Xvfb
#   src/test/record/record.sh compare A B         names the outputs of A that are other ones in B, or not there
# What is known to change from one moment to the next (times, names of temporary folders) is not in it.
set -euo pipefail
cd "$(dirname "$0")/../../.."

if [ "$1" = compare ]; then
  (cd "$3" && sha256sum --quiet --check "$(realpath "$2")/SHA256" 2>&1) | sed 's/: FAILED.*//' | sort && exit 0
  exit 1
fi

out=$(realpath -m "$2")
rm -rf "$out"
mkdir -p "$out"
java=(java -Xmx2g "-Duser.home=$out/.home" -jar target/carousel.jar)
export XDG_DATA_HOME="$out/.data" LC_ALL=C.UTF-8

# name, an output besides table and JSON, and settings
setups=(
  "reference --model=#.zip"
  "whole --model=#.keras --set updateInterval=whole@sequence"
  "softmax --model=#.npz --set output=softmax"
  "gru --model=#.onnx --set cell=gru"
  "recurrent --model=#.safetensors --set cell=recurrent"
  "dense --keras=#.py --set cell=dense"
  "two-layers --model=#.keras --set layers=2 --set hiddenUnits=7"
  "batch --states=#.npz --set batchSize=2"
  "batch-four --states=#-states.csv --set batchSize=4"
  "lag --page=#.html --set lag=2"
  "reset-epoch --model=#.zip --set resetPolicy=after@epoch"
  "reset-never --pytorch=#.py --set resetPolicy=never"
  "stateless --deeplearning4j=#.java --set resetPolicy=every@step"
  "shuffled --heatmap=#.svg --set order=shuffled"
  "shuffled-carried --chart=#.svg --set order=shuffled --set resetPolicy=after@epoch"
  "sgd --chart=#.png --set optimiser=sgd --set learningRate=0.1 --set momentum=0.9"
  "rmsprop --pytorch=#.py --set optimiser=rmsprop"
  "decay --pytorch=#.ipynb --set weightDecay=0.01"
  "notebook --keras=#.ipynb --set updateInterval=whole@sequence"
  "clipping --page=#.html --set clipping=1"
  "chrono --heatmap=#.png --set chronoSpan=5"
  "last --model=#.npz --set lossWeighting=last@step"
  "interval-two --animation=#.gif --set updateInterval=2"
  "interval-three --model=#.onnx --set updateInterval=3 --set output=softmax"
  "gru-whole --model=#.keras --set cell=gru --set updateInterval=whole@sequence"
  "gru-batch --states=#.npz --set cell=gru --set batchSize=2 --set lag=2"
  "recurrent-never --page=#.html --set cell=recurrent --set resetPolicy=never"
  "one-unit --model=#.safetensors --set hiddenUnits=1"
  "seed-seven --keras=#.py --set updateInterval=whole@sequence --seed=7"
  "deeplearning4j --model=#.zip --engine=dl4j"
)
run() { # name of the file for what is printed, arguments
  local printed="$out/$1"
  shift
  "${java[@]}" "$@" >"$printed" 2>&1 || echo "exit $?" >>"$printed"
  sed -i "s#$out#OUT#g" "$printed"
}
for setup in "${setups[@]}"; do
  read -ra words <<<"$setup"
  name=${words[0]}
  options=("${words[@]:2}")
  options=("${options[@]//@/ }")
  run "$name.json" train --epochs=60 --json --quiet "--csv=$out/$name.csv" "${words[1]/\#/$out/$name}" "${options[@]}"
  run "$name.txt" train --epochs=3 --quiet "${options[@]}"
done
run lesson.txt train --epochs=20 --quiet "--page=$out/lesson.html" --lesson=was-it-memory
for example in assets/examples/*.carousel; do
  name=example-$(basename "$example" .carousel)
  run "$name.json" train "$example" --epochs 5 --json --quiet
done
for study in $("${java[@]}" study --list | cut -d: -f1); do
  case $study in paper-* | reber | continual-reber | counting | order | adding | flip-flop | parity | xor) seeds=1 ;; *) seeds=2 ;; esac
  run "study-$study.txt" study "$study" --seeds "$seeds" --threads 2 --quiet --out "$out/study-$study"
done
if [ -d src/test/resources/lab/carousel/file/answers ]; then
  run answers.txt answers src/test/resources/lab/carousel/file/answers
fi
for command in "" train study answers open; do
  run "help-$command.txt" $command --help
done
if [ "${3:-}" = PLACES ]; then
  assets/screenshots.sh --places "$out/places"
fi
rm -rf "$out/.home" "$out/.data"
# What is in an archive, which says itself when it was made
find "$out" -name '*.zip' -o -name '*.keras' | while read -r archive; do
  mkdir "$archive.d" && (cd "$archive.d" && jar --extract --file="$archive") && rm "$archive"
done
(cd "$out" && find . -type f ! -name SHA256 | sort | xargs sha256sum >SHA256)
wc -l <"$out/SHA256"
