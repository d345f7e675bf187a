/**
 * A resolution typed by hand in a real VS Code with default settings, key by key: the file is what was meant, letter for
 * letter. Usage: typing.mjs HOME. RESLINT_TEST_KEY are the milliseconds a key, 130 by default.
 *
 * Three people type at the same time: with Enter once and twice and every number, and with Enter once and no number that
 * the editor writes. RESLINT_TEST_PICTURES names a folder for pictures of each of them, one a paragraph.
 */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Editor, until } from "./editor.mjs";
import { extension, project } from "./paths.mjs";
import { folder, reslint } from "./programs.mjs";

const home = process.argv[2];
const PAUSE = Number(process.env.RESLINT_TEST_KEY ?? 130);
const pictures = process.env.RESLINT_TEST_PICTURES;
const WAIT = 120_000;
const PARAGRAPHS = readFileSync(process.env.RESLINT_TEST_TEXT ?? join(project, "tests", "editors", "typed.txt"), "utf8").trimEnd().split("\n");
const PEOPLE = [
  { name: "Enter once", enters: 1, numbers: true },
  { name: "Enter twice", enters: 2, numbers: true },
  { name: "numbers not typed", enters: 1, numbers: false },
];
const LABEL = /^(?:\d+\.|\([a-z]\)) /;

/** The label that VS Code writes below a paragraph, which somebody who trusts it does not type; "" for none. */
function written(above, paragraph) {
  const label = LABEL.exec(paragraph)?.[0] ?? "";
  const before = LABEL.exec(above)?.[0] ?? "";
  const begins = above.endsWith(":") && label === "(a) ";
  return begins || (above.endsWith(";") && before && before.startsWith("(") === label.startsWith("(")) ? label : "";
}

/** The name of the draft that somebody writes. */
const draft = ({ name }) => `${name.replaceAll(" ", "-")}.res.md`;

/** Opens a window with an empty draft. */
async function sitDown(editor, person) {
  const file = draft(person);
  writeFileSync(join(editor.workspace, file), "");
  const page = await editor.another();
  await page.keyboard.press("Control+p");
  await page.locator(".quick-input-widget input").first().waitFor({ timeout: WAIT });
  await page.keyboard.insertText(file);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: file }).first().waitFor({ timeout: WAIT });
  await page.keyboard.press("Enter");
  await page.locator(".tab.active", { hasText: file }).waitFor({ timeout: WAIT });
  await page.locator(".statusbar-item", { hasText: "reslint" }).first().waitFor({ timeout: WAIT });
  await page.locator(".editor-instance .view-lines").first().click();
  return page;
}

async function type(page, editor, person) {
  const { name, enters, numbers } = person;
  const slow = (text) => page.keyboard.type(text, { delay: PAUSE });
  for (const [at, paragraph] of PARAGRAPHS.entries()) {
    const label = at > 0 && !numbers ? written(PARAGRAPHS[at - 1], paragraph) : "";
    if (at > 0) for (let enter = 0; enter < enters; enter++) await slow("\n");
    // Who does not type a number looks whether it is there.
    if (label) await page.locator(".view-line").filter({ hasText: new RegExp(`^${label.trim().replace(/[().]/g, "\\$&")}\\s*$`) }).waitFor({ timeout: WAIT });
    await slow(paragraph.slice(label.length));
    if (pictures) await page.screenshot({ path: join(pictures, `${name} ${at}.png`) });
  }
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+s");
  await page.locator(".tab.active:not(.dirty)").waitFor({ timeout: WAIT });
  const meant = PARAGRAPHS.join("\n".repeat(enters));
  const found = await until(() => readFileSync(join(editor.workspace, draft(person)), "utf8").trimEnd(), "the file", WAIT);
  if (found !== meant) throw new Error(`the file is not what was meant:\n${found}`);
}

if (pictures) mkdirSync(pictures, { recursive: true });
const editor = new Editor(home);
try {
  console.log(`\n-- VS Code, typing at ${PAUSE} ms a key --`);
  await editor.start({ path: folder("typing", { reslint: reslint() }), settings: { "[resolution]": {} }, probe: false });
  await editor.window();
  const pages = [];
  for (const person of PEOPLE) pages.push(await sitDown(editor, person)); // one by one: a window costs much to open
  const ends = await Promise.allSettled(PEOPLE.map((person, at) => type(pages[at], editor, person)));
  for (const [at, { status, reason }] of ends.entries()) {
    console.log(`${status === "rejected" ? "failed " : "passed "} ${PEOPLE[at].name}${reason ? `: ${reason.message}` : ""}`);
    if (status === "rejected") process.exitCode = 1;
  }
} catch (error) {
  console.log(`failed  ${error.message}`);
  await editor.page?.screenshot({ path: join(extension, ".test", "failed-typing.png") }).catch(() => {});
  process.exitCode = 1;
} finally {
  await editor.stop();
}
