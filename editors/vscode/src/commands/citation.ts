/** "Insert Citation": a quick pick over the register of resolutions and instruments. */

import * as vscode from "vscode";
import type { Session } from "../session";

interface Cited {
  readonly label: string;
  readonly detail: string;
  readonly phrase: string;
}

const PAUSE = 80;

/** Asks for a number or words of a title and writes the phrase at the cursor, as the draft's organ would write it. */
export async function insertCitation(session: Session): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const phrase = await choose(session, session.address(editor.document.uri));
  if (phrase !== undefined) await editor.edit((edit) => editor.selections.forEach((at) => edit.replace(at, phrase)));
}

function choose(session: Session, uri: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const box = vscode.window.createQuickPick<vscode.QuickPickItem & { phrase: string }>();
    let asked = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (query: string) => {
      const mine = ++asked;
      box.busy = true;
      const found = query === "" ? [] : await session.ask<readonly Cited[]>("reslint.cite", uri, query);
      if (mine !== asked) return;
      box.busy = false;
      box.items = found.map((one) => ({ label: one.label, detail: one.detail, phrase: one.phrase, alwaysShow: true }));
    };
    box.placeholder = "A number (66/181), words of a title, or the name of a treaty";
    box.onDidChangeValue((value) => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(value.trim()).catch(() => (box.busy = false)), PAUSE);
    });
    box.onDidAccept(() => {
      resolve(box.selectedItems[0]?.phrase);
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
