/** "Mandates": who is asked to do what by when, as a tree beside the draft; from a row to its paragraph and back. */

import * as vscode from "vscode";
import { grouped, worded, type Group, type Row } from "./mandate-rows";
import type { Session } from "./session";

const PAUSE = 300;
const VIEW = "reslint.mandates";

type Item = Group | Row;

export class Mandates implements vscode.TreeDataProvider<Item>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Item>;
  private readonly listeners: vscode.Disposable[];
  private groups: readonly Group[] = [];
  private draft: vscode.TextDocument | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly session: Session) {
    this.view = vscode.window.createTreeView<Item>(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.listeners = [
      this.view,
      this.changed,
      this.view.onDidChangeVisibility(() => this.later()),
      vscode.window.onDidChangeActiveTextEditor(() => this.later()),
      vscode.workspace.onDidChangeTextDocument((change) => {
        if (change.document === vscode.window.activeTextEditor?.document) this.later();
      }),
      vscode.window.onDidChangeTextEditorSelection((change) => void this.follow(change.textEditor)),
    ];
  }

  /** The rows that are shown, by who is asked. */
  get shown(): readonly Group[] {
    return this.groups;
  }

  /** Brings the view to the front, filled. */
  async open(): Promise<void> {
    await vscode.commands.executeCommand(`${VIEW}.focus`);
    await this.fill();
  }

  /** Selects the words of a row in the draft. */
  async goTo(row: Row): Promise<void> {
    if (this.draft === undefined) return;
    const { start, end } = row.range;
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    await vscode.window.showTextDocument(this.draft, { selection, preserveFocus: false });
  }

  getTreeItem(item: Item): vscode.TreeItem {
    if ("rows" in item) {
      const group = new vscode.TreeItem(item.name, vscode.TreeItemCollapsibleState.Expanded);
      group.description = String(item.rows.length);
      return group;
    }
    const { label, beside } = worded(item);
    const row = new vscode.TreeItem(label);
    row.description = beside;
    row.tooltip = [item.addressees.join(", "), item.action, ...told(item)].join("\n");
    row.command = { command: "reslint.goToMandate", title: "Go to Paragraph", arguments: [item] };
    return row;
  }

  getChildren(item?: Item): Item[] {
    if (item === undefined) return [...this.groups];
    return "rows" in item ? [...item.rows] : [];
  }

  getParent(item: Item): Item | undefined {
    return "rows" in item ? undefined : this.groups.find(({ rows }) => rows.includes(item));
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listeners.forEach((one) => one.dispose());
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.fill(), PAUSE);
  }

  private async fill(): Promise<void> {
    const draft = vscode.window.activeTextEditor?.document;
    if (draft === undefined || !this.view.visible) return;
    // A document that is not a draft, and a server that does not run yet, have no rows.
    const rows = await this.session.ask<readonly Row[]>("reslint.mandates", this.session.address(draft.uri)).catch(() => []);
    this.draft = draft;
    this.groups = grouped(rows);
    this.view.message = rows.length === 0 ? "No paragraph of this text asks anybody for anything." : "";
    this.changed.fire();
  }

  private async follow(editor: vscode.TextEditor): Promise<void> {
    if (!this.view.visible || editor.document !== this.draft) return;
    const { line } = editor.selection.active;
    const rows = this.groups.flatMap(({ rows: those }) => those);
    const here = rows.find(({ range }) => range.start.line <= line && line <= range.end.line);
    if (here !== undefined) await this.view.reveal(here, { select: true, focus: false });
  }
}

function told({ deliverables, deadlines, periods, conditions, items }: Row): readonly string[] {
  return [...deliverables, ...deadlines, ...periods, ...conditions, ...items];
}
