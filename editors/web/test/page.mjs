/** The page in headless Chromium. Usage: page.mjs FOLDER, the one that playwright-core and axe-core are installed in. */

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { serve } from "../serve.mjs";
import { testKeeping } from "./keeping.mjs";
import { testMandates } from "./mandates.mjs";
import { testPaste } from "./pasting.mjs";
import { testReport } from "./report.mjs";
import { testWord } from "./word.mjs";

const tools = resolve(process.argv[2]);
const need = createRequire(join(tools, "package.json"));
const { chromium } = need("playwright-core");
const AXE = readFileSync(need.resolve("axe-core/axe.min.js"), "utf8");
const pictures = join(tools, "pictures");
mkdirSync(pictures, { recursive: true });

// An emoji is two units in JavaScript and one character in Python: what stands after it shows whether places are right.
const BAD = `**Lamps 🏮 of the harbours’ pilots**

*The General Assembly*,

*Recalling* its resolution 66/181 of 19 December 2011,

*Noting* the lamps 🏮🏮 of the the pilots’ harbours,

1. *Welcomes* the lamps that the the pilots lit;

3. *Decides* to remain seized of the matter.
`;
const GOOD = BAD.replaceAll("the the", "the").replace("3. *Decides*", "2. *Decides*");
const EMPTY = "Ready. Paste a draft.";

const asked = [];
const server = await serve(0, (path) => asked.push(path));
const address = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
let failed = 0;

async function check(name, work) {
  try {
    const told = await work();
    console.log(`passed  ${name}${told === undefined ? "" : ` (${told})`}`);
  } catch (error) {
    failed += 1;
    console.log(`failed  ${name}: ${error.message}`);
    await page?.screenshot({ path: join(pictures, `failed-${failed}.png`) }).catch(() => {});
  }
}

const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: address });
// A machine that does much besides takes half a minute to start Python.
context.setDefaultTimeout(90_000);
const page = await context.newPage();
const complaints = [];
page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
page.on("pageerror", (error) => complaints.push(String(error)));

const draft = page.locator("#text");
/** What stands in the draft: all of it is on the screen, or near it, as long as it is short. */
const written = () => draft.evaluate((field) => [...field.querySelectorAll(".cm-line")].map((line) => (line.querySelector(".cm-placeholder") ? "" : line.textContent)).join("\n"));
const count = page.locator("#count");
const items = page.locator("#list > li");
const settled = (words) => page.waitForFunction((expected) => document.getElementById("count").textContent.startsWith(expected), words, { timeout: 180_000 });
const messages = () => page.locator("#list .message").allTextContents();

async function paste(text) {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await draft.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Control+V");
}

async function empty() {
  await draft.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await settled(EMPTY);
}

/** How long it takes from a paste to the findings, in milliseconds. */
async function timed(text) {
  const started = Date.now();
  await paste(text);
  await items.first().waitFor({ timeout: 60_000 });
  return Date.now() - started;
}

async function accessible(when) {
  // By way of the debugger: the policy of the page would not let the script in otherwise.
  await page.evaluate(AXE);
  const { violations, passes } = await page.evaluate(() => globalThis.axe.run());
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3).join(" ")}`), [], when);
  return `${passes.length} rules of axe-core passed`;
}

await check("the page loads and is ready", async () => {
  const started = Date.now();
  await page.goto(address);
  await settled(EMPTY);
  return `${Date.now() - started} ms`;
});

await check("a bad draft has its findings, with a place, a message and a reason", async () => {
  const time = await timed(BAD);
  const found = await messages();
  assert.ok(found.length >= 3, found.join("\n"));
  assert.match(await count.textContent(), /^\d+ findings: /);
  assert.match(await items.first().locator(".place").first().textContent(), /line \d+/);
  await items.first().locator("summary").click();
  assert.ok((await items.first().locator("details p").allTextContents()).join(" ").length > 40);
  return `${time} ms from the paste`;
});

await check("a finding after emoji and U+2019 leads to its very words", async () => {
  const doubled = items.filter({ hasText: "twice" });
  assert.equal(await doubled.count(), 2);
  for (const [index, line] of [[0, "*Noting* "], [1, "1. *Welcomes*"]]) {
    await doubled.nth(index).locator(".go").click();
    const [selected, whole] = await page.evaluate(() => [String(getSelection()), getSelection().anchorNode.parentElement.closest(".cm-line").textContent]);
    assert.match(selected, /^(the )?the$/);
    assert.ok(whole.startsWith(line), whole);
  }
});

await check("findings are marked in the text, and say there what they are", async () => {
  const marked = await page.locator("#text .cm-lintRange-error").allTextContents();
  assert.equal(marked.filter((words) => /^(the )?the$/.test(words)).length, 2, marked.join("|"));
  await page.locator("#text .cm-lintRange-error", { hasText: "the" }).first().hover();
  await page.locator(".cm-tooltip-lint .cm-diagnosticText", { hasText: "twice" }).first().waitFor();
  await page.screenshot({ path: join(pictures, "hover.png") });
  await page.mouse.move(5, 5);
});

await check("the printed page shows the draft with its findings in the margin", async () => {
  assert.equal(await page.locator("#preview .title h1").textContent(), "Lamps 🏮 of the harbours’ pilots");
  assert.ok((await page.locator("#preview mark").count()) >= 2);
  assert.ok((await page.locator("#preview .margin p").count()) >= 3);
  const [start, end] = await page.locator("#preview mark").first().evaluate((mark) => [Number(mark.dataset.start), Number(mark.dataset.end)]);
  const marked = (await written()).slice(start, end);
  assert.match(marked, /^(the )?the$/);
});

await check("with findings the page is accessible", () => accessible("light"));
await page.evaluate(() => scrollTo(0, 0));
await page.screenshot({ path: join(pictures, "light.png"), fullPage: true });

await check("in the dark it is accessible, too", async () => {
  await page.emulateMedia({ colorScheme: "dark" });
  const told = await accessible("dark");
  await page.screenshot({ path: join(pictures, "dark.png"), fullPage: true });
  await page.emulateMedia({ colorScheme: "light" });
  return told;
});

await check("on a phone nothing sticks out, and the number of findings is seen first", async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.screenshot({ path: join(pictures, "narrow.png") });
  const { y, height } = await count.boundingBox();
  await page.setViewportSize({ width: 1280, height: 900 });
  assert.ok(wide <= 360, `${wide} pixels wide`);
  assert.ok(y + height < 300, `the count ends ${y + height} pixels down`);
});

await check("one fix changes its own place and can be undone", async () => {
  const before = await items.count();
  await items.filter({ hasText: "line 9" }).filter({ hasText: "twice" }).locator(".act").first().click();
  await page.waitForFunction((number) => document.querySelectorAll("#list > li").length === number, before - 1);
  assert.equal(await written(), BAD.replace("that the the", "that the"));
  await page.locator("#undo").click();
  assert.equal(await written(), BAD);
  await page.waitForFunction((number) => document.querySelectorAll("#list > li").length === number, before);
});

await check("all safe fixes are applied, and the copy is the mended draft", async () => {
  await page.locator("#fix").click();
  await page.waitForFunction(() => document.getElementById("said").textContent.includes("applied"));
  await page.locator("#copy").click();
  await page.waitForFunction(() => document.getElementById("said").textContent === "Copied.");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), GOOD);
  return (await page.locator("#count").textContent()) ?? "";
});

await check("the keyboard alone does it all", async () => {
  await page.evaluate((words) => navigator.clipboard.writeText(words), BAD);
  await page.locator("#forget").click();
  await settled(EMPTY);
  await page.evaluate(() => document.querySelector(".skip").focus());
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.className || document.activeElement.localName);
  const walk = async (keys) => {
    const seen = [];
    for (const _ of keys) {
      await page.keyboard.press("Tab");
      seen.push(await focused());
    }
    assert.deepEqual(seen, keys);
  };
  // Undo, because what was forgotten can still be had back.
  await walk(["undo", "file", "example", "profile", "text", "copy", "summary", "forget"]);
  await draft.focus();
  await page.keyboard.press("Control+V");
  await items.first().waitFor();
  const number = await items.count();
  await walk(["copy", "summary", "forget", "go"]);
  const at = () => page.evaluate(() => [...document.querySelectorAll("#list > li")].findIndex((item) => item.contains(document.activeElement)));
  await page.keyboard.press("End");
  assert.equal(await at(), number - 1);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  assert.equal(await at(), 1);
  assert.equal(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), "solid");
  await page.keyboard.press("Enter");
  assert.equal(await focused(), "text");
  await page.keyboard.press("F8");
  assert.match(await page.locator("#said").textContent(), /^Line \d+: /);
  await page.locator("#fix").focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.getElementById("said").textContent.includes("applied"));
  assert.equal(await focused(), "fix");
  await page.locator("#copy").focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.getElementById("said").textContent === "Copied.");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), GOOD);
});

await check("what may come next is proposed, and Enter ends the paragraph all the same", async () => {
  await empty();
  await paste(`${BAD.split("\n").slice(0, 4).join("\n")}\n*Recalling* its resolution 66/181 of 19 December 2011,\n\n`);
  await page.keyboard.type("*Not", { delay: 50 });
  await page.locator(".cm-tooltip-autocomplete li", { hasText: "Noting" }).first().waitFor();
  await page.keyboard.press("Enter");
  assert.match(await written(), /\*Not\n$/);
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Control+Space");
  await page.locator(".cm-tooltip-autocomplete li[aria-selected]", { hasText: "Noting" }).waitFor();
  await page.screenshot({ path: join(pictures, "proposals.png") });
  // A key that comes too soon after the list is taken for one that was meant for the text.
  await page.waitForTimeout(200);
  await page.keyboard.press("Tab");
  assert.match(await written(), /\n\*Noting\*? ?$/);
});

await check("findings are announced in a polite live region", async () => {
  assert.deepEqual(await page.locator("[role=status]").evaluateAll((all) => all.map(({ id }) => id)), ["count", "said"]);
});

await check("a chosen profile holds", async () => {
  const told = () => page.locator("#notices").textContent();
  assert.match(await told(), /Profile un/);
  await page.locator("#profile").selectOption("un/sc");
  await page.waitForFunction(() => document.getElementById("notices").textContent.includes("Profile sc"));
  await page.locator("#profile").selectOption("");
  await page.waitForFunction(() => document.getElementById("notices").textContent.includes("Profile un"));
});

await check("a file is opened, with its line ends and its byte order mark taken care of", async () => {
  await page.locator("#file").setInputFiles({ name: "lamps.res.md", mimeType: "text/markdown", buffer: Buffer.from(`\ufeff${BAD.replaceAll("\n", "\r\n")}`) });
  await page.waitForFunction(() => document.getElementById("said").textContent === "lamps.res.md is open.");
  assert.equal(await written(), BAD);
  await page.locator("#file").setInputFiles({ name: "lamps.txt", mimeType: "text/plain", buffer: Buffer.from([0x50, 0x4b, 0xff, 0xfe]) });
  await page.locator("#failed:visible", { hasText: "lamps.txt is not a text" }).waitFor();
  assert.equal(await written(), BAD);
});

await check("markup in a draft is shown and not run", async () => {
  await paste(`${BAD}\n4. *Notes* <img src=x onerror="document.title='run'"> <script>document.title='run'</script>;\n`);
  await page.waitForFunction(() => document.getElementById("preview").textContent.includes("onerror"));
  assert.equal(await page.locator("#preview img, #preview script").count(), 0);
  assert.notEqual(await page.title(), "run");
});

await testPaste({ check, page, draft, written });
await testMandates({ check, page, pictures, paste, accessible });
await testKeeping({ check, context, page, address, pictures, paste, written, settled, wanted: BAD });
await testWord({ check, browser, page, address, pictures, wanted: BAD, written, paste });

await check("once loaded, neither the page nor its worker connects to anything", async () => {
  await empty();
  assert.deepEqual(complaints, []);
  const before = asked.length;
  await timed(BAD);
  assert.equal(asked.length, before);
  assert.equal(await page.evaluate(() => fetch("index.html").then(() => "reached", () => "refused")), "refused");
  const inWorker = () => new Promise((done) => {
    const code = "fetch(" + JSON.stringify(location.href) + ").then(() => postMessage('reached'), () => postMessage('refused'))";
    const worker = new Worker(URL.createObjectURL(new Blob([code])));
    worker.onmessage = ({ data }) => done(data);
  });
  assert.equal(await page.evaluate(inWorker), "refused");
  assert.equal(asked.length, before);
  complaints.length = 0;
});

await check("the time from an edit to its findings", async () => {
  const times = [];
  for (let round = 0; round < 5; round += 1) {
    await empty();
    times.push(await timed(BAD));
  }
  return `median of 5: ${times.sort((one, other) => one - other)[2]} ms, with the pause after typing`;
});

await check("nothing was complained of", () => assert.deepEqual(complaints, []));

await check("what cannot be loaded is named", async () => {
  // The service worker would have the file.
  const fresh = await browser.newContext({ serviceWorkers: "block" });
  const other = await fresh.newPage();
  await other.route("**/reslint.bin", (route) => route.fulfill({ status: 404 }));
  await other.goto(address);
  await other.locator("#failed:visible", { hasText: "reslint.bin could not be loaded: 404" }).waitFor({ timeout: 60_000 });
  assert.equal(await other.locator("#count").textContent(), "The draft cannot be checked.");
  await fresh.close();
});

await testReport(browser, pictures, check);

await browser.close();
server.close();
console.log(failed === 0 ? "The page works." : `${failed} failed; pictures are in ${pictures}`);
process.exitCode = failed > 0 ? 1 : 0;
