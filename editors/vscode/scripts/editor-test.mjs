/**
 * The four runs in a real VS Code, from the packaged extension. Usage: editor-test.mjs HOME [RUN…]
 *
 * Ends with status 1 where something failed. What the server does not offer yet is listed as missing, never as passed.
 */

import { existsSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Editor } from "./editor.mjs";
import { extension, project, vsix } from "./paths.mjs";
import { folder, python, reslint } from "./programs.mjs";
import { run } from "./run.mjs";

const [home, ...wanted] = process.argv.slice(2);
const completion = existsSync(join(project, "server", "reslint", "lsp", "completion.py"));

/** Writes a Word file that takes some time to read. */
function writeLong(stem) {
  const paragraphs = Array.from({ length: 12000 }, (_, at) => `${at + 1}. *Requests* the pilots of harbour ${at + 1} to keep *their* lamps lit;\n`);
  writeFileSync(`${stem}.md`, `*The General Assembly*,\n\n${paragraphs.join("\n")}`);
  run(reslint(), ["convert", "--force", `${stem}.md`, `${stem}.docx`]);
  rmSync(`${stem}.md`);
}

const web = { "remote.extensionKind": { "reslint.reslint": ["web"], "reslint-tests.probe": ["web"] } };
const RUNS = {
  path: { short: "environment", path: folder("path", { reslint: reslint() }) },
  bundled: { short: "bundled", path: folder("bundled", { python3: python }) },
  pyodide: { short: "built in", path: folder("pyodide", {}) },
  web: { short: "built in", path: folder("web", {}), settings: web },
};

let failed = 0;
const figures = [];
for (const [name, { short, path, settings }] of Object.entries(RUNS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const started = Date.now();
  const editor = new Editor(home);
  console.log(`\n-- VS Code, ${name} --`);
  try {
    const long = name === "path" && Boolean(process.env.RESLINT_TEST_LONG);
    writeFileSync(join(editor.workspace, "expected.json"), JSON.stringify({ short, completion, long }));
    run(reslint(), ["convert", join(editor.workspace, "lamps.res.md"), join(editor.workspace, "harbour.docx")]);
    if (long) writeLong(join(editor.workspace, "long"));
    await editor.start({ path, settings });
    await editor.window();
    const cancelled = long ? editor.cancel("Reading long.docx", join(extension, ".test", "cancel.png")) : Promise.resolve();
    cancelled.catch((error) => console.log(`Cancel could not be pressed: ${error.message}`));
    const report = await editor.report(300_000);
    for (const { name: what, outcome, detail, time } of report.results) {
      const more = outcome === "passed" ? (detail ? ` (${detail})` : "") : `: ${detail}`;
      console.log(`${outcome.padEnd(7)} ${what}${more} ${time ?? ""}`.trimEnd());
      if (outcome === "failed") failed += 1;
    }
    figures.push(`${name}: opening a draft to its first findings, server started in between: ${report.figures.first} ms; edit to findings ${report.figures.edit} ms (median of 10)`);
    if (report.results.some((one) => one.outcome === "failed")) console.log(editor.logs().slice(-3000));
  } catch (error) {
    failed += 1;
    console.log(`failed  ${error.message}\n${editor.output?.slice(-2000) ?? ""}\n${existsSync(editor.folder) ? editor.logs().slice(-3000) : ""}`);
    await editor.page?.screenshot({ path: join(extension, ".test", `failed-${name}.png`) }).catch(() => {});
  } finally {
    await editor.stop();
  }
  console.log(`${((Date.now() - started) / 1000).toFixed(1)} s`);
}
console.log(`\nreslint.vsix: ${(statSync(vsix).size / 1e6).toFixed(2)} MB\n${figures.join("\n")}`);
process.exitCode = failed > 0 ? 1 : 0;
