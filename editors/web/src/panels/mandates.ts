/** Who is asked to do what by when: a table that is filled while it is open; from a row to its paragraph and back. */

import type { Mandate } from "../messages";
import { made } from "./list";
import type { Panel } from "./panel";

const HEADS = ["Paragraph", "Asks", "To", "What, by when, how"];

export interface Asking {
  /** The requests of a text; undefined where Python does not run. */
  rows(text: string): Promise<readonly Mandate[] | undefined>;
  /** What stands in the draft now. */
  text(): string;
  go(row: Mandate): void;
  failed(error: unknown): void;
}

export class Mandates implements Panel {
  private rows: readonly Mandate[] = [];
  private text: string | undefined;
  private body: HTMLElement | undefined;
  private place = 0;

  constructor(
    private readonly element: HTMLDetailsElement,
    private readonly asking: Asking,
  ) {
    element.addEventListener("toggle", () => void this.fill());
    element.addEventListener("keydown", (event) => this.key(event));
  }

  show(): void {
    this.text = undefined;
    void this.fill();
  }

  /** Marks the row of the paragraph that the cursor is in. */
  follow(place: number): void {
    this.place = place;
    const here = this.at(place);
    [...(this.body?.children ?? [])].forEach((row, index) => {
      if (index === here) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    });
    const row = this.body?.children[here];
    const box = row?.closest<HTMLElement>(".scroll");
    if (!(row instanceof HTMLElement) || box === null || box === undefined) return;
    // The table alone: the page stays where it is while somebody writes.
    if (row.offsetTop < box.scrollTop || row.offsetTop + row.offsetHeight > box.scrollTop + box.clientHeight) box.scrollTop = row.offsetTop - box.clientHeight / 2;
  }

  /** Opens the table and moves the focus to the row of the paragraph that the cursor is in; false where there is none. */
  async focus(place: number): Promise<boolean> {
    this.element.open = true;
    await this.fill();
    this.follow(place);
    return this.focusRow(this.at(place));
  }

  private async fill(): Promise<void> {
    const text = this.asking.text();
    if (!this.element.open || text === this.text) return;
    try {
      const rows = text.trim() === "" ? [] : await this.asking.rows(text);
      if (rows === undefined || text !== this.asking.text()) return;
      [this.rows, this.text] = [rows, text];
      this.draw();
    } catch (error) {
      this.asking.failed(error);
    }
  }

  private draw(): void {
    const focused = [...(this.body?.children ?? [])].findIndex((row) => row.contains(document.activeElement));
    const box = this.element.querySelector(".scroll");
    if (this.rows.length === 0) {
      this.body = undefined;
      box?.replaceChildren(made("p", "hint", "No paragraph of this draft asks anybody for anything."));
      return;
    }
    const table = made("table", "");
    const heads = made("tr", "");
    for (const words of HEADS) {
      const head = made("th", "", words);
      head.setAttribute("scope", "col");
      heads.append(head);
    }
    const top = made("thead", "");
    top.append(heads);
    this.body = made("tbody", "");
    this.body.append(...this.rows.map((row) => this.row(row)));
    table.append(top, this.body);
    box?.replaceChildren(table);
    this.follow(this.place);
    if (focused >= 0) this.focusRow(focused);
  }

  private row(row: Mandate): HTMLElement {
    const line = made("tr", "");
    const button = made("button", "go plain", row.paragraph);
    button.setAttribute("type", "button");
    button.setAttribute("aria-label", `Paragraph ${row.paragraph}`);
    const first = made("td", "");
    first.append(button);
    const whom = made("td", "");
    whom.append(made("i", "", row.verb), ...row.addressees.map((name) => made("div", "", name)));
    const told = made("td", "");
    told.append(...row.told.map((words) => made("div", "", words)));
    line.append(first, whom, made("td", "", row.action), told);
    // A row whose text has changed is about to be drawn again: its places no longer hold.
    line.addEventListener("click", () => this.asking.text() === this.text && this.asking.go(row));
    return line;
  }

  /** The row of a place: the request whose words it is in, else the first of its paragraph; -1 for none. */
  private at(place: number): number {
    const exact = this.rows.findIndex(({ start, end }) => start <= place && place <= end);
    return exact >= 0 ? exact : this.rows.findIndex(({ within: [start, end] }) => start <= place && place <= end);
  }

  private focusRow(index: number): boolean {
    const button = this.body?.children[Math.min(index, this.rows.length - 1)]?.querySelector("button");
    button?.focus();
    return button !== undefined && button !== null;
  }

  private key(event: KeyboardEvent): void {
    const at = [...(this.body?.children ?? [])].findIndex((row) => row.contains(event.target as Node));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: this.rows.length - 1 }[event.key];
    if (at < 0 || to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.focusRow(Math.max(0, to));
  }
}
