import { BuiltInTokens } from '../../api/access/built-in';
import { closeDatabase, connectDatabase, type Database } from '../../platform/database';
import { anyFreePort } from '../../stack/ports';
import { createDatabase } from '../../stack/postgres';
import type { Service } from '../../stack/processes';
import type { Progress } from '../../stack/progress';
import { receiveOpeningStock } from '../../systems/parts/opening-stock';
import { companyDatabase, SECRET, settingsOn, startGround, type Ground } from '../ground';
import { type Cast, type SystemName } from './messages';

const REGION = 'east';
const CLERK = 'lu.xinran';
/** So many that cases at the same time seldom want the same one: its stock is one row. */
const PARTS = 40;
const PIECES = 100_000;
const AFTERCARE = ['parts', 'finance', 'worker', 'api'] as const;

/** Everything that is measured, running: one PostgreSQL and one Temporal, and the processes of the three systems on them. */
export interface Stand {
  /** The processes that work for a system, by name. */
  pids(system: SystemName): ReadonlyMap<string, number>;
  /** The environment of a system's client. */
  readonly settings: Readonly<Record<SystemName, Readonly<Record<string, string>>>>;
  readonly cast: (system: SystemName) => Cast;
  /** Superuser connection to any database of the server. */
  readonly postgresUrl: string;
  stop(): Promise<void>;
}

/**
 * @param profileDir where Aftercare's processes and the floor's leave a CPU profile each when they end (`--cpu-prof`).
 * @throws StackError, or whatever keeps one of them from starting; nothing is left running then.
 */
export async function startStand(progress: Progress, profileDir?: string): Promise<Stand> {
  const ground = await startGround(progress, profileDir);
  try {
    return { ...(await bringUp(ground, progress)), stop: ground.stop };
  } catch (error) {
    await ground.stop();
    throw error;
  }
}

async function bringUp(ground: Ground, progress: Progress): Promise<Omit<Stand, 'stop'>> {
  const { postgres, temporal, start } = ground;
  const { url, company } = await progress.run('Loading the sample company', async () => {
    const databaseUrl = await companyDatabase(ground);
    const database = connectDatabase(databaseUrl);
    try {
      return { url: databaseUrl, company: await castOf(database) };
    } finally {
      await closeDatabase(database);
    }
  });
  const aftercare = await settingsOn(ground, url);
  const settings = {
    aftercare,
    floor: { ...aftercare, DATABASE_URL: await createDatabase(postgres.url, 'floor') },
    dbos: {
      ...aftercare,
      DATABASE_URL: await createDatabase(postgres.url, 'dbos'),
      AFTERCARE_PORT: String(await anyFreePort()),
    },
  };
  const [parts, finance, worker, api, floor, dbos] = await progress.run('Starting the three systems', () =>
    Promise.all([
      ...AFTERCARE.map((name) => start(name, ['cli/aftercare.ts', name], aftercare)),
      start('floor', ['bench/lifecycle/floor/worker.ts'], settings.floor),
      start('dbos', ['bench/lifecycle/dbos/server.ts'], settings.dbos),
    ]),
  );
  const shared = { postgres, temporal };
  const systems = {
    aftercare: { api, worker, parts, finance, ...shared },
    floor: { worker: floor, ...shared },
    dbos: { app: dbos, parts, finance, postgres },
  };
  return {
    settings,
    postgresUrl: postgres.url,
    pids: (system) => pidsOf(systems[system]),
    cast: (system) => ({ ...company, url: `http://127.0.0.1:${settings[system].AFTERCARE_PORT}` }),
  };
}

function pidsOf(
  services: Readonly<Record<string, Pick<Service, 'pid'> | undefined>>,
): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(services).map(([name, service]) => {
      if (service?.pid === undefined)
        throw new Error(`${name} has ended: what was measured is worth nothing`);
      return [name, service.pid];
    }),
  );
}

/** People of one centre, its customers, and parts enough for every case. */
async function castOf(database: Database): Promise<Omit<Cast, 'url'>> {
  const partNumbers = Array.from({ length: PARTS }, (_, n) => `BENCH-${n}`);
  await receiveOpeningStock(database, {
    at: new Date().toISOString(),
    depots: [],
    parts: partNumbers.map((partNumber) => ({
      partNumber,
      nameEn: partNumber,
      nameZh: partNumber,
      model: '-',
      material: '-',
      abcClass: 'A',
      critical: false,
      unitCostCents: 100,
      currency: 'CNY',
    })),
    quantities: partNumbers.map((partNumber) => ({ depot: REGION, partNumber, quantity: PIECES })),
  });
  const tokens = new BuiltInTokens(SECRET);
  const person = async ({ id }: { readonly id: string }) => ({
    id,
    token: (await tokens.issue(id, new Date())).token,
  });
  const engineers = await database.staff.findMany({
    where: { roles: { has: 'repair-engineer' }, organisation: { parentId: REGION } },
    orderBy: { id: 'asc' },
  });
  const customers = await database.customer.findMany({
    where: { regionId: REGION },
    include: { contacts: { where: { kind: 'phone' }, take: 1 } },
    orderBy: { id: 'asc' },
  });
  return {
    clerk: await person(await database.staff.findUniqueOrThrow({ where: { login: CLERK } })),
    engineers: await Promise.all(engineers.map(person)),
    senders: customers.flatMap(({ name, contacts: [phone] }) =>
      phone === undefined ? [] : [{ name, phone: phone.value }],
    ),
    partNumbers,
  };
}
