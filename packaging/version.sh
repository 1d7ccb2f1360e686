#!/usr/bin/env bash
# Prints the version of pom.xml as numbers with points, the only form that all systems take.
set -euo pipefail
cd "$(dirname "$0")/.."
version=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' pom.xml | head -n 1)
echo "${version%%-*}"
