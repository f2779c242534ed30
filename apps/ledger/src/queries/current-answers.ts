import type { Answer } from '../platform/index.ts';
import type { Progress } from '../ports.ts';

/** Answers that are kept; then it begins anew. */
const capacity = 500;

/** Answers that stay the same until the read models go on: made once, sent often. */
export class CurrentAnswers {
  readonly #progress: Pick<Progress, 'position'>;
  readonly #answers = new Map<string, Answer>();
  #position = -1;

  constructor(progress: Pick<Progress, 'position'>) {
    this.#progress = progress;
  }

  get(id: string, make: () => Answer): Answer {
    this.#forgetWhatHasPassed();
    const known = this.#answers.get(id);
    if (known) return known;
    const made = make();
    if (this.#answers.size >= capacity) this.#answers.clear();
    this.#answers.set(id, made);
    return made;
  }

  #forgetWhatHasPassed(): void {
    const { position } = this.#progress;
    if (position === this.#position) return;
    this.#answers.clear();
    this.#position = position;
  }
}
