export * from './log/source.ts';
export * from './log/trust.ts';
export * from './report/checks.ts';
export type { CheckResult, Place, Remark, Report, Verdict } from './report/report.ts';
export type { SeenTree } from './log/tree-check.ts';
export * from './verification.ts';
