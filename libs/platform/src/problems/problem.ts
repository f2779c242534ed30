import { interfaceProblems } from './catalogue.ts';
import type { CatalogueEntry } from './catalogue.ts';
import { rejections } from './rejections/index.ts';

/** One wrong field: where it is (RFC 6901) and what is wrong with it. */
export type FieldError = Readonly<{ pointer: string; detail: string }>;

/** A problem document (RFC 9457 §3) with our extensions. */
export type ProblemDocument = Readonly<{
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  /** The rule that refuses, and the statute, book or clause where it stands. */
  rule?: string;
  citation?: string;
  clause?: unknown;
  inputs?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
  correlationId?: string;
}>;

export type ProblemDetails = Readonly<{
  /** Instead of what the catalogue says is to be done. */
  detail?: string;
  /** The rule that refuses, by its id, and where it stands. */
  rule?: string;
  citation?: string;
  inputs?: Readonly<Record<string, unknown>>;
  errors?: readonly FieldError[];
  headers?: Readonly<Record<string, string>>;
}>;

const catalogue: Readonly<Record<string, CatalogueEntry>> = { ...rejections, ...interfaceProblems };

const unlisted: CatalogueEntry = {
  status: 422,
  title: 'The rules do not allow this',
  help: 'See `code` and `inputs`.',
};

/** What the catalogue says of a code. */
export const catalogueEntry = (code: string): CatalogueEntry => catalogue[code] ?? unlisted;

/** Every code that is known, with its meaning. */
export const catalogueCodes: readonly string[] = Object.keys(catalogue);

/** The address of a code's meaning, relative to the service. */
export const problemType = (code: string): string => `/problems/${code.toLowerCase().replaceAll('_', '-')}`;

/** The request cannot be answered as it wishes: thrown anywhere, sent as a problem document. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: ProblemDetails;

  constructor(code: string, details: ProblemDetails = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'Problem';
    this.code = code;
    this.status = catalogueEntry(code).status;
    this.details = details;
  }

  toDocument(correlationId?: string): ProblemDocument {
    const { title, status, help, rule } = catalogueEntry(this.code);
    const { detail, inputs, errors, citation } = this.details;
    const { rule: inputRule, clauseRef, ...rest } = inputs ?? {};
    const namedRule = this.details.rule ?? (typeof inputRule === 'string' ? inputRule : rule);
    return {
      type: problemType(this.code),
      title,
      status,
      detail: detail ?? help,
      code: this.code,
      ...(namedRule !== undefined && { rule: namedRule }),
      ...(citation !== undefined && { citation }),
      ...(clauseRef !== undefined && { clause: clauseRef }),
      ...(inputs && { inputs: rest }),
      ...(errors && { errors }),
      ...(correlationId !== undefined && { correlationId }),
    };
  }
}
