import { join } from 'node:path';
import { parseCalendar } from '../../domain/clock/calendar';
import { ClockInputError } from '../../domain/clock/errors';
import { serialKey } from '../../domain/text/serial';
import { approvalFaults } from './approval-faults';
import { ApprovalRules } from './approval-shapes';
import * as shapes from './company-shapes';
import * as policies from './policy-shapes';
import { priceFaults } from './price-faults';
import { readSampleFile, SampleFileError } from './read-file';

/**
 * The sample company from its files, whole and consistent: shapes, keys, references between the files, calendars.
 * @param directory holds `organisations.json`, `staff.json` and the others.
 * @throws {SampleFileError} naming file, row and field.
 */
export async function readCompany(directory: string): Promise<shapes.Company> {
  const file = (name: string): string => join(directory, `${name}.json`);
  const company: shapes.Company = {
    organisations: await readSampleFile(file('organisations'), shapes.Organisations),
    staff: await readSampleFile(file('staff'), shapes.StaffMembers),
    customers: await readSampleFile(file('customers'), shapes.Customers),
    products: await readSampleFile(file('products'), shapes.Products),
    units: await readSampleFile(file('units'), shapes.Units),
    entitlementRules: await readSampleFile(file('entitlement-rules'), shapes.EntitlementRules),
    contracts: await readSampleFile(file('contracts'), shapes.Contracts),
    parts: await readSampleFile(file('parts'), shapes.PartsStock),
    calendars: await readSampleFile(file('calendars'), policies.Calendars),
    policies: await readSampleFile(file('policies'), policies.Policies),
    faultCodes: await readSampleFile(file('fault-codes'), policies.FaultCodes),
    causeCodes: await readSampleFile(file('cause-codes'), policies.CauseCodes),
    repeatRepairPolicies: await readSampleFile(file('repeat-repair-policies'), policies.RepeatRepairPolicies),
    priceLists: await readSampleFile(file('price-lists'), policies.PriceLists),
    partPrices: await readSampleFile(file('part-prices'), policies.PartPrices),
    approvalRules: await readSampleFile(file('approval-rules'), ApprovalRules),
  };
  const faults = [
    ...keyFaults(company),
    ...referenceFaults(company),
    ...ruleFaults(company),
    ...contractFaults(company),
    ...calendarFaults(company),
    ...approvalFaults(company),
    ...priceFaults(company),
  ];
  if (faults.length > 0) throw new SampleFileError(faults.join('\n'));
  return company;
}

function keyFaults(company: shapes.Company): string[] {
  return [
    ...repeated(
      'organisations.json, id',
      company.organisations.map(({ id }) => id),
    ),
    ...repeated(
      'staff.json, id',
      company.staff.map(({ id }) => id),
    ),
    ...repeated(
      'staff.json, login',
      company.staff.map(({ login }) => login),
    ),
    ...repeated(
      'customers.json, id',
      company.customers.map(({ id }) => id),
    ),
    ...repeated(
      'customers.json, number',
      company.customers.map(({ number }) => number),
    ),
    ...repeated(
      'products.json, code',
      company.products.map(({ code }) => code),
    ),
    ...repeated(
      'units.json, id',
      company.units.map(({ id }) => id),
    ),
    ...repeated(
      'units.json, serial',
      company.units.map(({ serial }) => serial),
      serialKey,
    ),
    ...repeated(
      'entitlement-rules.json, id',
      company.entitlementRules.map(({ id }) => id),
    ),
    ...repeated(
      'contracts.json, number',
      company.contracts.map(({ number }) => number),
    ),
    ...repeated(
      'parts.json, partNumber',
      company.parts.parts.map(({ partNumber }) => partNumber),
      serialKey,
    ),
    ...repeated(
      'calendars.json, code',
      company.calendars.map(({ code }) => code),
    ),
    ...repeated(
      'fault-codes.json, code',
      company.faultCodes.map(({ code }) => code),
    ),
    ...repeated(
      'cause-codes.json, code',
      company.causeCodes.map(({ code }) => code),
    ),
    ...repeated(
      'repeat-repair-policies.json, id',
      company.repeatRepairPolicies.map(({ id }) => id),
    ),
    ...repeated(
      'price-lists.json, id',
      company.priceLists.map(({ id }) => id),
    ),
    ...repeated(
      'part-prices.json, id',
      company.partPrices.map(({ id }) => id),
    ),
    ...repeated(
      'approval-rules.json, code and effectiveFrom',
      company.approvalRules.map(({ code, effectiveFrom }) => `${code} ${effectiveFrom}`),
    ),
    ...repeated(
      'policies.json, id',
      company.policies.map(({ id }) => id),
    ),
  ];
}

/** @param keyOf by which they are compared. */
function repeated(
  where: string,
  keys: readonly string[],
  keyOf = (written: string): string => written,
): string[] {
  const seen = new Set<string>();
  const others = keys.filter((key) => seen.size === seen.add(keyOf(key)).size);
  return [...new Set(others)].map((key) => `${where}: "${key}" appears twice`);
}

function referenceFaults(company: shapes.Company): string[] {
  const calendars = company.calendars.map(({ code }) => code);
  const organisations = company.organisations.map(({ id }) => id);
  const regions = company.organisations.filter(({ kind }) => kind === 'centre').map(({ id }) => id);
  const families = company.products.map(({ family }) => family);
  const products = company.products.map(({ code }) => code);
  const customers = company.customers.map(({ id }) => id);
  const depots = company.parts.depots.map(({ id }) => id);
  const unknown = (where: string, name: string | null, known: readonly string[]): string[] =>
    name === null || known.includes(name) ? [] : [`${where}: there is no "${name}"`];
  return [
    // A parent stands before its children: rows are written in this order.
    ...company.organisations.flatMap(({ id, parentId, calendar }, index) => [
      ...unknown(`organisations.json, ${id}, parentId`, parentId, organisations.slice(0, index)),
      ...unknown(`organisations.json, ${id}, calendar`, calendar, calendars),
    ]),
    ...company.staff.flatMap(({ id, organisationId, skills }) => [
      ...unknown(`staff.json, ${id}, organisationId`, organisationId, organisations),
      ...skills.flatMap((skill) => unknown(`staff.json, ${id}, skills`, skill, families)),
    ]),
    ...[
      ...company.faultCodes.map(
        ({ code, productFamily }) => [`fault-codes.json, ${code}`, productFamily] as const,
      ),
      ...company.repeatRepairPolicies.map(
        ({ id, productFamily }) => [`repeat-repair-policies.json, ${id}`, productFamily] as const,
      ),
    ].flatMap(([where, family]) => unknown(`${where}, productFamily`, family, families)),
    ...company.customers.flatMap(({ id, regionId }) =>
      unknown(`customers.json, ${id}, regionId`, regionId, regions),
    ),
    ...company.units.flatMap(({ id, productCode, customerId }) => [
      ...unknown(`units.json, ${id}, productCode`, productCode, products),
      ...unknown(`units.json, ${id}, customerId`, customerId, customers),
    ]),
    ...company.parts.depots.flatMap(({ id }) => unknown(`parts.json, depots, ${id}`, id, organisations)),
    ...company.parts.parts.flatMap(({ partNumber, quantities }) =>
      Object.keys(quantities).flatMap((depot) =>
        unknown(`parts.json, ${partNumber}, quantities`, depot, depots),
      ),
    ),
    ...company.policies.flatMap(({ id, calendar }) =>
      unknown(`policies.json, ${id}, calendar`, calendar, calendars),
    ),
  ];
}

/** A rule is alone about its thing on any day. */
const ruleFaults = ({ entitlementRules }: shapes.Company): string[] =>
  entitlementRules.flatMap((rule, index) => {
    const fault = (text: string): string => `entitlement-rules.json, ${rule.id}: ${text}`;
    const endsBefore = (to: string | null, from: string): boolean => to !== null && to < from;
    const others = entitlementRules
      .slice(0, index)
      .filter(({ kind, value }) => kind === rule.kind && value === rule.value)
      .filter((other) => !endsBefore(other.effectiveTo, rule.effectiveFrom))
      .filter((other) => !endsBefore(rule.effectiveTo, other.effectiveFrom));
    return [
      ...(endsBefore(rule.effectiveTo, rule.effectiveFrom)
        ? [fault('effectiveTo lies before effectiveFrom')]
        : []),
      ...others.map(({ id }) => fault(`${id} is about ${rule.value} on some of these days`)),
    ];
  });

/** A contract is of its customer's own units, and alone on each of them on any day. */
function contractFaults({ contracts, units, customers }: shapes.Company): string[] {
  return contracts.flatMap((contract, index) => {
    const { number, customerId, unitIds, validFrom, validTo } = contract;
    const fault = (text: string): string => `contracts.json, ${number}: ${text}`;
    const earlier = contracts
      .slice(0, index)
      .filter((one) => one.validFrom <= validTo && validFrom <= one.validTo);
    return [
      ...(customers.some(({ id }) => id === customerId) ? [] : [fault(`there is no "${customerId}"`)]),
      ...(validFrom <= validTo ? [] : [fault('validTo lies before validFrom')]),
      ...unitIds.flatMap((unitId) => [
        ...(units.some((unit) => unit.id === unitId && unit.customerId === customerId)
          ? []
          : [fault(`"${unitId}" is none of the customer's units`)]),
        ...(earlier.some((one) => one.unitIds.includes(unitId))
          ? [fault(`"${unitId}" has another contract then`)]
          : []),
      ]),
    ];
  });
}

function calendarFaults(company: shapes.Company): string[] {
  return company.calendars.flatMap(({ code, versions }) =>
    versions.flatMap(({ definition }) => {
      try {
        parseCalendar(definition, 'definition');
        return [];
      } catch (error) {
        if (!(error instanceof ClockInputError)) throw error;
        return [`calendars.json, ${code}: ${error.message}`];
      }
    }),
  );
}
