/** Where things are. */

import { fileURLToPath } from "node:url";
import { dirname, join } from "node:path";

export const extension = dirname(dirname(fileURLToPath(import.meta.url)));
export const project = dirname(dirname(extension));
export const libs = join(extension, "bundled", "libs");
export const dist = join(extension, "dist");
export const vsix = join(extension, "reslint.vsix");
