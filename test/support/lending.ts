import type { Page } from 'playwright-core';

const label = (en: string, zh: string, kind: string, more: object = {}) => ({
  'x-form': { label: { en, zh }, kind, ...more },
});

/** A command that no version of Aftercare has: with a look-up, a choice, a group with money and a list. One field has no label. */
const LEND = {
  process: 'case',
  type: 'lend',
  names: { en: 'lend a unit', zh: '借出设备' },
  permission: 'case.lend',
  roles: ['enquiry-clerk'],
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['unitId', 'lentUntil', 'condition', 'deposit'],
    properties: {
      unitId: { title: 'Id', type: 'string', maxLength: 64, ...label('Unit', '设备', 'unit') },
      lentUntil: { type: 'string', format: 'date-time', maxLength: 40 },
      condition: {
        type: 'string',
        enum: ['as-new', 'used'],
        ...label('Condition', '状况', 'choice', {
          options: { 'as-new': { en: 'as new', zh: '全新' }, used: { en: 'used', zh: '使用过' } },
        }),
      },
      deposit: {
        type: 'object',
        required: ['amountCents', 'currency'],
        properties: {
          amountCents: { type: 'integer', minimum: 0, ...label('Deposit', '押金', 'money') },
          currency: { type: 'string', ...label('Currency', '币种', 'currency') },
        },
        ...label('Security', '担保', 'group'),
      },
      accessories: {
        type: 'array',
        maxItems: 5,
        items: {
          type: 'object',
          required: ['name', 'pieces'],
          properties: {
            name: { type: 'string', maxLength: 100, ...label('Name', '名称', 'line') },
            pieces: { type: 'integer', minimum: 1, ...label('Pieces', '件数', 'number') },
          },
        },
        ...label('Accessories', '附件', 'list'),
      },
    },
  },
};

interface Forms {
  readonly items: readonly object[];
}
interface Detail {
  readonly commands: readonly object[];
}

/** Answers to this page as if the API had a command more. */
export async function lendable(page: Page): Promise<void> {
  await page.route('**/v1/commands', async (route) => {
    const response = await route.fetch();
    const { items } = (await response.json()) as Forms;
    await route.fulfill({ response, json: { items: [...items, LEND] } });
  });
  await page.route(/\/v1\/cases\/AS-[^/]+$/, async (route) => {
    const response = await route.fetch();
    const detail = (await response.json()) as Detail;
    const commands = [...detail.commands, { type: 'lend', names: LEND.names, allowed: true, why: null }];
    await route.fulfill({ response, json: { ...detail, commands } });
  });
}

/** The commands that the page sends next. */
export async function bodyOf(page: Page): Promise<unknown> {
  const request = await page.waitForRequest(/\/commands\?dryRun=true$/);
  const { commands } = request.postDataJSON() as { readonly commands: unknown };
  return commands;
}
