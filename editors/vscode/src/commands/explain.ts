/** "Explain Rule": the page of a rule, as the rule's own file has it. */

import * as vscode from "vscode";
import { pageOf } from "../rule-pages";
import type { Session } from "../session";

interface RuleLine {
  readonly name: string;
  readonly summary: string;
  readonly severity: string;
}

/** Shows the page of `rule`; asks which one when none is given. */
export async function explainRule(session: Session, rule?: string): Promise<void> {
  const name = rule ?? (await pick(session));
  if (name !== undefined) await vscode.commands.executeCommand("markdown.showPreview", pageOf(name));
}

async function pick(session: Session): Promise<string | undefined> {
  const rules = await session.ask<readonly RuleLine[]>("reslint.rules");
  const items = rules.map((rule) => ({ label: rule.name, description: rule.severity, detail: rule.summary }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: "Which rule?", matchOnDetail: true });
  return chosen?.label;
}
