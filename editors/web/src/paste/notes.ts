/**
 * Footnotes in the HTML of a program: a marker that leads to a text, which leads back to the marker. Word, LibreOffice,
 * Google Docs and pandoc name the ends differently, and all of them make such a pair.
 */

export interface Notes {
  /** The labels of markers, by the link that is the marker. */
  readonly markers: ReadonlyMap<Element, string>;
  /** The labels of texts, by the link back, which is not part of the text. */
  readonly texts: ReadonlyMap<Element, string>;
}

/** The footnotes of a document, each with the number that its marker shows, or else with the next one. */
export function notesOf(root: ParentNode): Notes {
  const named = new Map<string, Element>();
  for (const element of root.querySelectorAll("[id], a[name]")) {
    for (const name of [element.id, element.getAttribute("name") ?? ""]) {
      if (name !== "" && !named.has(name)) named.set(name, element);
    }
  }
  const markers = new Map<Element, string>();
  const texts = new Map<Element, string>();
  const used = new Set<string>();
  for (const link of root.querySelectorAll("a[href*='#']")) {
    if (texts.has(link)) continue;
    const back = backLink(link, named.get(target(link)));
    if (back === undefined) continue;
    const shown = /\d+/.exec(link.textContent ?? "")?.[0] ?? "";
    let label = shown !== "" && !used.has(shown) ? shown : String(used.size + 1);
    while (used.has(label)) label = String(Number(label) + 1);
    used.add(label);
    markers.set(link, label);
    texts.set(back, label);
  }
  return { markers, texts };
}

/** The link at or in `place`, or just about it, that leads back to `link`. */
function backLink(link: Element, place: Element | undefined): Element | undefined {
  if (place === undefined || place === link || !(link.compareDocumentPosition(place) & 4)) return undefined;
  const names = new Set([link.id, link.getAttribute("name") ?? ""]);
  const around = link.parentElement;
  if (around !== null && around.textContent?.trim() === link.textContent?.trim()) names.add(around.id);
  names.delete("");
  const candidates = [place, ...place.querySelectorAll("a[href*='#']")];
  return candidates.find((each) => names.has(target(each)));
}

/** What a link within the page leads to; programs put the name of their file before it. */
function target(link: Element): string {
  const address = link.getAttribute("href") ?? "";
  const at = address.indexOf("#");
  return at < 0 ? "" : decoded(address.slice(at + 1));
}

function decoded(words: string): string {
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
}
