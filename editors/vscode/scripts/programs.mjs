/** The programs that a VS Code under test finds on its PATH. */

import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findPython } from "./libs.mjs";
import { extension, libs, project } from "./paths.mjs";
import { run } from "./run.mjs";

const bin = join(extension, ".test", "bin");

export const python = run(findPython(), ["-c", "import sys; print(sys._base_executable or sys.executable)"]).trim();

/** A folder for the PATH that holds these programs and no others. */
export function folder(name, programs) {
  const path = join(bin, name);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  for (const [program, target] of Object.entries({ sh: which("sh"), env: which("env"), ...programs })) symlinkSync(target, join(path, program));
  return path;
}

/** A program reslint as pip installs it: that of the project's own environment, or one that runs the same files. */
export function reslint() {
  const installed = join(project, ".venv", "bin", "reslint");
  if (existsSync(installed)) return installed;
  const script = join(bin, "reslint");
  mkdirSync(bin, { recursive: true });
  writeFileSync(script, `#!${python}\nimport sys\nsys.path.insert(0, ${JSON.stringify(libs)})\nfrom reslint.cli import main\nsys.exit(main())\n`, { mode: 0o755 });
  return script;
}

function which(program) {
  return run("sh", ["-c", `command -v ${program}`]).trim();
}
