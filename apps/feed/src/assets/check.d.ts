/** `note` says something beside; `unable`: it could not be asked. */
export type Verdict = 'yes' | 'no' | 'unable';
export type Step = Readonly<{
  verdict: Verdict | 'note';
  step: string;
  values: Readonly<Record<string, string | number>>;
}>;
/** What steps belong to: an entry, or a checkpoint. */
export type Group = Readonly<{ name: string; values: Readonly<Record<string, string | number>> }>;

export type Asking = Readonly<{
  entries: readonly Readonly<{ index: number; type: string }>[];
  stream: string;
  ask: (address: string) => Promise<Readonly<{ status: number; bytes: Uint8Array }>>;
  tell: (group: Group, step: Step) => void;
}>;

export function checkEntries(asking: Asking): Promise<Verdict>;

export function rootOf(
  proof: Readonly<{ leaf: Uint8Array; index: number; size: number; hashes: readonly Uint8Array[] }>,
): Promise<Uint8Array | undefined>;
