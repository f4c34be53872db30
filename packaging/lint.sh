#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Sheaf authors
# SPDX-License-Identifier: GPL-3.0-or-later
# lint.sh format: clang-format agrees with every file, every source names its licence, and no two rooms have a type of the same name.
# lint.sh tidy [FILE...]: clang-tidy over the dev build's sources; a file that passed is not looked at again until it changes.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

sources() { find src ui gpu tests -name '*.cpp' -o -name '*.h' | sort; }

format() {
  sources | xargs clang-format --dry-run -Werror
  local bare
  bare=$(find src ui gpu tests cmake packaging -type f \( -name '*.cpp' -o -name '*.h' -o -name '*.cmake' -o -name '*.sh' -o -name '*.py' -o -name CMakeLists.txt \) \
    -exec grep -L 'SPDX-License-Identifier: GPL-3.0-or-later' {} +) || true
  [ -z "$bare" ] || { echo "no licence line in:"; echo "$bare"; return 1; }
  # All rooms are linked into one program, which would take one of the two destructors for both types without a word.
  local twice
  twice=$(find src ui gpu -name '*.h' -exec awk '
    FNR == 1 { space = "" }
    /^namespace [a-z:]+ *\{/ { space = $2 }
    /^(class|struct|enum class|enum) [A-Z]/ && !/;$/ { sub(/^enum class/, "enum"); print space "::" $2 }' {} + | sort | uniq -d)
  [ -z "$twice" ] || { echo "types that are there twice:"; echo "$twice"; return 1; }
}

# The stamp of a file's last clean pass is named after everything that can change the verdict: the file and the configuration.
tidy_one() {
  local file=$1 stamp
  stamp=$2/$(cat "$file" .clang-tidy | sha256sum | cut -c1-32)
  [ -e "$stamp" ] && return 0
  clang-tidy-16 -p build/tidy --quiet --extra-arg=-std=c++2b --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-builtin-macro-redefined \
    --extra-arg=-Wno-c99-extensions --extra-arg=-Wno-ignored-optimization-argument --extra-arg=-U__cpp_concepts \
    --extra-arg=-D__cpp_concepts=202002L --warnings-as-errors='*' "$file" 2>/dev/null && touch "$stamp"
}
export -f tidy_one

# clang cannot read g++'s precompiled header: it gets the same includes from a copy that has none beside it.
tidy() {
  local stamps=${XDG_CACHE_HOME:-$HOME/.cache}/sheaf-tidy
  mkdir -p "$stamps" build/tidy
  cp "$(find build/dev -name cmake_pch.hxx -path '*sheaf_pch*')" build/tidy/precompiled.h
  sed -E "s# -Winvalid-pch##; s#-include [^ ]*cmake_pch.hxx#-include $root/build/tidy/precompiled.h#" build/dev/compile_commands.json \
    >build/tidy/compile_commands.json
  { [ $# -gt 0 ] && printf '%s\n' "$@" || find src ui gpu -name '*.cpp' | sort; } |
    xargs -P "$(nproc)" -I{} bash -c 'tidy_one {} '"$stamps"' || { echo "clang-tidy: {}"; exit 1; }'
}

"$@"
