/** A part of the page that shows something of what was found. `page.ts` lists them; a new one is a module here. */

import type { Linted } from "../messages";

export interface Panel {
  /** Called with every result, and the text that it is of. */
  show(text: string, linted: Linted): void;
}
