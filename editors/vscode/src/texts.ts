/** Texts by language, with their values put in. Knows nothing of VS Code. */

import vietnamese from "./texts.vi.json";

const VIETNAMESE: Readonly<Record<string, string>> = vietnamese;

export function said(language: string, text: string, values: readonly (string | number)[]): string {
  const inLanguage = /^vi\b/.test(language) ? (VIETNAMESE[text] ?? text) : text;
  return inLanguage.replace(/\{(\d+)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
