/**
 * Everything that the audit records, in the words of the person concerned. An action that is not here cannot be
 * written (`audited` takes no other), so nobody is ever shown a code.
 */
import type { Said } from './say';

interface Told {
  /** What was done. */
  readonly what: Said;
  /** What for. */
  readonly why: Said;
}

/** By command, not by a route. */
const OPERATOR = 'operator';

const ownDoing: Said = { zh: '本人操作', en: 'Your own doing' };
const byOrganisation: Said = {
  zh: '单位复工复学申报',
  en: 'Filing for return to work or school',
};
const byFamily: Said = { zh: '家人代为办理', en: 'Done by a relative' };
const atClinic: Said = { zh: '发热门诊登记', en: 'Fever clinic' };
const atPharmacy: Said = { zh: '药店购药登记', en: 'Purchase of medicine at a pharmacy' };
const byMistake: Said = { zh: '有人提出登记有误', en: 'It was said to be a mistake' };
const observed: Said = { zh: '医学观察', en: 'Medical observation' };
const atTheDoor: Said = { zh: '网格员上门核查', en: 'A grid worker’s check at the door' };
const testing: Said = { zh: '核酸检测', en: 'Testing' };
const dutyAsked: Said = { zh: '处理值守权限申请', en: 'Deciding on a request for a duty' };

export const auditActions = {
  'details.filled-in': {
    what: { zh: '填写了个人信息', en: 'Personal details were filled in' },
    why: ownDoing,
  },
  'details.corrected': {
    what: { zh: '修改了个人信息', en: 'Personal details were changed' },
    why: ownDoing,
  },
  'document.released': {
    what: {
      zh: '把您登记的证件解除登记，交由证件本人重新登记',
      en: 'The document you had entered was freed for its owner to claim',
    },
    why: {
      zh: '证件本人出示了证件原件',
      en: 'Its owner showed the document',
    },
  },
  'grant.appointed': {
    what: { zh: '任命您为督导人员', en: 'You were appointed' },
    why: { zh: '省、市县指挥部任命', en: 'By order of the command' },
  },
  'grant.looked-at': {
    what: {
      zh: '查看了您的姓名、手机号（部分隐去）和值守申请',
      en: 'Your name, your masked phone number and your request were read',
    },
    why: dutyAsked,
  },
  'grant.granted': {
    what: { zh: '批准了您的值守申请', en: 'Your request for a duty was granted' },
    why: dutyAsked,
  },
  'grant.refused': {
    what: { zh: '没有批准您的值守申请', en: 'Your request for a duty was refused' },
    why: dutyAsked,
  },
  'grant.withdrawn': {
    what: { zh: '撤销了您的值守权限', en: 'Your duty was withdrawn' },
    why: dutyAsked,
  },
  'place.corrected': {
    what: { zh: '修改了地点的资料', en: 'The details of a place were changed' },
    why: { zh: '地点资料更正', en: 'A correction of a place' },
  },
  'place.closed': {
    what: { zh: '关闭了地点', en: 'A place was closed' },
    why: { zh: '市县指挥部关闭地点', en: 'By order of the city or county' },
  },
  'pass.history-seen': {
    what: {
      zh: '查看了您的通行记录（时间、地点、事由、体温）',
      en: 'Your passes were read (time, place, reason, temperature)',
    },
    why: {
      zh: '卡口扫码后核查',
      en: 'A check after scanning your code at the gate',
    },
  },
  'pass.by-hand': {
    what: {
      zh: '用您的姓名和证件手工登记了通行',
      en: 'Your pass was entered by hand, by name and document',
    },
    why: { zh: '没有手机或没有网络时的登记', en: 'A registration without phone or network' },
  },
  'pass.undone': {
    what: { zh: '撤销了刚才的通行登记', en: 'A pass just recorded was taken back' },
    why: { zh: '卡口登记有误', en: 'A mistake at the gate' },
  },
  'escalation.made': {
    what: {
      zh: '在卡口把您拦下并上报市县指挥部',
      en: 'You were stopped at a gate and reported to the city or county command',
    },
    why: { zh: '卡口查验与上报', en: 'A check at the gate' },
  },
  'escalation.seen': {
    what: {
      zh: '查看了上报内容：您的姓名（部分隐去）、年龄、颜色及原因、手机号',
      en: 'The report was read: your masked name, age, colour with its reasons, phone number',
    },
    why: { zh: '答复卡口上报', en: 'Answering the gate' },
  },
  'escalation.answered': {
    what: { zh: '答复了卡口的上报', en: 'The gate’s report was answered' },
    why: { zh: '答复卡口上报', en: 'Answering the gate' },
  },
  'details.seen': {
    what: {
      zh: '查看了您的姓名、证件、手机号和地址',
      en: 'Your name, document, phone number and address were read',
    },
    why: { zh: '扫码后填写登记表', en: 'Filling in a form after scanning your code' },
  },
  'observation.opened': {
    what: { zh: '登记了医学观察', en: 'You were put under medical observation' },
    why: observed,
  },
  'observation.seen': {
    what: { zh: '查看了您的医学观察', en: 'Your observation was read' },
    why: observed,
  },
  'observation.followed-up': {
    what: { zh: '登记了一次随访', en: 'A follow-up was recorded' },
    why: observed,
  },
  'observation.ending-proposed': {
    what: { zh: '提出结束您的医学观察', en: 'The end of your observation was proposed' },
    why: observed,
  },
  'observation.ending-rejected': {
    what: {
      zh: '退回了结束您医学观察的提议',
      en: 'The proposed end of your observation was sent back',
    },
    why: observed,
  },
  'observation.ended': {
    what: { zh: '确认结束您的医学观察', en: 'The end of your observation was confirmed' },
    why: observed,
  },
  'households.seen': {
    what: { zh: '查看了网格住户名单', en: 'A grid’s list of households was read' },
    why: atTheDoor,
  },
  'household.added': {
    what: { zh: '登记了一户', en: 'A household was put on a grid’s list' },
    why: atTheDoor,
  },
  'household.corrected': {
    what: { zh: '修改了一户的信息', en: 'A household was corrected' },
    why: atTheDoor,
  },
  'household.removed': {
    what: { zh: '从名单移除了一户', en: 'A household was taken off a grid’s list' },
    why: atTheDoor,
  },
  'door-check.recorded': {
    what: { zh: '上门核查了体温和症状', en: 'Temperature and symptoms were checked at your door' },
    why: atTheDoor,
  },
  'door-check.declared': {
    what: {
      zh: '征得同意，上门代您打了卡',
      en: 'With consent, the day’s check-in was filed for you at the door',
    },
    why: atTheDoor,
  },
  'person.registered-at-the-door': {
    what: {
      zh: '征得同意，上门代您登记并申领了健康码',
      en: 'With consent, you were registered and your code was claimed at the door',
    },
    why: atTheDoor,
  },
  'card.issued-at-the-door': {
    what: { zh: '上门代您办理了纸质卡', en: 'A printed card was issued for you at the door' },
    why: atTheDoor,
  },
  'sample.taken': {
    what: { zh: '登记了您的核酸采样', en: 'A sample of yours was registered' },
    why: testing,
  },
  'sample.undone': {
    what: { zh: '撤销了误登记的核酸采样', en: 'A sample entered by mistake was taken back' },
    why: testing,
  },
  'sample.result-recorded': {
    what: { zh: '登记了您的核酸检测结果', en: 'The result of your test was recorded' },
    why: testing,
  },
  'sample.result-confirmed': {
    what: { zh: '确认了您的核酸检测结果', en: 'The result of your test was confirmed' },
    why: testing,
  },
  'sample.result-rejected': {
    what: { zh: '没有确认一个检测结果', en: 'A test result was not confirmed' },
    why: testing,
  },
  'sample.tube-closed': {
    what: { zh: '封了一根采样管', en: 'A tube was closed' },
    why: testing,
  },
  'vaccination.recorded': {
    what: { zh: '登记了您的疫苗接种', en: 'A vaccination of yours was registered' },
    why: { zh: '疫苗接种', en: 'Vaccination' },
  },
  'visit.recorded': {
    what: { zh: '登记了发热门诊就诊', en: 'Your visit to a fever clinic was recorded' },
    why: atClinic,
  },
  'visit.seen': {
    what: {
      zh: '查看了您的发热门诊就诊记录',
      en: 'The record of your visit to a fever clinic was read',
    },
    why: atClinic,
  },
  'visit.amended': {
    what: {
      zh: '更正了您的发热门诊就诊记录',
      en: 'The record of your visit to a fever clinic was corrected',
    },
    why: atClinic,
  },
  'visit.withdrawal-proposed': {
    what: {
      zh: '提出撤销您的发热门诊就诊记录',
      en: 'It was proposed to withdraw your visit to a fever clinic',
    },
    why: byMistake,
  },
  'visit.withdrawn': {
    what: {
      zh: '撤销了您的发热门诊就诊记录',
      en: 'Your visit to a fever clinic was withdrawn',
    },
    why: byMistake,
  },
  'visit.stands': {
    what: {
      zh: '核对后保留了您的发热门诊就诊记录',
      en: 'Your visit to a fever clinic was checked and stands',
    },
    why: byMistake,
  },
  'purchase.recorded': {
    what: { zh: '登记了购药', en: 'A purchase of medicine was recorded' },
    why: atPharmacy,
  },
  'purchase.recorded-for-other': {
    what: {
      zh: '登记了您为他人购药',
      en: 'It was recorded that you bought medicine for somebody else',
    },
    why: atPharmacy,
  },
  'purchase.withdrawal-proposed': {
    what: { zh: '提出撤销您的购药记录', en: 'It was proposed to withdraw your purchase' },
    why: byMistake,
  },
  'purchase.withdrawn': {
    what: { zh: '撤销了您的购药记录', en: 'Your purchase was withdrawn' },
    why: byMistake,
  },
  'purchase.stands': {
    what: {
      zh: '核对后保留了您的购药记录',
      en: 'Your purchase was checked and stands',
    },
    why: byMistake,
  },
  'card.issued': {
    what: { zh: '办理了纸质卡', en: 'A printed card was issued' },
    why: ownDoing,
  },
  'card.lost': {
    what: { zh: '挂失了纸质卡', en: 'A printed card was reported lost' },
    why: ownDoing,
  },
  'person.returned': {
    what: {
      zh: '用您的姓名和证件登记，接上了原来的健康码',
      en: 'Your name and document were entered again; the code you had goes on',
    },
    why: ownDoing,
  },
  'person.taken-over': {
    what: {
      zh: '凭交接码把您的健康码移到了本人的手机',
      en: 'Your code was taken over by your own phone with a hand-over code',
    },
    why: ownDoing,
  },
  'member.added': {
    what: { zh: '把您加为家庭成员', en: 'You were added to a family account' },
    why: byFamily,
  },
  'member.returned': {
    what: {
      zh: '把您重新加为家庭成员，接上了原来的健康码',
      en: 'You were added to a family account again; the code you had goes on',
    },
    why: byFamily,
  },
  'member.moved': {
    what: {
      zh: '凭交接码把您移到另一位家人的账号',
      en: 'You were moved to another relative’s account with a hand-over code',
    },
    why: byFamily,
  },
  'member.handed-over': {
    what: { zh: '接管了您账号里的一位家人', en: 'A member of your family was taken over' },
    why: byFamily,
  },
  'member.relation-changed': {
    what: { zh: '修改了与您的关系', en: 'What you are to the guardian was changed' },
    why: byFamily,
  },
  'member.taken-out': {
    what: { zh: '由工作人员把您移出了原来的家庭', en: 'You were taken out of the family account' },
    why: { zh: '本人或家属要求', en: 'At the request of you or a relative' },
  },
  'member.let-go': {
    what: { zh: '把您移出了家庭', en: 'You were removed from the family account' },
    why: byFamily,
  },
  'member.handover-opened': {
    what: { zh: '为您打开了交接码', en: 'A hand-over code was opened for you' },
    why: byFamily,
  },
  'organisation.filed': {
    what: { zh: '把人员列入单位名单', en: 'Somebody was put on an organisation’s list' },
    why: byOrganisation,
  },
  'organisation.imported': {
    what: { zh: '导入了单位名单', en: 'An organisation’s list was loaded' },
    why: byOrganisation,
  },
  'organisation.corrected': {
    what: { zh: '修改了单位名单', en: 'An organisation’s list was corrected' },
    why: byOrganisation,
  },
  'organisation.removed': {
    what: { zh: '把您移出了单位名单', en: 'You were removed from an organisation’s list' },
    why: byOrganisation,
  },
  'organisation.departments-put': {
    what: { zh: '修改了单位的部门', en: 'An organisation’s departments were changed' },
    why: byOrganisation,
  },
  'organisation.duty-offered': {
    what: { zh: '提出移交单位申报人', en: 'An organiser’s duty was offered to somebody' },
    why: byOrganisation,
  },
  'organisation.looked': {
    what: {
      zh: '查看了您的姓名、颜色和最近打卡时间',
      en: 'Your name, your colour and your last check-in were seen',
    },
    why: byOrganisation,
  },
  'organisation.joined': {
    what: { zh: '同意加入单位名单', en: 'You agreed to be on an organisation’s list' },
    why: ownDoing,
  },
  'organisation.refused': {
    what: { zh: '没有同意加入单位名单', en: 'You refused to be on an organisation’s list' },
    why: ownDoing,
  },
  'organisation.left': {
    what: { zh: '退出了单位名单', en: 'You left an organisation’s list' },
    why: ownDoing,
  },
  'grant.handed-over': {
    what: { zh: '把单位申报人的权限移交给您', en: 'An organiser’s duty was handed over to you' },
    why: byOrganisation,
  },
  'notice.published': {
    what: { zh: '发布了通知或发热门诊信息', en: 'A notice or a fever clinic was published' },
    why: { zh: '公众信息发布', en: 'Information for everybody' },
  },
  'takeout.made': {
    what: { zh: '导出了您的全部资料', en: 'A copy of all your data was made' },
    why: ownDoing,
  },
  'account.left': {
    what: { zh: '注销了账号', en: 'The account was deleted' },
    why: ownDoing,
  },
} as const satisfies Record<string, Told>;

export type AuditAction = keyof typeof auditActions;

/** Only whoever has the person under their account does these: the person, or a relative who acts for them. */
const isOfAccount = (action: string): boolean =>
  [ownDoing, byFamily].includes(auditTold(action).why);
export const isByRelative = (
  { action, actorId }: { readonly action: string; readonly actorId: string },
  reader: string,
): boolean => isOfAccount(action) && actorId !== reader && actorId !== OPERATOR;
/** What a relative did it for. */
export const forFamily = byFamily;

/** What the person reads of an action; of one that a newer version has written, that much. */
export const auditTold = (action: string): Told =>
  Object.hasOwn(auditActions, action)
    ? auditActions[action as AuditAction]
    : {
        what: {
          zh: '查看或处理了您的信息',
          en: 'Your information was looked at or changed',
        },
        why: { zh: '履行职责', en: 'In the course of duty' },
      };
