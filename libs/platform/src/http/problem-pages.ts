import type { FastifyInstance } from 'fastify';
import { catalogueCodes, catalogueEntry, Problem, problemType } from '../problems/index.ts';

const page = (code: string) => {
  const { status, title, help, rule } = catalogueEntry(code);
  return { type: problemType(code), code, status, title, help, ...(rule !== undefined && { rule }) };
};

/** What the `type` of a problem document leads to (RFC 9457 §3.1.1). */
export function registerProblemPages(fastify: FastifyInstance): void {
  const pages = new Map(catalogueCodes.map((code) => [problemType(code), page(code)]));
  fastify.get('/problems', () => ({ problems: [...pages.values()] }));
  fastify.get<{ Params: { name: string } }>('/problems/:name', ({ params }) => {
    const found = pages.get(`/problems/${params.name}`);
    if (!found) throw new Problem('NOT_FOUND');
    return found;
  });
}
