/** What page and worker say to each other. Offsets are in UTF-16 code units. */

/** What Python is made of, as bytes. */
export interface Assets {
  readonly wasm: ArrayBuffer;
  readonly stdlib: ArrayBuffer;
  readonly reslint: ArrayBuffer;
}

/** Which rules hold; nothing for those that the draft itself shows. */
export interface Chosen {
  readonly packs: readonly string[];
  readonly profile: string;
}

export type Asked = Chosen & (
  | { readonly do: "lint" | "fix" | "word-new" | "mandates"; readonly text: string }
  | { readonly do: "report"; readonly text: string; readonly name: string }
  | { readonly do: "propose"; readonly text: string; readonly at: number }
  | { readonly do: "describe"; readonly about: readonly string[] }
);

/** What is asked of a Word file: its words, or the file with what `text` changes, or with comments on that text, too. */
export interface AskedOfWord extends Chosen {
  readonly do: "word-read" | "word-tracked" | "word-commented";
  readonly name: string;
  /** The bytes in base64. */
  readonly data: string;
  readonly text: string;
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
  readonly edits: readonly Edit[];
  readonly applied: number;
  readonly unstable: readonly string[];
}

/** What may be written from `start` to `end`: `text`, the cursor behind it or at its field, and `rest` behind the cursor. */
export interface Proposal {
  readonly sort: string;
  readonly label: string;
  readonly detail: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly rest: string;
  readonly field: readonly [start: number, end: number] | null;
  readonly edits: readonly Edit[];
  readonly about: readonly string[];
}

/** A request in the draft; `start` to `end` are its words, `within` is its paragraph. */
export interface Mandate {
  readonly paragraph: string;
  readonly verb: string;
  readonly addressees: readonly string[];
  readonly action: string;
  /** What is to be delivered, by when, for how long, on which condition, under which item. */
  readonly told: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly within: readonly [start: number, end: number];
}
