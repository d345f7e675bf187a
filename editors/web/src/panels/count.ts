/** How many findings there are, in words; announced as it changes. */

import type { Linted } from "../messages";
import type { Panel } from "./panel";

export class Count implements Panel {
  constructor(private readonly element: HTMLElement) {}

  show(text: string, linted: Linted): void {
    this.say(text.trim() === "" ? "Ready. Paste a draft." : summary(linted));
  }

  say(words: string): void {
    if (this.element.textContent !== words) this.element.textContent = words;
  }
}

function summary({ findings }: Linted): string {
  if (findings.length === 0) return "No findings.";
  const parts = [];
  for (const [severity, one, many] of [["error", "error", "errors"], ["warning", "warning", "warnings"], ["info", "info", "info"]] as const) {
    const number = findings.filter((finding) => finding.severity === severity).length;
    if (number > 0) parts.push(`${number} ${number === 1 ? one : many}`);
  }
  return `${findings.length} ${findings.length === 1 ? "finding" : "findings"}: ${parts.join(", ")}.`;
}
