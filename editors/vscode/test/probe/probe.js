/** Runs inside the editor: asks the providers what a writer would see, and writes probe.json into the workspace. */

const vscode = require("vscode");

const results = [];
const figures = {};
const root = () => vscode.workspace.workspaceFolders[0].uri;
const file = (name) => vscode.Uri.joinPath(root(), name);
const sleep = (time) => new Promise((resolve) => setTimeout(resolve, time));

class Missing extends Error {}

function check(condition, message) {
  if (!condition) throw new Error(message);
}

async function step(name, work) {
  const started = Date.now();
  try {
    const detail = await Promise.race([work(), sleep(90000).then(() => { throw new Error("took more than 90 s"); })]);
    results.push({ name, outcome: "passed", detail: detail ?? "", time: Date.now() - started });
  } catch (error) {
    const outcome = error instanceof Missing ? "missing" : "failed";
    results.push({ name, outcome, detail: String(error && error.message), time: Date.now() - started });
  }
}

/** Waits until `found` gives something true. */
async function until(found, what, patience = 20000) {
  for (const end = Date.now() + patience; ; await sleep(5)) {
    const value = await found();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
  }
}

const code = (one) => (typeof one.code === "object" ? one.code.value : one.code);
const ours = (uri) => vscode.languages.getDiagnostics(uri).filter((one) => one.source === "reslint");
const codes = (uri) => ours(uri).map(code);
const count = (uri, rule) => codes(uri).filter((one) => one === rule).length;

async function open(name) {
  const document = await vscode.workspace.openTextDocument(file(name));
  const editor = await vscode.window.showTextDocument(document);
  return { document, editor };
}

function place(document, words, nth = 0) {
  let at = -1;
  for (let index = 0; index <= nth; index++) at = document.getText().indexOf(words, at + 1);
  check(at >= 0, `“${words}” is not in the draft`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
}

async function replaceAll(document, text) {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
}

async function set(name, value) {
  await vscode.workspace.getConfiguration("reslint").update(name, value, vscode.ConfigurationTarget.Workspace);
}

/** A setting has changed that another server must be started for: waits for it. */
async function restarted() {
  const { loaded } = vscode.extensions.getExtension("reslint.reslint").exports;
  await until(() => loaded() === undefined, "the server to end");
  await until(() => loaded() !== undefined, "the server", 60000);
}

async function first() {
  const started = Date.now();
  const { document } = await open("lamps.res.md");
  await until(() => ours(document.uri).length > 0, "the first findings", 60000);
  figures.first = Date.now() - started;
  return `${figures.first} ms`;
}

async function edits() {
  const { document } = await open("lamps.res.md");
  await set("typingFilter", false);
  const times = [];
  for (let round = 0; round < 10; round++) {
    const line = place(document, "*Noting* the lamps").start.line;
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(line, "*Noting* the".length), " the");
    const before = count(document.uri, "style/repeated-word");
    const started = performance.now();
    await vscode.workspace.applyEdit(edit);
    await until(() => count(document.uri, "style/repeated-word") === before + 1, "the finding of an edit");
    times.push(performance.now() - started);
    const back = new vscode.WorkspaceEdit();
    back.delete(document.uri, new vscode.Range(line, "*Noting* the".length, line, "*Noting* the the".length));
    await vscode.workspace.applyEdit(back);
    await until(() => count(document.uri, "style/repeated-word") === before, "the finding to go");
  }
  await set("typingFilter", undefined);
  times.sort((a, b) => a - b);
  figures.edit = Math.round((times[4] + times[5]) / 2);
  return `${figures.edit} ms`;
}

async function main(expected) {
  const extension = () => vscode.extensions.getExtension("reslint.reslint");
  const api = () => extension().exports;
  check(extension() !== undefined, "the extension is not installed");

  await step("findings appear when a draft is opened", first);
  await step("the server is the one that is expected", async () => {
    const loaded = await until(() => api() && api().loaded(), "the server");
    check(loaded.short === expected.short, `it is “${loaded.short}”: ${loaded.why} (${loaded.passedOver.join("; ")})`);
    return `${loaded.server}: ${loaded.why}`;
  });
  const { document, editor } = await open("lamps.res.md");
  const uri = document.uri;
  await step("every slip of the draft is marked at its place", async () => {
    for (const rule of ["style/repeated-word", "sequence/missing-adverb", "numbering/operative"]) {
      check(codes(uri).includes(rule), `no ${rule} among ${codes(uri).join(", ")}`);
    }
    const marks = ours(uri).filter((one) => code(one) === "style/repeated-word").map((one) => document.getText(one.range));
    check(marks.join() === "the the,and and", `marked are ${marks.join()}`);
    return codes(uri).join(", ");
  });
  await step("findings change while a draft is written", edits);
  await step("hover says each thing once", async () => {
    const at = place(document, "the the").start;
    const hovers = await vscode.commands.executeCommand("vscode.executeHoverProvider", uri, at);
    const said = hovers.flatMap((one) => one.contents).map((one) => one.value ?? one).join("\n");
    check(said.includes("style/repeated-word"), `it says “${said}”`);
    check(!said.includes("stands here twice"), `the message stands in it, which the editor shows already: “${said}”`);
  });
  await step("completion offers openers, and citations with their footnote", async () => {
    const line = place(document, "*Noting* the lamps").start;
    await editor.edit((edit) => edit.insert(line, "Rec\n\n"));
    try {
      const list = await vscode.commands.executeCommand("vscode.executeCompletionItemProvider", uri, line.translate(0, 3), undefined, 5);
      const items = list.items.filter((one) => one.kind !== vscode.CompletionItemKind.Text && one.kind !== vscode.CompletionItemKind.Snippet);
      if (items.length === 0 && !expected.completion) throw new Missing("the server offers no completion yet");
      const labels = items.map((one) => (typeof one.label === "string" ? one.label : one.label.label));
      check(labels.some((one) => one.includes("Recalling")), `it offers ${labels.slice(0, 8).join(", ")}`);
      return labels.slice(0, 5).join(", ");
    } finally {
      await editor.edit((edit) => edit.delete(new vscode.Range(line, line.translate(2))));
    }
  });
  await step("a citation brings its footnote", async () => {
    const line = place(document, "*Noting* the lamps").start;
    const words = "*Recalling* the United Nations Convention against Corr";
    await editor.edit((edit) => edit.insert(line, `${words}\n\n`));
    try {
      const list = await vscode.commands.executeCommand("vscode.executeCompletionItemProvider", uri, line.translate(0, words.length), undefined, 10);
      const items = list.items.filter((one) => one.kind !== vscode.CompletionItemKind.Text && one.kind !== vscode.CompletionItemKind.Snippet);
      if (items.length === 0 && !expected.completion) throw new Missing("the server offers no completion yet");
      const noted = items.find((one) => (one.additionalTextEdits ?? []).some((edit) => edit.newText.includes("Treaty Series")));
      check(noted !== undefined, `none of ${items.length} items brings a footnote`);
      return typeof noted.label === "string" ? noted.label : noted.label.label;
    } finally {
      await editor.edit((edit) => edit.delete(new vscode.Range(line, line.translate(2))));
    }
  });
  await step("a quick fix mends one finding", async () => {
    const at = place(document, "and and");
    const actions = await vscode.commands.executeCommand("vscode.executeCodeActionProvider", uri, at, "quickfix", 10);
    const fix = actions.find((one) => one.isPreferred && one.edit);
    check(fix !== undefined, `offered are ${actions.map((one) => one.title).join("; ")}`);
    await vscode.workspace.applyEdit(fix.edit);
    check(document.getText().includes("to light and oil"), "the text is not mended");
    await until(() => count(uri, "style/repeated-word") === 1, "the finding to go");
    return fix.title;
  });
  await step("renaming a footnote changes its marker and its text", async () => {
    const at = place(document, "[^1]").start.translate(0, 2);
    const edit = await vscode.commands.executeCommand("vscode.executeDocumentRenameProvider", uri, at, "7");
    const changes = edit.get(uri);
    check(changes.length === 2 && changes.every((one) => one.newText === "7"), JSON.stringify(changes));
  });
  await step("the outline names the paragraphs", async () => {
    const symbols = await vscode.commands.executeCommand("vscode.executeDocumentSymbolProvider", uri);
    const names = (list) => list.flatMap((one) => [one.name, ...names(one.children ?? [])]);
    check(names(symbols).some((one) => one.startsWith("1. Requests")), names(symbols).join("; "));
    const whole = symbols.find((one) => one.kind === vscode.SymbolKind.Module);
    check(document.lineAt(whole.range.start.line).text.startsWith("*The General Assembly*"), "it does not begin at the enacting line");
  });
  await step("paragraphs fold", async () => {
    const folds = await vscode.commands.executeCommand("vscode.executeFoldingRangeProvider", uri);
    check(folds.some((one) => one.start === place(document, "1. *Requests*").start.line), JSON.stringify(folds));
  });
  await step("openers and numbers have colours of their own", async () => {
    const tokens = await vscode.commands.executeCommand("vscode.provideDocumentSemanticTokens", uri);
    check(tokens && tokens.data.length >= 50, "there are no semantic tokens");
  });
  await step("the preview shows the printed page with the findings in its margin", async () => {
    await vscode.commands.executeCommand("reslint.openPreview");
    const html = await until(() => api().preview(), "the preview");
    check(html.includes("<em>Recalling</em>"), "no italics");
    check(html.includes('<footer class="notes">'), "no footnotes");
    check(/<aside class="margin".*stands here twice/.test(html), "no findings");
    await open("lamps.res.md");
  });
  await step("the preview follows what is written", async () => {
    const at = place(document, "northern").start;
    await editor.edit((edit) => edit.insert(at, "far "));
    await until(() => api().preview().includes("far northern"), "the change");
    await editor.edit((edit) => edit.delete(new vscode.Range(at, at.translate(0, 4))));
  });
  await step("a draft can be printed", async () => {
    await vscode.commands.executeCommand("reslint.printDraft", file("print.html"));
    const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(file("print.html")));
    check(page.includes("window.print()") && page.includes("@media print"), "it does not print itself");
  });
  await step("paragraphs are renumbered", async () => {
    await vscode.commands.executeCommand("reslint.renumberParagraphs");
    check(document.getText().includes("2. *Urges*") && document.getText().includes("3. *Decides*"), document.getText());
  });
  await step("saving mends everything that is safe to mend", async () => {
    check(document.getText().includes("*Recalling* the the"), "there is nothing to mend");
    await document.save();
    const saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    check(saved.includes("*Recalling also* the work"), saved);
  });
  await step("a rule's page opens from its finding", async () => {
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse("reslint-rule:/style/repeated-word.md"));
    check(page.getText().startsWith("# style/repeated-word"), page.getText().slice(0, 80));
  });
  await step("a new draft comes from a template", async () => {
    await vscode.commands.executeCommand("reslint.newDraft", "general-assembly.res.md");
    const made = vscode.window.activeTextEditor.document;
    check(made.languageId === "resolution" && made.getText().includes("*The General Assembly*,"), made.getText().slice(0, 90));
    await vscode.window.activeTextEditor.edit((edit) => edit.insert(new vscode.Position(made.lineCount, 0), "\n\n*Noting* the the lamps,\n"));
    await until(() => count(made.uri, "style/repeated-word") === 1, "a finding in a draft that has no file");
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });
  await step("what is loaded can be shown, in a page that asks for no saving", async () => {
    await vscode.commands.executeCommand("reslint.showLoaded");
    const page = vscode.window.activeTextEditor.document;
    const said = page.getText();
    check(!page.isDirty && !page.isUntitled, "it asks to be saved");
    check(said.includes("# What is loaded") && said.includes("pack **un**"), said);
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    return said.split("\n").find((one) => one.startsWith("- Python"));
  });
  await step("a button of the walkthrough works without a draft, on one to practise on", async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await vscode.commands.executeCommand("reslint.practice.openPreview");
    await until(() => api().preview() && api().preview().includes("keepers"), "the preview of the draft to practise on");
    const practice = vscode.window.visibleTextEditors.find((one) => one.document.isUntitled).document;
    await until(() => count(practice.uri, "style/repeated-word") === 1, "its findings");
    const shown = await open("lamps.res.md");
    await until(() => api().preview().includes("northern"), "the preview of the draft that is active now");
    await vscode.window.showTextDocument(practice);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await vscode.window.showTextDocument(shown.document);
  });
  await step("what is not to be reported in the project is written into its configuration", async () => {
    const found = await open("found.md");
    await until(() => count(found.document.uri, "style/repeated-word") === 1, "the finding");
    const at = ours(found.document.uri).find((one) => code(one) === "style/repeated-word").range;
    const actions = await vscode.commands.executeCommand("vscode.executeCodeActionProvider", found.document.uri, at, "quickfix", 50);
    const silence = actions.find((one) => one.title === "Do not report style/repeated-word in this project");
    check(silence && silence.edit, `offered are ${actions.map((one) => one.title).join("; ")}`);
    await vscode.workspace.applyEdit(silence.edit);
    const made = await vscode.workspace.openTextDocument(file(".reslint.yaml"));
    check(made.getText() === "ignore:\n  - style/repeated-word\n", made.getText());
    await made.save();
    await until(() => count(found.document.uri, "style/repeated-word") === 0, "the finding to go");
    await vscode.workspace.fs.delete(file(".reslint.yaml"));
    await until(() => count(found.document.uri, "style/repeated-word") === 1, "the finding to come back");
  });
  await step("a Markdown file whose text is a resolution is checked, a letter is not", async () => {
    const found = await open("found.md");
    await until(() => count(found.document.uri, "style/repeated-word") === 1, "its finding");
    const letter = await open("letter.md");
    await sleep(400);
    check(ours(letter.document.uri).length === 0, "the letter is marked");
  });
  await word();
  if (expected.long) await cancelled();
  await settings(uri, document);
}

/** Word files: opened as a draft, and saved back; `harbour.docx` was made before the editor was started. */
async function word() {
  const decoded = async (uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  await step("a Word file opens as a draft", async () => {
    await vscode.commands.executeCommand("reslint.openAsDraft", file("harbour.docx"));
    const { document } = vscode.window.activeTextEditor;
    check(document.uri.path.endsWith("/harbour.res.md") && document.languageId === "resolution", document.uri.path);
    check(document.getText().includes("*Recalling*"), document.getText());
  });
  await step("what was changed is saved back to Word", async () => {
    const { document, editor } = await open("harbour.res.md");
    await editor.edit((edit) => edit.replace(place(document, "northern"), "southern"));
    await document.save();
    const copy = await vscode.commands.executeCommand("reslint.saveBackToWord", document.uri);
    check(copy && copy.path.endsWith("/harbour.reslint.docx"), `it gave ${copy && copy.path}`);
    await vscode.commands.executeCommand("reslint.openAsDraft", copy);
    const again = vscode.window.activeTextEditor.document;
    check(again.getText() === (await decoded(file("harbour.res.md"))), again.getText());
    check(again.getText().includes("southern"), "the change is not in it");
  });
}

/** The runner presses Cancel in the notification that shows that the file is being read. */
async function cancelled() {
  await step("the reading of a long Word file can be cancelled", async () => {
    await vscode.commands.executeCommand("reslint.openAsDraft", file("long.docx"));
    const found = await vscode.workspace.findFiles("long.*");
    check(found.every((one) => one.path.endsWith("long.docx")), `written: ${found}`);
    const { document } = await open("found.md");
    await vscode.commands.executeCommand("vscode.executeDocumentSymbolProvider", document.uri);
    return "and the server answers at once";
  });
}

async function settings(uri, document) {
  const text = document.getText();
  await open("lamps.res.md");
  await replaceAll(document, text.replace("*Noting* the", "*Noting* the the"));
  await step("the setting for severities holds at once", async () => {
    await until(() => count(uri, "style/repeated-word") === 1, "the finding");
    await set("severity", { style: "off" });
    await until(() => count(uri, "style/repeated-word") === 0, "the finding to go");
    await set("severity", undefined);
    await until(() => count(uri, "style/repeated-word") === 1, "the finding to come back");
  });
  await step("the setting for the profile holds at once", async () => {
    const severity = () => ours(uri).find((one) => code(one) === "style/repeated-word").severity;
    check(severity() === vscode.DiagnosticSeverity.Error, "it is no error to begin with");
    await set("profile", "sc");
    await until(() => severity() === vscode.DiagnosticSeverity.Information, "the profile of the Security Council");
    await set("profile", undefined);
    await until(() => severity() === vscode.DiagnosticSeverity.Error, "the old profile");
  });
  await step("the line that is being written stays quiet until it is left", async () => {
    const editor = await vscode.window.showTextDocument(document);
    const at = place(document, "northern").start;
    editor.selection = new vscode.Selection(at, at);
    for (const letter of "far far ") await vscode.commands.executeCommand("type", { text: letter });
    await sleep(700);
    check(count(uri, "style/repeated-word") === 1, "the finding did not wait");
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await until(() => count(uri, "style/repeated-word") === 2, "the finding after the line was left", 2000);
    await replaceAll(document, text);
    await until(() => count(uri, "style/repeated-word") === 0, "no findings");
  });
  await step("with “onSave” nothing is marked before the draft is saved", async () => {
    await set("run", "onSave");
    await restarted();
    await open("lamps.res.md");
    // Something that saving does not mend.
    await replaceAll(document, text.replace("*Noting* the", "*Noting* the [...]"));
    await sleep(1000);
    check(count(uri, "structure/placeholder") === 0, "it is marked before");
    await document.save();
    await until(() => count(uri, "structure/placeholder") === 1, "the finding after saving");
    await set("run", undefined);
    await restarted();
  });
  await step("with “never” Markdown files are left alone", async () => {
    await set("detect", "never");
    await restarted();
    await until(() => ours(file("found.md")).length === 0, "its findings to go");
    await set("detect", undefined);
    await restarted();
    await open("found.md");
    await until(() => ours(file("found.md")).length > 0, "its findings to come back");
  });
  await step("a configuration file of the workspace holds at once", async () => {
    await open("lamps.res.md");
    await until(() => count(uri, "structure/placeholder") === 1, "the finding");
    await vscode.workspace.fs.writeFile(file(".reslint.yaml"), new TextEncoder().encode("ignore: [structure]\n"));
    await until(() => count(uri, "structure/placeholder") === 0, "the finding to go");
  });
}

exports.activate = async () => {
  const expected = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file("expected.json"))));
  try {
    await main(expected);
  } catch (error) {
    results.push({ name: "the probe itself", outcome: "failed", detail: String(error && error.stack) });
  }
  const report = { version: vscode.version, results, figures };
  await vscode.workspace.fs.writeFile(file("probe.json"), new TextEncoder().encode(JSON.stringify(report, null, 2)));
};
