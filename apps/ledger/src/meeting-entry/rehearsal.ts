import { Injectable } from '@nestjs/common';
import { RehearsableWriter } from '#recording';
import type { LineOutcomeBody } from './meeting-entry.bodies.ts';
import { LineRecorder } from './line-recorder.ts';
import type { Entry } from './line-recorder.ts';
import { acceptedLine, objectionIn, refusedLine } from './outcomes.ts';
import type { Line } from './plan.ts';

/** Tries all lines of an entry, one after another, without recording any. */
@Injectable()
export class Rehearsal {
  constructor(
    private readonly writer: RehearsableWriter,
    private readonly recorder: LineRecorder,
  ) {}

  outcomes(entry: Entry): Promise<readonly LineOutcomeBody[]> {
    return this.writer.rehearse(() => this.tried(entry));
  }

  /**
   * Within a rehearsal, or what is recorded at once. A line that is refused changes nothing: those after it are tried
   * as if it had not been typed.
   */
  async tried(entry: Entry): Promise<readonly LineOutcomeBody[]> {
    const outcomes: LineOutcomeBody[] = [];
    for (const [index, line] of entry.plan.lines.entries())
      outcomes.push(await this.#outcome(entry, line, index));
    return outcomes;
  }

  async #outcome(entry: Entry, line: Line, index: number): Promise<LineOutcomeBody> {
    try {
      return acceptedLine(line, index, await this.recorder.record(entry, index));
    } catch (error) {
      const problem = objectionIn(error);
      if (!problem) throw error;
      return refusedLine(line, index, problem);
    }
  }
}
