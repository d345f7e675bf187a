/** What the buttons of the walkthrough do: they work on the draft that is open, or else on one to practise on. */

import * as vscode from "vscode";

/** Runs a command on a draft: the active one, one that is visible, or the draft to practise on. */
export async function onDraft(extension: vscode.Uri, command: string): Promise<void> {
  const visible = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  const found = visible.find((editor) => editor?.document.languageId === "resolution");
  const document = found?.document ?? (await practice(extension));
  // Beside the walkthrough, so that what it says can still be read.
  const editor = await vscode.window.showTextDocument(document, found?.viewColumn ?? vscode.ViewColumn.Beside);
  if (command === "insertCitation") editor.selection = new vscode.Selection(endOf(document), endOf(document));
  await vscode.commands.executeCommand(`reslint.${command}`);
}

async function practice(extension: vscode.Uri): Promise<vscode.TextDocument> {
  const known = vscode.workspace.textDocuments.find((one) => one.isUntitled && one.languageId === "resolution" && !one.isClosed);
  if (known !== undefined) return known;
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, "templates", "practice.txt"));
  return vscode.workspace.openTextDocument({ language: "resolution", content: new TextDecoder().decode(bytes) });
}

/** Behind the words of the last preambular paragraph, where a citation may stand. */
function endOf(document: vscode.TextDocument): vscode.Position {
  const text = document.getText();
  const first = text.search(/^1\. /m);
  return document.positionAt(first < 0 ? text.length : text.slice(0, first).trimEnd().replace(/,$/, "").length);
}
