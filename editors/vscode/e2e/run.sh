#!/usr/bin/env bash
# The packaged extension in a real VS Code (code-server), driven in headless Chromium.
#
#   e2e/run.sh [PICTURE]      default: e2e-picture.png beside package.json
#
# Needs npm, python3, a compiler, /usr/bin/chromium (or CHROMIUM), and on Debian libkrb5-dev, libsecret-1-dev.
# code-server is kept in VNPLANLINT_E2E_CACHE (default: ~/.cache/vnplanlint-e2e) for the next time.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
extension=$(dirname "$here")
project=$(cd "$extension/../.." && pwd)
picture=$(realpath -m "${1:-$extension/e2e-picture.png}")
cache=${VNPLANLINT_E2E_CACHE:-$HOME/.cache/vnplanlint-e2e}

since=$SECONDS
step() { printf '%4ds  %s\n' $((SECONDS - since)) "$*"; }

"$here/code-server.sh" "$cache"
step "code-server is there"

work=$(mktemp -d)
server=
finish() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    # What the server has started may still write for a moment.
    rm -rf "$work" 2>/dev/null || { sleep 3; rm -rf "$work"; }
}
trap finish EXIT

# A home of its own: nothing of the user's editors is read or changed.
home="$work/home"
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install --quiet --disable-pip-version-check "$project" 2>"$work/log" || { cat "$work/log"; exit 1; }
step "vnplanlint is installed"

mkdir "$work/extension"
(cd "$extension" && tar -c --exclude=./node_modules --exclude=./dist --exclude=./out .) | tar -x -C "$work/extension"
(cd "$work/extension" && npm ci --loglevel=error --ignore-scripts >/dev/null && npm run --silent package >/dev/null)
step "the extension is packaged"

export HOME="$home" PATH="$cache/node_modules/.bin:$PATH"
data="$HOME/data"
code_server=(node "$cache/node_modules/code-server/out/node/entry.js" --config "$HOME/config.yaml"
    --user-data-dir "$data" --extensions-dir "$HOME/extensions" --disable-telemetry --disable-update-check)
"${code_server[@]}" --install-extension "$work/extension/vnplanlint.vsix" >"$work/log" 2>&1
"${code_server[@]}" --list-extensions 2>/dev/null | grep -qx vnplanlint.vnplanlint
step "the extension is installed in code-server"

# A fresh folder of plans and fresh settings for each scenario: "scenario NAME MACHINE-SETTINGS [PREPARATION]".
scenario() {
    rm -rf "$data" "$HOME/ke-hoach"
    mkdir -p "$data/User" "$data/Machine" "$HOME/ke-hoach/.vscode"
    cp "$project/corpus/mttq-xa-ngay-hoi-dai-doan-ket-2025.md" \
        "$project/corpus/truong-giao-duc-nha-truong-2024.txt" "$HOME/ke-hoach/"
    cp "$here/settings.json" "$data/User/settings.json"
    echo "$2" >"$data/Machine/settings.json"
    [ -z "${3:-}" ] || "$3"
    "${code_server[@]}" --auth none --socket "$work/socket" >>"$work/log" 2>&1 &
    server=$!
    if ! timeout 400 node "$here/$1.mjs" "$cache" "$work/socket" "$HOME/ke-hoach" "$picture"; then
        tail -n 40 "$work/log"
        find "$data/logs" -name '*vnplanlint*.log' -exec tail -n 40 {} +
        exit 1
    fi
    kill "$server" && wait "$server" || true
    server=
    step "scenario “$1” has passed"
}

folder_with_a_program() {
    sed -i '/security.workspace.trust.enabled/d' "$data/User/settings.json"
    echo '{ "vnplanlint.path": "${workspaceFolder}/program" }' >"$HOME/ke-hoach/.vscode/settings.json"
    printf '#!/bin/sh\ntouch "$(dirname "$0")/own-program-has-run"\n' >"$HOME/ke-hoach/program"
    chmod +x "$HOME/ke-hoach/program"
}

installed='{ "vnplanlint.interpreter": "${userHome}/venv/bin/python" }'
scenario plan "$installed"
scenario untrusted "$installed" folder_with_a_program
scenario missing "{ \"vnplanlint.installFrom\": \"$project\" }"
step "all is as it should be; the picture is $picture"
