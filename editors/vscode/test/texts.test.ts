import assert from "node:assert/strict";
import { test } from "node:test";
import { said } from "../src/texts";

test("a text is said in Vietnamese where that is asked for, else in English", () => {
  assert.equal(said("vi", "{0} findings", [3]), "3 phát hiện");
  assert.equal(said("vi-VN", "{0} findings", [3]), "3 phát hiện");
  assert.equal(said("en", "{0} findings", [3]), "3 findings");
  assert.equal(said("vie", "{0} findings", [3]), "3 findings");
});

test("values are put in as they stand, and a text without a translation is said as it is", () => {
  assert.equal(said("vi", "{1} of {0}: {2}", ["$&", "{0}"]), "{0} of $&: {2}");
});
