/** "Insert Citation": a quick pick over the register of resolutions and instruments. */

import * as vscode from "vscode";
import type { Session } from "../session";

interface Cited {
  readonly label: string;
  readonly detail: string;
  readonly phrase: string;
  /** What cites it at the cursor and adds its footnote. */
  readonly edits?: readonly Edit[];
}

interface Edit {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly newText: string;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

const PAUSE = 80;

/** Asks for a number or words of a title and writes the phrase at the cursor, as the draft's organ would write it. */
export async function insertCitation(session: Session): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const { version } = editor.document;
  const chosen = await choose(session, session.address(editor.document.uri), editor.selection.active);
  if (chosen === undefined) return;
  const { phrase, edits = [] } = chosen;
  const alone = editor.selections.length === 1 && editor.selection.isEmpty && editor.document.version === version;
  await editor.edit((edit) => {
    if (alone && edits.length > 0) edits.forEach(({ range, newText }) => edit.replace(span(range), newText));
    else editor.selections.forEach((at) => edit.replace(at, phrase));
  });
}

function span({ start, end }: Edit["range"]): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function choose(session: Session, uri: string, { line, character }: vscode.Position): Promise<Cited | undefined> {
  return new Promise((resolve) => {
    const box = vscode.window.createQuickPick<vscode.QuickPickItem & Cited>();
    // The order is the server's. The property is in no published type, and VS Code reads it all the same.
    (box as { sortByLabel?: boolean }).sortByLabel = false;
    let asked = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (query: string) => {
      const mine = ++asked;
      box.busy = true;
      const found = query === "" ? [] : await session.ask<readonly Cited[]>("reslint.cite", uri, query, { line, character });
      if (mine !== asked) return;
      box.busy = false;
      box.items = found.map((one) => ({ ...one, alwaysShow: true }));
    };
    box.placeholder = "A number (66/181), words of a title, or the name of a treaty";
    box.onDidChangeValue((value) => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(value.trim()).catch(() => (box.busy = false)), PAUSE);
    });
    box.onDidAccept(() => {
      resolve(box.selectedItems[0]);
      box.hide();
    });
    box.onDidHide(() => {
      clearTimeout(timer);
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}
