/** The draft outlives the page: in this browser, in a link, in files; and the page opens without a network. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The steps; `wanted` is a draft with findings. The page is loaded again once. */
export async function testKeeping({ check, context, page, address, pictures, paste, written, settled, wanted }) {
  const said = (words) => page.waitForFunction((start) => document.getElementById("said").textContent.startsWith(start), words, { timeout: 180_000 });
  const menu = async (button) => {
    await page.locator("#more").evaluate((details) => (details.open = true));
    await page.locator(button).click();
  };
  const downloaded = async (button) => {
    const [download] = await Promise.all([page.waitForEvent("download", { timeout: 180_000 }), menu(button)]);
    return [download.suggestedFilename(), readFileSync(await download.path())];
  };

  await check("it is saved as text, as a report with the findings, and as a new Word file", async () => {
    await paste(wanted);
    const [name, text] = await downloaded("#save-text");
    assert.deepEqual([name, text.toString("utf8")], ["draft.res.md", wanted]);
    const [, report] = await downloaded("#report");
    assert.match(report.toString("utf8"), /^<!doctype html>[^]*stands here twice/);
    const [, word] = await downloaded("#new-word");
    assert.equal(word.subarray(0, 2).toString(), "PK");
    await said("draft.docx is saved.");
  });

  let link = "";
  await check("a link carries it behind its “#”", async () => {
    await menu("#link");
    await said("A link is copied");
    link = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(link.startsWith(`${address}#draft=`) && link.length < 600, link);
    await paste("The lamps.");
    await page.evaluate((there) => (location.href = there), link);
    await said("The draft in the link is open.");
    assert.equal(await written(), wanted);
    await page.evaluate(() => (location.href = "#draft=nonsense"));
    await page.locator("#failed:visible", { hasText: "the link does not hold a whole draft" }).waitFor();
    assert.equal(await written(), wanted);
  });

  await check("with no network the page opens again, the draft in it, and checks it", async () => {
    await page.evaluate(() => (location.href = "#"));
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await context.setOffline(true);
    await page.reload();
    await settled("3 findings");
    assert.equal(await written(), wanted);
    await page.screenshot({ path: join(pictures, "offline.png") });
    await context.setOffline(false);
  });

  await check("what is to be forgotten is not kept, and can be had back until the page is closed", async () => {
    assert.match(await page.evaluate(() => localStorage.getItem("reslint-draft")), /Lamps/);
    await page.locator("#forget").click();
    await settled("Ready.");
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.locator("#undo").click();
    assert.equal(await written(), wanted);
  });
}
