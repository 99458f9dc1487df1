// A faulty plan is opened, and all is there that a user must see: squiggles, the list of problems with the
// other places of a contradiction, a quick fix that changes the text, and what the commands show.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { command, folder, inBrowser, openPlan, picture, seen, SIZE, squiggles, until } from "./window.mjs";

const PLAN = "mttq-xa-ngay-hoi-dai-doan-ket-2025.md";
const OTHER_PLAN = "truong-giao-duc-nha-truong-2024.txt";
const MENDED = "V. TỔ";
const OTHER_FINDING = "Thiếu dấu cách sau “V.”";
const WRONG = "18/11/1930 - 18/11/2024";
const RIGHT = "18/11/1930 - 18/11/2025";
const FINDING = "“95 năm” nhưng 18/11/1930 – 18/11/2024 là 94 năm";
const OTHER_PLACE = "chỗ này cùng sự kiện, tính đúng";
const FIX = "Ghi 18/11/2025";
const TITLE_BAR = 36;

await inBrowser(async (page) => {
  await openPlan(page, PLAN);
  seen("the plan is open");
  await squiggles(page);
  seen("squiggles are there");
  await theProblemIsListedWithItsOtherPlace(page);
  await takePicture(page);
  await theStatusCounts(page);
  await theQuickFixChangesTheText(page);
  await whatWasUnderstoodStandsBeside(page);
  await aRuleIsExplained(page);
  await theOtherPlansOfTheFolderAreChecked(page);
  await savingMendsWhatIsSafe(page);
});

async function theProblemIsListedWithItsOtherPlace(page) {
  await page.keyboard.press("Control+Shift+M");
  const problems = page.locator(".markers-panel");
  await problems.getByText(FINDING).waitFor();
  const row = problems.locator(".monaco-list-row", { hasText: FINDING });
  assert.match(await row.innerText(), /NT102/);
  await problems.locator(".monaco-list-row", { hasText: OTHER_PLACE }).waitFor();
  seen("the finding is listed, with its other places");
}

/** The passage with the finding above, the list with its other places below. */
async function takePicture(page) {
  await page.keyboard.press("Control+b");
  await page.locator(".markers-panel").getByText(FINDING).dblclick();
  await page.locator(".monaco-editor.focused").waitFor();
  await page.locator(".markers-panel .monaco-list-row", { hasText: FINDING }).locator(".collapsed").click();
  await page.keyboard.press("Control+1");
  await page.locator(".monaco-editor.focused").waitFor();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.mouse.move(1000, 400);
  await page.mouse.wheel(0, -100);
  await pause(1500);
  await page.screenshot({
    path: picture,
    clip: { x: 0, y: TITLE_BAR, width: SIZE.width, height: SIZE.height - TITLE_BAR },
  });
}

async function theStatusCounts(page) {
  await page.locator("#status\\.languageStatus").click();
  await page.locator(".hover-language-status", { hasText: /[1-9]\d* phát hiện/ }).waitFor();
  await page.keyboard.press("Escape");
  seen("the status tells their number");
}

async function theQuickFixChangesTheText(page) {
  assert.ok(textOnDisk(PLAN).includes(WRONG));
  await page.locator(".markers-panel").getByText(FINDING).dblclick();
  await page.locator(".monaco-editor.focused").waitFor();
  await page.keyboard.press("Control+.");
  await page.locator(".action-widget").getByText(FIX).click();
  await page.locator(".markers-panel").getByText(FINDING).waitFor({ state: "detached" });
  await page.keyboard.press("Control+s");
  await until(() => textOnDisk(PLAN).split(RIGHT).length > 2 && !textOnDisk(PLAN).includes(WRONG));
  seen("the quick fix has changed the text, and the finding is gone");
}

async function whatWasUnderstoodStandsBeside(page) {
  await command(page, "vnplanlint: Show What Was Understood");
  const beside = page.locator(".editor-group-container").nth(1);
  await beside.locator(".view-line", { hasText: "17/KH-MTTQ-BTT" }).first().waitFor();
  seen("what was understood stands beside the text");
}

async function aRuleIsExplained(page) {
  await command(page, "vnplanlint: Explain a Rule");
  await page.locator(".quick-input-title", { hasText: "Giải thích quy tắc" }).waitFor();
  await page.keyboard.type("NT107");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "NT107" }).click();
  const preview = page.frameLocator("iframe.webview").frameLocator("iframe");
  await preview.locator("h1, h2, h3", { hasText: "NT107" }).first().waitFor();
  seen("a rule is explained");
}

async function theOtherPlansOfTheFolderAreChecked(page) {
  await command(page, "vnplanlint: Check All Documents");
  await page.locator(".statusbar-item", { hasText: /phát hiện trong 2 văn bản/ }).waitFor();
  await page.getByPlaceholder("Filter (e.g.").first().fill(OTHER_FINDING);
  await page.locator(".markers-panel").getByText(OTHER_FINDING).waitFor();
  seen("the other plans of the folder are checked");
}

async function savingMendsWhatIsSafe(page) {
  await page.locator(".markers-panel").getByText(OTHER_FINDING).dblclick();
  await page.locator(".monaco-editor.focused").waitFor();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type(" ");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Control+s");
  await page.locator(".markers-panel").getByText(OTHER_FINDING).waitFor({ state: "detached" });
  await until(() => textOnDisk(OTHER_PLAN).includes(MENDED));
  seen("saving mends what is safe");
}

function textOnDisk(name) {
  return readFileSync(join(folder, name), "utf8");
}
