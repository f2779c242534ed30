import { robert } from './robert.ts';
import type { ClassRule, ClassRules } from './rules-of-order.ts';

const unverified = (rule: ClassRule, change: Partial<ClassRule>): ClassRule => ({
  ...rule,
  ...change,
  verified: false,
});

/**
 * Rosenberg's Rules of Order, where they differ from Robert's: nothing is debated that goes to the time of
 * the meeting or ends a debate, and what two thirds do not decide a majority does.
 */
export const rosenberg: ClassRules = {
  ...robert,
  'privileged.fix_time_to_adjourn': unverified(robert['privileged.fix_time_to_adjourn'], {}),
  'subsidiary.previous_question': unverified(robert['subsidiary.previous_question'], { debate: 'no' }),
  'bringback.reconsider': unverified(robert['bringback.reconsider'], { debate: 'yes' }),
  'bringback.rescind': unverified(robert['bringback.rescind'], { vote: 'majority' }),
  'bringback.amend_previously_adopted': unverified(robert['bringback.amend_previously_adopted'], {
    vote: 'majority',
  }),
  'bringback.discharge_committee': unverified(robert['bringback.discharge_committee'], { vote: 'majority' }),
};
