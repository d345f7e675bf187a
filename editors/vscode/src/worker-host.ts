/** Starts the worker in which the server runs in the browser. */

import * as vscode from "vscode";
import type { Parcel } from "./pyodide/worker";
import { READY } from "./pyodide/ready";

/**
 * The editor starts workers of extensions as classic scripts, so that a module must be imported by one; what comes
 * before the module listens is kept for it.
 */
const BOOTSTRAP = `
const early = [];
self.onmessage = (event) => early.push(event);
import("MODULE").then(
  () => early.forEach((event) => self.onmessage(event)),
  (error) => self.postMessage({ failed: String(error) }),
);
`;

/** A worker whose server waits for the client's first message. Everything it needs is read from the extension. */
export async function startWorker(extension: vscode.Uri): Promise<Worker> {
  const read = (name: string) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, "dist", name));
  const [script, wasm, stdlib, archive] = await Promise.all([
    read("pyodide.mjs"),
    read("pyodide.asm.wasm"),
    read("python_stdlib.zip"),
    read("python.tar.gz"),
  ]);
  const module = address(script);
  const bootstrap = address(new TextEncoder().encode(BOOTSTRAP.replace("MODULE", module)));
  const worker = new Worker(bootstrap, { name: "reslint" });
  const parcel: Parcel = { reslint: { assets: { wasm, stdlib, archive }, files: [] } };
  try {
    await new Promise<void>((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(`the worker failed: ${event.message}`));
      worker.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (data === READY) resolve();
        else reject(new Error(`the worker failed: ${JSON.stringify(data)}`));
      };
      worker.postMessage(parcel);
    });
  } catch (error) {
    worker.terminate();
    throw error;
  } finally {
    URL.revokeObjectURL(module);
    URL.revokeObjectURL(bootstrap);
    worker.onmessage = null;
    worker.onerror = null;
  }
  return worker;
}

function address(script: Uint8Array): string {
  return URL.createObjectURL(new Blob([script as Uint8Array<ArrayBuffer>], { type: "text/javascript" }));
}
