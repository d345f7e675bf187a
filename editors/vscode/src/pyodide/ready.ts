/** What the worker answers when it is ready to serve. */
export const READY = "reslint is ready";
