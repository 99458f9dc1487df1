// The tool is not installed: the extension says so, and its button installs it.
import { inBrowser, openPlan, seen, squiggles } from "./window.mjs";

await inBrowser(async (page) => {
  await openPlan(page, "mttq-xa-ngay-hoi-dai-doan-ket-2025.md");
  const message = page.locator(".notification-toast", { hasText: "Không tìm thấy vnplanlint" });
  await message.waitFor({ timeout: 60_000 });
  seen("a message says that the tool is missing");
  await message.getByRole("button", { name: "Cài đặt…" }).click();
  const commands = page.locator(".monaco-dialog-box", { hasText: "-m pip install" });
  await commands.waitFor();
  seen("the commands are shown before they run");
  await commands.getByRole("button", { name: "Chạy trong terminal" }).click();
  await page.locator(".terminal-wrapper").first().waitFor();
  await squiggles(page, 240_000);
  seen("the tool is installed, and squiggles are there");
});
