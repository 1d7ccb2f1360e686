#!/usr/bin/env bash
# Builds, on Linux and for the processor it runs on, a Debian package and an archive to unpack anywhere:
# target/package/carousel_VERSION_ARCH.deb and target/package/carousel-VERSION-linux-ARCH.tar.gz.
# Needs what image.sh needs, and for the Debian package fakeroot.
set -euo pipefail
cd "$(dirname "$0")/.."

version=$(packaging/version.sh)
packaging/image.sh --app-version "$version"
package=target/package

archive=$package/carousel-$version-linux-$(uname -m).tar.gz
# The archive of classes is refused when the times of the jars are others: tar keeps them to the second, as Java reads them
tar -C "$package/image" --owner=0 --group=0 --numeric-owner --sort=name -czf "$archive" Carousel
echo "$archive is ready"

"$JAVA_HOME/bin/jpackage" --type deb @packaging/name.options \
  --app-image "$package/image/Carousel" \
  --app-version "$version" \
  --icon assets/icons/carousel-256.png \
  --dest "$package" \
  --resource-dir packaging/linux \
  --file-associations packaging/carousel.associations \
  --linux-package-name carousel \
  --linux-app-category education \
  --linux-shortcut
echo "$(ls "$package"/*.deb) is ready"
