/** The worker: Python with reslint in it, from bytes that the page has fetched. It can reach nothing else. */

import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import ANSWERS from "../answers.py";
import ENTRY from "../entry.py";
import MANDATES from "../mandates.py";
import PROPOSALS from "../proposals.py";
import WORDFILES from "../wordfiles.py";
import type { Assets, Reply, Request } from "./messages";

/** An address that no request ever leaves for: what is asked of it is answered from the assets. */
const NOWHERE = "https://reslint.invalid/";
/** Of Pyodide's lock file only what it is made for; there are no packages to install. */
const MADE_FOR = { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", python: "3.14.2" };
const MODULES = { answers: ANSWERS, entry: ENTRY, mandates: MANDATES, proposals: PROPOSALS, wordfiles: WORDFILES };
const PATHS = `
import os, sys
sys.path.insert(0, "/reslint/libs")
os.environ["RESLINT_CACHE_DIR"] = "/reslint/cache"
`;

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
let answer: ((request: string) => string) | undefined;

scope.onmessage = async ({ data }: MessageEvent<Assets | Request>) => {
  if ("wasm" in data) {
    try {
      answer = await start(data);
      reply({ ready: true });
    } catch (error) {
      reply({ failed: String(error) });
    }
  } else {
    try {
      if (answer === undefined) throw new Error("Python has not been started");
      reply({ id: data.id, result: JSON.parse(answer(JSON.stringify(data.asked))) });
    } catch (error) {
      reply({ id: data.id, failed: String(error) });
    }
  }
};

function reply(message: Reply): void {
  scope.postMessage(message);
}

async function start(assets: Assets): Promise<(request: string) => string> {
  scope.fetch = (input) => Promise.resolve(served(assets, input instanceof Request ? input.url : String(input)));
  const options = {
    indexURL: NOWHERE,
    lockFileContents: { info: MADE_FOR, packages: {} },
    createPyodideModule,
    stdout: (line: string) => console.error(line),
    stderr: (line: string) => console.error(line),
  };
  const pyodide = await loadPyodide(options as Parameters<typeof loadPyodide>[0]);
  pyodide.unpackArchive(assets.reslint, "gztar", { extractDir: "/" });
  pyodide.runPython(PATHS);
  for (const [name, program] of Object.entries(MODULES)) pyodide.FS.writeFile(`/reslint/libs/${name}.py`, program);
  pyodide.runPython("from answers import answer");
  const found = pyodide.globals.get("answer") as (request: string) => string;
  // The rules are read now, so that the first draft need not wait for them.
  found(JSON.stringify({ do: "lint", text: "", packs: [], profile: "" }));
  return found;
}

function served(assets: Assets, url: string): Response {
  const found = { "pyodide.asm.wasm": assets.wasm, "python_stdlib.zip": assets.stdlib }[url.slice(NOWHERE.length)];
  if (found === undefined || !url.startsWith(NOWHERE)) throw new Error(`nothing may be fetched, not even ${url}`);
  const type = url.endsWith(".wasm") ? "application/wasm" : "application/zip";
  return new Response(found, { headers: { "content-type": type } });
}
