/** The menu of the item in the status bar, and the choice of a profile. */

import * as vscode from "vscode";
import type { Session } from "../session";

interface Profile {
  readonly name: string;
  readonly summary: string;
}

interface Deed extends vscode.QuickPickItem {
  readonly command: string;
}

/** Offers what can be done with the server. */
export async function showMenu(session: Session): Promise<void> {
  const profile = configuration().get("profile", "");
  const deeds: Deed[] = [
    { label: "$(law) Choose Profile…", description: profile || "as each draft shows", command: "reslint.chooseProfile" },
    { label: "$(info) Show What Is Loaded", description: session.loaded?.server ?? "nothing runs", command: "reslint.showLoaded" },
    { label: "$(output) Show Log", command: "reslint.showLog" },
    { label: "$(debug-restart) Restart Server", command: "reslint.restart" },
    { label: "$(settings-gear) Open Settings", command: "reslint.openSettings" },
  ];
  const chosen = await vscode.window.showQuickPick(deeds, { title: "reslint", placeHolder: session.loaded?.why ?? "reslint is not running" });
  if (chosen !== undefined) await vscode.commands.executeCommand(chosen.command);
}

/** Lets the writer choose among the profiles of the packs in force; the setting is that of the workspace, if there is one. */
export async function chooseProfile(session: Session): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const known = await session.ask<readonly Profile[]>("reslint.profiles", ...(uri ? [session.address(uri)] : []));
  const now = configuration().get("profile", "");
  const items = [
    { label: "as each draft shows", description: now === "" ? "now" : "", name: "", detail: "The organ that adopts it, its heading or its front matter decides." },
    ...known.map(({ name, summary }) => ({ label: name, description: name === now ? "now" : "", name, detail: summary })),
  ];
  const chosen = await vscode.window.showQuickPick(items, { title: "reslint: the profile of your drafts", matchOnDetail: true });
  if (chosen === undefined) return;
  const target = vscode.workspace.workspaceFolders ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await configuration().update("profile", chosen.name || undefined, target);
}

/** Opens the settings of this extension. */
export function openSettings(): Thenable<unknown> {
  return vscode.commands.executeCommand("workbench.action.openSettings", "@ext:reslint.reslint");
}

function configuration(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration("reslint");
}
