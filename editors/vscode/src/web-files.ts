/** In the browser: configuration files and rule packs of the workspace, sent to the worker, which sees no disk. */

import * as vscode from "vscode";
import { pathInWorker } from "./addresses";
import type { FileSent } from "./pyodide/worker";

const CONFIGURATION = "**/{.reslint.yaml,pyproject.toml}";
const PACK = "**/pack.yaml";
const YAML = "**/*.{yaml,yml,tsv}";
const UNSEEN = "**/{node_modules,.git}/**";
const MOST = 2000;
const LARGEST = 1_000_000;

/** Sends what there is now, and from then on what changes, until it is disposed. */
export async function watchRuleFiles(send: (files: FileSent[]) => void): Promise<vscode.Disposable> {
  const folders = new Set<string>();
  const found = await vscode.workspace.findFiles(CONFIGURATION, UNSEEN, MOST);
  for (const pack of await vscode.workspace.findFiles(PACK, UNSEEN, MOST)) {
    const folder = vscode.Uri.joinPath(pack, "..");
    folders.add(`${folder.toString()}/`);
    found.push(...(await vscode.workspace.findFiles(new vscode.RelativePattern(folder, YAML), UNSEEN, MOST)));
  }
  send((await Promise.all(found.map(read))).filter((file) => file !== undefined));

  const concerns = (uri: vscode.Uri) =>
    /\/(\.reslint\.yaml|pyproject\.toml|pack\.yaml)$/.test(uri.path) || [...folders].some((one) => uri.toString().startsWith(one));
  const changed = async (uri: vscode.Uri) => {
    const file = concerns(uri) ? await read(uri) : undefined;
    if (file !== undefined) send([file]);
  };
  const watcher = vscode.workspace.createFileSystemWatcher("**/*.{yaml,yml,toml,tsv}");
  watcher.onDidCreate(changed);
  watcher.onDidChange(changed);
  watcher.onDidDelete((uri) => send([{ path: pathInWorker(uri) }]));
  return watcher;
}

async function read(uri: vscode.Uri): Promise<FileSent | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return bytes.length > LARGEST ? undefined : { path: pathInWorker(uri), bytes };
  } catch {
    return undefined; // it went away between the two
  }
}
