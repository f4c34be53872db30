#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
# package.sh [PRESET]: makes build/PRESET/*.deb (release by default), and shows that it is whole: the programs start from where the
# package puts them and find each other there.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
mkdir -p build
source packaging/packages.sh

preset=${1:-release}
configure_and_build "$preset"
(cd "build/$preset" && rm -f -- *.deb && cpack -G DEB >cpack.log || { cat cpack.log; exit 1; })
deb=$(ls "build/$preset"/*.deb)

tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
dpkg-deb -x "$deb" "$tree"
desktop-file-validate "$tree"/usr/share/applications/*.desktop
appstreamcli validate --no-net "$tree"/usr/share/metainfo/*.metainfo.xml
"$tree/usr/bin/sheaf-cli" doctor
"$tree/usr/bin/sheaf-cli" convert resources/examples/pdf -o "$tree/out" || [ $? = 1 ]
QT_QPA_PLATFORM=offscreen "$tree/usr/bin/sheaf" --screenshot "$tree/empty.png"
[ -s "$tree/empty.png" ]
echo "$deb holds $(dpkg-deb -c "$deb" | wc -l) files and starts from where it is unpacked"
