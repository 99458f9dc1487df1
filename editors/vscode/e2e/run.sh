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
plan=mttq-xa-ngay-hoi-dai-doan-ket-2025.md

since=$SECONDS
step() { printf '%4ds  %s\n' $((SECONDS - since)) "$*"; }

"$here/code-server.sh" "$cache"
step "code-server is there"

work=$(mktemp -d)
server=
finish() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

# A home of its own: nothing of the user's editors is read or changed.
home="$work/home"
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install --quiet --disable-pip-version-check "$project" 2>"$work/log" || { cat "$work/log"; exit 1; }
step "vnplanlint is installed"

mkdir "$work/extension"
(cd "$extension" && tar -c --exclude=./node_modules --exclude=./dist --exclude=./out .) | tar -x -C "$work/extension"
(cd "$work/extension" && npm ci --loglevel=error --ignore-scripts && npm run --silent package >/dev/null)
step "the extension is packaged"

export HOME="$home" PATH="$cache/node_modules/.bin:$PATH"
data="$HOME/data"
mkdir -p "$HOME/ke-hoach" "$data/User" "$data/Machine"
cp "$project/corpus/$plan" "$project/corpus/truong-giao-duc-nha-truong-2024.txt" "$HOME/ke-hoach/"
cp "$here/settings.json" "$data/User/settings.json"
echo '{ "vnplanlint.interpreter": "${userHome}/venv/bin/python" }' >"$data/Machine/settings.json"
code_server=(node "$cache/node_modules/code-server/out/node/entry.js" --config "$HOME/config.yaml"
    --user-data-dir "$data" --extensions-dir "$HOME/extensions" --disable-telemetry --disable-update-check)
"${code_server[@]}" --install-extension "$work/extension/vnplanlint.vsix" >"$work/log" 2>&1
"${code_server[@]}" --list-extensions 2>/dev/null | grep -qx vnplanlint.vnplanlint
"${code_server[@]}" --auth none --socket "$work/socket" >>"$work/log" 2>&1 &
server=$!
step "the extension is installed in code-server"

if ! timeout 300 node "$here/drive.mjs" "$cache" "$work/socket" "$HOME/ke-hoach" "$plan" "$picture"; then
    tail -n 40 "$work/log"
    find "$data/logs" -name '*vnplanlint*.log' -exec tail -n 40 {} +
    exit 1
fi
step "all is as it should be; the picture is $picture"
