/** Who votes for a seat by proxy (SP-07), and the revision of the body at which the proxy was read. */
export type ProxyPin = Readonly<{ proxyId: string; seatId: string; rosterRevision: number }>;
