/** The server is none that this store works with, or lets nobody in with what the connection string says. */
export class UnusableDatabase extends Error {
  constructor(problem: string, options?: ErrorOptions) {
    super(problem, options);
    this.name = 'UnusableDatabase';
  }
}
