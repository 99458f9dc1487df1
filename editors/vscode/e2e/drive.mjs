// Opens a faulty plan, and holds what the user must see: squiggles, the list of problems with the
// other places of a contradiction, and a quick fix that changes the text.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const [cache, socket, folder, plan, picture] = process.argv.slice(2);
const { chromium } = createRequire(join(cache, "package.json"))("playwright-core");

const OTHER_FINDING = "Thiếu dấu cách sau “V.”";
const WRONG = "18/11/1930 - 18/11/2024";
const RIGHT = "18/11/1930 - 18/11/2025";
const FINDING = "“95 năm” nhưng 18/11/1930 – 18/11/2024 là 94 năm";
const OTHER_PLACE = "chỗ này cùng sự kiện, tính đúng";
const FIX = "Ghi 18/11/2025";
const OFFLINE = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"];

const address = await loopback(socket);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", ...OFFLINE],
});
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 780 } });
  await page.goto(`${address}/?folder=${folder}`);
  await openPlan(page);
  await theSquiggleIsThere(page);
  await theProblemIsListedWithItsOtherPlace(page);
  await takePicture(page);
  await theStatusCounts(page);
  await theQuickFixChangesTheText(page);
  await whatWasUnderstoodStandsBeside(page);
  await aRuleIsExplained(page);
  await theOtherPlansOfTheFolderAreChecked(page);
} catch (error) {
  for (const page of browser.contexts().flatMap((context) => context.pages())) {
    await page.screenshot({ path: picture.replace(/\.png$/, "-failed.png") });
  }
  throw error;
} finally {
  await browser.close();
}
process.exit();

async function openPlan(page) {
  await page.locator(".explorer-folders-view").getByText(plan).dblclick({ timeout: 30_000 });
  await page.locator(".view-line", { hasText: "THÀNH" }).or(page.locator(".view-line").first()).first().waitFor();
  console.log("      the plan is open");
}

async function theSquiggleIsThere(page) {
  await page.locator(".squiggly-error").first().waitFor({ timeout: 30_000 });
  console.log("      squiggles are there");
}

async function theProblemIsListedWithItsOtherPlace(page) {
  await page.keyboard.press("Control+Shift+M");
  const problems = page.locator(".markers-panel");
  await problems.getByText(FINDING).waitFor();
  const row = problems.locator(".monaco-list-row", { hasText: FINDING });
  assert.match(await row.innerText(), /NT102/);
  await problems.locator(".monaco-list-row", { hasText: OTHER_PLACE }).waitFor();
  console.log("      the finding is listed, with its other places");
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
  await page.screenshot({ path: picture, clip: { x: 0, y: 36, width: 1200, height: 744 } });
}

async function theStatusCounts(page) {
  await page.locator("#status\\.languageStatus").click();
  await page.locator(".hover-language-status", { hasText: /[1-9]\d* phát hiện/ }).waitFor();
  await page.keyboard.press("Escape");
  console.log("      the status tells their number");
}

async function theQuickFixChangesTheText(page) {
  assert.ok(textOnDisk().includes(WRONG));
  await page.locator(".markers-panel").getByText(FINDING).dblclick();
  await page.locator(".monaco-editor.focused").waitFor();
  await page.keyboard.press("Control+.");
  await page.locator(".action-widget").getByText(FIX).click();
  await page.locator(".markers-panel").getByText(FINDING).waitFor({ state: "detached" });
  await page.keyboard.press("Control+s");
  for (let attempts = 0; textOnDisk().includes(WRONG) && attempts < 50; attempts++) {
    await pause(100);
  }
  assert.ok(!textOnDisk().includes(WRONG));
  assert.ok(textOnDisk().includes(RIGHT));
  console.log("      the quick fix has changed the text, and the finding is gone");
}

async function whatWasUnderstoodStandsBeside(page) {
  await command(page, "Show What Was Understood");
  const beside = page.locator(".editor-group-container").nth(1);
  await beside.locator(".view-line", { hasText: "17/KH-MTTQ-BTT" }).first().waitFor();
  console.log("      what was understood stands beside the text");
}

async function aRuleIsExplained(page) {
  await command(page, "Explain a Rule");
  await page.locator(".quick-input-title", { hasText: "Giải thích quy tắc" }).waitFor();
  await page.keyboard.type("NT107");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "NT107" }).click();
  const preview = page.frameLocator("iframe.webview").frameLocator("iframe");
  await preview.locator("h1, h2, h3", { hasText: "NT107" }).first().waitFor();
  console.log("      a rule is explained");
}

async function theOtherPlansOfTheFolderAreChecked(page) {
  await command(page, "Check All Documents");
  await page.locator(".statusbar-item", { hasText: /phát hiện trong 2 văn bản/ }).waitFor();
  await page.locator(".markers-panel .monaco-list").press("End");
  await page.locator(".markers-panel").getByText(OTHER_FINDING).waitFor();
  console.log("      the other plans of the folder are checked");
}

async function command(page, title) {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input").fill(`>vnplanlint: ${title}`);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
}

function textOnDisk() {
  return readFileSync(join(folder, plan), "utf8");
}

/** A port of this machine for the browser, chosen by the system, in front of code-server's socket. */
async function loopback(path) {
  const server = createServer((browserSide) => {
    const serverSide = connect(path);
    browserSide.pipe(serverSide).pipe(browserSide);
    browserSide.on("error", () => serverSide.destroy());
    serverSide.on("error", () => browserSide.destroy());
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  for (let attempts = 0; attempts < 100; attempts++) {
    if (await answers(path)) {
      return `http://127.0.0.1:${server.address().port}`;
    }
    await pause(200);
  }
  throw new Error("code-server does not answer");
}

function answers(path) {
  return new Promise((resolve) => {
    const attempt = connect(path, () => resolve(attempt.destroy() !== undefined));
    attempt.on("error", () => resolve(false));
  });
}
