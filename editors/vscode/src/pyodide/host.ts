/** The Python that comes with the extension: Pyodide with the server in it. Runs in Node and in a web worker. */

import { loadPyodide, type PyodideInterface } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";

/** What Pyodide is made of, as bytes. */
export interface Assets {
  readonly wasm: Uint8Array;
  readonly stdlib: Uint8Array;
  readonly archive: Uint8Array;
}

export interface Host {
  /** Hands a message of the client, a JSON text, to the server. */
  receive(message: string): void;
  /** The files that the server sees. */
  readonly files: PyodideInterface["FS"];
}

/** An address that no request ever leaves for: what is asked of it is answered from the assets. */
const NOWHERE = "https://reslint.invalid/";

const START = `
import os, sys
sys.path.insert(0, "/reslint/libs")
os.environ["RESLINT_CACHE_DIR"] = "/reslint/cache"
from reslint.lsp.embedded import connect
connect
`;

/** Of Pyodide's lock file only what it is made for; there are no packages to install. */
const MADE_FOR = { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", python: "3.14.2" };

/** Starts the server from bytes; `send` gets every message for the client. Nothing is fetched from anywhere. */
export async function hostFromAssets(assets: Assets, send: (message: string) => void): Promise<Host> {
  const original = globalThis.fetch;
  globalThis.fetch = (input) => Promise.resolve(answer(assets, input instanceof Request ? input.url : String(input)));
  try {
    return await host(NOWHERE, assets.archive, send);
  } finally {
    globalThis.fetch = original;
  }
}

/** Starts the server; `index` is where the parts of Pyodide are: in Node a folder, with the slash at its end. */
export async function host(index: string, archive: Uint8Array, send: (message: string) => void): Promise<Host> {
  const options = {
    indexURL: index,
    lockFileContents: { info: MADE_FOR, packages: {} },
    createPyodideModule,
    stdout: (line: string) => console.error(line),
    stderr: (line: string) => console.error(line),
  };
  const pyodide = await loadPyodide(options as Parameters<typeof loadPyodide>[0]);
  pyodide.unpackArchive(archive, "gztar", { extractDir: "/" });
  const connect = pyodide.runPython(START) as (send: (message: string) => void) => (message: string) => void;
  return { receive: connect(send), files: pyodide.FS };
}

function answer(assets: Assets, url: string): Response {
  const found = { "pyodide.asm.wasm": assets.wasm, "python_stdlib.zip": assets.stdlib }[url.slice(NOWHERE.length)];
  if (found === undefined || !url.startsWith(NOWHERE)) throw new Error(`nothing may be fetched, not even ${url}`);
  const type = url.endsWith(".wasm") ? "application/wasm" : "application/zip";
  return new Response(found as Uint8Array<ArrayBuffer>, { headers: { "content-type": type } });
}
