/** Runs the tool for a short answer: its version, its rules. */

import { execFile } from "node:child_process";
import { statSync } from "node:fs";
import { homedir } from "node:os";
import type { Launch, Machine } from "./environment";
import { versionIn, type Version } from "./version";

const PATIENCE_MS = 20_000;
const MOST_BYTES = 16 * 1024 * 1024;

/** Python takes no module from the current folder, and writes UTF-8 on every system. */
export const SAFE_PYTHON = { PYTHONSAFEPATH: "1", PYTHONUTF8: "1" } as const;

export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  isFile: (name) => statSync(name, { throwIfNoEntry: false })?.isFile() ?? false,
};

/** What the tool prints. Rejects if it is not there, fails, or does not answer in time. */
export function output(launch: Launch, args: readonly string[], folder: string = homedir()): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = {
      cwd: folder,
      env: { ...process.env, ...SAFE_PYTHON },
      maxBuffer: MOST_BYTES,
      timeout: PATIENCE_MS,
      windowsHide: true,
    };
    execFile(launch.command, [...launch.args, ...args], options, (error, stdout, stderr) => {
      if (error) {
        reject(new Error(stderr.trim() || error.message));
      } else {
        resolve(stdout);
      }
    });
  });
}

/** A probe that tells `log` what each candidate answered. */
export function probing(log: (line: string) => void): (launch: Launch) => Promise<Version | undefined> {
  return async (launch) => {
    const call = [launch.command, ...launch.args].join(" ");
    try {
      const answer = await output(launch, ["--version"]);
      log(`${call} --version: ${answer.trim()}`);
      return versionIn(answer);
    } catch (error) {
      log(`${call} --version: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  };
}
