/** In a web worker: first the assets and files come as one message, then the client's, and files that have changed. */

import type { Assets, Host } from "./host";
import { hostFromAssets } from "./host";
import { READY } from "./ready";

/** A file for the server's eyes; without bytes it is gone. */
export interface FileSent {
  readonly path: string;
  readonly bytes?: Uint8Array;
}

/** What the extension sends besides the messages of the client. */
export interface Parcel {
  readonly reslint: { readonly assets?: Assets; readonly files: readonly FileSent[] };
}

export async function runInWorker(): Promise<void> {
  const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
  let server: Host | undefined;
  scope.onmessage = async ({ data }: MessageEvent<Parcel | object>) => {
    if (!("reslint" in data)) {
      server?.receive(JSON.stringify(data));
      return;
    }
    try {
      if (data.reslint.assets !== undefined) {
        server = await hostFromAssets(data.reslint.assets, (message) => scope.postMessage(JSON.parse(message)));
      }
      if (server !== undefined) data.reslint.files.forEach((file) => store(server as Host, file));
      if (data.reslint.assets !== undefined) scope.postMessage(READY);
    } catch (error) {
      scope.postMessage({ failed: String(error) });
    }
  };
}

function store(server: Host, { path, bytes }: FileSent): void {
  if (bytes !== undefined) {
    server.files.mkdirTree(path.replace(/\/[^/]*$/, "") || "/");
    server.files.writeFile(path, bytes);
  } else if (server.files.analyzePath(path).exists) {
    server.files.unlink(path);
  }
}
