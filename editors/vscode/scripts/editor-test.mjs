/**
 * The four runs in a real VS Code, from the packaged extension. Usage: editor-test.mjs HOME [RUN…]
 *
 * Ends with status 1 where something failed. What the server does not offer yet is listed as missing, never as passed.
 */

import { existsSync, mkdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Editor } from "./editor.mjs";
import { findPython } from "./libs.mjs";
import { extension, libs, project, vsix } from "./paths.mjs";
import { run } from "./run.mjs";

const [home, ...wanted] = process.argv.slice(2);
const completion = existsSync(join(project, "server", "reslint", "lsp", "completion.py"));
const bin = join(extension, ".test", "bin");

/** A folder for the PATH that holds these programs and no others. */
function folder(name, programs) {
  const path = join(bin, name);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  for (const [program, target] of Object.entries(programs)) symlinkSync(target, join(path, program));
  return path;
}

function which(program) {
  return run("sh", ["-c", `command -v ${program}`]).trim();
}

/** A program reslint as pip installs it: that of the project's own environment, or one that runs the same files. */
function reslint() {
  const installed = join(project, ".venv", "bin", "reslint");
  if (existsSync(installed)) return installed;
  const script = join(bin, "reslint");
  mkdirSync(bin, { recursive: true });
  writeFileSync(script, `#!${python}\nimport sys\nsys.path.insert(0, ${JSON.stringify(libs)})\nfrom reslint.cli import main\nsys.exit(main())\n`, { mode: 0o755 });
  return script;
}

/** Writes a Word file that takes some time to read. */
function writeLong(stem) {
  const paragraphs = Array.from({ length: 12000 }, (_, at) => `${at + 1}. *Requests* the pilots of harbour ${at + 1} to keep *their* lamps lit;\n`);
  writeFileSync(`${stem}.md`, `*The General Assembly*,\n\n${paragraphs.join("\n")}`);
  run(reslint(), ["convert", "--force", `${stem}.md`, `${stem}.docx`]);
  rmSync(`${stem}.md`);
}

const python = run(findPython(), ["-c", "import sys; print(sys._base_executable or sys.executable)"]).trim();
const system = { sh: which("sh"), env: which("env") };
const web = { "remote.extensionKind": { "reslint.reslint": ["web"], "reslint-tests.probe": ["web"] } };
const RUNS = {
  path: { short: "environment", path: folder("path", { ...system, reslint: reslint() }) },
  bundled: { short: "bundled", path: folder("bundled", { ...system, python3: python }) },
  pyodide: { short: "built in", path: folder("pyodide", system) },
  web: { short: "built in", path: folder("web", system), settings: web },
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
