# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by demo.sh and test.sh: which Debian packages Sheaf needs, and how they are installed. README.md says why each is there.

build_packages=(
  ca-certificates ccache cmake g++ ninja-build pkg-config
  qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libqt6svg6-dev libqt6sql6-sqlite
  libgl-dev libxkbcommon-dev
  libpoppler-private-dev poppler-data libpng-dev libuchardet-dev libseccomp-dev libvalijson-dev libxlsxwriter-dev
  libyaml-cpp-dev libzip-dev zlib1g-dev libonnx-dev libprotobuf-dev qtkeychain-qt6-dev
  fonts-inter fonts-dejavu-core
)
test_packages=(
  clang-16 clang-format clang-tidy-16 desktop-file-utils appstream dpkg-dev file git libclang-rt-16-dev poppler-utils python3 python3-pip python3-venv xauth xvfb
)

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# install_packages NAME...: only what is missing, so that a second run takes no time and needs no network.
install_packages() {
  local missing=() name
  for name in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null || true)" = installed ] || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "Installing ${#missing[@]} packages: ${missing[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# configure_and_build PRESET [TARGET...]
configure_and_build() {
  local preset=$1
  shift
  cmake --preset "$preset" >"$root/build/$preset.configure.log" 2>&1 || { cat "$root/build/$preset.configure.log"; return 1; }
  grep -E '^-- Sheaf|CUDA' "$root/build/$preset.configure.log" || true
  cmake --build --preset "$preset" ${1:+--target "$@"}
}
