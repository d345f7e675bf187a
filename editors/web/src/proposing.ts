/** Proposals while somebody writes: what reslint would write next. */

import type { Completion, CompletionContext, CompletionResult, CompletionSource } from "@codemirror/autocomplete";
import type { ChangeSpec } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { Proposal } from "./messages";

export interface Proposer {
  /** What may be written at a place of a text; nothing where Python is not there yet. */
  propose(text: string, at: number): Promise<readonly Proposal[]>;
  /** What a proposal is, in Markdown. */
  describe(about: readonly string[]): Promise<string>;
}

/** Nothing is proposed behind these as the writer goes on. */
const ENDS = /[\s.;:)\]]$/;

export function proposing(proposer: Proposer): CompletionSource {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const before = context.state.sliceDoc(Math.max(0, context.pos - 1), context.pos);
    if (!context.explicit && (before === "" || ENDS.test(before))) return null;
    const items = await proposer.propose(context.state.doc.toString(), context.pos);
    const from = items[0]?.start;
    if (from === undefined || context.aborted) return null;
    return { from, options: items.map((item, index) => option(item, index, context.pos, proposer)), filter: false };
  };
}

function option(item: Proposal, index: number, asked: number, proposer: Proposer): Completion {
  return {
    label: item.label,
    ...(item.detail === "" ? {} : { detail: item.detail }),
    boost: -index,
    apply: (view) => take(view, item, asked),
    ...(item.about.length === 0 ? {} : { info: async () => shown(await proposer.describe(item.about)) }),
  };
}

/** Writes a proposal, and selects the first part of it that the writer has to fill in. */
function take(view: EditorView, item: Proposal, asked: number): void {
  if (view.state.selection.main.head !== asked) return;
  const changes: ChangeSpec[] = [{ from: item.start, to: item.end, insert: item.text + item.rest }];
  for (const [from, to, insert] of item.edits) changes.push({ from, to, insert });
  const set = view.state.changes(changes);
  const start = set.mapPos(item.start, -1);
  const [anchor, head] = item.field === null ? [item.text.length, item.text.length] : item.field;
  view.dispatch({ changes: set, selection: { anchor: start + anchor, head: start + head }, scrollIntoView: true, userEvent: "input.complete" });
}

function shown(words: string): HTMLElement | null {
  if (words === "") return null;
  const box = document.createElement("div");
  for (const paragraph of words.replace(/[*`]/g, "").split(/\n{2,}/)) {
    const line = document.createElement("p");
    line.textContent = paragraph.replace(/\s+/g, " ");
    box.append(line);
  }
  return box;
}
