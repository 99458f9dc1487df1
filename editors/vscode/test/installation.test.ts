import assert from "node:assert/strict";
import { test } from "node:test";
import { steps, typed } from "../src/installation";
import { linux, windows } from "./machines";

test("a virtual environment that is there is used as it is", () => {
  const planned = steps({ kind: "environment", python: "/venv/bin/python" }, "/src/vnplanlint", linux([]));
  assert.deepEqual(planned.map(typed), [
    "/venv/bin/python -m pip install --upgrade --disable-pip-version-check /src/vnplanlint",
  ]);
});

test("without one, the tool gets its own, and the system's Python is left alone", () => {
  const planned = steps(
    { kind: "own", python: "C:\\Python311\\python.exe", folder: "C:\\own" },
    "tool.whl",
    windows([], ""),
  );
  assert.deepEqual(
    planned.map(({ program }) => program),
    ["C:\\Python311\\python.exe", "C:\\own\\Scripts\\python.exe"],
  );
  assert.deepEqual(planned[0]?.args, ["-m", "venv", "C:\\own"]);
});

test("what is shown could be typed: words with spaces stand in quotation marks", () => {
  assert.equal(
    typed({ program: "/a b/python", args: ["-m", "pip", "git+https://x.vn/y@v1"] }),
    '"/a b/python" -m pip git+https://x.vn/y@v1',
  );
});
