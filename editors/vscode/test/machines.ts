/** Machines to test on: only what is named exists. */

import type { Machine, Wishes } from "../src/environment";

export function linux(files: readonly string[], searchPath = "/usr/local/bin:/usr/bin"): Machine {
  return { platform: "linux", env: { PATH: searchPath }, home: "/home/lan", isFile: (name) => files.includes(name) };
}

export function windows(files: readonly string[], searchPath: string): Machine {
  return {
    platform: "win32",
    env: { Path: searchPath },
    home: "C:\\Users\\Lan",
    isFile: (name) => files.includes(name),
  };
}

export function wishes(some: Partial<Wishes> = {}): Wishes {
  return {
    path: "",
    interpreter: "",
    ownFolder: "/home/lan/.own",
    workspaceFolders: ["/home/lan/ke-hoach"],
    trusted: true,
    ...some,
  };
}
