/** A Word file in the page: dropped or opened, its words in the draft, and the file back with changes or comments. */

import type { AskedOfWord, WordRead, WordWritten } from "./messages";

export interface Page {
  ask<Result>(asked: AskedOfWord): Promise<Result>;
  text(): string;
  write(text: string): void;
  chosen(): [packs: string[], profile: string];
  say(words: string): void;
  fail(error: unknown): void;
}

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const SUFFIX = /\.(docx|docm|dotx)$/i;
const CHUNK = 0x8000;

/** Whether a file is one of Word, by its name. */
export function isWord(file: File): boolean {
  return SUFFIX.test(file.name);
}

export class WordFile {
  private name = "";
  private data = "";

  constructor(private readonly page: Page) {
    this.button("tracked").addEventListener("click", () => void this.save("word-tracked", "changes"));
    this.button("commented").addEventListener("click", () => void this.save("word-commented", "comments"));
  }

  /** Puts the words of a file into the draft. */
  async open(file: File): Promise<void> {
    try {
      this.page.say(`Reading ${file.name} …`);
      const data = encoded(new Uint8Array(await file.arrayBuffer()));
      const { text, notice } = await this.ask<WordRead>("word-read", file.name, data, "");
      [this.name, this.data] = [file.name, data];
      this.page.write(text);
      this.show();
      this.page.say(`${file.name} is open.${notice === "" ? "" : ` ${notice}.`}`);
    } catch (error) {
      this.page.say("");
      this.page.fail(sentence(error, file.name));
    }
  }

  /** Forgets the file: what stands in the draft comes from elsewhere now. */
  close(): void {
    this.name = this.data = "";
    this.show();
  }

  private async save(task: "word-tracked" | "word-commented", what: string): Promise<void> {
    try {
      this.page.say(`Writing ${this.name} …`);
      const written = await this.ask<WordWritten>(task, this.name, this.data, this.page.text());
      const name = this.name.replace(SUFFIX, ".reslint$&");
      download(name, decoded(written.data));
      const told = what === "changes" ? counted(written.changed, "tracked change") : counted(written.comments, "comment");
      const left = written.left.length === 0 ? "" : ` ${counted(written.left.length, "change")} could not be tracked: ${written.left.join(" ")}`;
      this.page.say(`${name}: ${told}.${left}`);
    } catch (error) {
      this.page.say("");
      this.page.fail(sentence(error, this.name));
    }
  }

  private ask<Result>(task: AskedOfWord["do"], name: string, data: string, text: string): Promise<Result> {
    const [packs, profile] = this.page.chosen();
    return this.page.ask<Result>({ do: task, name, data, text, packs, profile });
  }

  private show(): void {
    document.getElementById("word")?.toggleAttribute("hidden", this.data === "");
  }

  private button(id: string): HTMLElement {
    return document.getElementById(id) as HTMLElement;
  }
}

/** Takes files that are dropped anywhere on the page. */
export function onDrop(open: (file: File | undefined) => void): void {
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  document.addEventListener("dragover", (event) => {
    if (holdsFiles(event)) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    open(event.dataTransfer?.files[0]);
  });
}

/** What Python says of an error is its last line, behind the name of its class. */
function sentence(error: unknown, name: string): Error {
  const lines = (error instanceof Error ? error.message : String(error)).trim().split("\n");
  return new Error(`${name}: ${(lines.at(-1) ?? "").replace(/^[\w.]*Cannot\w+: /, "")}`);
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}

function download(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: TYPE }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

function encoded(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

function decoded(data: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
}
