import assert from "node:assert/strict";
import { test } from "node:test";
import { isNewEnough, parseVersion, shown, versionIn } from "../src/version";

test("the version is read from what the tool prints, whatever stands around it", () => {
  assert.deepEqual(versionIn("vnplanlint 0.12.3\n"), { major: 0, minor: 12, patch: 3 });
  assert.deepEqual(versionIn("vnplanlint, version 1.0.0rc1"), { major: 1, minor: 0, patch: 0 });
  assert.deepEqual(versionIn("a warning first\nvnplanlint 0.2.0"), { major: 0, minor: 2, patch: 0 });
});

test("another program is not taken for the tool", () => {
  assert.equal(versionIn("Python 3.11.7"), undefined);
  assert.equal(versionIn(""), undefined);
});

test("a tool of the same minor version will do, an earlier one will not", () => {
  const extension = parseVersion("0.3.4");
  const enough = (tool: string): boolean => isNewEnough(parseVersion(tool), extension);
  assert.deepEqual(["0.3.0", "0.3.9", "0.10.0", "1.0.0"].map(enough), [true, true, true, true]);
  assert.deepEqual(["0.2.9", "0.0.1"].map(enough), [false, false]);
  assert.equal(isNewEnough(parseVersion("0.9.0"), parseVersion("1.0.0")), false);
});

test("a version is shown as it is written", () => {
  assert.equal(shown(parseVersion("0.2.10")), "0.2.10");
  assert.throws(() => parseVersion("latest"));
});
