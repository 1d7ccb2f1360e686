#!/usr/bin/env bash
# Fills in the manifests of Flatpak and winget for a release: where its packages are, and their checksums.
#   packaging/manifests.sh OWNER/NAME PACKAGES TARGET
# OWNER/NAME is the repository; PACKAGES is the folder with the packages of the release; TARGET gets the folders flatpak and winget.
set -euo pipefail
repository=${1:?"OWNER/NAME of the repository"}
packages=$(cd "${2:?"the folder with the packages"}" && pwd)
target=${3:?"the folder to write to"}
mkdir -p "$target"
target=$(cd "$target" && pwd)
cd "$(dirname "$0")/.."

# The one file with such a name; nothing is filled in where there is none, or more than one
only() {
  local found=("$packages"/$1)
  if [ "${#found[@]}" != 1 ] || [ ! -f "${found[0]}" ]; then
    echo "$packages must have exactly one $1" >&2
    exit 1
  fi
  basename "${found[0]}"
}
checksum() { sha256sum "$packages/$1" | cut -d ' ' -f 1; }

archive=$(only 'carousel-*-linux-x86_64.tar.gz')
installer=$(only 'Carousel-*.msi')
cp -R packaging/flatpak packaging/winget "$target"
cp assets/icons/carousel-256.png "$target/flatpak"
sed -i \
  -e "s|@REPOSITORY@|$repository|g" \
  -e "s|@VERSION@|$(packaging/version.sh)|g" \
  -e "s|@DATE@|$(date -u +%F)|g" \
  -e "s|@ARCHIVE@|$archive|g" -e "s|@ARCHIVE_SHA256@|$(checksum "$archive")|g" \
  -e "s|@INSTALLER@|$installer|g" -e "s|@INSTALLER_SHA256@|$(checksum "$installer" | tr a-f A-F)|g" \
  "$target"/flatpak/*.xml "$target"/flatpak/*.yaml "$target"/winget/*.yaml
if grep -n '@[A-Z_]*@' "$target"/flatpak/*.xml "$target"/flatpak/*.yaml "$target"/winget/*.yaml; then
  echo "something was not filled in" >&2
  exit 1
fi
