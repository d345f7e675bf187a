/** The draft: CodeMirror, with findings marked in the text, proposals, undo, and paste that keeps italics and numbers. */

import { autocompletion, closeCompletion, completionKeymap, completionStatus, acceptCompletion } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, isolateHistory, redo, undo, redoDepth, undoDepth } from "@codemirror/commands";
import { type Diagnostic, setDiagnostics } from "@codemirror/lint";
import { openSearchPanel, search, searchKeymap } from "@codemirror/search";
import { type ChangeSpec, EditorState, Transaction } from "@codemirror/state";
import { drawSelection, EditorView, highlightSpecialChars, keymap, placeholder, type ViewUpdate } from "@codemirror/view";
import { StyleModule } from "style-mod";
import { difference } from "./edits";
import type { Edit, Finding } from "./messages";
import { draftOf } from "./paste/draft";
import { proposing, type Proposer } from "./proposing";

// The policy of the page lets no script write a <style>; sheets that a script constructs are not under it.
StyleModule.mount = (root, modules) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([modules].flat().map((module) => module.getRules()).join("\n"));
  root.adoptedStyleSheets = [sheet];
};

export interface Writer extends Proposer {
  /** The text has changed, by whatever way. */
  changed(): void;
  /** The cursor has moved to a place. */
  moved(place: number): void;
  fix(finding: Finding): void;
  /** Words were pasted that another program had put there with their looks. */
  pasted(): void;
}

export class Draft {
  private readonly view: EditorView;

  constructor(parent: HTMLElement, private readonly writer: Writer, text: string) {
    this.view = new EditorView({ parent, state: this.state(text) });
  }

  private state(text: string): EditorState {
    return EditorState.create({
      doc: text,
      extensions: [
        history(),
        drawSelection(),
        highlightSpecialChars(),
        EditorView.lineWrapping,
        // Enter ends a paragraph, whatever is proposed; Tab takes a proposal, and else leads out of the draft.
        autocompletion({ override: [proposing(this.writer)], icons: false, defaultKeymap: false, activateOnTypingDelay: 60, tooltipClass: () => "proposals" }),
        keymap.of([{ key: "Tab", run: acceptCompletion }, ...completionKeymap.filter(({ key }) => key !== "Enter")]),
        search({ top: true }),
        keymap.of([...searchKeymap.filter(({ key }) => key === "Mod-f" || key === "Escape" || key === "Mod-g"), ...defaultKeymap, ...historyKeymap]),
        placeholder("*The General Assembly*,"),
        EditorView.contentAttributes.of({ "aria-label": "Your draft", "aria-describedby": "instruction", autocapitalize: "off", autocorrect: "off", spellcheck: "false", lang: "en", id: "text" }),
        EditorView.domEventHandlers({ paste: (event) => this.paste(event) }),
        EditorView.updateListener.of((update) => this.updated(update)),
      ],
    });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  /** Where the cursor is, in UTF-16 code units. */
  get place(): number {
    return this.view.state.selection.main.head;
  }

  get canUndo(): boolean {
    return undoDepth(this.view.state) > 0;
  }

  get canRedo(): boolean {
    return redoDepth(this.view.state) > 0;
  }

  undo(): void {
    undo(this.view);
  }

  redo(): void {
    redo(this.view);
  }

  find(): void {
    openSearchPanel(this.view);
  }

  focus(): void {
    this.view.focus();
  }

  /** Puts a text into the draft as one step that can be undone; the cursor goes to its start. */
  write(text: string): void {
    const [from, to, insert] = difference(this.text, text);
    this.change([{ from, to, insert }], 0);
  }

  /** Makes edits as one step that can be undone; the cursor stays at its word. */
  edit(edits: readonly Edit[]): void {
    this.change(edits.map(([from, to, insert]) => ({ from, to, insert })));
  }

  private change(changes: readonly ChangeSpec[], cursor?: number): void {
    closeCompletion(this.view);
    this.view.dispatch({
      changes: [...changes],
      ...(cursor === undefined ? {} : { selection: { anchor: cursor }, scrollIntoView: true }),
      annotations: [isolateHistory.of("full"), Transaction.userEvent.of("input.fix")],
    });
  }

  select(start: number, end: number): void {
    this.view.dispatch({ selection: { anchor: start, head: end }, effects: EditorView.scrollIntoView(start, { y: "center" }) });
    this.focus();
  }

  /** Marks findings in the text; they move with it until others come. */
  show(findings: readonly Finding[]): void {
    const length = this.view.state.doc.length;
    const marks = findings.filter(({ end }) => end <= length).map((finding) => this.mark(finding));
    this.view.dispatch(setDiagnostics(this.view.state, marks));
  }

  private mark(finding: Finding): Diagnostic {
    const { start, end, severity, message, rule, fix } = finding;
    const actions = fix === null ? [] : [{ name: fix.title, apply: () => this.writer.fix(finding) }];
    return { from: start, to: end, severity, message, source: rule, actions };
  }

  private paste(event: ClipboardEvent): boolean {
    const html = event.clipboardData?.getData("text/html") ?? "";
    // An editor of code says how its words look as well; what it means is the plain text.
    if (html === "" || event.clipboardData?.types.includes("vscode-editor-data")) return false;
    const read = draftOf(html);
    if (read === "") return false;
    event.preventDefault();
    const { state } = this.view;
    const plain = event.clipboardData?.getData("text/plain") ?? "";
    // A few words within a paragraph bring no end of a paragraph along.
    const words = /[\r\n]\s*\S/.test(plain.trim()) || state.doc.length === 0 ? read : read.trimEnd();
    this.view.dispatch(state.replaceSelection(words), { userEvent: "input.paste", scrollIntoView: true });
    this.writer.pasted();
    return true;
  }

  private updated(update: ViewUpdate): void {
    if (update.docChanged) this.writer.changed();
    else if (update.selectionSet) this.writer.moved(update.state.selection.main.head);
  }

  /** Whether proposals are shown. */
  get proposes(): boolean {
    return completionStatus(this.view.state) === "active";
  }
}
