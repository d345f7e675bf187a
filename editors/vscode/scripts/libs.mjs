/** Fills bundled/libs: reslint with its rules, and the libraries of libs.txt, all of it pure Python. */

import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { extension, libs, project } from "./paths.mjs";
import { run, works } from "./run.mjs";

const YAML = "pyyaml==6.0.3";
const COMPILED = /\.(so|pyd|dylib|dll)$/;

/** A Python that has pip: the one named by PYTHON, the project's own environment, or the machine's. */
export function findPython() {
  const names = [process.env.PYTHON, join(project, ".venv", "bin", "python"), "python3", "python"].filter(Boolean);
  const found = names.find((name) => works(name, ["-m", "pip", "--version"]));
  if (found === undefined) throw new Error("no Python with pip was found; name one in PYTHON");
  return found;
}

export function buildLibs() {
  rmSync(libs, { recursive: true, force: true });
  mkdirSync(libs, { recursive: true });
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile", "--no-deps"];
  const pure = ["--python-version", "3.10", "--platform", "any", "--implementation", "py", "--abi", "none"];
  const wheels = ["--only-binary=:all:", "--target", libs];
  const python = findPython();
  run(python, [...pip, ...pure, ...wheels, "-r", join(extension, "scripts", "libs.txt")]);
  // PyYAML publishes no pure wheel; without its compiled module, which it tries to import, the rest of it is one.
  run(python, [...pip, ...wheels, "--upgrade", YAML]);
  rmSync(join(libs, "_yaml"), { recursive: true, force: true });
  const kept = (path) => !path.includes("__pycache__");
  cpSync(join(project, "server", "reslint"), join(libs, "reslint"), { recursive: true, filter: kept });
  cpSync(join(project, "rules"), join(libs, "reslint", "rules"), { recursive: true });
  for (const name of readdirSync(libs, { recursive: true })) {
    if (COMPILED.test(name)) rmSync(join(libs, name));
  }
  for (const unused of ["bin", "__pycache__"]) rmSync(join(libs, unused), { recursive: true, force: true });
  cpSync(join(extension, "src", "serve.py"), join(extension, "bundled", "serve.py"));
  if (!existsSync(join(libs, "yaml", "__init__.py"))) throw new Error("PyYAML is not in bundled/libs");
}
