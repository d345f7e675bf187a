/** Builds the extension and packs it into one file for every platform. */

import { statSync } from "node:fs";
import vsce from "@vscode/vsce";
import { extension, vsix } from "./paths.mjs";

process.argv.push("--production");
await import("./build.mjs");
// Pictures of the README are inside the file: nothing is fetched to show it.
await vsce.createVSIX({ cwd: extension, packagePath: vsix, dependencies: false, skipLicense: true, rewriteRelativeLinks: false, allowMissingRepository: true });
console.log(`${vsix}: ${(statSync(vsix).size / 1e6).toFixed(2)} MB`);
