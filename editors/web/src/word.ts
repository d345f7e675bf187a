/** A Word file in the page: dropped or opened, its words in the draft, and the file back with changes or comments. */

import { decoded, download, encoded } from "./files";
import type { Asked, AskedOfWord, Chosen, WordRead, WordWritten } from "./messages";
import { Stopped } from "./python";

export interface Page {
  /** Asks Python for what may take long: says what is being done, and lets it be stopped. */
  ask<Result>(words: string, asked: Asked | AskedOfWord): Promise<Result>;
  text(): string;
  write(text: string): void;
  chosen(): Chosen;
  say(words: string): void;
  fail(error: unknown): void;
}

export interface Source {
  readonly name: string;
  readonly data: string;
}

export const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const SUFFIX = /\.(docx|docm|dotx)$/i;

/** Whether a file is one of Word, by its name. */
export function isWord(file: File): boolean {
  return SUFFIX.test(file.name);
}

export class WordFile {
  private file: Source | undefined;

  constructor(private readonly page: Page) {
    this.button("tracked").addEventListener("click", () => void this.save("word-tracked", "changes"));
    this.button("commented").addEventListener("click", () => void this.save("word-commented", "comments"));
    this.button("new-word").addEventListener("click", () => void this.make());
  }

  /** The file that the draft was made of. */
  get source(): Source | undefined {
    return this.file;
  }

  /** Puts the words of a file into the draft. */
  async open(file: File): Promise<void> {
    await this.trying(file.name, async () => {
      const data = encoded(new Uint8Array(await file.arrayBuffer()));
      const asked = { do: "word-read", name: file.name, data, text: "", ...this.page.chosen() } as const;
      const { text, notice } = await this.page.ask<WordRead>(`Reading ${file.name}`, asked);
      this.page.write(text);
      this.use({ name: file.name, data });
      this.page.say(`${file.name} is open.${notice === "" ? "" : ` ${notice}.`}`);
    });
  }

  /** From now on the draft is that of this file; of none, where what stands in it comes from elsewhere. */
  use(file: Source | undefined): void {
    this.file = file;
    this.button("word").toggleAttribute("hidden", file === undefined);
  }

  private async save(task: "word-tracked" | "word-commented", what: string): Promise<void> {
    const file = this.file;
    if (file === undefined) return;
    await this.trying(file.name, async () => {
      const asked = { do: task, ...file, text: this.page.text(), ...this.page.chosen() };
      const written = await this.page.ask<WordWritten>(`Writing ${file.name}`, asked);
      const name = file.name.replace(SUFFIX, ".reslint$&");
      download(name, decoded(written.data), TYPE);
      const told = what === "changes" ? counted(written.changed, "tracked change") : counted(written.comments, "comment");
      const left = written.left.length === 0 ? "" : ` ${counted(written.left.length, "change")} could not be tracked: ${written.left.join(" ")}`;
      this.page.say(`${name}: ${told}.${left}`);
    });
  }

  /** A new Word file of the draft. */
  private async make(): Promise<void> {
    const name = "draft.docx";
    await this.trying(name, async () => {
      const written = await this.page.ask<WordWritten>(`Writing ${name}`, { do: "word-new", text: this.page.text(), ...this.page.chosen() });
      download(name, decoded(written.data), TYPE);
      this.page.say([`${name} is saved.`, ...written.left].join(" "));
    });
  }

  private async trying(name: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.page.say(error instanceof Stopped ? "Stopped; the draft is as it was." : "");
      if (!(error instanceof Stopped)) this.page.fail(sentence(error, name));
    }
  }

  private button(id: string): HTMLElement {
    return document.getElementById(id) as HTMLElement;
  }
}

/** What Python says of an error is its last line, behind the name of its class. */
function sentence(error: unknown, name: string): Error {
  const lines = (error instanceof Error ? error.message : String(error)).trim().split("\n");
  return new Error(`${name}: ${(lines.at(-1) ?? "").replace(/^[\w.]*Cannot\w+: /, "")}`);
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
