/** The settings of the extension, read once per use and typed. */

import * as vscode from "vscode";
import { forServer, type Told } from "./told";
import type { Wishes } from "./servers";

/** The languages whose files the server is told about; it decides itself which Markdown and text files are drafts. */
export function languages(): string[] {
  const detects = section().get("detect", "automatic") === "automatic";
  return ["resolution", "yaml", ...(detects ? ["markdown", "plaintext"] : [])];
}

/** What the server is told of the settings for a folder or file. */
export function serverSettings(scope?: vscode.Uri | ""): Told {
  const of = section(scope);
  const told = forServer({
    profile: of.get("profile", ""),
    packs: of.get("packs", []),
    include: of.get("include", []),
    severity: of.get("severity", {}),
  });
  // The editor hands out objects that cannot be sent to a worker; a copy can.
  return JSON.parse(JSON.stringify(told)) as Told;
}

/** Whether drafts are checked while they are written, or only when they are opened and saved. */
export function checksWhileTyping(): boolean {
  return section().get("run", "onType") === "onType";
}

/** Whether findings of drafts that are not open are shown, too. */
export function diagnosticMode(): "openFilesOnly" | "workspace" {
  return section().get("diagnosticMode", "workspace");
}

/** Whether new findings wait in the line that is being written. */
export function filtersWhileTyping(scope: vscode.Uri): boolean {
  return section(scope).get("typingFilter", true);
}

/** What decides which server is started. */
export function wishes(): Wishes {
  const of = section();
  return {
    path: expandHome(of.get("path", "")),
    interpreter: expandHome(of.get("interpreter", "")),
    use: of.get("use", "automatic"),
    trusted: vscode.workspace.isTrusted,
  };
}

function section(scope?: vscode.Uri | ""): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration("reslint", scope || null);
}

function expandHome(path: string): string {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? "";
  const { process } = globalThis as { process?: { env: Record<string, string | undefined> } };
  const home = process?.env["HOME"] ?? process?.env["USERPROFILE"] ?? "";
  return path.replace(/^~(?=\/|\\|$)/, home).replaceAll("${workspaceFolder}", folder);
}
