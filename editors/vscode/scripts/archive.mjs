/**
 * Makes dist/python.tar.gz: bundled/libs compiled for Pyodide, with the shipped rules read already.
 *
 * A tar and not a zip, because unpacking it keeps the times of the files, by which the kept rules know their program.
 */

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadPyodide } from "pyodide";
import { dist, libs } from "./paths.mjs";

const PREPARE = `
import compileall, io, os, pathlib, sys, tarfile
root = pathlib.Path("/reslint")
libs = root / "libs"
compileall.compile_dir(libs, quiet=1, legacy=True, optimize=0,
                       invalidation_mode=__import__("py_compile").PycInvalidationMode.UNCHECKED_HASH)
for path in libs.rglob("*.py"):
    path.unlink()
os.environ["RESLINT_CACHE_DIR"] = str(root / "cache")
def settle():
    for path in [*root.rglob("*")]:
        os.utime(path, (1_700_000_000, 1_700_000_000))
settle()
sys.path.insert(0, str(libs))
from reslint.engine.loader import load
from reslint.engine.packs import shipped_names
for name in shipped_names():
    for problem in load([name]).problems:
        print(f"warning: {problem}; broken packs are read anew at every start")
settle()
made = io.BytesIO()
with tarfile.open(fileobj=made, mode="w:gz", compresslevel=9) as archive:
    archive.add(root, "reslint")
made.getvalue()
`;

export async function buildArchive() {
  const pyodide = await loadPyodide();
  for (const name of readdirSync(libs, { recursive: true })) {
    const from = join(libs, name);
    if (!statSync(from).isFile()) continue;
    const to = `/reslint/libs/${name.replaceAll("\\", "/")}`;
    pyodide.FS.mkdirTree(dirname(to));
    pyodide.FS.writeFile(to, readFileSync(from));
  }
  const made = pyodide.runPython(PREPARE);
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, "python.tar.gz"), made.toJs());
  made.destroy();
}
