/** The pages of rules as documents of the editor: reslint-rule:/opener/operative-italic.md */

import * as vscode from "vscode";
import type { Session } from "./session";

const SCHEME = "reslint-rule";

/** The address of a rule's page. */
export function pageOf(rule: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${rule}.md` });
}

/** Serves the pages from the running server. */
export function serveRulePages(session: Session): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: (uri) => session.ask<string>("reslint.explain", uri.path.replace(/^\/|\.md$/g, "")),
  });
}
