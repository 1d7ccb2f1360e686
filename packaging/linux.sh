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

# The parts of Java come from the JDK that builds, and with them how new a system has to be
libc=$(find "$package/image" -type f -not -name '*.jar' -exec grep -aoh 'GLIBC_2\.[0-9]*' {} + | sort -Vu | tail -n 1)
# Of a program that is complete already, jpackage takes the icon only from here
cp -R packaging/linux "$package/resources"
cp assets/icons/carousel-256.png "$package/resources/Carousel.png"

"$JAVA_HOME/bin/jpackage" --type deb @packaging/name.options \
  --app-image "$package/image/Carousel" \
  --app-version "$version" \
  --dest "$package" \
  --resource-dir "$package/resources" \
  --file-associations packaging/carousel.associations \
  --linux-package-name carousel \
  --linux-package-deps "libc6 (>= ${libc#GLIBC_}), libstdc++6, libgtk-3-0t64 | libgtk-3-0, libgl1, libxtst6, libxxf86vm1" \
  --linux-app-category education \
  --linux-shortcut
echo "$(ls "$package"/*.deb) is ready"
