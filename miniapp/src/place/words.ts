/** What one is at each kind of place, and what the place is called there. */
import { type Role, roleLabels } from '@yimatong/shared/core/contract';
import { isPost, type Place, type PostKind } from '@yimatong/shared/place/contract';
import type { Said } from '@yimatong/shared/core/say';

interface Words {
  readonly worker: Said;
  readonly does: Said;
  readonly name: Said;
  readonly example: Said;
  /** What the duty opens, as the supervisor must know it. */
  readonly mayDo: (name: string, at: string) => Said;
}

export const wordsAt: Readonly<Record<PostKind, Words>> = {
  checkpoint: {
    worker: { zh: '卡口值守人员', en: 'Guard at a checkpoint' },
    does: { zh: '扫码查验、登记通行', en: 'Scans codes and records passes' },
    name: { zh: '卡口名称', en: 'Name of the checkpoint' },
    example: { zh: '例如 海甸岛和平桥北卡口', en: 'As people know it' },
    mayDo: (name, at) => ({
      zh: `${name} 将可以在“${at}”扫码，看到来人的颜色、隐去部分的姓名和通行记录，并登记通行。`,
      en: `${name} will be able to scan at “${at}”: the colour, the masked name and earlier passes of whoever comes, and record passes.`,
    }),
  },
  hospital: {
    worker: { zh: '医护人员', en: 'Clinician' },
    does: { zh: '发热门诊登记、医学观察', en: 'Fever clinic and medical observation' },
    name: { zh: '医院名称', en: 'Name of the hospital' },
    example: { zh: '例如 市人民医院发热门诊', en: 'As people know it' },
    mayDo: (name, at) => ({
      zh: `${name} 将可以在“${at}”扫码看到就诊人的姓名、证件、电话和地址，登记发热门诊和医学观察。`,
      en: `${name} will be able to scan at “${at}”: name, document, phone and address of patients, and record visits and observation.`,
    }),
  },
  pharmacy: {
    worker: { zh: '药店销售员', en: 'Pharmacist' },
    does: { zh: '退热、止咳类药品购药登记', en: 'Records sales of fever and cough medicine' },
    name: { zh: '药店名称', en: 'Name of the pharmacy' },
    example: { zh: '例如 和平大药房南门店', en: 'As people know it' },
    mayDo: (name, at) => ({
      zh: `${name} 将可以在“${at}”扫码看到购药人的姓名、电话和地址，登记购药。`,
      en: `${name} will be able to scan at “${at}”: name, phone and address of customers, and record sales.`,
    }),
  },
  'sampling-site': {
    worker: { zh: '采样、接种人员', en: 'Sampler or vaccinator' },
    does: { zh: '采样、检测结果、接种登记', en: 'Samples, results and vaccinations' },
    name: { zh: '采样点、接种点名称', en: 'Name of the site' },
    example: { zh: '例如 文化广场采样点', en: 'As people know it' },
    mayDo: (name, at) => ({
      zh: `${name} 将可以在“${at}”扫码看到受检人的姓名和电话，登记采样、结果和接种。`,
      en: `${name} will be able to scan at “${at}”: name and phone of whoever comes, and record samples, results and vaccinations.`,
    }),
  },
  grid: {
    worker: { zh: '网格员', en: 'Grid worker' },
    does: { zh: '上门核查', en: 'Door-to-door checks' },
    name: { zh: '网格名称', en: 'Name of the grid' },
    example: { zh: '例如 滨江社区第三网格', en: 'As people know it' },
    mayDo: (name, at) => ({
      zh: `${name} 将可以在“${at}”上门核查，登记住户，看到本街道（乡镇）住户的姓名、电话和地址。`,
      en: `${name} will be able to check households of “${at}” and to see names, phones and addresses of this street or township.`,
    }),
  },
};

/** What one is there. */
export const workerAt = (place: Place, role: Role): Said =>
  isPost(place) ? wordsAt[place.kind].worker : roleLabels[role];

/** `申请：药店销售员`. */
export function asksFor(place: Place, role: Role): Said {
  const { zh, en } = workerAt(place, role);
  return { zh: `申请：${zh}`, en: `Asks to be: ${en}` };
}
