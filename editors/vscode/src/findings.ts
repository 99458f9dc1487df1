/** The findings that stand in an editor now. */

import { languages, type Diagnostic, type Range, type Uri } from "vscode";
import { SECTION } from "./wishes";

export function findingsIn(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === SECTION);
}

export function codesAt(uri: Uri, place: Range): string[] {
  const here = findingsIn(uri).filter((finding) => finding.range.intersection(place) !== undefined);
  return here.map(({ code }) => String(typeof code === "object" ? code.value : code));
}
