/** The list of findings: one of them is current, arrow keys move on, Tab reaches the current one's buttons. */

import type { Finding, Linted, Rule } from "../messages";
import type { Panel } from "./panel";

const NAMES = { error: "Error", warning: "Warning", info: "Note" } as const;
const SHOWN = 80;

export interface Deeds {
  go(finding: Finding): void;
  fix(finding: Finding, index: number): void;
  current(finding: Finding): void;
}

export class List implements Panel {
  private findings: readonly Finding[] = [];
  private at = 0;

  constructor(
    private readonly element: HTMLElement,
    private readonly deeds: Deeds,
  ) {
    element.addEventListener("keydown", (event) => this.key(event));
    element.addEventListener("focusin", (event) => this.choose([...element.children].findIndex((item) => item.contains(event.target as Node))));
  }

  show(_text: string, { findings, rules }: Linted): void {
    const focused = this.element.contains(document.activeElement);
    this.findings = findings;
    this.element.replaceChildren(...findings.map((finding, index) => this.item(finding, index, rules[finding.rule])));
    this.choose(Math.min(this.at, findings.length - 1));
    if (focused) this.focus(this.at);
  }

  /** Moves the focus to a finding, or to the one nearest to that place in the list. False where there is none. */
  focus(index: number): boolean {
    const item = this.element.children[Math.max(0, Math.min(index, this.findings.length - 1))];
    const button = item?.querySelector<HTMLElement>(".go");
    button?.focus();
    return button !== undefined && button !== null;
  }

  /** The finding after a place in the text, or with `step` -1 the one before; round the end. */
  beside(offset: number, step: 1 | -1): Finding | undefined {
    const found = step > 0 ? this.findings.find(({ start }) => start > offset) : this.findings.findLast(({ start }) => start < offset);
    return found ?? this.findings.at(step > 0 ? 0 : -1);
  }

  choose(index: number): void {
    this.at = Math.max(index, 0);
    [...this.element.children].forEach((item, place) => {
      item.classList.toggle("current", place === this.at);
      for (const control of item.querySelectorAll<HTMLElement>("button, summary")) control.tabIndex = place === this.at ? 0 : -1;
    });
    const finding = this.findings[this.at];
    if (finding !== undefined) this.deeds.current(finding);
  }

  chooseFinding(finding: Finding): void {
    this.choose(this.findings.indexOf(finding));
    this.element.children[this.at]?.scrollIntoView({ block: "nearest" });
  }

  private key(event: KeyboardEvent): void {
    const last = this.findings.length - 1;
    const to = { ArrowDown: this.at + 1, ArrowUp: this.at - 1, Home: 0, End: last }[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.focus(Math.max(0, Math.min(to, last)));
  }

  private item(finding: Finding, index: number, rule: Rule | undefined): HTMLElement {
    const item = made("li", finding.severity);
    const go = made("button", "go");
    go.setAttribute("type", "button");
    go.append(made("span", "severity", NAMES[finding.severity]), made("span", "place", `, line ${finding.line}: `), made("span", "message", finding.message));
    go.addEventListener("click", () => this.deeds.go(finding));
    item.append(go);
    if (finding.found.trim() !== "" && !finding.message.includes(finding.found)) item.append(made("q", "", shortened(finding.found)));
    for (const { message, line } of finding.related) item.append(made("p", "place", `Line ${line}: ${message}`));
    item.append(this.controls(finding, index, rule));
    return item;
  }

  private controls(finding: Finding, index: number, rule: Rule | undefined): HTMLElement {
    const row = made("div", "row");
    if (finding.fix !== null) {
      const button = made("button", "act", finding.fix.title + (finding.fix.safe ? "" : " (may change what is said)"));
      button.setAttribute("type", "button");
      button.addEventListener("click", () => this.deeds.fix(finding, index));
      row.append(button);
    }
    const details = made("details", "");
    details.append(made("summary", "", "Why"));
    if (rule !== undefined) {
      details.append(made("p", "", rule.summary), made("p", "", rule.why));
      if (rule.sources.length > 0) details.append(made("p", "place", `Source: ${rule.sources.join("; ")}`));
    }
    details.append(made("p", "rule", finding.rule));
    row.append(details);
    return row;
  }
}

export function made(tag: string, name: string, words = ""): HTMLElement {
  const element = document.createElement(tag);
  if (name !== "") element.className = name;
  element.textContent = words;
  return element;
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  const characters = [...line];
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN - 1).join("")}…` : line;
}
