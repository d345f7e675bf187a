/** The preview: the draft as the printed page would show it, with the findings in the margin. */

import * as vscode from "vscode";
import { printable, shell } from "./pages";
import type { Session } from "./session";

interface Rendered {
  /** The page: elements with data-start and data-end, in UTF-16 units of the draft. */
  readonly html: string;
  readonly title: string;
  /** The style sheet of the page. */
  readonly style: string;
}

const PAUSE = 150;

export class Preview implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private draft: vscode.TextDocument | undefined;
  private drawn: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners: vscode.Disposable[];

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly session: Session,
  ) {
    this.listeners = [
      vscode.workspace.onDidChangeTextDocument((change) => this.later(change.document)),
      vscode.languages.onDidChangeDiagnostics((change) => {
        if (change.uris.some((uri) => uri.toString() === this.draft?.uri.toString())) this.later(this.draft);
      }),
      vscode.window.onDidChangeTextEditorSelection((change) => this.follow(change.textEditor)),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.turnTo(editor)),
    ];
  }

  /** Opens the preview of the active draft beside it, or brings it to the front. */
  async open(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) throw new Error("open a draft first");
    this.draft = editor.document;
    this.panel ??= this.make();
    this.panel.reveal(vscode.ViewColumn.Beside, true);
    await this.draw();
    this.follow(editor);
  }

  /** Writes the page into a file that prints itself: `target`, or one that a browser opens or the writer names. */
  async print(target?: vscode.Uri): Promise<void> {
    const draft = vscode.window.activeTextEditor?.document ?? this.draft;
    if (draft === undefined) throw new Error("open a draft first");
    const { html, title, style } = await this.render(draft);
    const page = new TextEncoder().encode(printable(title, html, style));
    const here = vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
    const own = vscode.Uri.joinPath(this.context.globalStorageUri, "print.html");
    const file = target ?? (here ? own : await vscode.window.showSaveDialog({ filters: { "Web page": ["html"] } }));
    if (file === undefined) return;
    await vscode.workspace.fs.writeFile(file, page);
    if (target === undefined && here) await vscode.env.openExternal(file);
    else if (target === undefined) vscode.window.setStatusBarMessage("reslint: open the page in a browser; it prints itself", 8000);
  }

  /** What the panel shows now; undefined while there is none. */
  get html(): string | undefined {
    return this.drawn;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.panel?.dispose();
    this.listeners.forEach((one) => one.dispose());
  }

  private make(): vscode.WebviewPanel {
    const media = vscode.Uri.joinPath(this.context.extensionUri, "media");
    const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel("reslint.preview", "Preview", where, {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: [media],
    });
    const address = (name: string) => panel.webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
    panel.webview.html = shell(panel.webview.cspSource, [address("page.css"), address("preview.css")], address("preview.js"));
    panel.onDidDispose(() => (this.panel = this.drawn = undefined));
    panel.webview.onDidReceiveMessage((message: { offset?: number; print?: boolean; ready?: boolean }) => {
      if (message.ready) this.show();
      else if (message.print) void vscode.commands.executeCommand("reslint.printDraft");
      else this.jump(message.offset);
    });
    return panel;
  }

  /** Shows another draft once that is the active one; whatever else becomes active changes nothing. */
  private turnTo(editor: vscode.TextEditor | undefined): void {
    if (this.panel === undefined || editor === undefined || editor.document === this.draft) return;
    if (editor.document.languageId !== "resolution") return;
    this.draft = editor.document;
    this.later(this.draft);
  }

  private later(document: vscode.TextDocument | undefined): void {
    if (this.panel === undefined || document === undefined || document !== this.draft) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.draw().catch((error: unknown) => this.session.log.warn(`preview: ${String(error)}`)), PAUSE);
  }

  private render(draft: vscode.TextDocument): Promise<Rendered> {
    return this.session.ask<Rendered>("reslint.preview", this.session.address(draft.uri));
  }

  private async draw(): Promise<void> {
    const { panel, draft } = this;
    if (panel === undefined || draft === undefined || this.session.loaded === undefined) return;
    const rendered = await this.render(draft);
    panel.title = `Preview: ${rendered.title || draft.uri.path.replace(/^.*\//, "")}`;
    this.drawn = rendered.html;
    this.show();
  }

  private show(): void {
    if (this.drawn !== undefined) void this.panel?.webview.postMessage({ html: this.drawn });
    const editor = vscode.window.visibleTextEditors.find((one) => one.document === this.draft);
    if (editor !== undefined) this.follow(editor);
  }

  private follow(editor: vscode.TextEditor): void {
    if (this.panel === undefined || editor.document !== this.draft) return;
    void this.panel.webview.postMessage({ offset: editor.document.offsetAt(editor.selection.active) });
  }

  private jump(offset: number | undefined): void {
    const editor = vscode.window.visibleTextEditors.find((one) => one.document === this.draft);
    if (editor === undefined || typeof offset !== "number") return;
    const at = editor.document.positionAt(offset);
    editor.selection = new vscode.Selection(at, at);
    editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
}
