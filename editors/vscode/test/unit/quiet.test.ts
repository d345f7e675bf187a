import assert from "node:assert/strict";
import { test } from "node:test";
import { Quiet } from "../../src/quiet";

const mark = (line: number, key: string) => ({ first: line, last: line, key });

test("a finding that appears in the line being written waits", () => {
  const quiet = new Quiet();
  quiet.typed("a", 4, []);
  assert.equal(quiet.holds("a", mark(4, "new")), true);
  assert.equal(quiet.ended("a"), true);
  assert.equal(quiet.holds("a", mark(4, "new")), false);
});

test("what was shown before the writing began stays, and so do other lines and documents", () => {
  const quiet = new Quiet();
  quiet.typed("a", 4, [mark(4, "old")]);
  assert.equal(quiet.holds("a", mark(4, "old")), false);
  assert.equal(quiet.holds("a", mark(5, "new")), false);
  assert.equal(quiet.holds("b", mark(4, "new")), false);
  assert.equal(quiet.ended("a"), false);
});

test("a finding over several lines waits if the line is one of them", () => {
  const quiet = new Quiet();
  quiet.typed("a", 4, []);
  assert.equal(quiet.holds("a", { first: 2, last: 6, key: "new" }), true);
});

test("writing on in the same line does not begin anew, another line does", () => {
  const quiet = new Quiet();
  quiet.typed("a", 4, []);
  quiet.typed("a", 4, [mark(4, "late")]);
  assert.equal(quiet.holds("a", mark(4, "late")), true);
  quiet.typed("a", 7, []);
  assert.equal(quiet.holds("a", mark(4, "late")), false);
});
