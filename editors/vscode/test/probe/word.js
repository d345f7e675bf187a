/** Word files in the editor: opened as a draft, and saved back with what has changed as tracked changes. */

const vscode = require("vscode");

/** Adds the steps; `harbour.docx` was made by the program before the editor was started. */
exports.word = async ({ step, check, file, open, place }) => {
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
};
