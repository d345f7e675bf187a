import assert from "node:assert/strict";
import { test } from "node:test";
import { sticking, type Entry } from "../../src/outline";

interface Lines {
  start: { line: number };
  end: { line: number };
}

const [RESOLUTION, ENACTING, OTHER] = [1, 4, 7];
const from = (start: { line: number }, end: { line: number }): Lines => ({ start, end });
const entry = (name: string, kind: number, first: number, last: number, children: Entry<Lines>[] = []): Entry<Lines> => {
  const range = from({ line: first }, { line: last });
  return { name, kind, range, selectionRange: range, children };
};
const stuck = (entries: Entry<Lines>[]) => sticking(entries, { resolution: RESOLUTION, enacting: ENACTING }, from);

test("a resolution begins at its enacting line, and what is above stands before it", () => {
  const children = [entry("title", OTHER, 0, 0), entry("enacting", ENACTING, 2, 2), entry("1.", OTHER, 4, 4)];
  const [title, resolution, ...more] = stuck([entry("resolution", RESOLUTION, 0, 9, children)]);
  assert.equal(title?.name, "title");
  assert.deepEqual([resolution?.range.start.line, resolution?.range.end.line, resolution?.selectionRange.start.line], [2, 9, 2]);
  assert.deepEqual(resolution?.children.map(({ name }) => name), ["enacting", "1."]);
  assert.deepEqual(more, []);
});

test("what has no enacting line stays as it is", () => {
  const whole = entry("resolution", RESOLUTION, 0, 9, [entry("1.", OTHER, 4, 4)]);
  assert.deepEqual(stuck([whole, entry("notes", OTHER, 11, 12)]).map(({ name, range }) => [name, range.start.line]), [["resolution", 0], ["notes", 11]]);
});
