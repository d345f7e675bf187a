/** Builds everything that the extension ships: dist/, bundled/, schemas/. `--production` leaves out source maps. */

import { copyFileSync, cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { buildArchive } from "./archive.mjs";
import { buildLibs } from "./libs.mjs";
import { dist, extension, project } from "./paths.mjs";

// Only what is wrong: Node would print the line of a library that threw, which is a megabyte long.
process.on("uncaughtException", (error) => {
  console.error(String(error?.message ?? error));
  process.exit(1);
});

const production = process.argv.includes("--production");
const source = (name) => join(extension, "src", name);
const common = { bundle: true, minify: production, sourcemap: !production, target: "es2022", logLevel: "warning", absWorkingDir: extension };

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
await build({ ...common, entryPoints: [source("extension.ts")], outfile: join(dist, "extension.js"), platform: "node", format: "cjs", external: ["vscode"] });
await build({ ...common, entryPoints: [source("web.ts")], outfile: join(dist, "web.js"), platform: "browser", format: "cjs", external: ["vscode"], mainFields: ["browser", "module", "main"] });
await build({ ...common, entryPoints: [source("pyodide/server.ts")], outfile: join(dist, "pyodide.mjs"), platform: "neutral", mainFields: ["main"], format: "esm", external: ["node:*", "ws"] });

const pyodide = join(extension, "node_modules", "pyodide");
copyFileSync(join(pyodide, "pyodide.asm.wasm"), join(dist, "pyodide.asm.wasm"));
cpSync(join(project, "rules"), join(extension, "schemas"), { recursive: true, filter: (path) => !path.slice(join(project, "rules").length + 1).includes("/") && (path.endsWith("rules") || path.endsWith(".schema.json")) });
copyFileSync(join(project, "LICENSE"), join(extension, "LICENSE"));
copyFileSync(join(project, "server", "reslint", "reports", "page.css"), join(extension, "media", "page.css"));
buildLibs();
await buildArchive();
