import assert from "node:assert/strict";
import { test } from "node:test";
import { serverSettings } from "../src/settings";

function read(values: Record<string, unknown>): object {
  return serverSettings((name) => values[name]);
}

test("what is not set is not sent: configuration files decide", () => {
  assert.deepEqual(read({ lang: null, select: [], ignore: [], minSeverity: null, configPath: "" }), {});
});

test("what is set is sent as it stands, false among it", () => {
  const values = {
    enable: false,
    lang: "en",
    select: ["NT"],
    ignore: ["NT102", "DM"],
    minSeverity: "error",
    configPath: "a.toml",
  };
  assert.deepEqual(read(values), values);
});

test("settings that are none of the server's business stay here", () => {
  assert.deepEqual(read({ path: "/opt/vnplanlint", interpreter: "python3", installFrom: "x" }), {});
});
