/** Messages in a stream of bytes, as the base protocol of LSP frames them. */

const HEADER_END = [13, 10, 13, 10];

/** Takes bytes as they come and gives whole messages. */
export class Frames {
  private held: Uint8Array = new Uint8Array(0);

  /** The messages that are complete with these bytes. Throws where the headers name no length. */
  push(bytes: Uint8Array): string[] {
    const all = new Uint8Array(this.held.length + bytes.length);
    all.set(this.held);
    all.set(bytes, this.held.length);
    const found: string[] = [];
    let at = 0;
    for (;;) {
      const end = headerEnd(all, at);
      if (end < 0) break;
      const length = lengthIn(new TextDecoder("ascii").decode(all.subarray(at, end)));
      const start = end + HEADER_END.length;
      if (all.length < start + length) break;
      found.push(new TextDecoder().decode(all.subarray(start, start + length)));
      at = start + length;
    }
    this.held = all.slice(at);
    return found;
  }
}

/** A message with its header. */
export function framed(message: string): Uint8Array {
  const body = new TextEncoder().encode(message);
  const header = new TextEncoder().encode(`Content-Length: ${body.length}\r\n\r\n`);
  const all = new Uint8Array(header.length + body.length);
  all.set(header);
  all.set(body, header.length);
  return all;
}

function headerEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(13, from); at >= 0; at = bytes.indexOf(13, at + 1)) {
    if (HEADER_END.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}

function lengthIn(header: string): number {
  const found = /^content-length:\s*(\d+)\s*$/im.exec(header)?.[1];
  if (found === undefined) throw new Error("a message without a Content-Length");
  return Number(found);
}
