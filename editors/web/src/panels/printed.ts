/** The draft as it would be printed, with the findings in the margin. */

import type { Finding, Linted } from "../messages";
import { made } from "./list";
import type { Panel } from "./panel";

export class Printed implements Panel {
  constructor(private readonly element: HTMLElement) {}

  show(text: string, linted: Linted): void {
    if (text.trim() === "") {
      this.element.replaceChildren(made("p", "hint", "The draft will be shown here, with the findings in the margin."));
      return;
    }
    // Made and escaped by reslint; the policy of this page lets no script in it run.
    this.element.innerHTML = linted.page.html;
    for (const margin of this.element.querySelectorAll("aside")) margin.setAttribute("role", "note");
    for (const heading of this.element.querySelectorAll("h1")) {
      heading.setAttribute("role", "heading");
      heading.ariaLevel = "3";
    }
  }

  /** Marks the paragraph of a finding. */
  pointOut(finding: Finding): void {
    for (const block of this.element.querySelectorAll<HTMLElement>(".block")) {
      const { start, end } = block.dataset;
      block.classList.toggle("here", Number(start) <= finding.start && finding.start <= Number(end));
    }
  }
}
