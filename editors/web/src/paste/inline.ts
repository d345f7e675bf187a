/** Words with their looks, and how a draft writes them. */

import type { Look } from "./styles";

export interface Piece {
  readonly text: string;
  readonly look: Look;
}

const MARKS = [
  ["bold", "**", "**"],
  ["underline", "<u>", "</u>"],
  ["italic", "*", "*"],
  ["struck", "~~", "~~"],
] as const;
type Mark = (typeof MARKS)[number][0];

/** The pieces of one paragraph as the text of a draft: marks about words, never about the spaces at their ends. */
export function written(pieces: readonly Piece[]): string {
  const words = joined(spaced(pieces));
  const open: Mark[] = [];
  let made = "";
  for (const [at, { text, look }] of words.entries()) {
    // From the outermost mark that ends here all marks end, and those that go on begin again.
    const ending = open.findIndex((mark) => !look[mark]);
    if (ending >= 0) {
      const gap = /\s*$/.exec(made)?.[0] ?? "";
      made = made.slice(0, made.length - gap.length) + open.splice(ending).reverse().map(closing).join("") + gap;
    }
    const begun = MARKS.map(([mark]) => mark).filter((mark) => look[mark] && !open.includes(mark));
    if (begun.length > 0) {
      begun.sort((one, other) => reach(words, at, other) - reach(words, at, one));
      const gap = /^\s*/.exec(text)?.[0] ?? "";
      made += gap + begun.map(opening).join("") + text.slice(gap.length);
      open.push(...begun);
    } else {
      made += text;
    }
  }
  const gap = /\s*$/.exec(made)?.[0] ?? "";
  return (made.slice(0, made.length - gap.length) + open.reverse().map(closing).join("")).trim();
}

function opening(mark: Mark): string {
  return MARKS.find(([name]) => name === mark)![1];
}

function closing(mark: Mark): string {
  return MARKS.find(([name]) => name === mark)![2];
}

/** Up to which piece a mark holds. */
function reach(words: readonly Piece[], from: number, mark: Mark): number {
  const end = words.findIndex(({ look }, at) => at > from && !look[mark]);
  return end < 0 ? words.length : end;
}

/** The pieces with one space where there are several, across their borders; line ends stay. */
function spaced(pieces: readonly Piece[]): Piece[] {
  const made: Piece[] = [];
  let last = "\n";
  for (const { text, look } of pieces) {
    let words = text.replace(/[^\S\n]+/gu, " ").replace(/ ?\n ?/g, "\n");
    if (/[ \n]$/.test(last)) words = words.replace(/^ /, "");
    if (words === "") continue;
    if (words.startsWith("\n") && made.length > 0) {
      const before = made[made.length - 1]!;
      made[made.length - 1] = { text: before.text.replace(/ $/, ""), look: before.look };
    }
    last = words;
    made.push({ text: words, look });
  }
  return made;
}

/** Neighbours with one look as one piece; what is blank has the look of both its neighbours, if that is one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const made: Piece[] = [];
  for (const [at, piece] of pieces.entries()) {
    const before = made.at(-1);
    const after = pieces[at + 1];
    let look = piece.look;
    if (before !== undefined && piece.text.trim() === "") {
      look = after !== undefined && same(before.look, after.look) ? before.look : shared(before.look, after?.look);
    }
    if (before !== undefined && same(before.look, look)) made[made.length - 1] = { text: before.text + piece.text, look };
    else made.push({ text: piece.text, look });
  }
  return made;
}

function same(one: Look, other: Look): boolean {
  return MARKS.every(([mark]) => one[mark] === other[mark]);
}

function shared(one: Look, other: Look | undefined): Look {
  const both = (mark: Mark) => one[mark] && other?.[mark] === true;
  return { italic: both("italic"), bold: both("bold"), underline: both("underline"), struck: both("struck"), kept: false };
}
