/** Keeps the line that is being written free of new findings, until the writer leaves it, saves or pauses. */

import * as vscode from "vscode";
import { TypedLine, type Mark } from "./typedLine";
import { filtersWhileTyping } from "./settings";

const PAUSE = 2500;

export class TypingFilter implements vscode.Disposable {
  private readonly typedLine = new TypedLine();
  private readonly listeners: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `again` has the findings asked for again. */
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
    // Enter, with what the editor or the server puts before the next paragraph: its words are still to come.
    const line = change.range.start.line + change.text.split("\n").length - 1;
    const inOneLine = contentChanges.length === 1 && change.range.isSingleLine && !/\S[^]*\n/.test(change.text);
    const here = editor.selection.active.line;
    if (!inOneLine || here < change.range.start.line || here > line || !isBegun(document.lineAt(line).text, change.text)) {
      this.end(document.uri);
      return;
    }
    const marks = vscode.languages.getDiagnostics(document.uri).map(mark);
    this.typedLine.typed(document.uri.toString(), line, marks, firstOf(document, line));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.end(document.uri), PAUSE);
  }

  private end(uri: vscode.Uri): void {
    if (this.typedLine.ended(uri.toString())) this.again();
  }
}

/** Whether somebody goes on writing in a line after a change: any change within it, or a new line without words. */
function isBegun(line: string, written: string): boolean {
  return !/\n/.test(written) || NO_WORDS.test(line);
}

/** The line itself; the end of the paragraph above while there is next to nothing in it. */
function firstOf(document: vscode.TextDocument, line: number): number {
  if (!NO_WORDS.test(document.lineAt(line).text)) return line;
  let above = line - 1;
  while (above > 0 && document.lineAt(above).text.trim() === "") above -= 1;
  return Math.max(above, 0);
}

/** A line with a number or letter at most, and the beginning of an opener. */
const NO_WORDS = /^\s*(?:\d+\\?\.|\([a-z]{1,5}\))?\s*[*_]?\w{0,3}$/;

function mark(found: vscode.Diagnostic): Mark {
  const code = typeof found.code === "object" ? found.code.value : found.code;
  return { first: found.range.start.line, last: found.range.end.line, key: `${code ?? ""} ${found.message}` };
}
