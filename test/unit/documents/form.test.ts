import { describe, expect, it } from '@jest/globals';
import { quantityText } from '../../../documents/paper/words';
import { Form } from '../../../documents/pdf/form';
import { pdfPages } from '../../support/pdf-text';

const aForm = () => new Form({ title: 'Paper', author: 'Aftercare', date: new Date(0), language: 'en' });

describe('A paper', () => {
  it.each([30, 50, 70])(
    'keeps a total with what it is the total of, with %i points left on the page',
    async (left) => {
      const form = aForm();
      form.doc.y = form.doc.page.height - form.doc.page.margins.bottom - left;
      form.pairs([[['Price', '1']], [['Covered', '2']], [['Tax', '3']], [['Total to pay', '4']]]);
      const pages = await pdfPages(await form.end((page) => [`Page ${page}`, '']));
      const holding = (text: string) => pages.findIndex((page) => page.text.includes(text));
      expect(holding('Total to pay')).toBe(1);
      expect(holding('Price')).toBe(1);
    },
  );

  it('counts one and several', () => {
    const english = [1, 2].flatMap((n) => [quantityText('trip', n, 'en'), quantityText('piece', n, 'en')]);
    expect(english).toEqual(['1 trip', '1 pc', '2 trips', '2 pcs']);
    expect([quantityText('visit', 1, 'en'), quantityText('trip', 1, 'zh')]).toEqual(['1 visit', '1 次']);
  });
});
