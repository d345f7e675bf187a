/** Python in a worker, from the page's side. */

import type { Asked, AskedOfWord, Assets, Chosen, Fixed, Linted, Reply } from "./messages";

type Waiting = { readonly done: (result: never) => void; readonly failed: (error: Error) => void };

/** What was asked is not answered, because it was to stop. */
export class Stopped extends Error {}

export class Python {
  private readonly waiting = new Map<number, Waiting>();
  private next = 1;
  private worker: Promise<Worker>;

  private constructor(
    private readonly program: string,
    private readonly assets: Assets,
  ) {
    this.worker = this.begin();
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
    // It keeps the files for a visit without a network. Some browsers allow none, above all in private windows.
    await navigator.serviceWorker?.register("offline.js", { updateViaCache: "none" }).catch(() => undefined);
    forbidConnections();
    say("Starting Python");
    const python = new Python(program, { wasm, stdlib, reslint });
    await python.worker;
    return python;
  }

  lint(text: string, chosen: Chosen): Promise<Linted> {
    return this.ask({ do: "lint", text, ...chosen });
  }

  fix(text: string, chosen: Chosen): Promise<Fixed> {
    return this.ask({ do: "fix", text, ...chosen });
  }

  ask<Result>(asked: Asked | AskedOfWord): Promise<Result> {
    const id = this.next++;
    return new Promise((done, failed) => {
      this.waiting.set(id, { done, failed });
      this.worker.then((worker) => this.waiting.has(id) && worker.postMessage({ id, asked }), failed);
    });
  }

  /** Ends what is being done, which rejects with Stopped, and starts again for what is asked from now on. */
  stop(): void {
    const ended = this.worker;
    this.worker = this.begin();
    this.reject(new Stopped("stopped"));
    void ended.then((worker) => worker.terminate());
  }

  private async begin(): Promise<Worker> {
    // From a blob the worker is under the policy of this page; from an address it would be under its own.
    const address = URL.createObjectURL(new Blob([this.program], { type: "text/javascript" }));
    const worker = new Worker(address, { type: "module" });
    await new Promise<void>((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message || "the worker could not be started"));
      worker.onmessage = ({ data }: MessageEvent<Reply>) => ("ready" in data ? resolve() : reject(new Error("failed" in data ? data.failed : "")));
      worker.postMessage(this.assets);
    });
    URL.revokeObjectURL(address);
    worker.onmessage = ({ data }: MessageEvent<Reply>) => this.take(data);
    worker.onerror = (event) => this.reject(new Error(event.message || "Python has stopped; load the page again"));
    return worker;
  }

  private reject(error: Error): void {
    const failing = [...this.waiting.values()];
    this.waiting.clear();
    for (const { failed } of failing) failed(error);
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

/** Policies add up: after this neither the page nor a worker that it starts can connect to anything, nor start one from an address. */
function forbidConnections(): void {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "connect-src 'none'; worker-src blob:";
  document.head.append(policy);
}
