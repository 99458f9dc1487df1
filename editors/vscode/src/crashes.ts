/** How often a server that has ended by itself is started again. */

const MOST = 3;
const WITHIN_MS = 3 * 60 * 1000;

export class Crashes {
  private readonly times: number[] = [];

  constructor(private readonly now: () => number = Date.now) {}

  /** Note one more; false if there were too many of late. */
  mayRestart(): boolean {
    const now = this.now();
    this.times.push(now);
    return this.times.filter((time) => now - time < WITHIN_MS).length <= MOST;
  }
}
