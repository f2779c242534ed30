import { instrument } from '#governance';
import type { When } from '#governance';
import type { StreamWriter } from '#recording';

/** Rules in force of the instruments that govern a body, each at the last durable revision of its instrument. */
export async function governingRules(
  writer: StreamWriter,
  instrumentIds: readonly string[],
  at: When,
): Promise<readonly instrument.GoverningRule[]> {
  const rules: instrument.GoverningRule[] = [];
  for (const instrumentId of instrumentIds) {
    const { state, revision } = await writer.load(instrument.decider, instrumentId);
    rules.push(...instrument.governingRules(state, { instrumentId, revision }, at));
  }
  return rules;
}
