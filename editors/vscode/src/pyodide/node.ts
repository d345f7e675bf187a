/** In the editor's own Node: the standard streams, and the folders of the workspace under their own paths. */

import type { Host } from "./host";
import { host } from "./host";
import { Frames, framed } from "./frames";

/** Runs until the client leaves. The first argument names the folder of the assets. */
export async function runInNode(): Promise<void> {
  const { readFile } = await import("node:fs/promises");
  const { join } = await import("node:path");
  const folder = process.argv[2] ?? "";
  // A plain array: Pyodide takes no Buffer.
  const archive = new Uint8Array(await readFile(join(folder, "python.tar.gz")));
  const server = await host(`${folder}/`, archive, (message) => process.stdout.write(framed(message)));
  const frames = new Frames();
  const mount = await mounter(server);
  let orderly = false;
  process.stdin.on("data", (bytes: Uint8Array) => {
    for (const message of frames.push(bytes)) {
      const method = methodOf(message);
      if (method === "exit") process.exit(orderly ? 0 : 1);
      orderly ||= method === "shutdown";
      if (method === "initialize" || method === "workspace/didChangeWorkspaceFolders") foldersOf(message).forEach(mount);
      server.receive(message);
    }
  });
  process.stdin.on("end", () => process.exit(orderly ? 0 : 1));
}

function methodOf(message: string): string {
  // Only short messages and the first need be looked into.
  return message.length < 300_000 ? String((JSON.parse(message) as { method?: unknown }).method ?? "") : "";
}

interface Folder {
  readonly uri: string;
}

/** The folders that a message of the client names. */
function foldersOf(message: string): string[] {
  const { params } = JSON.parse(message) as {
    params?: { workspaceFolders?: readonly Folder[] | null; event?: { added?: readonly Folder[] } };
  };
  return [...(params?.workspaceFolders ?? []), ...(params?.event?.added ?? [])].map((folder) => folder.uri);
}

async function mounter(server: Host): Promise<(uri: string) => void> {
  const { fileURLToPath } = await import("node:url");
  return (uri) => {
    if (!uri.startsWith("file:")) return;
    try {
      // The path that the server makes of the same address: "/c:/drafts" on Windows, else the folder's own.
      const inside = decodeURIComponent(new URL(uri).pathname);
      server.files.mkdirTree(inside);
      server.files.mount(server.files.filesystems.NODEFS, { root: fileURLToPath(uri) }, inside);
    } catch (error) {
      console.error(`${uri} cannot be seen by the server: ${String(error)}`);
    }
  };
}
