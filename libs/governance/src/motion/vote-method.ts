export const voteMethods = ['roll_call', 'voice', 'show_of_hands', 'written', 'secret'] as const;
export type VoteMethod = (typeof voteMethods)[number];
