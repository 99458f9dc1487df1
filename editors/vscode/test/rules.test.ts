import assert from "node:assert/strict";
import { test } from "node:test";
import { rulesIn, withFirst } from "../src/rules";

const LISTED = JSON.stringify([
  {
    code: "NT101",
    name: "impossible-date",
    severity: "error",
    title: { vi: "Ngày không có", en: "A date that does not exist" },
  },
  { code: "XX901", name: "own-rule", severity: "style", title: { vi: "Quy tắc riêng" } },
]);

test("a rule's title is in the language asked for, Vietnamese where the rule has no other", () => {
  assert.deepEqual(
    rulesIn(LISTED, "en").map(({ title }) => title),
    ["A date that does not exist", "Quy tắc riêng"],
  );
  assert.deepEqual(
    rulesIn(LISTED, "vi").map(({ title }) => title),
    ["Ngày không có", "Quy tắc riêng"],
  );
});

test("the rules at the cursor come first, each once", () => {
  const rules = rulesIn(LISTED, "vi");
  assert.deepEqual(
    withFirst(rules, ["XX901", "ZZ000"]).map(({ code }) => code),
    ["XX901", "NT101"],
  );
  assert.deepEqual(withFirst(rules, []), rules);
});

test("something else than a list of rules is refused", () => {
  assert.throws(() => rulesIn("{}", "vi"));
  assert.throws(() => rulesIn("", "vi"));
});
