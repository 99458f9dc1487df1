import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Launch } from "../src/environment";
import { output, probing, thisMachine } from "../src/running";

const folder = mkdtempSync(join(tmpdir(), "vnplanlint-"));
after(() => rmSync(folder, { recursive: true }));

/** A program that runs `script`, started as the tool would be. */
function program(name: string, script: string): Launch {
  const file = join(folder, name);
  writeFileSync(file, script);
  chmodSync(file, 0o755);
  return { command: process.execPath, args: [file], origin: "path" };
}

test("the version of a tool that answers is read, and its answer logged", async () => {
  const lines: string[] = [];
  const tool = program("tool.js", "console.log('vnplanlint 0.2.0')");
  assert.deepEqual(await probing((line) => lines.push(line))(tool), { major: 0, minor: 2, patch: 0 });
  assert.match(lines.join("\n"), /tool\.js --version: vnplanlint 0\.2\.0$/);
});

test("a program that fails or is not there is not the tool, and the log says why", async () => {
  const lines: string[] = [];
  const probe = probing((line) => lines.push(line));
  assert.equal(
    await probe(program("fails.js", "console.error('No module named vnplanlint'); process.exit(1)")),
    undefined,
  );
  assert.equal(await probe({ command: join(folder, "gone"), args: [], origin: "path" }), undefined);
  assert.match(lines[0] ?? "", /No module named vnplanlint$/);
  assert.match(lines[1] ?? "", /ENOENT/);
});

test("Python is told to take no module from the folder it runs in", async () => {
  const told = program("env.js", "console.log(process.env.PYTHONSAFEPATH, process.cwd())");
  assert.equal((await output(told, [], thisMachine.home)).trim(), `1 ${thisMachine.home}`);
});

test("a folder is not a file", () => {
  assert.equal(thisMachine.isFile(folder), false);
  assert.equal(thisMachine.isFile(process.execPath), true);
  assert.equal(thisMachine.isFile(join(folder, "gone")), false);
});
