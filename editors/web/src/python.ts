/** Python in a worker, from the page's side. */

import type { Asked, AskedOfWord, Assets, Fixed, Linted, Reply } from "./messages";

type Waiting = { readonly done: (result: never) => void; readonly failed: (error: Error) => void };

export class Python {
  private readonly waiting = new Map<number, Waiting>();
  private next = 1;

  private constructor(private readonly worker: Worker) {
    worker.onmessage = ({ data }: MessageEvent<Reply>) => this.take(data);
    worker.onerror = (event) => {
      for (const { failed } of this.waiting.values()) failed(new Error(event.message || "Python has stopped; load the page anew"));
      this.waiting.clear();
    };
  }

  /** Fetches everything, then forbids this page any further connection, then starts. Rejects where one step fails. */
  static async start(say: (step: string) => void): Promise<Python> {
    say("Loading Python and the rules");
    const [wasm, stdlib, reslint, program] = await Promise.all([
      fetched("wasm.bin").then(unpacked),
      fetched("stdlib.bin").then((response) => response.arrayBuffer()),
      fetched("reslint.bin").then((response) => response.arrayBuffer()),
      fetched("worker.js").then((response) => response.text()),
    ]);
    forbidConnections();
    say("Starting Python");
    // From a blob the worker is under the policy of this page; from an address it would be under its own.
    const address = URL.createObjectURL(new Blob([program], { type: "text/javascript" }));
    const worker = new Worker(address, { type: "module" });
    await new Promise<void>((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message || "the worker could not be started"));
      worker.onmessage = ({ data }: MessageEvent<Reply>) => ("ready" in data ? resolve() : reject(new Error("failed" in data ? data.failed : "")));
      const assets: Assets = { wasm, stdlib, reslint };
      worker.postMessage(assets, [wasm, stdlib, reslint]);
    });
    URL.revokeObjectURL(address);
    return new Python(worker);
  }

  lint(text: string, packs: readonly string[], profile: string): Promise<Linted> {
    return this.ask({ do: "lint", text, packs, profile });
  }

  fix(text: string, packs: readonly string[], profile: string): Promise<Fixed> {
    return this.ask({ do: "fix", text, packs, profile });
  }

  ask<Result>(asked: Asked | AskedOfWord): Promise<Result> {
    const id = this.next++;
    return new Promise((done, failed) => {
      this.waiting.set(id, { done, failed });
      this.worker.postMessage({ id, asked });
    });
  }

  private take(data: Reply): void {
    if (!("id" in data) || data.id === undefined) return;
    const waiting = this.waiting.get(data.id);
    this.waiting.delete(data.id);
    if ("result" in data) waiting?.done(data.result as never);
    else waiting?.failed(new Error(data.failed));
  }
}

async function fetched(name: string): Promise<Response> {
  const response = await fetch(name);
  if (!response.ok) throw new Error(`${name} could not be loaded: ${response.status} ${response.statusText}`);
  return response;
}

function unpacked(response: Response): Promise<ArrayBuffer> {
  const body = response.body as ReadableStream<Uint8Array<ArrayBuffer>>;
  return new Response(body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

/** Policies add up: after this neither the page nor a worker that it starts can connect to anything. */
function forbidConnections(): void {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "connect-src 'none'";
  document.head.append(policy);
}
