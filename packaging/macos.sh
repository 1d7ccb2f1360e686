#!/usr/bin/env bash
# UNTESTED: written by the rules of macOS, never run there.
# Builds, on a Mac and for its processor, target/package/carousel-VERSION-macos-ARCH.dmg: Carousel.app beside the folder
# of programs, to be dragged into it (into ~/Applications without the rights of an administrator).
# Needs what image.sh needs, with a user logged in at the screen.
# MAC_IDENTITY, if set, is the name of a "Developer ID Application" certificate to sign with. Without it the program is
# signed ad hoc, which Apple's processors demand; macOS then asks on the first start (right click, Open).
# For passing on over the network Apple wants the result to be notarised too (xcrun notarytool submit FILE --wait), which
# will also ask for signatures of the native libraries inside the jars; that is not done here.
set -euo pipefail
cd "$(dirname "$0")/.."

version=$(packaging/version.sh)
case "$version" in
  0.*) mac_version="1.${version#0.}" ;; # macOS refuses versions that start with 0
  *) mac_version=$version ;;
esac
packaging/image.sh --app-version "$mac_version" \
  --mac-package-identifier lab.carousel \
  --mac-package-name Carousel \
  --mac-app-category education \
  --file-associations packaging/carousel.associations

package=target/package
app=$package/image/Carousel.app
# Only now: the archive of classes came into the bundle after jpackage had signed it, which broke its seal.
# The entitlements: Java makes code while it runs, and Deeplearning4j loads libraries that it has unpacked.
if [ -n "${MAC_IDENTITY:-}" ]; then
  codesign --force --deep --timestamp --options runtime \
    --entitlements packaging/macos.entitlements --sign "$MAC_IDENTITY" "$app"
else
  codesign --force --deep --sign - "$app"
fi
codesign --verify --deep --strict "$app"

target=$package/carousel-$version-macos-$(uname -m).dmg
folder=$package/dmg
rm -rf "$folder" "$target"
mkdir -p "$folder"
cp -Rp "$app" "$folder/"
ln -s /Applications "$folder/Applications"
hdiutil create -volname Carousel -srcfolder "$folder" -format UDZO "$target"
echo "$target is ready"
