/** What the extension says itself: English in the code, Vietnamese in texts.vi.json. */

import { env, workspace } from "vscode";
import { said } from "./texts";
import { SECTION } from "./wishes";

/** In the language set for the findings, else in that of VS Code. */
export function t(text: string, ...values: (string | number)[]): string {
  return said(workspace.getConfiguration(SECTION).get<string | null>("lang") ?? env.language, text, values);
}
