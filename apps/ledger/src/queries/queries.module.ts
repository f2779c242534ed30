import { Inject, Module } from '@nestjs/common';
import { eventAt } from '#event-store';
import { BodiesOf } from '../auth/bodies-of.ts';
import { PORTS } from '../ports.ts';
import type { Ports } from '../ports.ts';
import { BodyQueries } from './bodies.controller.ts';
import { ApplicationQueries, CohortQueries, ProgramQueries, SchoolQueries } from './cohorts.controller.ts';
import { isDecisionId, motionIdOf } from './decision-id.ts';
import { ChallengeQueries } from './challenges.controller.ts';
import { ClaimDifferenceQueries, ClaimQueries } from './claims.controller.ts';
import { CommitmentQueries } from './commitments.controller.ts';
import { DecisionQueries } from './decisions.controller.ts';
import { DisclosureQueries } from './disclosures.controller.ts';
import { EventQueries } from './events.controller.ts';
import { FindingQueries } from './findings.controller.ts';
import { InstrumentQueries } from './instruments.controller.ts';
import { MeetingQueries } from './meetings.controller.ts';
import { NoticeProofQueries } from './notice-proof.controller.ts';
import { MotionQueries } from './motions.controller.ts';
import { PersonsModule } from '../persons/persons.module.ts';
import { OrganizationQueries } from './organizations.controller.ts';
import { PersonQueries } from './persons.controller.ts';
import { Query } from './query.ts';
import { ReceiptQueries } from './receipts.controller.ts';
import { SourceQueries } from './sources.controller.ts';
import { RuleQueries } from './rules.controller.ts';

const isPosition = (id: unknown): id is string =>
  typeof id === 'string' && /^[0-9]{1,16}$/.test(id) && Number.isSafeInteger(Number(id));

@Module({
  imports: [PersonsModule],
  controllers: [
    OrganizationQueries,
    BodyQueries,
    MeetingQueries,
    NoticeProofQueries,
    MotionQueries,
    DecisionQueries,
    FindingQueries,
    EventQueries,
    DisclosureQueries,
    ReceiptQueries,
    CohortQueries,
    ProgramQueries,
    ApplicationQueries,
    SchoolQueries,
    SourceQueries,
    ClaimQueries,
    ClaimDifferenceQueries,
    CommitmentQueries,
    ChallengeQueries,
    PersonQueries,
    InstrumentQueries,
    RuleQueries,
  ],
  providers: [Query],
})
export class QueriesModule {
  constructor(bodies: BodiesOf, @Inject(PORTS) { store }: Ports) {
    bodies.register('decision', (id) => bodies.bodyOf('motion', motionIdOf(id)), isDecisionId);
    bodies.register(
      'event',
      async (position) => {
        const event = await eventAt(store, Number(position));
        return event && bodies.bodyOfStream(event.stream);
      },
      isPosition,
    );
  }
}
