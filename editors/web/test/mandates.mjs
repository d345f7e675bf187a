/** Who is asked to do what by when: the table beside the draft, from a row to its paragraph and back. */

import assert from "node:assert/strict";
import { join } from "node:path";

// The lamps are two units in JavaScript and one character in Python.
const DRAFT = `**Lamps 🏮🏮 of the harbours**

*The General Assembly*,

*Recalling* its resolution 66/181 of 19 December 2011,

1. *Welcomes* the lamps 🏮 that the pilots lit;

2. *Requests* the Secretary-General to submit to the General Assembly at its eighty-third session a report on the lamps;

3. *Invites* Member States to:

   (a) Light the harbours;

   (b) Inform the pilots of the hours.
`;

/** The steps; the draft of before is no longer there afterwards. */
export async function testMandates({ check, page, pictures, paste, accessible }) {
  const rows = page.locator("#mandates tbody tr");
  const filled = (number) => page.waitForFunction((wanted) => document.querySelectorAll("#mandates tbody tr").length === wanted, number, { timeout: 180_000 });
  const selected = () => page.evaluate(() => String(getSelection()));

  await check("the table of mandates says who is asked to do what by when", async () => {
    await paste(DRAFT);
    await page.locator("#mandates > summary").click();
    await filled(3);
    const cells = await rows.first().locator("td").allTextContents();
    assert.equal(cells[0], "2");
    assert.equal(cells[1], "requeststhe Secretary-General");
    assert.match(cells[3], /^report.*eighty-third session/);
    assert.equal(await rows.nth(1).locator("td").nth(1).textContent(), "invitesMember States");
    assert.deepEqual(await rows.locator("td:first-child").allTextContents(), ["2", "3 (a)", "3 (b)"]);
    await page.locator("#mandates").screenshot({ path: join(pictures, "mandates.png") });
    return accessible("with the table of mandates");
  });

  await check("a row leads to its paragraph, and a paragraph to its row", async () => {
    await rows.first().click();
    assert.match(await selected(), /^Requests\*? the Secretary-General/);
    assert.equal(await rows.first().getAttribute("aria-current"), "true");
    await page.locator("#text .cm-line", { hasText: "Inform the pilots" }).click();
    await page.locator("#mandates tbody tr:nth-child(3)[aria-current=true]").waitFor();
    await page.keyboard.press("F9");
    await page.waitForFunction(() => document.activeElement.textContent === "3 (b)");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    assert.match(await selected(), /^Light the harbours/);
    assert.equal(await page.evaluate(() => document.activeElement.id), "text");
  });

  await check("the table follows what is written", async () => {
    await page.keyboard.press("Control+End");
    await page.keyboard.type("\n4. *Calls upon* Member States to wait.\n", { delay: 10 });
    await filled(4);
    await paste("1. *Welcomes* the lamps;\n");
    await page.locator("#mandates .scroll", { hasText: "No paragraph of this draft asks anybody" }).waitFor();
    await page.locator("#mandates > summary").click();
  });
}
