/** What the client of the server does differently: whose commands they are, which findings it shows, and settings. */

import * as vscode from "vscode";
import type { DynamicFeature, LanguageClientOptions, Middleware, StaticFeature } from "vscode-languageclient";
import { fromServer } from "./addresses";
import type { TypingFilter } from "./typingFilter";
import { pageOf } from "./rule-pages";
import { checksWhileTyping, diagnosticMode, languages, serverSettings } from "./settings";
import { sticking } from "./outline";

/** Whether a feature would register the server's commands as commands of the editor: the extension has its own. */
export function registersCommands(feature: StaticFeature | DynamicFeature<unknown>): boolean {
  return "registrationType" in feature && feature.registrationType.method === "workspace/executeCommand";
}

/** The options of every client, whatever it talks to. */
export function clientOptions(log: vscode.LogOutputChannel, typingFilter: TypingFilter): LanguageClientOptions {
  const whileTyping = checksWhileTyping();
  return {
    documentSelector: languages().map((language) => ({ language })),
    outputChannel: log,
    initializationOptions: { ...serverSettings(), diagnosticMode: diagnosticMode(), hoversMessages: true },
    middleware: middleware(typingFilter),
    // All of them said: what is pulled when nothing is said has changed from one version of the client to the next.
    diagnosticPullOptions: { onChange: whileTyping, onSave: !whileTyping, onFocus: false, onTabs: false },
    markdown: { isTrusted: false, supportHtml: false },
  };
}

function middleware(typingFilter: TypingFilter): Middleware {
  return {
    workspace: {
      configuration: (params) =>
        params.items.map(({ scopeUri }) => serverSettings(scopeUri && vscode.Uri.parse(fromServer(scopeUri)))),
    },
    provideDocumentSymbols: async (document, token, next) => {
      const found = await next(document, token);
      const kinds = { resolution: vscode.SymbolKind.Module, enacting: vscode.SymbolKind.Class };
      const range = (start: vscode.Position, end: vscode.Position) => new vscode.Range(start, end);
      return isTree(found) ? sticking<vscode.Range, vscode.DocumentSymbol>(found, kinds, range as never) : found;
    },
    provideDiagnostics: async (document, _previous, token, next) => {
      const uri = document instanceof vscode.Uri ? document : document.uri;
      // Always all of them: what waits must be able to appear although the server has nothing new to say.
      const report = await next(document, undefined, token);
      if (report?.kind !== "full") return report;
      return { ...report, items: typingFilter.shown(uri, report.items.map(linked)) };
    },
    provideWorkspaceDiagnostics: (known, token, reporter, next) =>
      next(known, token, (chunk) =>
        reporter(chunk && { items: chunk.items.map((one) => (one.kind === "full" ? { ...one, items: one.items.map(linked) } : one)) }),
      ),
  };
}

function isTree(found: unknown): found is vscode.DocumentSymbol[] {
  return Array.isArray(found) && found.every((one) => one instanceof vscode.DocumentSymbol || "children" in one);
}

/** The rule's name opens its page here, wherever its file may be. */
function linked(found: vscode.Diagnostic): vscode.Diagnostic {
  if (typeof found.code === "object") found.code = { value: found.code.value, target: pageOf(String(found.code.value)) };
  return found;
}
