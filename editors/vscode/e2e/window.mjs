// A browser window on code-server, with a folder of plans open.
import assert from "node:assert/strict";
import { connect, createServer } from "node:net";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const [cache, socket] = process.argv.slice(2);
export const [folder, picture] = process.argv.slice(4);

export const SIZE = { width: 1200, height: 780 };
const OFFLINE = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"];

/** Runs `scenario` on a page; where it fails, a picture shows how far it came. */
export async function inBrowser(scenario) {
  const { chromium } = createRequire(join(cache, "package.json"))("playwright-core");
  const address = await loopback(socket);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", ...OFFLINE],
  });
  const page = await browser.newPage({ viewport: SIZE });
  try {
    await page.goto(`${address}/?folder=${folder}`);
    await scenario(page);
  } catch (error) {
    await page.screenshot({ path: picture.replace(/\.png$/, "-failed.png") });
    throw error;
  } finally {
    await browser.close();
  }
  process.exit();
}

export async function openPlan(page, plan) {
  await page.locator(".explorer-folders-view").getByText(plan).dblclick({ timeout: 60_000 });
  await page.locator(".view-line").first().waitFor();
}

export async function squiggles(page, patience = 60_000) {
  await page.locator(".squiggly-error").first().waitFor({ timeout: patience });
}

/** Runs a command by its title. */
export async function command(page, title) {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input").fill(`>${title}`);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
}

export async function until(holds) {
  for (let attempts = 0; !holds() && attempts < 50; attempts++) {
    await pause(100);
  }
  assert.ok(holds());
}

export function seen(what) {
  console.log(`      ${what}`);
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
