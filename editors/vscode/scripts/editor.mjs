/** A real VS Code: starts code-server with the packaged extension and a browser that looks at it. */

import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extension, vsix } from "./paths.mjs";
import { run } from "./run.mjs";

const FLAGS = ["--disable-telemetry", "--disable-update-check", "--disable-workspace-trust", "--disable-getting-started-override"];
const SETTINGS = {
  "chat.disableAIFeatures": true,
  "editor.minimap.enabled": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off",
  "files.hotExit": "off",
  "telemetry.telemetryLevel": "off",
  "window.commandCenter": false,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "[resolution]": { "editor.codeActionsOnSave": { "source.fixAll.reslint": "explicit" } },
};
const CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export class Editor {
  /** `home` is where VS Code was set up. */
  constructor(home) {
    this.entry = join(home, "node_modules", "code-server", "out", "node", "entry.js");
    this.playwright = createRequire(join(home, "package.json"))("playwright-core");
    this.folder = mkdtempSync(join(tmpdir(), "reslint-vscode-"));
    this.workspace = join(this.folder, "workspace");
    cpSync(join(extension, "test", "workspace"), this.workspace, { recursive: true });
    writeFileSync(join(this.folder, "config.yaml"), "auth: none\nbind-addr: 127.0.0.1:0\ncert: false\n");
  }

  /** Starts VS Code with settings besides the usual ones; `path` is the PATH its programs are looked for in. */
  async start({ settings = {}, path = process.env.PATH, probe = true }) {
    const user = join(this.folder, "data", "User");
    mkdirSync(user, { recursive: true });
    writeFileSync(join(user, "settings.json"), JSON.stringify({ ...SETTINGS, ...settings }));
    // VSCODE_CLI: as started from a terminal, so that its PATH holds and not that of a login shell.
    const environment = { ...process.env, PATH: path, HOME: this.folder, PYTHONPATH: "", VIRTUAL_ENV: "", VSCODE_CLI: "1" };
    const dirs = ["--config", join(this.folder, "config.yaml"), "--user-data-dir", join(this.folder, "data"), "--extensions-dir", join(this.folder, "extensions"), ...FLAGS];
    run(process.execPath, [this.entry, ...dirs, "--install-extension", vsix, "--force"], { env: { ...environment, PATH: process.env.PATH } });
    if (probe) this.installProbe();
    const port = await freePort();
    this.server = spawn(process.execPath, [this.entry, ...dirs, "--bind-addr", `127.0.0.1:${port}`, this.workspace], {
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    this.output = "";
    for (const stream of [this.server.stdout, this.server.stderr]) stream.on("data", (data) => (this.output += data));
    await until(() => this.output.includes("HTTP server listening"), "VS Code to listen", 60_000);
    this.address = `http://127.0.0.1:${port}/?folder=${encodeURIComponent(this.workspace)}`;
  }

  /** Opens a window on it and waits for the workbench. */
  async window({ width = 1280, height = 800, scale = 1 } = {}) {
    this.browser = await this.playwright.chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: CHROMIUM });
    const context = await this.browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
    this.page = await context.newPage();
    await this.page.goto(this.address);
    await this.page.waitForSelector(".monaco-workbench", { timeout: 60_000 });
    return this.page;
  }

  /** Opens another window on it, of which the first knows nothing. */
  async another() {
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(this.address, { waitUntil: "commit", timeout: 120_000 });
    await page.waitForSelector(".monaco-workbench", { timeout: 120_000 });
    return page;
  }

  /** Presses Cancel in the notification with these words, as soon as it is there; `seen` gets a picture of it. */
  async cancel(words, seen) {
    const notification = this.page.locator(".notification-list-item", { hasText: words });
    const button = notification.getByText("Cancel", { exact: true });
    await button.waitFor({ timeout: 240_000 });
    await this.page.screenshot({ path: seen });
    await button.click();
  }

  /** What the probe wrote, once it has. */
  async report(patience) {
    const file = join(this.workspace, "probe.json");
    await until(() => existsSync(file) && readFileSync(file, "utf8").endsWith("}"), "the probe's report", patience);
    return JSON.parse(readFileSync(file, "utf8"));
  }

  /** What the extension wrote into its log. */
  logs() {
    const found = readdirSync(join(this.folder, "data"), { recursive: true }).filter((name) => /reslint\.log$/.test(name));
    return found.map((name) => readFileSync(join(this.folder, "data", name), "utf8")).join("\n");
  }

  async stop() {
    await this.browser?.close().catch(() => {});
    if (this.server?.pid) {
      try {
        process.kill(-this.server.pid, "SIGTERM"); // its whole group: VS Code starts processes of its own
      } catch {
        // it has ended already
      }
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  installProbe() {
    const folder = join(this.folder, "extensions", "reslint-tests.probe-0.0.1");
    cpSync(join(extension, "test", "probe"), folder, { recursive: true });
    const list = join(this.folder, "extensions", "extensions.json");
    const known = JSON.parse(readFileSync(list, "utf8"));
    known.push({
      identifier: { id: "reslint-tests.probe" },
      version: "0.0.1",
      location: { $mid: 1, path: folder, scheme: "file" },
      relativeLocation: "reslint-tests.probe-0.0.1",
    });
    writeFileSync(list, JSON.stringify(known));
  }
}

export async function until(found, what, patience) {
  for (const end = Date.now() + patience; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const value = await found();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
