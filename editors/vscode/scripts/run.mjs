/** Running programs. */

import { spawnSync } from "node:child_process";

/** Runs a program to its end and gives what it printed; throws with what it said when it fails. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 26, ...options });
  if (done.error) throw new Error(`${command} could not be started: ${done.error.message}`);
  if (done.status !== 0) throw new Error(`${command} ${args.join(" ")} failed:\n${done.stdout}${done.stderr}`);
  return done.stdout;
}

/** Whether a program can be started and ends well. */
export function works(command, args) {
  const done = spawnSync(command, args, { stdio: "ignore" });
  return !done.error && done.status === 0;
}
