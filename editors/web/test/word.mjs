/** Word files in the page: dropped, fixed, downloaded with tracked changes and with comments, also on a phone. */

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPython } from "../../vscode/scripts/libs.mjs";
import { libs } from "../../vscode/scripts/paths.mjs";
import { run } from "../../vscode/scripts/run.mjs";

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The program, from the files that the page carries. */
function reslint(...words) {
  const code = `import sys; sys.path.insert(0, ${JSON.stringify(libs)}); from reslint.cli import main; sys.exit(main())`;
  return run(findPython(), ["-I", "-B", "-c", code, ...words]);
}

/** The steps; `wanted` is a draft with findings. */
export async function testWord({ check, browser, page, address, pictures, wanted, written, paste }) {
  const folder = mkdtempSync(join(tmpdir(), "reslint-page-"));
  const file = (name) => join(folder, name);
  writeFileSync(file("lamps.res.md"), wanted);
  reslint("convert", file("lamps.res.md"), file("lamps.docx"));
  const text = reslint("convert", file("lamps.docx"), "-");
  const office = ["/usr/bin/soffice", "/usr/bin/libreoffice"].find(existsSync);
  if (office === undefined) console.log("skipped: LibreOffice is not installed, so it opens none of the downloads");
  const said = (on, words) => on.waitForFunction((start) => document.getElementById("said").textContent.startsWith(start), words, { timeout: 180_000 });

  async function downloaded(on, button, name) {
    const [download] = await Promise.all([on.waitForEvent("download", { timeout: 180_000 }), on.locator(button).click()]);
    assert.equal(download.suggestedFilename(), "lamps.reslint.docx");
    await download.saveAs(file(name));
  }

  try {
    await check("a Word file that is dropped has its words in the draft, and its findings beside it", async () => {
      const bytes = readFileSync(file("lamps.docx")).toString("base64");
      const transfer = await page.evaluateHandle(([data, type]) => {
        const transfer = new DataTransfer();
        const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
        transfer.items.add(new File([bytes], "lamps.docx", { type }));
        return transfer;
      }, [bytes, TYPE]);
      await page.dispatchEvent("#text", "drop", { dataTransfer: transfer });
      await said(page, "lamps.docx is open.");
      assert.equal(await written(), text);
      await page.locator("#list .message", { hasText: "twice" }).first().waitFor();
      await page.screenshot({ path: join(pictures, "word.png") });
    });

    await check("it is downloaded with what was fixed as tracked changes", async () => {
      await page.locator("#fix").click();
      await page.waitForFunction(() => document.getElementById("said").textContent.includes("applied"));
      const fixed = await written();
      assert.notEqual(fixed, text);
      await downloaded(page, "#tracked", "tracked.docx");
      await said(page, "lamps.reslint.docx: ");
      assert.match(await page.locator("#said").textContent(), /: \d+ tracked changes?\.$/);
      assert.equal(reslint("convert", file("tracked.docx"), "-"), fixed);
      assert.equal(reslint("convert", "--as", "original", file("tracked.docx"), "-"), text);
    });

    await check("it is downloaded with comments on what is left", async () => {
      await paste(text);
      await downloaded(page, "#commented", "commented.docx");
      await said(page, "lamps.reslint.docx: ");
      assert.match(await page.locator("#said").textContent(), /: [1-9]\d* comments?\.$/);
      assert.equal(reslint("convert", file("commented.docx"), "-"), text);
      if (existsSync("/usr/bin/unzip")) assert.match(run("/usr/bin/unzip", ["-p", file("commented.docx"), "word/comments.xml"]), /stands here twice/);
    });

    await check("on a phone, too", async () => {
      const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
      phone.setDefaultTimeout(90_000);
      const small = await phone.newPage();
      await small.goto(address);
      await small.waitForFunction(() => document.getElementById("count").textContent.startsWith("Ready."), undefined, { timeout: 180_000 });
      await small.locator("#file").setInputFiles({ name: "lamps.docx", mimeType: TYPE, buffer: readFileSync(file("lamps.docx")) });
      await said(small, "lamps.docx is open.");
      await small.locator("#fix").click();
      await small.waitForFunction(() => document.getElementById("said").textContent.includes("applied"));
      await downloaded(small, "#tracked", "phone.docx");
      assert.equal(await small.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
      await small.locator("#tracked").scrollIntoViewIfNeeded();
      await small.screenshot({ path: join(pictures, "word-phone.png") });
      await phone.close();
    });

    if (office !== undefined) {
      await check("LibreOffice opens each download, and sees the changes and the comments", async () => {
        const copies = ["tracked", "commented", "phone"];
        run(office, [`-env:UserInstallation=file://${file("profile")}`, "--headless", "--convert-to", "fodt", "--outdir", folder, ...copies.map((name) => file(`${name}.docx`))], { timeout: 180_000 });
        const [tracked, commented, phone] = copies.map((name) => readFileSync(file(`${name}.fodt`), "utf8"));
        for (const each of [tracked, phone]) {
          assert.match(each, /<text:deletion>/);
          assert.match(each, /Lamps 🏮 of the harbours’ pilots/);
        }
        assert.match(commented, /<office:annotation [^]*stands here twice/);
      });
    }

    await check("a large file can be stopped while it is read; the draft stays, and is checked as before", async () => {
      const before = await written();
      const paragraphs = Array.from({ length: 4000 }, (_, index) => `${index + 1}. *Notes* lamp ${index}, which *stands* on the <u>pier</u>;`);
      writeFileSync(file("large.res.md"), `*The General Assembly*,\n\n${paragraphs.join("\n\n")}\n`);
      reslint("convert", file("large.res.md"), file("large.docx"));
      await page.locator("#file").setInputFiles({ name: "large.docx", mimeType: TYPE, buffer: readFileSync(file("large.docx")) });
      await page.locator("#busy:visible", { hasText: "Reading large.docx" }).waitFor();
      await page.screenshot({ path: join(pictures, "busy.png") });
      await page.locator("#busy button").click();
      await said(page, "Stopped; the draft is as it was.");
      await page.locator("#busy").waitFor({ state: "hidden" });
      assert.equal(await written(), before);
    });

    await check("what is not a Word file is refused in a sentence, and the draft stays", async () => {
      const before = await written();
      const cut = readFileSync(file("lamps.docx")).subarray(0, 400);
      await page.locator("#file").setInputFiles({ name: "cut.docx", mimeType: TYPE, buffer: cut });
      await page.locator("#failed:visible", { hasText: "cut.docx: this Word file is damaged or cut short; get it again" }).waitFor();
      assert.equal(await written(), before);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
