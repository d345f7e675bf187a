/**
 * Makes dist/python.tar.gz: bundled/libs compiled for Pyodide, with the shipped rules read already, and
 * dist/python_stdlib.zip: Python's own library without the parts that no server needs.
 *
 * A tar and not a zip, because unpacking it keeps the times of the files, by which the kept rules know their program.
 */

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadPyodide } from "pyodide";
import { dist, libs } from "./paths.mjs";

const PREPARE = `
import compileall, io, os, pathlib, shutil, sys, tarfile
root = pathlib.Path("/reslint")
libs = root / "libs"
for unused in [*libs.glob("*.dist-info"), *libs.glob("tomli"), *libs.glob("exceptiongroup")]:
    shutil.rmtree(unused)  # licences are in bundled/libs; the two modules are for older Pythons
compileall.compile_dir(libs, quiet=1, legacy=True, optimize=2,
                       invalidation_mode=__import__("py_compile").PycInvalidationMode.UNCHECKED_HASH)
for path in libs.rglob("*.py"):
    path.unlink()
os.environ["RESLINT_CACHE_DIR"] = str(root / "cache")
def settle():
    for path in [*root.rglob("*")]:
        os.utime(path, (1_700_000_000, 1_700_000_000))
settle()
sys.path.insert(0, str(libs))
from reslint.engine.packs.loader import load
from reslint.engine.packs.folders import shipped_names
for name in shipped_names():
    for problem in load([name]).problems:
        print(f"warning: {problem}; broken packs are read again at every start")
settle()
made = io.BytesIO()
with tarfile.open(fileobj=made, mode="w:gz", compresslevel=9) as archive:
    archive.add(root, "reslint")
made.getvalue()
`;

const SLIM = `
import io, re, sys, zipfile
unused = re.compile(r"(_pyrepl|ctypes|dbm|ensurepip|idlelib|lib2to3|multiprocessing|pydoc_data|sqlite3|test|tkinter|turtledemo"
                    r"|unittest|venv|wsgiref|xml|xmlrpc)/"
                    r"|(doctest|ftplib|imaplib|mailbox|nntplib|optparse|pdb|pickletools|poplib|profile|pstats|pydoc|smtplib"
                    r"|statistics|turtle)\\.py")
encodings = re.compile(r"encodings/(?!__init__|aliases|ascii|charmap|cp1252|cp437|idna|latin_1|punycode|raw_unicode|unicode|utf_)")
made = io.BytesIO()
whole = next(path for path in sys.path if re.search(r"python\\d+\\.zip$", path))
with zipfile.ZipFile(whole) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as kept:
    for item in source.infolist():
        if not unused.match(item.filename) and not encodings.match(item.filename):
            kept.writestr(item, source.read(item), zipfile.ZIP_DEFLATED, 9)
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
  mkdirSync(dist, { recursive: true });
  for (const [name, program] of [["python.tar.gz", PREPARE], ["python_stdlib.zip", SLIM]]) {
    const made = pyodide.runPython(program);
    writeFileSync(join(dist, name), made.toJs());
    made.destroy();
  }
}
