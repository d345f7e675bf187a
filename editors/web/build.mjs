/**
 * Builds the page into dist/. The Python in it is the one that the VS Code extension carries; it is built where it is
 * older than the program or the rules.
 */

import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { findPython } from "../vscode/scripts/libs.mjs";
import { dist as bundle, extension, libs, project } from "../vscode/scripts/paths.mjs";
import { run } from "../vscode/scripts/run.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
const source = (name) => join(here, "src", name);

/** When the newest file of a folder was written. */
function newest(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => !name.includes("__pycache__"));
  return Math.max(...files.map((name) => statSync(join(folder, name)).mtimeMs));
}

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
if (!existsSync(join(extension, "node_modules", "pyodide"))) run(npm, ["ci", "--no-audit", "--no-fund"], { cwd: extension });
if (!existsSync(join(here, "node_modules", "@codemirror", "view"))) {
  try {
    run(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: here });
  } catch (error) {
    throw new Error(`npm could not get CodeMirror for the page; it is needed once.\n${error.message}`);
  }
}
const parts = ["python.tar.gz", "python_stdlib.zip"].map((name) => join(bundle, name));
const changed = Math.max(...["server/reslint", "rules", "editors/vscode/scripts"].map((folder) => newest(join(project, folder))));
if (!existsSync(libs) || !parts.every((part) => existsSync(part) && statSync(part).mtimeMs > changed)) {
  const [{ buildLibs }, { buildArchive }] = await Promise.all([import("../vscode/scripts/libs.mjs"), import("../vscode/scripts/archive.mjs")]);
  buildLibs();
  await buildArchive();
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
const modules = join(extension, "node_modules");
const { build } = createRequire(join(extension, "package.json"))("esbuild");
await build({
  bundle: true,
  entryPoints: { page: source("page.ts"), worker: source("worker.ts") },
  external: ["node:*", "ws"],
  format: "esm",
  loader: { ".py": "text", ".txt": "text" },
  logLevel: "warning",
  // Pyodide has no "module", CodeMirror has both.
  mainFields: ["module", "main"],
  minify: true,
  nodePaths: [modules],
  outdir: dist,
  platform: "neutral",
  target: "es2022",
});

// Not named .gz: some servers unpack those on the way.
writeFileSync(join(dist, "wasm.bin"), gzipSync(readFileSync(join(modules, "pyodide", "pyodide.asm.wasm")), { level: 9 }));
copyFileSync(parts[0], join(dist, "reslint.bin"));
copyFileSync(parts[1], join(dist, "stdlib.bin"));

// What may be chosen is known now, so that the page need not wait for Python to offer it.
const ASK = "import json, sys; sys.path[:0] = sys.argv[1:]; import entry; print(json.dumps([entry.choices(), entry.style()]))";
const [choices, style] = JSON.parse(run(findPython(), ["-I", "-B", "-c", ASK, libs, here]));
const escaped = (words) => words.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
const options = choices.map(({ packs, profile, name, summary }) => `<option value="${escaped(`${packs.join(",")}/${profile}`)}">${escaped(`${name}: ${summary}`)}</option>`);
writeFileSync(join(dist, "index.html"), readFileSync(source("index.html"), "utf8").replace("<!-- choices -->", () => options.join("")));
writeFileSync(join(dist, "printed.css"), style);
copyFileSync(source("page.css"), join(dist, "page.css"));
copyFileSync(join(project, "LICENSE"), join(dist, "LICENSE"));

// The service worker knows the files by their sum, and takes all of them again when one has changed.
const files = readdirSync(dist).filter((name) => name !== "LICENSE").sort();
const sum = createHash("sha256");
for (const name of files) sum.update(name).update(readFileSync(join(dist, name)));
await build({
  bundle: true,
  define: { FILES: JSON.stringify(files), VERSION: JSON.stringify(sum.digest("hex").slice(0, 16)) },
  entryPoints: [source("offline.ts")],
  format: "iife",
  minify: true,
  outdir: dist,
  target: "es2022",
});

let total = 0;
for (const name of readdirSync(dist).sort()) {
  const { size } = statSync(join(dist, name));
  total += size;
  console.log(`${name.padEnd(14)} ${(size / 1e6).toFixed(2).padStart(6)} MB, packed by the server ${(gzipSync(readFileSync(join(dist, name))).length / 1e6).toFixed(2)} MB`);
}
console.log(`${"together".padEnd(14)} ${(total / 1e6).toFixed(2).padStart(6)} MB in ${dist}`);
