/** The commands, each registered once; what they do is the server's work wherever it can be. */

import * as vscode from "vscode";
import { insertCitation } from "./commands/citation";
import { newDraft } from "./commands/draft";
import { explainRule } from "./commands/explain";
import { serveLoaded, showLoaded } from "./commands/loaded";
import { chooseProfile, openSettings, showMenu } from "./commands/menu";
import { onDraft } from "./commands/practice";
import { sourceAction } from "./commands/source";
import { Mandates } from "./mandates";
import type { Row } from "./mandate-rows";
import { Preview } from "./preview";
import { serveRulePages } from "./rule-pages";
import type { Loaded, Session } from "./session";
import { openAsDraft, saveBackToWord } from "./word";

/** What other extensions, and the tests, may ask. */
export interface Api {
  /** What runs and why; undefined while nothing does. */
  loaded(): Loaded | undefined;
  /** The page that the preview shows, as HTML; undefined while there is none. */
  preview(): string | undefined;
  /** The requests that the view “Mandates” shows: who is asked, and the paragraphs that ask. */
  mandates(): readonly (readonly [string, readonly string[]])[];
}

/** Registers all commands and what follows the active editor; everything ends with the extension. */
export function register(context: vscode.ExtensionContext, session: Session): Api {
  const preview = new Preview(context, session);
  const mandates = new Mandates(session);
  const command = (name: string, run: (...args: never[]) => unknown) =>
    vscode.commands.registerCommand(`reslint.${name}`, guarded(run));

  context.subscriptions.push(
    session,
    preview,
    mandates,
    serveRulePages(session),
    serveLoaded(session),
    command("newDraft", (template?: string) => newDraft(context.extensionUri, template)),
    command("fixAll", () => sourceAction("source.fixAll.reslint")),
    command("renumberParagraphs", () => sourceAction("source.renumberParagraphs.reslint")),
    command("renumberFootnotes", () => sourceAction("source.renumberFootnotes.reslint")),
    command("insertCitation", () => insertCitation(session)),
    command("explainRule", (rule?: string) => explainRule(session, rule)),
    command("openPreview", () => preview.open()),
    command("showMandates", () => mandates.open()),
    command("goToMandate", (row: Row) => mandates.goTo(row)),
    command("printDraft", (target?: vscode.Uri) => preview.print(target)),
    command("openAsDraft", (file?: vscode.Uri) => openAsDraft(session, file)),
    command("saveBackToWord", (draft?: vscode.Uri) => saveBackToWord(session, draft)),
    command("restart", () => session.start()),
    command("showLog", () => session.log.show()),
    command("showLoaded", () => showLoaded()),
    command("showMenu", () => showMenu(session)),
    command("chooseProfile", () => chooseProfile(session)),
    command("openSettings", openSettings),
    ...["fixAll", "insertCitation", "openPreview"].map((deed) => command(`practice.${deed}`, () => onDraft(context.extensionUri, deed))),
    vscode.workspace.onDidGrantWorkspaceTrust(() => session.start()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      // The rest reaches the server by itself, or is read when it is needed.
      // Not at once: the client that runs first tells its server of the change, and must still be there to do so.
      if (RESTARTS.some((key) => change.affectsConfiguration(`reslint.${key}`))) setTimeout(() => void session.start(), SETTLE);
    }),
    vscode.window.onDidChangeActiveTextEditor(markContext),
    vscode.workspace.onDidOpenTextDocument(() => markContext(vscode.window.activeTextEditor)),
  );
  markContext(vscode.window.activeTextEditor);
  return {
    loaded: () => session.loaded,
    preview: () => preview.html,
    mandates: () => mandates.shown.map(({ name, rows }) => [name, rows.map(({ paragraph }) => paragraph)] as const),
  };
}

const SETTLE = 100;
const RESTARTS = ["path", "interpreter", "use", "run", "detect", "diagnosticMode"];

function markContext(editor: vscode.TextEditor | undefined): void {
  const language = editor?.document.languageId ?? "";
  const inDraft = ["resolution", "markdown", "plaintext"].includes(language);
  void vscode.commands.executeCommand("setContext", "reslint.inDraft", inDraft);
}

function guarded(run: (...args: never[]) => unknown): (...args: never[]) => Promise<unknown> {
  return async (...args) => {
    try {
      return await run(...args);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return vscode.window.showErrorMessage(`reslint: ${message}`);
    }
  };
}
