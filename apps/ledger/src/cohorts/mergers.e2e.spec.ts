import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { school } from '#governance';
import { commandIdFor, occurredAt, StreamWriter } from '#recording';
import type { WriteContext } from '#recording';
import { establishCommittee, patience, startLedger } from '../testing/index.ts';
import type { TestLedger } from '../testing/index.ts';

let ledger: TestLedger;
const register = (id: string) =>
  ledger.record(`/v1/schools/${id}/register-school`, {
    ...{ name: id, otherNames: [], bodyId: 'steering', organizationId: 'district' },
  });
beforeAll(async () => {
  ledger = await startLedger();
  await establishCommittee(ledger, 'steering', 2);
  await ledger.record('/v1/organizations/district/register-organization', { name: 'District' });
  for (const id of ['alder', 'birch', 'cedar', 'dogwood', 'elm']) await register(id);
}, patience);
afterAll(() => ledger.close());

const merge = (id: string, intoSchoolId: string) =>
  ledger.post(`/v1/schools/${id}/merge-school`, { intoSchoolId });

/** As another ledger would record it, which has not seen yet that the other school was merged. */
async function mergeUnseen(id: string, intoSchoolId: string): Promise<void> {
  const context: WriteContext = {
    ...{ recordedBy: { actorId: 'elsewhere', role: 'secretary' }, mode: 'live', visibility: 'public' },
    ...{ commandId: commandIdFor('elsewhere', undefined), correlationId: 'elsewhere' },
  };
  const command = { type: 'MergeSchool', intoSchoolId } as const;
  const otherSchool = { schoolId: intoSchoolId, revision: 0, merged: false, siteBodyIds: new Set<string>() };
  const facts = { at: occurredAt(context, 'UTC'), schoolId: id, otherSchool } as unknown as school.Facts;
  await new StreamWriter(ledger.ports.store).write(school.decider, { streamId: id, command, context }, () =>
    Promise.resolve(facts),
  );
}

const circles = async () => {
  await ledger.settled();
  const { body } = await ledger.get('/v1/findings?code=CONSEQUENCE_REFUSED');
  return body.items as { inputs: object }[];
};

describe('schools merged into each other', () => {
  it('at once: the second is refused', async () => {
    const answers = await Promise.all([merge('alder', 'birch'), merge('birch', 'alder')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(answers.find(({ status }) => status === 422)?.body.code).toBe('SCHOOL_MERGED');
    expect(await circles()).toEqual([]);
  });

  it('by two ledgers: the one that closes the circle is a finding', async () => {
    expect((await merge('cedar', 'dogwood')).status).toBe(201);
    expect((await merge('dogwood', 'elm')).status).toBe(201);
    await mergeUnseen('elm', 'cedar');
    const found = await circles();
    expect(found).toMatchObject([
      { inputs: { code: 'MERGER_CIRCLE', causedBy: 'school-elm', stream: 'school-cedar' } },
    ]);
    const { body } = await ledger.get('/v1/findings?code=CONSEQUENCE_REFUSED&bodyId=steering');
    expect(body.items).toHaveLength(1);
  });
});
