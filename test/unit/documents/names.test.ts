import { describe, expect, it } from '@jest/globals';
import { nameText } from '../../../documents/paper/names';

describe('A name on an English document', () => {
  it.each([
    ['邵文娟', undefined, 'Shao Wenjuan (邵文娟)'],
    ['欧阳修', undefined, 'Ouyang Xiu (欧阳修)'],
    ['单雄信', undefined, 'Shan Xiongxin (单雄信)'],
    ['邵文娟', 'Wendy Shao', 'Wendy Shao (邵文娟)'],
    ['苏州晶禾电子有限公司', 'Suzhou Jinghe', 'Suzhou Jinghe (苏州晶禾电子有限公司)'],
    // No personal name: it is left as it was written.
    ['苏州晶禾电子有限公司', undefined, '苏州晶禾电子有限公司'],
    ['Anna Weber', undefined, 'Anna Weber'],
    ['Anna Weber', 'Anna Weber', 'Anna Weber'],
  ])('%s, %s', (name, nameEn, words) => {
    expect(nameText('en', name, nameEn)).toBe(words);
    expect(nameText('zh', name, nameEn)).toBe(name);
  });
});
