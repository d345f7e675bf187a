/** Changes to a text. Offsets are in UTF-16 code units. */

import type { Edit } from "./messages";

/** The text after edits that do not overlap. */
export function applied(text: string, edits: readonly Edit[]): string {
  let made = "";
  let at = 0;
  for (const [start, end, words] of [...edits].sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
    made += text.slice(at, start) + words;
    at = end;
  }
  return made + text.slice(at);
}

/** The one edit that makes one text of another: its changed middle, which never parts a surrogate pair. */
export function difference(before: string, after: string): Edit {
  const limit = Math.min(before.length, after.length);
  let head = 0;
  while (head < limit && before[head] === after[head]) head += 1;
  if (isHigh(before, head - 1)) head -= 1;
  let tail = 0;
  while (tail < limit - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  if (tail > 0 && isHigh(before, before.length - tail - 1)) tail -= 1;
  return [head, before.length - tail, after.slice(head, after.length - tail)];
}

function isHigh(text: string, at: number): boolean {
  const unit = at < 0 ? 0 : text.charCodeAt(at);
  return unit >= 0xd800 && unit < 0xdc00;
}
