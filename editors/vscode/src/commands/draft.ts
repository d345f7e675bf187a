/** "New Draft Resolution": a template for an organ or a conference style. */

import * as vscode from "vscode";

interface Template {
  readonly label: string;
  readonly description: string;
  readonly file: string;
}

/** Opens a template (asks for one, where its file is not named) as an untitled draft, with the cursor at its first gap. */
export async function newDraft(extension: vscode.Uri, file?: string): Promise<void> {
  const folder = vscode.Uri.joinPath(extension, "templates");
  const list = JSON.parse(await read(vscode.Uri.joinPath(folder, "templates.json"))) as readonly Template[];
  const named = list.find((template) => template.file === file);
  const chosen = named ?? (await vscode.window.showQuickPick(list, { placeHolder: "For which organ or conference?" }));
  if (chosen === undefined) return;
  const document = await vscode.workspace.openTextDocument({ language: "resolution", content: "" });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(await read(vscode.Uri.joinPath(folder, chosen.file))));
}

async function read(file: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}
