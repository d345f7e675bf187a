/** The page: a draft, what is found in it, and how it would be printed. */

import EXAMPLE from "./example.txt";
import { applied, difference } from "./edits";
import { List, made } from "./list";
import type { Finding, Linted } from "./messages";
import { Python } from "./python";
import { isWord, onDrop, WordFile } from "./word";

const PAUSE = 250;

const element = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind;
const draft = element<HTMLTextAreaElement>("draft");
const profile = element<HTMLSelectElement>("profile");
const fixAll = element<HTMLButtonElement>("fix");
const preview = element("preview");

let python: Python | undefined;
let shown: { readonly text: string; readonly linted: Linted } | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | undefined;

const list = new List(element("list"), {
  go,
  fix: (finding, index) => void fixOne(finding, index),
  current: (finding) => pointOut(finding),
});

function say(words: string): void {
  element("said").textContent = words;
}

function count(words: string): void {
  if (element("count").textContent !== words) element("count").textContent = words;
}

function fail(error: unknown): void {
  element("failed").textContent = `Something went wrong: ${error instanceof Error ? error.message : String(error)}`;
  element("failed").hidden = false;
}

/** What holds for the draft: the packs and the profile chosen, none for what the draft itself shows. */
function chosen(): [packs: string[], profile: string] {
  const [pack = "", name = ""] = profile.value.split("/");
  return [pack === "" ? [] : [pack], name];
}

/** Lints until what is shown is what stands in the draft. */
function refresh(): Promise<void> {
  clearTimeout(timer);
  running ??= settle().finally(() => (running = undefined));
  return running;
}

async function settle(): Promise<void> {
  try {
    for (;;) {
      const [text, told] = [draft.value, profile.value];
      if (python === undefined) return;
      const linted = await python.lint(text, ...chosen());
      if (text !== draft.value || told !== profile.value) continue;
      show(text, linted);
      return;
    }
  } catch (error) {
    fail(error);
  }
}

function show(text: string, linted: Linted): void {
  shown = { text, linted };
  element("failed").hidden = true;
  list.show(linted);
  count(text.trim() === "" ? "Ready. Paste a draft." : summary(linted));
  const safe = linted.findings.filter(({ fix }) => fix?.safe).length;
  fixAll.textContent = safe > 0 ? `Apply all safe fixes (${safe})` : "Apply all safe fixes";
  // Only while it has no focus: what is disabled loses it, and with it the reader's place.
  fixAll.disabled = safe === 0 && document.activeElement !== fixAll;
  element("keys").hidden = linted.findings.length === 0;
  element("notices").replaceChildren(...remarks(text, linted).map((words) => made("p", "", words)));
  print(text, linted);
}

function summary({ findings }: Linted): string {
  if (findings.length === 0) return "No findings.";
  const parts = [];
  for (const [severity, one, many] of [["error", "error", "errors"], ["warning", "warning", "warnings"], ["info", "note", "notes"]] as const) {
    const number = findings.filter((finding) => finding.severity === severity).length;
    if (number > 0) parts.push(`${number} ${number === 1 ? one : many}`);
  }
  return `${findings.length} ${findings.length === 1 ? "finding" : "findings"}: ${parts.join(", ")}.`;
}

function remarks(text: string, linted: Linted): string[] {
  if (text.trim() === "") return [];
  const held = linted.profiles.map(({ name, summary, because }) => `Profile ${name}${because === "" ? "" : ` (${because})`}: ${summary}`);
  const doubt = linted.recognised ? [] : ["This does not look like a resolution; it was checked as one all the same."];
  return [...doubt, ...held, ...linted.notices];
}

function print(text: string, linted: Linted): void {
  if (text.trim() === "") {
    preview.replaceChildren(made("p", "hint", "The draft will be shown here, with the findings in the margin."));
    return;
  }
  // Made and escaped by reslint; the policy of this page lets no script in it run.
  preview.innerHTML = linted.page.html;
  for (const margin of preview.querySelectorAll("aside")) margin.setAttribute("role", "note");
  for (const heading of preview.querySelectorAll("h1")) {
    heading.setAttribute("role", "heading");
    heading.ariaLevel = "3";
  }
}

/** Marks the paragraph of a finding in the printed page. */
function pointOut(finding: Finding): void {
  for (const block of preview.querySelectorAll<HTMLElement>(".block")) {
    const { start, end } = block.dataset;
    block.classList.toggle("here", Number(start) <= finding.start && finding.start <= Number(end));
  }
}

/** Selects the place of a finding in the draft. */
function go(finding: Finding): void {
  // A text field scrolls to where its caret is when it gets the focus.
  draft.blur();
  draft.setSelectionRange(finding.end, finding.end);
  draft.focus();
  draft.setSelectionRange(finding.start, finding.end);
}

/** Puts a text into the draft as one step that can be undone. */
function write(text: string): void {
  const [start, end, words] = difference(draft.value, text);
  draft.focus();
  draft.setSelectionRange(start, end);
  const done = start === end && words === "" ? true : document.execCommand(words === "" ? "delete" : "insertText", false, words);
  if (!done || draft.value !== text) draft.value = text;
}

async function fixOne(finding: Finding, index: number): Promise<void> {
  if (finding.fix === null || shown?.text !== draft.value) {
    await refresh();
    say("The draft had changed; these are its findings now.");
    return;
  }
  write(applied(draft.value, finding.fix.edits));
  await refresh();
  say(`Done: ${finding.fix.title}.`);
  if (!list.focus(index)) element("findings-heading").focus();
}

async function fixEverything(): Promise<void> {
  if (python === undefined) return;
  try {
    const before = draft.value;
    const fixed = await python.fix(before, ...chosen());
    if (draft.value !== before) return say("The draft has changed; nothing was applied.");
    write(fixed.text);
    fixAll.focus();
    await refresh();
    const left = fixed.unstable.length === 0 ? "" : ` Left out, because they undo each other: ${fixed.unstable.join(", ")}.`;
    say(`${fixed.applied} ${fixed.applied === 1 ? "fix" : "fixes"} applied.${left}`);
  } catch (error) {
    fail(error);
  }
}

async function copy(): Promise<void> {
  try {
    await navigator.clipboard.writeText(draft.value);
  } catch {
    draft.select();
    if (!document.execCommand("copy")) return say("The browser did not let the text be copied; it is selected now.");
    element("copy").focus();
  }
  say("Copied.");
}

const word = new WordFile({
  ask: (asked) => {
    if (python === undefined) throw new Error("Python has not been started yet; try again in a moment.");
    return python.ask(asked);
  },
  text: () => draft.value,
  write: (text) => {
    write(text);
    draft.setSelectionRange(0, 0);
  },
  chosen,
  say,
  fail,
});

async function open(file: File | undefined): Promise<void> {
  if (file === undefined) return;
  if (isWord(file)) return word.open(file);
  word.close();
  try {
    write(new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()).replace(/\r\n?/g, "\n"));
    draft.setSelectionRange(0, 0);
    say(`${file.name} is open.`);
  } catch {
    fail(new Error(`${file.name} is no text in UTF-8. Save it as plain text or Markdown, or paste the draft.`));
  }
}

draft.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => void refresh(), PAUSE);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "F8") return;
  event.preventDefault();
  const finding = list.beside(draft.selectionStart, event.shiftKey ? -1 : 1);
  if (finding === undefined) return say("There is no finding.");
  list.chooseFinding(finding);
  go(finding);
  say(`Line ${finding.line}: ${finding.message}`);
});
profile.addEventListener("change", () => void refresh());
fixAll.addEventListener("click", () => void fixEverything());
fixAll.addEventListener("blur", () => (fixAll.disabled = !shown?.linted.findings.some(({ fix }) => fix?.safe)));
element("copy").addEventListener("click", () => void copy());
element("example").addEventListener("click", () => write(EXAMPLE));
element<HTMLInputElement>("file").addEventListener("change", ({ target }) => {
  const input = target as HTMLInputElement;
  void open(input.files?.[0]).then(() => (input.value = ""));
});
onDrop((file) => void open(file));

try {
  python = await Python.start((step) => count(`${step} …`));
  await refresh();
} catch (error) {
  count("The draft cannot be checked.");
  fail(error);
}
