/** Classes of motions (domain model 2.6), highest precedence first; incidental and bring-back motions have no rank. */
export const motionClasses = [
  'privileged.fix_time_to_adjourn',
  'privileged.adjourn',
  'privileged.recess',
  'privileged.question_of_privilege',
  'privileged.orders_of_the_day',
  'subsidiary.lay_on_table',
  'subsidiary.previous_question',
  'subsidiary.limit_extend_debate',
  'subsidiary.postpone_definitely',
  'subsidiary.refer',
  'subsidiary.amend',
  'subsidiary.postpone_indefinitely',
  'main',
  'incidental.point_of_order',
  'incidental.inquiry',
  'incidental.division_of_assembly',
  'incidental.appeal',
  'incidental.suspend_rules',
  'incidental.object_to_consideration',
  'incidental.divide_question',
  'bringback.take_from_table',
  'bringback.reconsider',
  'bringback.rescind',
  'bringback.amend_previously_adopted',
  'bringback.discharge_committee',
] as const;
export type MotionClass = (typeof motionClasses)[number];

/** What carries an operation on a text. */
export const amends = (motionClass: MotionClass): boolean =>
  motionClass === 'subsidiary.amend' || motionClass === 'bringback.amend_previously_adopted';

/** Brought up as business of its own: it stands on the agenda, and nothing else may be pending. */
export const isOwnBusiness = (motionClass: MotionClass): boolean =>
  motionClass === 'main' ||
  motionClass === 'bringback.rescind' ||
  motionClass === 'bringback.amend_previously_adopted' ||
  motionClass === 'bringback.discharge_committee';
