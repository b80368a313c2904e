import type { PartsRequest } from '../../domain/case/parts/order-terms';
import { refuseTooLarge, sumOf } from '../../domain/money/amount';
import type { OrderLine } from '../../domain/parts-order/commands';
import type { Config } from '../../platform/config';
import type { Database } from '../../platform/database';
import { nextNumbers } from '../../platform/numbers';
import type { WireData } from './schema';
import { readInstant } from '../http/instants';
import { cataloguePart, withParts } from '../parts-orders/catalogue';
import { ApiError } from '../http/problems';

interface Place {
  readonly database: Database;
  readonly config: Config;
  readonly caseNumber: string;
  readonly commandId: string;
  readonly path: string;
}

/**
 * Resolves the references of `orderParts` in the catalogue and the customer's file, and assigns an order
 * number.
 */
export async function partsRequest(data: WireData<'orderParts'>, place: Place): Promise<PartsRequest> {
  const { path } = place;
  const neededBy = readInstant(data.neededBy, `${path}.neededBy`);
  const lines = await orderLines(data.lines, place);
  const consignee = data.consignee ?? (await customerAsConsignee(place));
  return { number: await orderNumber(place), neededBy, consignee, lines, followsCase: true };
}

async function orderLines(wanted: WireData<'orderParts'>['lines'], place: Place): Promise<OrderLine[]> {
  const { config, path } = place;
  return withParts(config, async (parts) => {
    const lines: OrderLine[] = [];
    for (const [n, { partNumber, quantity, oldPartDue = false }] of wanted.entries()) {
      const field = `${path}.lines.${n}.partNumber`;
      const part = await cataloguePart(parts, partNumber, field);
      const { nameEn, nameZh, model, material, unitCostCents, currency } = part;
      // As the catalogue spells it.
      const facts = { partNumber: part.partNumber, nameEn, nameZh, model, material, unitCostCents, currency };
      lines.push({ line: n + 1, ...facts, quantity, oldPartDue });
    }
    // Old parts that do not come back are charged in one amount.
    const costCents = sumOf(lines, (line) => line.unitCostCents * line.quantity);
    if (lines[0]) refuseTooLarge(costCents, lines[0].currency, `${path}.lines`);
    return lines;
  });
}

/** Parts go to the customer, unless another consignee is given. @throws {ApiError} where their file lacks an address or a phone. */
async function customerAsConsignee({
  database,
  caseNumber,
  path,
}: Place): Promise<PartsRequest['consignee']> {
  const field = `${path}.consignee`;
  const row = await database.serviceCase.findUnique({ where: { number: caseNumber } });
  const customer =
    row?.customerId == null
      ? null
      : await database.customer.findUnique({
          where: { id: row.customerId },
          include: { contacts: true, requests: { where: { caseNumber } } },
        });
  const phone =
    customer?.contacts.find(({ kind }) => kind === 'phone')?.value ??
    customer?.requests[0]?.senderPhone ??
    undefined;
  if (!customer?.address || phone === undefined)
    throw new ApiError(
      'COMMAND.INVALID',
      {
        field,
        reason: {
          en: 'the customer file has no address or telephone number; name the recipient of the parts',
          zh: '客户档案缺少地址或电话，请填写收货人信息',
        },
      },
      field,
    );
  const contact = row?.senderName ?? customer.name;
  return { name: customer.name, address: customer.address, contact, phone };
}

/** The same command sent again gets the same number. One whose command is refused is not used. */
async function orderNumber({ database, config, caseNumber, commandId }: Place): Promise<string> {
  const where = { caseNumber_commandId: { caseNumber, commandId } };
  return database.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`parts-order:${caseNumber}:${commandId}`}, 0))`;
    const given = await tx.partsOrderNumber.findUnique({ where });
    if (given) return given.number;
    const now = new Date();
    const number = (await nextNumbers(tx, ['PO'], now, config.AFTERCARE_TIME_ZONE))('PO');
    await tx.partsOrderNumber.create({ data: { number, caseNumber, commandId, givenAt: now } });
    return number;
  });
}
