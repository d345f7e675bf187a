/**
 * Word files, which the editor cannot open: "Open as Draft" makes a draft beside the file, "Save Back to Word" puts what
 * has changed in the draft into a copy of the file, as tracked changes. The server does the work.
 */

import * as vscode from "vscode";
import type { Session } from "./session";

interface Saved {
  readonly data: string;
  readonly changed: number;
  readonly left: readonly string[];
}

const WORD = /\.(docx|docm|dotx)$/i;
const DRAFT = ".res.md";
const COPY = ".reslint.docx";

/** Opens the draft beside a Word file; makes it, where there is none. */
export async function openAsDraft(session: Session, chosen?: vscode.Uri): Promise<void> {
  const file = chosen ?? (await pick());
  if (file === undefined) return;
  if (!WORD.test(file.path)) throw new Error(`“${name(file)}” is not a Word file: .docx, .docm or .dotx is wanted.`);
  const draft = file.with({ path: file.path.replace(WORD, DRAFT) });
  if (!(await exists(draft)) || (await isWantedAnew(draft))) {
    const made = await during(`Reading ${name(file)}`, async (stop) =>
      session.askUntil<{ text: string; notice: string }>(stop, "reslint.wordToDraft", name(file), await read(file)),
    );
    if (made === undefined) return;
    const { text, notice } = made;
    await vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(text));
    if (notice) void vscode.window.showWarningMessage(`reslint: ${name(file)}: ${notice}`);
  }
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(draft));
}

/** Puts what a draft changes into a copy of the Word file that it was made of, beside it; says where, and what is left. */
export async function saveBackToWord(session: Session, chosen?: vscode.Uri): Promise<vscode.Uri | undefined> {
  const draft = chosen ?? vscode.window.activeTextEditor?.document.uri;
  if (draft === undefined || !draft.path.endsWith(DRAFT)) throw new Error(`Open a draft (${DRAFT}) that was made of a Word file.`);
  const stem = draft.path.slice(0, -DRAFT.length);
  const candidates = [".docx", ".docm", ".dotx"].map((suffix) => draft.with({ path: stem + suffix }));
  const found = await Promise.all(candidates.map(exists));
  const file = candidates.find((_, index) => found[index]);
  if (file === undefined) throw new Error(`There is no Word file “${name(candidates[0] as vscode.Uri)}” beside the draft.`);
  const copy = draft.with({ path: stem + COPY });
  const replace = "Replace";
  if ((await exists(copy)) && (await vscode.window.showWarningMessage(`“${name(copy)}” is there already.`, { modal: true }, replace)) !== replace) return undefined;
  const text = (await vscode.workspace.openTextDocument(draft)).getText();
  const saved = await during(`Writing ${name(copy)}`, async (stop) =>
    session.askUntil<Saved>(stop, "reslint.draftToWord", name(file), await read(file), text),
  );
  if (saved === undefined) return undefined;
  const { data, changed, left } = saved;
  await vscode.workspace.fs.writeFile(copy, decoded(data));
  const changes = `${changed} tracked ${changed === 1 ? "change" : "changes"}`;
  const more = left.length > 0 ? `; ${left.length} more could not be tracked, and are comments in it` : "";
  void vscode.window.showInformationMessage(`reslint: ${name(copy)} has ${changes}${more}.`);
  return copy;
}

async function pick(): Promise<vscode.Uri | undefined> {
  const found = await vscode.window.showOpenDialog({ filters: { "Word files": ["docx", "docm", "dotx"] } });
  return found?.[0];
}

async function isWantedAnew(draft: vscode.Uri): Promise<boolean> {
  const again = "Make it again";
  const said = await vscode.window.showInformationMessage(`“${name(draft)}” is there already.`, "Open it", again);
  return said === again;
}

/** Shows that something is being done, and lets it be stopped: then nothing is written, and the result is undefined. */
function during<Result>(title: string, work: (stop: vscode.CancellationToken) => Promise<Result>): Thenable<Result | undefined> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (_, stop) => {
    const stopped = new Promise<undefined>((resolve) => stop.onCancellationRequested(() => resolve(undefined)));
    try {
      return await Promise.race([work(stop), stopped]);
    } catch (error) {
      if (stop.isCancellationRequested) return undefined;
      throw error;
    }
  });
}

function name(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** The bytes of a file in base64. */
async function read(uri: vscode.Uri): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  let binary = "";
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

const CHUNK = 0x8000;

function decoded(data: string): Uint8Array {
  return Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
}
