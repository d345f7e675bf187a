/** "Fix All" and the two "Renumber": source actions of the server, carried out. */

import * as vscode from "vscode";

/** Asks for one kind of source action in the whole active draft and carries it out. */
export async function sourceAction(kind: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    editor.document.uri,
    whole,
    kind,
    1,
  );
  const action = actions.find((one) => one.kind?.value === kind);
  if (action?.edit === undefined) {
    vscode.window.setStatusBarMessage("reslint: nothing to change", 3000);
    return;
  }
  await vscode.workspace.applyEdit(action.edit);
}
