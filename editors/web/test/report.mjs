/** The HTML report in a browser that runs no script and has no network: margin, filter by keyboard, paper, phone. */

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const PROJECT = resolve(import.meta.dirname, "../../..");
const OWN = join(PROJECT, ".venv/bin/python");
const PYTHON = existsSync(OWN) ? OWN : "python3";
const DRAFT = `*The General Assembly*,

Noting the the lamps of the 79th session of the harbour,

Recalling the pilots,

1. Requests the the keepers to report;

3. *Decides* to remain seized of the matter.
`;

/** @param {import("playwright-core").Browser} browser @param {(name: string, work: () => Promise<unknown>) => Promise<void>} check */
export async function testReport(browser, pictures, check) {
  const folder = mkdtempSync(join(tmpdir(), "reslint-report-"));
  writeFileSync(join(folder, "draft.res.md"), DRAFT);
  spawnSync(PYTHON, ["-m", "reslint", "check", "draft.res.md", "--quiet", "--output", "html=report.html"], {
    cwd: folder,
    env: { ...process.env, PYTHONPATH: join(PROJECT, "server") },
  });
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true, viewport: { width: 1100, height: 800 } });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(join(folder, "report.html")).href);
  const notes = page.locator(".margin p:visible");
  const all = await notes.count();
  const lines = async (marks) => [...new Set(await page.locator(marks).evaluateAll((found) => found.map((each) => getComputedStyle(each).textDecorationLine)))];
  const chosen = (rule) => page.locator("#show-rule").selectOption(rule);

  await check("report: notes move no paragraph and do not cover one another", async () => {
    assert.ok(all >= 6, `${all} notes`);
    const boxes = await Promise.all((await notes.all()).map((note) => note.boundingBox()));
    for (const [at, box] of boxes.slice(1).entries()) assert.ok(box.y >= boxes[at].y + boxes[at].height);
    const words = await Promise.all((await page.locator(".block > p").all()).map((block) => block.boundingBox()));
    assert.ok(words.every((box) => box.x + box.width <= boxes[0].x), "words lie below notes");
    for (const [at, box] of words.slice(1).entries()) {
      assert.ok(box.y - words[at].y - words[at].height < 40, `a gap before paragraph ${at + 2}`);
    }
  });

  await check("report: an opener that is to be in italics is shown in italics", async () => {
    const shown = page.locator(".margin p em", { hasText: "Noting" });
    assert.equal(await shown.evaluate((words) => getComputedStyle(words).fontStyle), "italic");
  });

  await check("report: one severity is hidden by keyboard, with its marks, and shown again", async () => {
    const warnings = await page.locator(".margin p.warning:visible").count();
    assert.ok(warnings > 0 && warnings < all);
    await page.locator("#show-warning").focus();
    await page.keyboard.press("Space");
    assert.equal(await notes.count(), all - warnings);
    assert.equal(await page.locator(".margin p.warning:visible").count(), 0);
    assert.deepEqual(await lines("mark.warning"), ["none"]);
    assert.deepEqual(await lines("mark.error"), ["underline"]);
    assert.ok(await page.locator(".filtered").isVisible());
    await page.keyboard.press("Space");
    assert.equal(await notes.count(), all);
    assert.ok(!(await page.locator(".filtered").isVisible()));
  });

  await check("report: one rule or area is chosen by keyboard", async () => {
    await page.locator("#show-rule").focus();
    await page.keyboard.type("style/repeated-word");
    assert.deepEqual(new Set(await notes.locator(".rule").allTextContents()), new Set(["style/repeated-word"]));
    await chosen("opener");
    const rules = await notes.locator(".rule").allTextContents();
    assert.ok(rules.length >= 2 && rules.every((rule) => rule.startsWith("opener/")), rules.join());
    await page.screenshot({ path: join(pictures, "report-filtered.png"), fullPage: true });
  });

  await check("report: paper shows what the filter leaves, and no form", async () => {
    await page.emulateMedia({ media: "print" });
    const shown = await notes.locator(".rule").allTextContents();
    assert.ok(shown.length >= 2 && shown.every((rule) => rule.startsWith("opener/")));
    assert.ok(!(await page.locator(".filter").isVisible()));
    assert.ok(await page.locator(".filtered").isVisible());
    assert.deepEqual(await lines("mark.error"), ["none"]);
    assert.deepEqual(await lines("mark.warning[data-findings*='opener/']"), ["underline"]);
    const paper = join(pictures, "report.pdf");
    await page.pdf({ path: paper, format: "A4" });
    try {
      const words = execFileSync("pdftotext", ["-layout", paper, "-"], { encoding: "utf8" });
      assert.match(words, /opener\/preambular-italic/);
      assert.doesNotMatch(words, /style\/repeated-word/);
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
    }
    await page.emulateMedia({ media: "screen" });
  });

  await check("report: all is shown again, and on a phone below each paragraph", async () => {
    await page.locator(".filter button").click();
    assert.equal(await notes.count(), all);
    await page.setViewportSize({ width: 390, height: 800 });
    const block = page.locator(".block", { hasText: "Noting the the lamps" });
    const [words, note] = [await block.locator("> p").boundingBox(), await block.locator("aside").boundingBox()];
    assert.ok(note.y >= words.y + words.height - 1 && note.x >= words.x - 1);
    const wide = await page.locator("body").evaluate((body) => body.scrollWidth);
    assert.ok(wide <= 390, `${wide} pixels wide`);
    await page.screenshot({ path: join(pictures, "report-phone.png"), fullPage: true });
  });

  await check("report: nothing else was asked for", () => assert.equal(asked.length, 1));
  await context.close();
  rmSync(folder, { recursive: true });
}
