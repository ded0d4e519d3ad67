/**
 * What is published for everybody (U11). Publishing again under the same id corrects; nothing is taken away, it ends.
 *
 * | question            | pk       | sk                 |
 * | ------------------- | -------- | ------------------ |
 * | all notices         | `notice` | {published id}     |
 * | all fever clinics   | `clinic` | {published id}     |
 */
import { FeverClinic, Notice } from '@yimatong/shared/notice/contract';
import { getNow, query, replace, type Write } from '../core/table';

export const notices = async (): Promise<Notice[]> =>
  (await query('notice', { pk: 'notice' })).map((item) => Notice.parse({ ...item, id: item.sk }));

export const clinics = async (): Promise<FeverClinic[]> =>
  (await query('notice', { pk: 'clinic' })).map((item) =>
    FeverClinic.parse({ ...item, id: item.sk }),
  );

export const published = async (
  kind: 'notice' | 'clinic',
  { id, ...content }: Notice | FeverClinic,
): Promise<Write> => {
  const known = await getNow('notice', kind, id);
  return replace('notice', { pk: kind, sk: id, ...content }, known?.['v'] as number | undefined);
};
