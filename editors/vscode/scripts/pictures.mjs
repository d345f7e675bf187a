/**
 * Takes the pictures of the README and the walkthrough in a real VS Code. Usage: pictures.mjs HOME [FOLDER]
 *
 * They go to FOLDER, by default the place where the test run keeps its files; `media` makes them the shipped ones.
 */

import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { Editor } from "./editor.mjs";
import { extension } from "./paths.mjs";

const [home, target = join(extension, ".test", "pictures")] = process.argv.slice(2);
const folder = resolve(target);
mkdirSync(folder, { recursive: true });
const WAIT = 30_000;
const LOOK = {
  "window.title": "${activeEditorShort}",
  "workbench.colorTheme": "Default Light Modern",
  "editor.fontSize": 13,
  "workbench.activityBar.location": "hidden",
  "breadcrumbs.enabled": false,
};

const editor = new Editor(home);
try {
  for (const other of ["lamps.res.md", "found.md", "letter.md"]) rmSync(join(editor.workspace, other));
  copyFileSync(join(extension, "test", "pictures", "harbour-lights.res.md"), join(editor.workspace, "harbour-lights.res.md"));
  await editor.start({ settings: LOOK, probe: false });
  const page = await editor.window({ width: 1180, height: 720 });
  const size = (width, height) => page.setViewportSize({ width, height });
  const whole = () => size(1180, 720);
  // The walkthrough shows its pictures some 600 pixels wide: what is to be read there must fill a small window.
  const small = () => size(660, 430);
  const shot = (name) => page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
  const command = async (words) => {
    await page.keyboard.press("F1");
    await page.waitForSelector(".quick-input-widget input", { timeout: WAIT });
    await page.keyboard.insertText(`>${words}`);
    await page.locator(".quick-input-list .monaco-list-row", { hasText: words }).first().click({ timeout: WAIT });
  };
  const settled = () => page.waitForTimeout(900);
  const toggleTheme = async () => {
    await command("Preferences: Toggle between Light/Dark Themes");
    await rest();
    await page.waitForTimeout(2000);
  };
  const rest = () => page.mouse.move(5, 500);

  await page.locator(".monaco-list-row", { hasText: "harbour-lights.res.md" }).first().dblclick({ timeout: WAIT });
  await page.waitForSelector(".squiggly-error", { timeout: 60_000 });
  await command("View: Toggle Primary Side Bar Visibility");
  await small();
  await page.locator(".view-line", { hasText: "Welcomes" }).first().click();
  await page.locator(".view-line", { hasText: "Welcomes" }).getByText("the the", { exact: true }).hover({ timeout: WAIT });
  await page.locator(".monaco-hover:visible", { hasText: "stands here twice" }).first().waitFor({ timeout: WAIT });
  await settled();
  await shot("walkthrough-warnings");
  await whole();
  await command("Problems: Focus on Problems View");
  await rest();
  await settled();
  await shot("editor-light");
  await command("View: Toggle Panel Visibility");

  await page.locator(".view-line", { hasText: "Welcomes" }).first().click();
  await command("reslint: Open Preview");
  await page.locator(".tab", { hasText: "Preview: Harbour" }).first().waitFor({ timeout: WAIT });
  await rest();
  await page.waitForTimeout(2000);
  await size(860, 480);
  await settled();
  await shot("walkthrough-preview");
  await whole();
  await toggleTheme();
  await shot("editor-dark");
  await toggleTheme();

  await command("reslint: Insert Citation");
  await page.locator(".quick-input-widget input").first().waitFor({ timeout: WAIT });
  await page.keyboard.type("corruption");
  await page.locator(".quick-input-list .monaco-list-row").nth(2).waitFor({ timeout: WAIT });
  await settled();
  await shot("citation-light");
  await page.keyboard.press("Escape");

  await command("View: Close All Editors");
  await page.locator(".monaco-dialog-box .monaco-button", { hasText: "Don't Save" }).click({ timeout: 2000 }).catch(() => {});
  await command("reslint: New Draft Resolution");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "General Assembly" }).first().click({ timeout: WAIT });
  await small();
  await page.locator(".view-line", { hasText: "*The General Assembly*" }).first().waitFor({ timeout: WAIT });
  await settled();
  await shot("walkthrough-draft");
  await page.keyboard.press("Escape");
  await size(660, 520);
  await page.locator(".view-line", { hasText: "Recognizing" }).first().click();
  await page.keyboard.press("End");
  await page.keyboard.type("\n\nRec");
  await page.keyboard.press("Control+Space");
  await page.locator(".suggest-widget.visible .monaco-list-row").first().waitFor({ timeout: WAIT });
  await settled();
  await shot("walkthrough-complete");
} catch (error) {
  await editor.page?.screenshot({ path: join(folder, "failed.png") }).catch(() => {});
  console.log(`failed  pictures: ${error.message.split("\n").slice(0, 4).join(" ")}`);
  process.exitCode = 1;
} finally {
  await editor.stop();
}
