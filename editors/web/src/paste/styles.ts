/** How the words of an element look, as far as a draft can say it. */

export interface Look {
  readonly italic: boolean;
  readonly bold: boolean;
  readonly underline: boolean;
  readonly struck: boolean;
  /** Whether line ends and runs of spaces are what they look like. */
  readonly kept: boolean;
}

export const PLAIN: Look = { italic: false, bold: false, underline: false, struck: false, kept: false };

/** The attribute that holds the style of an element. */
export const STYLE = "data-style";

const ITALIC = new Set(["em", "i", "cite", "dfn", "var"]);
const BOLD = new Set(["b", "strong", "th"]);
const UNSEEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i;
const UNSEEN_TAGS = new Set(["style", "script", "head", "title", "meta", "link", "template", "del", "o:p", "xml", "object", "svg"]);
/** What Word writes of other people's remarks. */
const REMARK = /\b(?:MsoCommentReference|msocomanchor|msocomoff)\b/i;

export function tag(element: Element): string {
  return element.localName.toLowerCase();
}

/** The value of a property of an element's own style, in lower letters; "" where it says nothing of it. */
export function styled(element: Element, property: string): string {
  const style = element.getAttribute(STYLE) ?? "";
  const found = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, "i").exec(style);
  return found?.[1]?.trim().toLowerCase() ?? "";
}

/** Whether nothing of an element is to be read: what nobody sees, what was deleted, remarks. */
export function isUnseen(element: Element): boolean {
  if (UNSEEN_TAGS.has(tag(element)) && tag(element) !== "o:p") return true;
  if (UNSEEN.test(element.getAttribute(STYLE) ?? "")) return true;
  return REMARK.test(element.className.toString()) || styled(element, "mso-element") === "comment-list";
}

/** The look of the words in an element, within one that has another look. */
export function look(element: Element, outer: Look): Look {
  const name = tag(element);
  let { italic, bold, underline, struck, kept } = outer;
  if (ITALIC.has(name)) italic = true;
  if (BOLD.has(name) || /^h[1-6]$/.test(name)) bold = true;
  if (name === "u") underline = true;
  if (name === "s" || name === "strike") struck = true;
  if (name === "pre" || name === "textarea") kept = true;
  const slant = styled(element, "font-style");
  if (slant !== "") italic = slant.startsWith("italic") || slant.startsWith("oblique");
  const weight = styled(element, "font-weight");
  if (weight !== "") bold = /^bold/.test(weight) || Number(weight) >= 600;
  const line = `${styled(element, "text-decoration")} ${styled(element, "text-decoration-line")}`;
  if (line.includes("underline")) underline = true;
  if (line.includes("line-through")) struck = true;
  // A line below a link, or below what somebody has added and not yet agreed on, is not the writer's emphasis.
  if ((name === "a" && element.hasAttribute("href")) || name === "ins") underline = false;
  if (outer.underline === false && element.closest("a[href], ins") !== null) underline = false;
  const space = styled(element, "white-space");
  if (space !== "") kept = space.startsWith("pre") || space === "break-spaces";
  return { italic, bold, underline, struck, kept };
}
