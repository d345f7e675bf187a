import assert from "node:assert/strict";
import { test } from "node:test";
import { TypedLine } from "../../src/typedLine";

const mark = (line: number, key: string) => ({ first: line, last: line, key });

test("a finding that appears in the line being written waits", () => {
  const typedLine = new TypedLine();
  typedLine.typed("a", 4, []);
  assert.equal(typedLine.holds("a", mark(4, "new")), true);
  assert.equal(typedLine.ended("a"), true);
  assert.equal(typedLine.holds("a", mark(4, "new")), false);
});

test("what was shown before the writing began stays, and so do other lines and documents", () => {
  const typedLine = new TypedLine();
  typedLine.typed("a", 4, [mark(4, "old")]);
  assert.equal(typedLine.holds("a", mark(4, "old")), false);
  assert.equal(typedLine.holds("a", mark(5, "new")), false);
  assert.equal(typedLine.holds("b", mark(4, "new")), false);
  assert.equal(typedLine.ended("a"), false);
});

test("a finding over several lines waits if the line is one of them", () => {
  const typedLine = new TypedLine();
  typedLine.typed("a", 4, []);
  assert.equal(typedLine.holds("a", { first: 2, last: 6, key: "new" }), true);
});

test("writing on in the same line does not begin again, another line does", () => {
  const typedLine = new TypedLine();
  typedLine.typed("a", 4, []);
  typedLine.typed("a", 4, [mark(4, "late")]);
  assert.equal(typedLine.holds("a", mark(4, "late")), true);
  typedLine.typed("a", 7, []);
  assert.equal(typedLine.holds("a", mark(4, "late")), false);
});

test("while the next paragraph has no words yet, what is new at the end of the one above waits, too", () => {
  const typedLine = new TypedLine();
  typedLine.typed("a", 6, [mark(4, "old")], 4);
  assert.equal(typedLine.holds("a", mark(4, "should end in a full stop")), true);
  assert.equal(typedLine.holds("a", mark(4, "old")), false);
  typedLine.typed("a", 6, [mark(4, "should end in a full stop")]);
  assert.equal(typedLine.holds("a", mark(4, "should end in a full stop")), false);
  assert.equal(typedLine.ended("a"), true);
});
