import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fromServer, pathInWorker, toServer } from "../../src/addresses";
import { printable, shell } from "../../src/pages";
import { Frames, framed } from "../../src/pyodide/frames";
import { forServer } from "../../src/told";

const address = (scheme: string, authority: string, path: string) => ({ scheme, authority, path, toString: () => `${scheme}://${authority}${path}` });

test("files of a virtual workspace come back as what they were", () => {
  for (const uri of [address("vscode-remote", "host:80", "/a b/é.res.md"), address("vscode-vfs", "github", "/o/r/x.md"), address("memfs", "", "/x.md")]) {
    const back = fromServer(toServer(uri));
    assert.equal(decodeURIComponent(back), uri.toString());
    assert.equal(decodeURIComponent(toServer(uri)), `file://${pathInWorker(uri)}`);
  }
});

test("files of a disk and drafts without a file keep their addresses", () => {
  assert.equal(toServer(address("file", "", "/a.md")), "file:///a.md");
  assert.equal(fromServer("file:///a.md"), "file:///a.md");
  assert.equal(fromServer("untitled:Untitled-1"), "untitled:Untitled-1");
});

test("what is empty in the settings is not told to the server", () => {
  assert.deepEqual(forServer({ profile: "", packs: [], include: [], severity: {} }), {});
  const told = forServer({ profile: "sc", packs: ["mun"], include: ["a/*.md"], severity: { style: "off" } });
  assert.deepEqual(told, { profile: "sc", packs: ["mun"], include: ["a/*.md"], rules: { style: "off" } });
});

test("messages are read however the stream cuts them", () => {
  const messages = ['{"a":1}', '{"b":"🐟 é"}', "{}"];
  const bytes = messages.flatMap((one) => [...framed(one)]);
  for (const size of [1, 2, 3, 7, bytes.length]) {
    const frames = new Frames();
    const found: string[] = [];
    for (let at = 0; at < bytes.length; at += size) found.push(...frames.push(new Uint8Array(bytes.slice(at, at + size))));
    assert.deepEqual(found, messages);
  }
});

test("a message without its length is refused", () => {
  assert.throws(() => new Frames().push(new TextEncoder().encode("Content-Type: x\r\n\r\n{}")), /Content-Length/);
});

test("the printed page escapes its title and lets no other script run", () => {
  const page = printable("<script>alert(1)</script>", "<article></article>", "p{}");
  assert.ok(!page.includes("<script>alert"));
  assert.match(page, /script-src 'nonce-print'/);
  assert.match(shell("vscode:", ["a.css"], "b.js"), /default-src 'none'/);
});

test("every template that is listed is there, and every one that is there is listed", () => {
  const list = JSON.parse(readFileSync("templates/templates.json", "utf8")) as { file: string }[];
  const there = readdirSync("templates").filter((name) => name.endsWith(".res.md"));
  assert.deepEqual(list.map((one) => one.file).sort(), there.sort());
});

test("every file that the manifest names is there", () => {
  const manifest = readFileSync("package.json", "utf8");
  const named = [...manifest.matchAll(/"(?:\.\/)?((?:media|syntaxes|snippets|templates)\/[^"]+|language-configuration\.json)"/g)].map((one) => one[1] ?? "");
  assert.ok(named.length > 8);
  for (const name of named) assert.ok(readFileSync(name).length > 0, name);
});
