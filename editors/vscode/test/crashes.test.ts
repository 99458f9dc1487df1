import assert from "node:assert/strict";
import { test } from "node:test";
import { Crashes } from "../src/crashes";

test("a server that keeps crashing is given up, one that crashes now and then is not", () => {
  let minutes = 0;
  const crashes = new Crashes(() => minutes * 60_000);
  assert.deepEqual(
    [1, 2, 3, 4].map(() => crashes.mayRestart()),
    [true, true, true, false],
  );
  minutes = 10;
  assert.equal(crashes.mayRestart(), true);
});
