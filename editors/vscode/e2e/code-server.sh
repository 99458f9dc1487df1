#!/usr/bin/env bash
# Installs code-server, the Node.js that it needs, and Playwright into a folder, once.
#
# Its install scripts would fetch prebuilt programs from elsewhere; here everything comes from the npm
# registry, and the few native modules that the server loads are compiled.
set -euo pipefail
folder=$1
code_server=4.139.1
native=(@vscode/spdlog @vscode/native-watchdog @vscode/fs-copyfile @vscode/sqlite3 kerberos)

[ "$(cat "$folder/ready" 2>/dev/null)" != "$code_server" ] || exit 0
mkdir -p "$folder"
cd "$folder"
[ -f package.json ] || npm init --yes --loglevel=error >/dev/null

# The native modules are made for every Node.js (Node-API): headers that are here need no download.
headers=$(node -p 'path.dirname(path.dirname(process.execPath))')
[ ! -d "$headers/include/node" ] || export npm_config_nodedir=$headers

npm install --loglevel=error node@24 node-gyp@11
PATH="$folder/node_modules/.bin:$PATH"
npm install --loglevel=error --ignore-scripts "code-server@$code_server" playwright-core@1
cd node_modules/code-server/lib/vscode
npm install --loglevel=error --ignore-scripts --omit=dev
for module in "${native[@]}"; do
    (cd "node_modules/$module" && node-gyp rebuild >build.log 2>&1) || { cat "node_modules/$module/build.log"; exit 1; }
done
echo "$code_server" >"$folder/ready"
