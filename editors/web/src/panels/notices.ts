/** What holds for the draft, and what has to be known besides the findings. */

import type { Linted } from "../messages";
import { made } from "./list";
import type { Panel } from "./panel";

export class Notices implements Panel {
  constructor(private readonly element: HTMLElement) {}

  show(text: string, linted: Linted): void {
    this.element.replaceChildren(...remarks(text, linted).map((words) => made("p", "", words)));
  }
}

function remarks(text: string, linted: Linted): string[] {
  if (text.trim() === "") return [];
  const held = linted.profiles.map(({ name, summary, because }) => `Profile ${name}${because === "" ? "" : ` (${because})`}: ${summary}`);
  const doubt = linted.recognised ? [] : ["This does not look like a resolution; it was checked as one all the same."];
  return [...doubt, ...held, ...linted.notices];
}
