/** Keeps the line that is being written free of new findings, until the writer leaves it, saves or pauses. */

import * as vscode from "vscode";
import { TypedLine, type Mark } from "./typedLine";
import { filtersWhileTyping } from "./settings";

const PAUSE = 2500;

export class TypingFilter implements vscode.Disposable {
  private readonly typedLine = new TypedLine();
  private readonly listeners: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `again` has the findings asked for anew. */
  constructor(private readonly again: () => void) {
    this.listeners = [
      vscode.workspace.onDidChangeTextDocument((change) => this.changed(change)),
      vscode.workspace.onDidSaveTextDocument((document) => this.end(document.uri)),
      vscode.workspace.onDidCloseTextDocument((document) => this.typedLine.ended(document.uri.toString())),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const line = this.typedLine.line(textEditor.document.uri.toString());
        if (line !== undefined && selections[0]?.active.line !== line) this.end(textEditor.document.uri);
      }),
    ];
  }

  /** The findings that may be shown now. */
  shown(uri: vscode.Uri, found: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
    return found.filter((one) => !this.typedLine.holds(uri.toString(), mark(one)));
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listeners.forEach((one) => one.dispose());
  }

  private changed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const change = contentChanges[0];
    const editor = vscode.window.activeTextEditor;
    if (change === undefined || editor?.document !== document || !filtersWhileTyping(document.uri)) return;
    const inOneLine = contentChanges.length === 1 && change.range.isSingleLine && !/[\r\n]/.test(change.text);
    if (!inOneLine || editor.selection.active.line !== change.range.start.line) {
      this.end(document.uri);
      return;
    }
    const marks = vscode.languages.getDiagnostics(document.uri).map(mark);
    this.typedLine.typed(document.uri.toString(), change.range.start.line, marks);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.end(document.uri), PAUSE);
  }

  private end(uri: vscode.Uri): void {
    if (this.typedLine.ended(uri.toString())) this.again();
  }
}

function mark(found: vscode.Diagnostic): Mark {
  const code = typeof found.code === "object" ? found.code.value : found.code;
  return { first: found.range.start.line, last: found.range.end.line, key: `${code ?? ""} ${found.message}` };
}
