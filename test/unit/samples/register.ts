import type { OfferRecipient } from '../../../domain/dispatch/offer-ladder';
import type { EngineerFacts } from '../../../domain/case/facts';
import type { CaseCommand } from '../../../domain/case/commands';
import type { QuoteInput } from '../../../domain/case/quote/terms';
import type { PricedLine } from '../../../domain/quote/terms';
import type { DeskFacts } from '../../../domain/case/steering/hand-over-terms';
import { rolesWith } from '../../../domain/identity/permissions';
import type { Company } from '../../../cli/sample/company-shapes';
import type { WireCommand } from '../../../api/case-commands/schema';
import { approvalRulesOf, planJudging } from './approval-facts';
import { unitFacts } from './unit-facts';

type Row<K extends 'organisations' | 'staff' | 'customers' | 'units' | 'products'> = Company[K][number];

/** The sample company's registers as the API looks things up in them; a miss throws, since the sample must have none. */
export class Register {
  private orders = 0;

  /** @param day on which its warranties are judged. */
  constructor(
    readonly company: Company,
    private readonly day: string,
  ) {}

  staff = (login: string): Row<'staff'> => there(this.company.staff.find((member) => member.login === login), login);
  staffById = (id: string): Row<'staff'> => there(this.company.staff.find((member) => member.id === id), id);
  organisation = (id: string): Row<'organisations'> => there(this.company.organisations.find((each) => each.id === id), id);
  customer = (id: string): Row<'customers'> => there(this.company.customers.find((each) => each.id === id), id);
  unit = (serial: string): Row<'units'> => there(this.company.units.find((unit) => unit.serial === serial), serial);
  familyOf = (serial: string): string => {
    const { productCode } = this.unit(serial);
    return there(this.company.products.find(({ code }) => code === productCode), productCode).family;
  };
  part = (number: string): Company['parts']['parts'][number] =>
    there(this.company.parts.parts.find(({ partNumber }) => partNumber === number), number);

  /** Customers with the telephone number or the address (R2). */
  customersWith({ phone, email }: { readonly phone?: string; readonly email?: string }): Row<'customers'>[] {
    return this.company.customers.filter(({ contacts }) => contacts.some(({ value }) => value === phone || value === email));
  }

  /** By the price list for any level, as the API would. */
  private quote(lines: Extract<WireCommand, { type: 'prepareQuote' }>['data']['lines'], regionId?: string): QuoteInput {
    const list = there(this.company.priceLists.find(({ serviceLevel }) => serviceLevel === null), 'price list');
    const { id: priceListId, currency, taxBasisPoints, declinedCharge, quoteValidDays: validDays } = list;
    const priced = lines.map((line): PricedLine => {
      const given = line.unitPriceCents;
      const source = given === undefined ? 'price-list' : 'given';
      if (line.item === 'parts') {
        const part = there(this.company.partPrices.find(({ partNumber }) => partNumber === line.partNumber), line.partNumber);
        const { partNumber, nameEn, nameZh, priceCents, costCents: unitCostCents } = part;
        return { item: line.item, partNumber, nameEn, nameZh, quantity: line.quantity, unit: 'piece', unitPriceCents: given ?? priceCents, unitCostCents, source };
      }
      const named = { item: line.item, nameEn: line.item, nameZh: line.item, source } as const;
      return line.item === 'labour'
        ? { ...named, quantity: line.minutes, unit: 'minute', unitPriceCents: given ?? list.labourPriceCents, unitCostCents: list.labourCostCents }
        : { ...named, quantity: line.trips, unit: 'trip', unitPriceCents: given ?? list.travelPriceCents, unitCostCents: list.travelCostCents };
    });
    return { lines: priced, terms: { priceListId, currency, taxBasisPoints, declinedCharge, validDays }, approvalRules: approvalRulesOf(this.company, regionId) };
  }

  /** The command with what it names looked up, and what its plan is judged by. */
  resolve(wire: WireCommand, regionId?: string): CaseCommand {
    return { ...this.named(wire, regionId), judging: planJudging(this.company, regionId) };
  }

  private named(wire: WireCommand, regionId?: string): CaseCommand {
    switch (wire.type) {
      case 'identifyCustomer': {
        const { customerId } = wire.data;
        // A prospect is not in the files: a clerk has completed it.
        if (customerId.startsWith('prospect')) return { type: wire.type, data: { customer: { id: customerId, name: '', status: 'active' } } };
        const { name, regionId } = this.customer(customerId);
        return { type: wire.type, data: { customer: { id: customerId, name, status: 'active' }, ...(regionId !== null && { regionId }) } };
      }
      case 'classify': {
        const { unitSerial, ...data } = wire.data;
        const unit = unitSerial === undefined ? undefined : unitFacts(this.company, unitSerial, this.day);
        return { type: wire.type, data: { ...data, ...(unit && { unit }) } };
      }
      case 'dispatch': {
        const { engineerId, appointment, parts = [] } = wire.data;
        for (const { partNumber } of parts) this.part(partNumber);
        return { type: wire.type, data: { engineer: this.engineer(engineerId), appointment, parts } };
      }
      case 'offer': {
        const { outletId, appointment, parts = [] } = wire.data;
        const regionId = this.organisation(outletId).parentId ?? '';
        const recipient = (tier: OfferRecipient['tier'], id: string): OfferRecipient => {
          const { nameEn, nameZh } = this.organisation(id);
          return { tier, organisationId: id, nameEn, nameZh };
        };
        const ladder = [recipient('outlet', outletId), recipient('centre', regionId), recipient('hq', 'hq')];
        return { type: wire.type, data: { ladder, regionId, appointment, parts } };
      }
      case 'acceptOffer': {
        const { engineerId, appointment } = wire.data;
        return { type: wire.type, data: { engineer: this.engineer(engineerId), appointment } };
      }
      case 'orderParts': {
        const { lines, consignee = { name: '', address: '', contact: '', phone: '' }, neededBy } = wire.data;
        const looked = lines.map(({ partNumber, quantity, oldPartDue = false }, n) => {
          const { nameEn, nameZh, model, material, unitCostCents, currency } = this.part(partNumber);
          return { line: n + 1, partNumber, nameEn, nameZh, model, material, unitCostCents, currency, quantity, oldPartDue };
        });
        return { type: wire.type, data: { number: `PO-2026-${String((this.orders += 1)).padStart(6, '0')}`, neededBy, consignee, lines: looked } };
      }
      case 'report': {
        const { photoIds: _photos, signatureId: _signature, ...data } = wire.data;
        return { type: wire.type, data };
      }
      case 'delegateApproval': {
        const { approvalId, staffId, reason } = wire.data;
        const { id, nameZh: name } = this.staffById(staffId);
        return { type: wire.type, data: { approvalId, to: { id, name }, reason } };
      }
      case 'prepareQuote':
        return { type: wire.type, data: this.quote(wire.data.lines, regionId) };
      case 'reviseQuote': {
        const { lines, reason } = wire.data;
        return { type: wire.type, data: { ...this.quote(lines, regionId), reason } };
      }
      case 'reassign':
        return { type: wire.type, data: { engineer: this.engineer(wire.data.engineerId), reason: wire.data.reason } };
      case 'handOver':
        return { type: wire.type, data: { to: this.colleague(wire.data.staffId), reason: wire.data.reason } };
      case 'moveAppointment':
        throw new Error(`${wire.type} is not in the sample`);
      case 'amendReport':
      case 'attach':
        throw new Error(`${wire.type} names files, and the sample has none`);
      case 'diagnose': {
        const { faultCode, causeCode, parts = [], estimatedCost: _estimate, ...rest } = wire.data;
        const fault = there(this.company.faultCodes.find(({ code }) => code === faultCode), faultCode);
        const cause = there(this.company.causeCodes.find(({ code }) => code === causeCode), causeCode);
        for (const { partNumber } of parts) this.part(partNumber);
        return { type: wire.type, data: { ...rest, parts, fault, cause, history: { earlier: [], repeatWithinDays: 90 }} };
      }
      default:
        return wire;
    }
  }

  private colleague(staffId: string): DeskFacts {
    const { id, nameZh: name, organisationId, roles } = this.staffById(staffId);
    const role = there(roles.find((one) => rolesWith('case.handOver').some((may) => may === one)), `desk of ${staffId}`);
    const { kind } = this.organisation(organisationId);
    return { id, name, role, organisationId, ...(kind === 'centre' && { regionId: organisationId }) };
  }

  private engineer(engineerId: string): EngineerFacts {
    const { id, nameZh, organisationId } = this.staffById(engineerId);
    const { parentId, serviceLevel } = this.organisation(organisationId);
    return { id, name: nameZh, outletId: organisationId, regionId: parentId ?? '', serviceLevel: serviceLevel ?? 'A' };
  }
}

function there<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`The sample company has no ${name}`);
  return found;
}
