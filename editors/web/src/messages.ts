/** What page and worker say to each other. Offsets are in UTF-16 code units. */

/** What Python is made of, as bytes. */
export interface Assets {
  readonly wasm: ArrayBuffer;
  readonly stdlib: ArrayBuffer;
  readonly reslint: ArrayBuffer;
}

export interface Asked {
  readonly do: "lint" | "fix";
  readonly text: string;
  readonly packs: readonly string[];
  readonly profile: string;
}

/** What is asked of a Word file: its words, or the file with what `text` changes, or with comments on that text, too. */
export interface AskedOfWord {
  readonly do: "word-read" | "word-tracked" | "word-commented";
  readonly name: string;
  /** The bytes in base64. */
  readonly data: string;
  readonly text: string;
  readonly packs: readonly string[];
  readonly profile: string;
}

export interface Request {
  readonly id: number;
  readonly asked: Asked | AskedOfWord;
}

export type Reply =
  | { readonly ready: true }
  | { readonly failed: string; readonly id?: number }
  | { readonly id: number; readonly result: unknown };

export type Edit = readonly [start: number, end: number, text: string];

export interface Finding {
  readonly rule: string;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly found: string;
  readonly related: readonly { readonly message: string; readonly line: number }[];
  readonly fix: { readonly title: string; readonly safe: boolean; readonly edits: readonly Edit[] } | null;
}

export interface Rule {
  readonly summary: string;
  readonly why: string;
  readonly sources: readonly string[];
}

export interface Linted {
  readonly findings: readonly Finding[];
  readonly rules: Readonly<Record<string, Rule>>;
  readonly notices: readonly string[];
  readonly recognised: boolean;
  readonly profiles: readonly { readonly name: string; readonly summary: string; readonly because: string }[];
  readonly page: { readonly title: string; readonly html: string };
}

export interface WordRead {
  readonly text: string;
  readonly notice: string;
}

export interface WordWritten {
  /** The bytes in base64. */
  readonly data: string;
  readonly changed: number;
  /** What has no place in the file, and is a comment in it. */
  readonly left: readonly string[];
  readonly comments: number;
}

export interface Fixed {
  readonly text: string;
  readonly applied: number;
  readonly unstable: readonly string[];
}
