/** The item in the status bar, which says what runs and opens the menu. */

import * as vscode from "vscode";

export class Status implements vscode.Disposable {
  private readonly item: vscode.StatusBarItem;

  constructor() {
    this.item = vscode.window.createStatusBarItem("reslint.status", vscode.StatusBarAlignment.Right, 90);
    this.item.name = "reslint";
    this.item.command = "reslint.showMenu";
  }

  /** Shows that the server is on its way up. */
  starting(what: string): void {
    this.show("$(loading~spin) reslint", `Starting reslint: ${what}`);
  }

  /** Shows which server runs. */
  running(short: string, why: string): void {
    this.show(`$(law) reslint: ${short}`, `reslint runs as ${why}`);
  }

  /** Shows that nothing runs, and why. */
  failed(why: string): void {
    this.show("$(warning) reslint", why, new vscode.ThemeColor("statusBarItem.warningBackground"));
  }

  dispose(): void {
    this.item.dispose();
  }

  private show(text: string, tooltip: string, background?: vscode.ThemeColor): void {
    this.item.text = text;
    this.item.tooltip = tooltip;
    this.item.backgroundColor = background;
    this.item.accessibilityInformation = { label: tooltip };
    this.item.show();
  }
}
