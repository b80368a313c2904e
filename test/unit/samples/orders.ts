import type { PartsProgressReport } from '../../../domain/case/parts/order-terms';
import { SYSTEM, type Actor } from '../../../domain/identity/actor';
import { HQ } from '../../../domain/identity/scope';
import type { JsonValue } from '../../../domain/json';
import type { OrderCommand, OrderRequest } from '../../../domain/parts-order/commands';
import type { OrderState } from '../../../domain/parts-order/state';
import { Books } from '../domain/parts-order/books';
import { World } from '../domain/parts-order/world';
import type { Register } from './register';

/** The parts orders of the sample in memory: their rules, and a parts system with the sample company's stock. */
export class SampleOrders {
  private readonly books: Books;
  private readonly worlds = new Map<string, World>();
  private readonly heard = new Map<string, number>();
  private asked = 0;

  /**
   * @param slowness number of queries before an order exists, and again before the parts system answers it.
   * @param tell passes the news of an order to its case.
   */
  constructor(
    register: Register,
    private readonly slowness: number,
    private readonly tell: (caseNumber: string, progress: PartsProgressReport) => void,
  ) {
    this.books = new Books(
      Object.fromEntries(
        register.company.parts.parts.map(({ partNumber, quantities }) => [
          partNumber,
          Object.values(quantities).reduce((sum, pieces) => sum + pieces, 0),
        ]),
      ),
    );
    // Purchased parts arrive at the central depot.
    this.books.depotFor = (call, { lines, preferredDepots }) => {
      const list: readonly JsonValue[] = Array.isArray(lines) ? lines : [];
      const [line] = list;
      const partNumber = typeof line === 'object' && line !== null && 'partNumber' in line && typeof line.partNumber === 'string' ? line.partNumber : '';
      const near = Array.isArray(preferredDepots) ? preferredDepots.map(String) : [];
      return (call === 'reserveParts' && near.find((depot) => register.part(partNumber).quantities[depot])) || HQ;
    };
  }

  get states(): ReadonlyMap<string, OrderState> {
    return new Map([...this.worlds].map(([number, { state }]) => [number, state]));
  }

  start(request: OrderRequest): void {
    const world = new World(this.books);
    if (this.slowness > 0) world.heldUp = ['reserveParts'];
    this.worlds.set(request.number, world);
    world.give({ type: 'request', data: request }, SYSTEM);
    this.pass(request.number, world);
  }

  /** Newest first. */
  of(caseNumber: string): { number: string }[] {
    this.asked += 1;
    if (this.asked <= this.slowness) return [];
    return [...this.worlds].flatMap(([number, { state }]) => (state.order?.caseNumber === caseNumber ? [{ number }] : [])).reverse();
  }

  /** @throws {DomainError} */
  give(number: string, command: OrderCommand, actor: Actor): void {
    const world = this.worlds.get(number);
    if (!world) throw new Error(`No order ${number}`);
    this.asked += 1;
    if (this.asked > 2 * this.slowness) world.release();
    world.give(command, actor);
    this.pass(number, world);
  }

  private pass(number: string, { events, state }: World): void {
    for (const event of events)
      if (event.type === 'ProgressMade' && event.seq > (this.heard.get(number) ?? 0)) {
        this.heard.set(number, event.seq);
        this.tell(state.order?.caseNumber ?? '', { order: number, seq: event.seq, progress: event.data });
      }
  }
}
