import type { Said } from './say';
import { oneOf } from './option';

/** What a member of a family is to the account's holder. */
export const relationLabels = {
  child: { zh: '子女', en: 'Child' },
  parent: { zh: '父母', en: 'Parent' },
  grandparent: { zh: '祖父母', en: 'Grandparent' },
  grandchild: { zh: '孙子女', en: 'Grandchild' },
  spouse: { zh: '配偶', en: 'Spouse' },
  sibling: { zh: '兄弟姐妹', en: 'Sibling' },
  other: { zh: '其他家人', en: 'Other' },
} as const satisfies Record<string, Said>;
export const Relation = oneOf(relationLabels);
export type Relation = keyof typeof relationLabels;
