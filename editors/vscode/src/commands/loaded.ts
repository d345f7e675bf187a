/** "Show What Is Loaded": which server runs and why, its versions, packs, configurations and rules, as a page to read. */

import * as vscode from "vscode";
import type { Session } from "../session";

const SCHEME = "reslint-loaded";
const PAGE = vscode.Uri.from({ scheme: SCHEME, path: "/What is loaded.md" });
const changed = new vscode.EventEmitter<vscode.Uri>();

/** Serves the page; what it says is asked for when it is shown. */
export function serveLoaded(session: Session): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: () => told(session),
  });
}

/** Opens the page, or brings it up to date. */
export async function showLoaded(): Promise<void> {
  changed.fire(PAGE);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(PAGE), { preview: true });
}

async function told(session: Session): Promise<string> {
  const loaded = session.loaded;
  const lines = ["# What is loaded", ""];
  if (loaded === undefined) {
    lines.push("reslint is not running. “reslint: Show Log” says why.");
  } else {
    lines.push(`${loaded.server} runs as ${loaded.why}.`, "");
    lines.push(...loaded.passedOver.map((one) => `- skipped: ${one}`), "");
    lines.push(await session.ask<string>("reslint.describe"));
  }
  return `${lines.join("\n")}\n`;
}
