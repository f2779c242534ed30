/** Where the proof of an entry is. */
export const proofPath = (index: number): string => `/proofs/${index}`;
