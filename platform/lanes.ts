/** There was no room before the deadline. */
export class NoRoomError extends Error {
  override readonly name = 'NoRoomError';
}

interface Lane {
  running: number;
  readonly waiting: (() => void)[];
}

/** Lets so many at once work on each key; the others wait their turn, first come, first served. */
export class Lanes {
  private readonly lanes = new Map<string, Lane>();

  constructor(private readonly width: number) {}

  /** @param deadline ms since the epoch. @throws {NoRoomError} where its turn does not come before that; `work` has not begun then. */
  async run<T>(key: string, deadline: number, work: () => Promise<T>): Promise<T> {
    const lane = this.lanes.get(key) ?? { running: 0, waiting: [] };
    this.lanes.set(key, lane);
    if (lane.running < this.width) lane.running += 1;
    else await turn(lane, deadline);
    try {
      return await work();
    } finally {
      const next = lane.waiting.shift();
      // The next waiter takes the freed place.
      if (next) next();
      else lane.running -= 1;
      if (lane.running === 0) this.lanes.delete(key);
    }
  }
}

function turn({ waiting }: Lane, deadline: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const begin = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => {
      waiting.splice(waiting.indexOf(begin), 1);
      reject(new NoRoomError('Its turn did not come before the deadline'));
    }, deadline - Date.now());
    waiting.push(begin);
  });
}
