/** "Show What Is Loaded": which server runs and why, its versions, packs, configurations and rules. */

import * as vscode from "vscode";
import type { Session } from "../session";

/** Opens a document that says it. */
export async function showLoaded(session: Session): Promise<void> {
  const loaded = session.loaded;
  const lines = ["# What is loaded", ""];
  if (loaded === undefined) {
    lines.push("reslint is not running. “reslint: Show Log” says why.");
  } else {
    lines.push(`${loaded.server} runs as ${loaded.why}.`, "");
    lines.push(...loaded.passedOver.map((one) => `- passed over: ${one}`), "");
    lines.push(await session.ask<string>("reslint.describe"));
  }
  const document = await vscode.workspace.openTextDocument({ language: "markdown", content: `${lines.join("\n")}\n` });
  await vscode.window.showTextDocument(document, { preview: true });
}
