/** The page: what keys and buttons do, and what flows between draft, Python and panels. */

import EXAMPLE from "./example.txt";
import { Busy } from "./busy";
import { Draft } from "./editor";
import { download, onDrop } from "./files";
import { forget, keep, kept, linked, linkTo } from "./keeping";
import type { Chosen, Finding, Linted, Mandate, Proposal } from "./messages";
import { Count } from "./panels/count";
import { List } from "./panels/list";
import { Mandates } from "./panels/mandates";
import { Notices } from "./panels/notices";
import type { Panel } from "./panels/panel";
import { Printed } from "./panels/printed";
import { Python, Stopped } from "./python";
import { isWord, WordFile } from "./word";

/** How long nobody types before the draft is checked, in milliseconds; longer where a check takes longer. */
const [SHORTEST, LONGEST] = [40, 400];

const element = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind;
const button = (id: string, does: () => unknown) => element(id).addEventListener("click", () => void does());
const profile = element<HTMLSelectElement>("profile");
const fixAll = element<HTMLButtonElement>("fix");

let python: Python | undefined;
let shown: { readonly text: string; readonly linted: Linted } | undefined;
let pause = SHORTEST;
let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | undefined;
/** Whether the last check failed: what it says goes when one succeeds. */
let unchecked = false;

const count = new Count(element("count"));
const printed = new Printed(element("preview"));
const list = new List(element("list"), {
  go,
  fix: (finding, index) => void fixOne(finding, index),
  current: (finding) => printed.pointOut(finding),
});
const mandates = new Mandates(element<HTMLDetailsElement>("mandates"), {
  rows: async (text) => (await python?.ask<{ rows: Mandate[] }>({ do: "mandates", text, ...chosen() }))?.rows,
  text: () => draft.text,
  go,
  failed: (error) => error instanceof Stopped || fail(error),
});
const panels: readonly Panel[] = [count, list, new Notices(element("notices")), mandates, printed];
const busy = new Busy(element("busy"), () => python?.stop());

const before = kept();
if (before !== undefined) profile.value = before.rules;
if (profile.selectedIndex < 0) profile.value = "";
const draft = new Draft(
  element("draft"),
  {
    changed,
    moved: (place) => mandates.follow(place),
    propose: async (text, at) => (await python?.ask<{ items: Proposal[] }>({ do: "propose", text, at, ...chosen() }))?.items ?? [],
    describe: async (about) => (await python?.ask<{ words: string }>({ do: "describe", about, ...chosen() }))?.words ?? "",
    fix: (finding) => void fixOne(finding, -1),
    pasted: () => say("Pasted with its italics, numbers and notes. Ctrl+Shift+V pastes the bare words."),
  },
  before?.text ?? "",
);

const word = new WordFile({
  ask: (words, asked) => {
    if (python === undefined) throw new Error("Python has not been started yet; try again in a moment.");
    const asking = python;
    return busy.during(words, () => asking.ask(asked));
  },
  text: () => draft.text,
  write: (text) => {
    draft.write(text);
    draft.focus();
  },
  chosen,
  say,
  fail,
});
if (before?.file !== undefined) word.use(before.file);

function say(words: string): void {
  element("said").textContent = words;
}

function fail(error: unknown): void {
  element("failed").textContent = `Something went wrong: ${error instanceof Error ? error.message : String(error)}`;
  element("failed").hidden = false;
}

function chosen(): Chosen {
  const [pack = "", name = ""] = profile.value.split("/");
  return { packs: pack === "" ? [] : [pack], profile: name };
}

function changed(): void {
  say("");
  element("failed").hidden = true;
  element<HTMLButtonElement>("undo").disabled = !draft.canUndo;
  element<HTMLButtonElement>("redo").disabled = !draft.canRedo;
  clearTimeout(timer);
  timer = setTimeout(() => void refresh(), pause);
}

/** Lints until what is shown is what stands in the draft. */
function refresh(): Promise<void> {
  clearTimeout(timer);
  running ??= settle().finally(() => (running = undefined));
  return running;
}

async function settle(): Promise<void> {
  for (;;) {
    const [text, told] = [draft.text, profile.value];
    keep({ text, rules: told, ...(word.source === undefined ? {} : { file: word.source }) });
    if (python === undefined) return;
    try {
      const started = performance.now();
      const linted = await python.lint(text, chosen());
      pause = Math.min(Math.max(2 * (performance.now() - started), SHORTEST), LONGEST);
      if (text !== draft.text || told !== profile.value) continue;
      return show(text, linted);
    } catch (error) {
      if (error instanceof Stopped) continue;
      unchecked = true;
      return fail(error);
    }
  }
}

function show(text: string, linted: Linted): void {
  shown = { text, linted };
  // What else failed, such as a link, still has to be read.
  if (unchecked) element("failed").hidden = true;
  unchecked = false;
  draft.show(linted.findings);
  for (const panel of panels) panel.show(text, linted);
  const safe = linted.findings.filter(({ fix }) => fix?.safe).length;
  fixAll.textContent = safe > 0 ? `Apply all safe fixes (${safe})` : "Apply all safe fixes";
  // Only while it has no focus: what is disabled loses it, and with it the reader's place.
  fixAll.disabled = safe === 0 && document.activeElement !== fixAll;
  element("keys").hidden = linted.findings.length === 0;
}

function go({ start, end }: { readonly start: number; readonly end: number }): void {
  draft.select(start, end);
}

async function fixOne(finding: Finding, index: number): Promise<void> {
  if (finding.fix === null || shown?.text !== draft.text) {
    await refresh();
    return say("The draft had changed; these are its findings now.");
  }
  draft.edit(finding.fix.edits);
  await refresh();
  say(`Done: ${finding.fix.title}.`);
  if (index < 0) draft.focus();
  else if (!list.focus(index)) element("findings-heading").focus();
}

async function fixEverything(): Promise<void> {
  if (python === undefined) return;
  try {
    const text = draft.text;
    const fixed = await python.fix(text, chosen());
    if (draft.text !== text) return say("The draft has changed; nothing was applied.");
    draft.edit(fixed.edits);
    fixAll.focus();
    await refresh();
    const left = fixed.unstable.length === 0 ? "" : ` Left out, because they undo each other: ${fixed.unstable.join(", ")}.`;
    say(`${fixed.applied} ${fixed.applied === 1 ? "fix" : "fixes"} applied.${left}`);
  } catch (error) {
    fail(error);
  }
}

async function copy(words: string, told: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
    say(told);
  } catch {
    say("The browser did not let the text be copied. Select it in the draft and copy it with Ctrl+C.");
  }
}

async function copyLink(): Promise<void> {
  const link = await linkTo(draft.text);
  if (link === undefined) return say("The draft is too long for a link. Save it as a file, and pass that on.");
  await copy(link, "A link is copied that holds the draft. What follows “#” is sent to no server.");
}

async function saveReport(): Promise<void> {
  if (python === undefined) return;
  try {
    const asking = python;
    const name = word.source?.name ?? "draft.res.md";
    const { html } = await busy.during("Writing the report", () => asking.ask<{ html: string }>({ do: "report", text: draft.text, name, ...chosen() }));
    download("report.html", html, "text/html");
    say("report.html is saved.");
  } catch (error) {
    if (!(error instanceof Stopped)) fail(error);
  }
}

async function showMandate(): Promise<void> {
  if (!(await mandates.focus(draft.place))) say("The paragraph at the cursor asks nobody for anything.");
}

function clear(): void {
  word.use(undefined);
  draft.write("");
  forget();
  say("The draft is forgotten: this browser keeps nothing of it once the page is closed. Until then Undo brings it back.");
  draft.focus();
}

async function open(file: File | undefined): Promise<void> {
  if (file === undefined) return;
  if (isWord(file)) return word.open(file);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()).replace(/\r\n?/g, "\n");
    word.use(undefined);
    draft.write(text);
    draft.focus();
    say(`${file.name} is open.`);
  } catch {
    fail(new Error(`${file.name} is not a text in UTF-8. Save it as plain text or Markdown, or paste the draft.`));
  }
}

document.addEventListener("keydown", (event) => {
  if (event.key === "F9") {
    event.preventDefault();
    return void showMandate();
  }
  if (event.key !== "F8") return;
  event.preventDefault();
  const finding = list.beside(draft.place, event.shiftKey ? -1 : 1);
  if (finding === undefined) return say("There is no finding.");
  list.chooseFinding(finding);
  go(finding);
  say(`Line ${finding.line}: ${finding.message}`);
});
profile.addEventListener("change", () => void refresh());
fixAll.addEventListener("blur", () => (fixAll.disabled = !shown?.linted.findings.some(({ fix }) => fix?.safe)));
button("fix", fixEverything);
button("undo", () => draft.undo());
button("redo", () => draft.redo());
button("copy", () => copy(draft.text, "Copied."));
button("link", copyLink);
button("save-text", () => {
  download("draft.res.md", draft.text, "text/markdown");
  say("draft.res.md is saved.");
});
button("report", saveReport);
button("print", () => print());
button("forget", clear);
button("example", () => {
  word.use(undefined);
  draft.write(EXAMPLE);
});
element<HTMLInputElement>("file").addEventListener("change", ({ target }) => {
  const input = target as HTMLInputElement;
  void open(input.files?.[0]).then(() => (input.value = ""));
});
onDrop((file) => void open(file));

async function openLink(): Promise<void> {
  try {
    const text = await linked();
    if (text === undefined || text === draft.text) return;
    word.use(undefined);
    draft.write(text);
    say(before === undefined ? "The draft in the link is open." : "The draft in the link is open. Undo brings back the one that was here.");
  } catch (error) {
    fail(error);
  }
}
addEventListener("hashchange", () => void openLink());

try {
  await openLink();
  python = await Python.start((step) => count.say(`${step} …`));
  await refresh();
} catch (error) {
  count.say("The draft cannot be checked.");
  fail(error);
}
