/** A sheet of the copy, and what all of them say in the same way. */
import { clockTimeOf, dayOf, type Instant } from '@yimatong/shared/core/day';
import type { Said } from '@yimatong/shared/core/say';

export interface Sheet {
  readonly name: Said;
  readonly columns: readonly Said[];
  readonly rows: readonly (readonly string[])[];
}

/** `2026-11-02 08:30:00`, in Shanghai. */
export const moment = (at: Instant): string => `${dayOf(at)} ${clockTimeOf(at)}`;
export const both = ({ zh, en }: Said): string => `${zh} ${en}`;
export const json = (record: unknown): string => JSON.stringify(record);

export const when: Said = { zh: '时间（北京时间）', en: 'Time (UTC+8)' };
export const record: Said = { zh: '原始记录（JSON）', en: 'The record (JSON)' };
export const field: Said = { zh: '项目', en: 'Field' };
export const content: Said = { zh: '内容', en: 'Content' };
