/** The service worker: keeps the files of the page, so that it opens without a network from the second time on. */

/** Put in when the page is built: the files, and a name that changes with them. */
declare const FILES: readonly string[];
declare const VERSION: string;

const scope = globalThis as unknown as ServiceWorkerGlobalScope;
const NAME = `reslint-${VERSION}`;

scope.addEventListener("install", (event) => {
  // Asked again of the server, so that files of two versions never come together.
  const wanted = FILES.map((file) => new Request(file, { cache: "no-cache" }));
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(wanted)));
});

scope.addEventListener("activate", (event) => {
  const stale = async () => Promise.all((await caches.keys()).filter((name) => name.startsWith("reslint-") && name !== NAME).map((name) => caches.delete(name)));
  event.waitUntil(stale());
});

scope.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  const name = event.request.mode === "navigate" ? "index.html" : event.request;
  const answered = async () => (await (await caches.open(NAME)).match(name, { ignoreSearch: true })) ?? fetch(event.request);
  event.respondWith(answered());
});
