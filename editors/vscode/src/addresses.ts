/**
 * How files of a virtual workspace are called inside the worker: as files below one folder, so that configuration and
 * packs are found beside drafts as on a disk. Pure.
 */

/** The parts of an address that are used here. */
export interface Address {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
  toString(): string;
}

const ROOT = "/.workspace";
const KEPT = new Set(["file", "untitled", "reslint-rule", "reslint-loaded"]);

/** The path of a file inside the worker. */
export function pathInWorker({ scheme, authority, path }: Address): string {
  return `${ROOT}/${scheme}/${authority || "-"}${path}`;
}

/** What the server calls a document. */
export function toServer(uri: Address): string {
  if (KEPT.has(uri.scheme)) return uri.toString();
  return `file://${pathInWorker(uri).split("/").map(encodeURIComponent).join("/")}`;
}

/** The editor's address of what the server calls so. */
export function fromServer(address: string): string {
  if (!address.startsWith(`file://${ROOT}/`)) return address;
  const [scheme = "", authority = "", ...path] = address.slice(`file://${ROOT}/`.length).split("/");
  const host = decodeURIComponent(authority);
  return `${scheme}://${host === "-" ? "" : encodeURIComponent(host)}/${path.join("/")}`;
}
