/** Which programs install the tool, in which order. Knows nothing of VS Code. */

import { ownPython, type Machine } from "./environment";

/** One program to run where the user sees it. */
export interface Step {
  readonly program: string;
  readonly args: readonly string[];
}

/** Where to install: into a virtual environment that is there, or into one made for the tool. */
export type Place =
  | { readonly kind: "environment"; readonly python: string }
  | { readonly kind: "own"; readonly python: string; readonly folder: string };

/**
 * A system's own Python is left alone (Debian's and Homebrew's pip refuse it): without a virtual
 * environment to go into, the tool gets one of its own.
 */
export function steps(place: Place, source: string, machine: Machine): Step[] {
  if (place.kind === "environment") {
    return [pip(place.python, source)];
  }
  const make: Step = { program: place.python, args: ["-m", "venv", place.folder] };
  return [make, pip(ownPython(place.folder, machine), source)];
}

/** A step as one would type it. */
export function typed(step: Step): string {
  return [step.program, ...step.args].map((word) => (/^[\w@%+=:,./\\~-]+$/.test(word) ? word : `"${word}"`)).join(" ");
}

function pip(python: string, source: string): Step {
  return { program: python, args: ["-m", "pip", "install", "--upgrade", "--disable-pip-version-check", source] };
}
