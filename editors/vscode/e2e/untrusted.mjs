// A folder that is not trusted names a program of its own: it does not run, and plans are checked all the same.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { folder, inBrowser, openPlan, seen, squiggles, until } from "./window.mjs";

const hasRun = () => existsSync(join(folder, "own-program-has-run"));

await inBrowser(async (page) => {
  await openPlan(page, "mttq-xa-ngay-hoi-dai-doan-ket-2025.md");
  await squiggles(page);
  assert.ok(!hasRun());
  seen("squiggles are there, and the folder's own program has not run");
  await page.getByText("Manage", { exact: true }).first().click();
  await page.getByRole("button", { name: "Trust", exact: true }).first().click();
  await until(hasRun);
  seen("once the folder is trusted, its program is used");
});
