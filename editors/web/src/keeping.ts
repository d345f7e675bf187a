/** The draft outlives the page: kept in this browser until it is told to forget, or carried in a link. */

export interface Kept {
  readonly text: string;
  /** The value of the choice of rules. */
  readonly rules: string;
  /** The Word file that the draft was made of, in base64. */
  readonly file?: { readonly name: string; readonly data: string };
}

const KEY = "reslint-draft";
const SIGN = "#draft=";
/** Longer links are cut by some programs that pass them on. */
const LONGEST_LINK = 8000;

/** Keeps a draft; without its file where both are too large. False where the browser keeps nothing. */
export function keep(kept: Kept): boolean {
  const smaller = { text: kept.text, rules: kept.rules };
  for (const each of kept.file === undefined ? [smaller] : [kept, smaller]) {
    try {
      if (each.text === "") localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, JSON.stringify(each));
      return true;
    } catch {
      continue;
    }
  }
  return false;
}

export function forget(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Where nothing may be kept, nothing is.
  }
}

/** What was kept, if it can be read. */
export function kept(): Kept | undefined {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return typeof found === "object" && found !== null && typeof (found as Kept).text === "string" ? (found as Kept) : undefined;
  } catch {
    return undefined;
  }
}

/** A link to this page that carries a draft behind its “#”, which no browser sends to a server; undefined if too long. */
export async function linkTo(text: string): Promise<string | undefined> {
  const packed = await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer();
  const words = btoa(String.fromCharCode(...new Uint8Array(packed).subarray(0, LONGEST_LINK)));
  if (packed.byteLength > LONGEST_LINK || words.length > LONGEST_LINK) return undefined;
  return location.href.split("#")[0] + SIGN + words.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** The draft in the address of the page; undefined where there is none. Rejects for a link that was cut short. */
export async function linked(): Promise<string | undefined> {
  if (!location.hash.startsWith(SIGN)) return undefined;
  try {
    const words = location.hash.slice(SIGN.length).replace(/-/g, "+").replace(/_/g, "/");
    const packed = Uint8Array.from(atob(words), (character) => character.charCodeAt(0));
    return await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();
  } catch {
    throw new Error("the link does not hold a whole draft; it may have been cut short. Ask for it again");
  }
}
