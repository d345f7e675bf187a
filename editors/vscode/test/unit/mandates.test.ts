import assert from "node:assert/strict";
import { test } from "node:test";
import { grouped, worded, type Row } from "../../src/mandate-rows";

const row = (paragraph: string, ...groups: string[]): Row => ({
  paragraph,
  verb: "requests",
  addressees: groups,
  groups,
  action: "ring",
  deliverables: [],
  deadlines: [],
  periods: [],
  conditions: [],
  items: [],
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } },
});

test("a request to several stands under each, and who is asked most comes first", () => {
  const groups = grouped([row("1", "Governments"), row("2", "Secretary-General"), row("3", "Secretary-General", "donors")]);
  assert.deepEqual(
    groups.map(({ name, rows }) => [name, rows.map(({ paragraph }) => paragraph)]),
    [
      ["Secretary-General", ["2", "3"]],
      ["donors", ["3"]],
      ["Governments", ["1"]],
    ],
  );
  assert.notEqual(groups[0]?.rows[1], groups[1]?.rows[0]);
});

test("what is asked leaves room for what is to be delivered", () => {
  const asked = { ...row("2 (a)", "Governments"), action: "not to submit to the General Assembly any report on all the bells" };
  assert.deepEqual(worded(asked), { label: "2 (a)  requests: not to submit to the General Assembly any report on all the bells", beside: "" });
  const due = { ...asked, deliverables: ["report"], deadlines: ["at its eighty-second session"] };
  assert.deepEqual(worded(due), {
    label: "2 (a)  requests: not to submit to the General Assembly any …",
    beside: "report · at its eighty-second session",
  });
});
