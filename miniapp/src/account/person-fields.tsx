import { counties } from '@yimatong/shared/core/area';
import type { accountContract } from '@yimatong/shared/account/contract';
import type { ReactNode } from 'react';
import { AreaField, TextField } from '../core/fields';
import type { FormOf } from '../core/form';
import { DocumentFields } from './document-fields';

const name = { zh: '姓名', en: 'Name' };
const nameHelp = { zh: '与证件上的一样', en: 'As on the document' };
const area = { zh: '目前所在地址', en: 'Current address' };
const areaHelp = {
  zh: '先选市县，再选街道（乡镇）',
  en: 'First the city or county, then the street',
};
const detail = { zh: '详细地址', en: 'Street and house number' };
const detailHint = { zh: '例如：海府路 1 号 2 栋 301', en: 'For example: 1 Haifu Road, 2-301' };

interface Props {
  form: FormOf<typeof accountContract.putDetails.body>;
  /** The number that is registered, masked. */
  masked: string | undefined;
  /** Of somebody else: the browser does not fill in one's own. */
  isOther?: boolean;
  /** Under the document. */
  children?: ReactNode;
}

/** Name, document, address. */
export const PersonFields = ({ form, masked, isOther = false, children }: Props) => (
  <>
    <TextField
      form={form}
      name="name"
      label={name}
      help={nameHelp}
      maxLength={60}
      {...(!isOther && { autoComplete: 'name' })}
    />
    <DocumentFields form={form} masked={masked} />
    {children}
    <AreaField form={form} name="address.area" label={area} help={areaHelp} areas={counties} />
    <TextField
      form={form}
      name="address.detail"
      label={detail}
      placeholder={detailHint}
      maxLength={120}
      {...(!isOther && { autoComplete: 'street-address' })}
    />
  </>
);
