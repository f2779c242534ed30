import { MalformedCheckpoint, MalformedNote, parseCheckpoint, parseNote } from '#tlog';
import type { Checkpoint, Note } from '#tlog';
import type { Findings, Remark } from '../report/report.ts';
import { areEnough, signaturesOf } from './trust.ts';
import type { Trust } from './trust.ts';

const place = { path: 'checkpoint' };

function noteOf(text: string): readonly [Note, Checkpoint] | string {
  try {
    const note = parseNote(text);
    return [note, parseCheckpoint(note.text)];
  } catch (error) {
    if (error instanceof MalformedNote || error instanceof MalformedCheckpoint) return error.message;
    throw error;
  }
}

const unsigned = ({ origin }: Checkpoint, { logKeys }: Trust): Remark => ({
  check: 'A2',
  code: 'NOT_SIGNED_BY_LOG',
  message: 'no trusted key of the log signed the checkpoint',
  place,
  expected: logKeys.map(({ vkey }) => vkey),
  found: origin,
});

function checkSignatures(note: Note, checkpoint: Checkpoint, trust: Trust, findings: Findings): void {
  const signatures = signaturesOf(note, trust);
  for (const name of signatures.wrong)
    findings.fail({
      check: trust.logKeys.some((key) => key.name === name) ? 'A2' : 'A3',
      code: 'SIGNATURE_WRONG',
      message: `the signature of ${name} is not of this checkpoint: it was altered, or never signed`,
      place,
    });
  findings.made('A2');
  const isWrong = trust.logKeys.some(({ name }) => signatures.wrong.includes(name));
  if (signatures.log.length === 0 && !isWrong) findings.fail(unsigned(checkpoint, trust));
  if (!trust.policy) return;
  const cosigned = signatures.witnesses.map(({ name, time = 0 }) => ({
    witness: name,
    at: new Date(time * 1000).toISOString(),
  }));
  if (trust.policy.quorum !== 'none' || cosigned.length > 0) findings.made('A3');
  findings.cosigned(cosigned);
  if (areEnough(trust, signatures)) return;
  findings.fail({
    check: 'A3',
    code: 'WITNESSES_MISSING',
    message: 'the witnesses who cosigned the checkpoint are not those whom the policy asks for',
    place,
    expected: trust.policy.quorum,
    found: signatures.witnesses.map(({ name }) => name),
  });
}

/**
 * A1 to A3. Undefined where there is no checkpoint to go on with; otherwise the tree that it names, whether its
 * signatures are good or not: the other checks are made all the same.
 */
export function checkAuthenticity(text: string, trust: Trust, findings: Findings): Checkpoint | undefined {
  findings.made('A1');
  const read = noteOf(text);
  if (typeof read === 'string') {
    findings.fail({ check: 'A1', code: 'CHECKPOINT_MALFORMED', message: read, place });
    return undefined;
  }
  const [note, checkpoint] = read;
  const origins = [...new Set(trust.logKeys.map(({ name }) => name))];
  if (!origins.includes(checkpoint.origin))
    findings.fail({
      check: 'A1',
      code: 'OTHER_LOG',
      message: `the checkpoint is of the log ${checkpoint.origin}, which is not the one that is trusted`,
      place,
      expected: origins,
      found: checkpoint.origin,
    });
  checkSignatures(note, checkpoint, trust, findings);
  return checkpoint;
}
