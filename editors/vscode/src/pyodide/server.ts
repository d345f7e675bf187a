/** The program that runs Pyodide: over the standard streams in Node, over messages in a web worker. */

import { runInNode } from "./node";
import { runInWorker } from "./worker";

const node = (globalThis as { process?: { versions?: { node?: string } } }).process?.versions?.node;
await (node === undefined ? runInWorker() : runInNode());
