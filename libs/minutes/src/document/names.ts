/** A seat by its label in the body; the label is absent where the body had no such seat. */
export type SeatName = Readonly<{ seatId: string; label?: string; constituencyId?: string }>;

/** Who presides or keeps the minutes: from a seat, or a person or organization by its id. Never a name. */
export type Officer = SeatName | Readonly<{ holder: string }>;
