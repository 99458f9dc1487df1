/** The list of rules that the tool prints, ready to choose from. */

export interface Rule {
  readonly code: string;
  readonly name: string;
  readonly severity: string;
  readonly title: string;
}

/** The rules in the output of `vnplanlint rules --output-format json`. */
export function rulesIn(json: string, language: string): Rule[] {
  const listed: unknown = JSON.parse(json);
  if (!Array.isArray(listed)) {
    throw new Error("the list of rules is not a list");
  }
  return listed.map((card: ListedRule) => ({
    code: card.code,
    name: card.name,
    severity: card.severity,
    title: card.title[language] ?? card.title["vi"] ?? card.name,
  }));
}

/** The rules, those with `codes` first: what the cursor stands on is most likely what is meant. */
export function withFirst(rules: readonly Rule[], codes: readonly string[]): Rule[] {
  const isFirst = (rule: Rule): boolean => codes.includes(rule.code);
  return [...rules.filter(isFirst), ...rules.filter((rule) => !isFirst(rule))];
}

interface ListedRule {
  code: string;
  name: string;
  severity: string;
  title: Record<string, string>;
}
