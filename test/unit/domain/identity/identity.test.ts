import { describe, expect, it } from '@jest/globals';
import { SYSTEM } from '../../../../domain/identity/actor';
import {
  CUSTOMER_COMMANDS,
  CUSTOMER_ORDER_COMMANDS,
  isPermitted,
  PERMISSIONS,
  rolesWith,
  type Permission,
} from '../../../../domain/identity/permissions';
import { ROLE_NAMES, ROLES } from '../../../../domain/identity/roles';
import { scopeOf, sees, type Scope } from '../../../../domain/identity/scope';
import { aClerk, aCustomer, aDirector, anEngineer, anHqManager, somebodyWith } from '../support/actors';

const isPermission = (name: string): name is Permission => Object.hasOwn(PERMISSIONS, name);
const ALL = Object.keys(PERMISSIONS).filter(isPermission);

describe('Permissions (R12)', () => {
  it('belong each to somebody', () => {
    expect(ALL.filter((permission) => rolesWith(permission).length === 0)).toEqual([]);
  });

  it('are had by those whose role they belong to, and by nobody else', () => {
    for (const permission of ALL)
      for (const role of ROLES)
        expect(isPermitted(somebodyWith(role), permission)).toBe(rolesWith(permission).includes(role));
  });

  it('add up over the roles of one person', () => {
    const both = aClerk({ roles: ['enquiry-clerk', 'repair-engineer'] });
    expect(isPermitted(both, 'case.classify') && isPermitted(both, 'case.repair')).toBe(true);
    expect(isPermitted(aClerk({ roles: [] }), 'case.read')).toBe(false);
  });

  it('are Aftercare’s own all, and a customer’s those to decide about their own case (R36)', () => {
    expect(ALL.every((permission) => isPermitted(SYSTEM, permission))).toBe(true);
    expect(ALL.filter((permission) => isPermitted(aCustomer(), permission)).sort()).toEqual(
      [
        'case.attach',
        ...CUSTOMER_COMMANDS.map((command) => `case.${command}`),
        ...CUSTOMER_ORDER_COMMANDS.map((command) => `partsOrder.${command}`),
      ].sort(),
    );
  });

  it.each([
    ['case.cancel', true, true, false, false],
    ['case.changePriority', true, true, false, false],
    ['case.dispatch', true, true, true, false],
    ['case.arrive', true, true, false, true],
    ['policy.write', true, false, false, false],
    ['payload.decode', true, false, false, false],
  ] as const)('%s is for those who answer for it', (permission, manager, director, clerk, engineer) => {
    const actors = [anHqManager(), aDirector(), aClerk(), anEngineer()];
    expect(actors.map((actor) => isPermitted(actor, permission))).toEqual([
      manager,
      director,
      clerk,
      engineer,
    ]);
  });

  it('are for roles that have a name in both languages', () => {
    for (const role of ROLES)
      expect(ROLE_NAMES[role].en.length * ROLE_NAMES[role].zh.length).toBeGreaterThan(0);
  });
});

describe('What each tier sees (R11)', () => {
  const suzhou = { regionId: 'east', outletId: 'suzhou' };
  const wuxi = { regionId: 'east', outletId: 'wuxi' };
  const chengdu = { regionId: 'west', outletId: 'chengdu' };
  const undispatched = { regionId: 'east', outletId: null };
  const unplaced = { regionId: null, outletId: null };
  const PLACES = [suzhou, wuxi, chengdu, undispatched, unplaced];

  it.each<[Scope, readonly object[]]>([
    [scopeOf({ id: 'hq', kind: 'hq' }), PLACES],
    [scopeOf({ id: 'east', kind: 'centre' }), [suzhou, wuxi, undispatched]],
    [scopeOf({ id: 'west', kind: 'centre' }), [chengdu]],
    [scopeOf({ id: 'suzhou', kind: 'outlet' }), [suzhou]],
    [scopeOf({ id: 'east', kind: 'outlet' }), []],
  ])('%j', (scope, seen) => {
    expect(PLACES.filter((place) => sees(scope, place))).toEqual(seen);
  });
});
