import type { ClassRule, ClassRules, VoteRequired } from './rules-of-order.ts';

type Answer = 'yes' | 'no' | 'varies';

const row = (
  second: 'yes' | 'no',
  debate: Answer,
  amend: 'yes' | 'no',
  vote: VoteRequired,
  verified = true,
): ClassRule => ({ second: second === 'yes', debate, amend: amend === 'yes', vote, verified });

/** Robert's Rules of Order, the basic table: second, debate, amendment, vote. */
export const robert: ClassRules = {
  'privileged.fix_time_to_adjourn': row('yes', 'no', 'yes', 'majority', false),
  'privileged.adjourn': row('yes', 'no', 'no', 'majority'),
  'privileged.recess': row('yes', 'no', 'yes', 'majority'),
  'privileged.question_of_privilege': row('no', 'no', 'no', 'chair'),
  // Two thirds set them aside.
  'privileged.orders_of_the_day': row('no', 'no', 'no', 'none'),
  'subsidiary.lay_on_table': row('yes', 'no', 'no', 'majority'),
  'subsidiary.previous_question': row('yes', 'no', 'no', 'two_thirds'),
  'subsidiary.limit_extend_debate': row('yes', 'no', 'yes', 'two_thirds'),
  // Two thirds where it makes a special order.
  'subsidiary.postpone_definitely': row('yes', 'yes', 'yes', 'majority'),
  'subsidiary.refer': row('yes', 'yes', 'yes', 'majority'),
  'subsidiary.amend': row('yes', 'yes', 'yes', 'majority'),
  'subsidiary.postpone_indefinitely': row('yes', 'yes', 'no', 'majority'),
  main: row('yes', 'yes', 'yes', 'majority'),
  'incidental.point_of_order': row('no', 'no', 'no', 'chair'),
  'incidental.inquiry': row('no', 'no', 'no', 'chair'),
  'incidental.division_of_assembly': row('no', 'no', 'no', 'none'),
  'incidental.appeal': row('yes', 'varies', 'no', 'majority'),
  'incidental.suspend_rules': row('yes', 'no', 'no', 'two_thirds'),
  'incidental.object_to_consideration': row('no', 'no', 'no', 'two_thirds_against'),
  'incidental.divide_question': row('yes', 'no', 'yes', 'majority'),
  'bringback.take_from_table': row('yes', 'no', 'no', 'majority'),
  'bringback.reconsider': row('yes', 'varies', 'no', 'majority'),
  'bringback.rescind': row('yes', 'yes', 'yes', 'as_rescind'),
  'bringback.amend_previously_adopted': row('yes', 'yes', 'yes', 'as_rescind'),
  'bringback.discharge_committee': row('yes', 'yes', 'yes', 'as_rescind', false),
};
