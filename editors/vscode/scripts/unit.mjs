/** Runs the tests of the modules that need no editor. */

import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { extension } from "./paths.mjs";
import { spawnSync } from "node:child_process";

const out = join(extension, ".test", "unit");
mkdirSync(out, { recursive: true });
const tests = readdirSync(join(extension, "test", "unit")).filter((name) => name.endsWith(".test.ts"));
await build({
  entryPoints: tests.map((name) => join(extension, "test", "unit", name)),
  outdir: out,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  logLevel: "warning",
});
const files = tests.map((name) => join(out, name.replace(/\.ts$/, ".mjs")));
process.exitCode = spawnSync(process.execPath, ["--test", ...files], { cwd: extension, stdio: "inherit" }).status ?? 1;
