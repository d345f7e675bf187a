/** What comes from the clipboard of other programs: each `paste/NAME.html` reads as `paste/NAME.md`. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { extension } from "../../vscode/scripts/paths.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const samples = join(here, "paste");

/** The steps, in a page whose draft is `draft`, with `written` as its text. */
export async function testPaste({ check, page, draft, written }) {
  const { build } = createRequire(join(extension, "package.json"))("esbuild");
  const { outputFiles } = await build({
    stdin: { contents: `export { draftOf } from "./src/paste/draft"`, resolveDir: dirname(here), loader: "ts" },
    bundle: true,
    format: "iife",
    globalName: "pasting",
    write: false,
  });
  // By way of the debugger, past the policy of the page, and in one expression, so that nothing of it stays there.
  const program = outputFiles[0].text;
  const read = (html) => page.evaluate(`(() => { ${program}; return pasting.draftOf(${JSON.stringify(html)}); })()`);
  for (const name of readdirSync(samples).filter((each) => each.endsWith(".html")).map((each) => each.slice(0, -5))) {
    await check(`what ${name} puts on the clipboard keeps italics, numbers and notes`, async () => {
      assert.equal(await read(readFileSync(join(samples, `${name}.html`), "utf8")), readFileSync(join(samples, `${name}.md`), "utf8"));
    });
  }
  await check("what is pasted stands in the draft as it looks, and the bare words can be had instead", async () => {
    await draft.focus();
    await page.keyboard.press("Control+A");
    const types = { "text/html": "<p><i>Noting</i> the <u>ferries</u>,</p><p>1. <b>Ropes</b></p>", "text/plain": "Noting the ferries,\n1. Ropes" };
    await page.evaluate((all) => navigator.clipboard.write([new ClipboardItem(Object.fromEntries(Object.entries(all).map(([type, words]) => [type, new Blob([words], { type })])))]), types);
    await page.keyboard.press("Control+V");
    assert.equal(await written(), "*Noting* the <u>ferries</u>,\n\n1. **Ropes**\n");
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Control+Shift+V");
    assert.equal(await written(), "Noting the ferries,\n1. Ropes");
  });
  await check("HTML without words is nothing", async () => assert.equal(await read("<p>&nbsp;</p><style>p {}</style>"), ""));
}
