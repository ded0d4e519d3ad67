/**
 * What is said under a field: the sentence for each way in which a value can be wrong.
 * Rules name the mistake (`error: 'phone'`); whatever names none is told by what kind of mistake it is.
 */
import type * as z from 'zod/mini';
import type { FieldProblem } from './problem-answer';
import type { Said } from './say';

const sentences: Readonly<Record<string, Said>> = {
  phone: {
    zh: '请填写 11 位手机号；境外号码请以 + 和国家区号开头。',
    en: 'Enter a phone number; outside the mainland begin with + and the country code.',
  },
  document: {
    zh: '证件号码有误，请对照证件检查。身份证末位可能是 X。',
    en: 'This number is not right for the document. Please compare it with the document.',
  },
  'document-needed': {
    zh: '请填写证件号码：只凭姓名和手机号不能登记。',
    en: 'Enter the number of the document: name and phone alone are not enough.',
  },
  name: { zh: '请填写证件上的姓名。', en: 'Enter the name as on the document.' },
  address: {
    zh: '请填写街道门牌等详细地址（2 到 120 个字）。',
    en: 'Enter street and house number (2 to 120 characters).',
  },
  'unknown-area': {
    zh: '请从列表中选择市县和街道（乡镇）。',
    en: 'Pick the city or county and the street or township from the list.',
  },
  'unknown-place': { zh: '请从列表中选择。', en: 'Please choose from the list.' },
  organisation: {
    zh: '请填写单位或学校名称（2 到 60 个字）。',
    en: 'Enter the employer or school (2 to 60 characters).',
  },
  'transport-number': {
    zh: '请填写航班号、车次、船次或车牌（20 个字以内）。',
    en: 'Enter the flight, train, ship or plate number (up to 20 characters).',
  },
  'transport-number-missing': {
    zh: '请填写航班号或车次，例如 HU7182、Z201。',
    en: 'Enter the flight or train number, for example HU7182 or Z201.',
  },
  'return-past': {
    zh: '返琼日期已经过去，请选择今天或以后的日期；已到海南的请选今天。',
    en: 'That day is over. Choose today or later; if you have arrived, choose today.',
  },
  'return-far': {
    zh: '最多提前 60 天申报，请核对日期。',
    en: 'A return can be declared 60 days ahead at most. Please check the date.',
  },
  'left-after-return': {
    zh: '离琼日期不能在返琼日期之后，请核对。',
    en: 'You cannot have left after returning. Please check the dates.',
  },
  'left-ahead': {
    zh: '离琼日期还没有到，请核对。',
    en: 'The day on which you left cannot lie ahead. Please check it.',
  },
  'isolation-before-return': {
    zh: '居家隔离不能在返琼之前开始，请核对。',
    en: 'Home isolation cannot begin before the return. Please check the dates.',
  },
  'isolation-late': {
    zh: '居家隔离应在返琼后 14 天内开始，请核对。',
    en: 'Home isolation begins within 14 days of the return. Please check the date.',
  },
  'well-with-symptoms': {
    zh: '填了症状，身体状况请选“身体不适”；没有症状请清除。',
    en: 'A symptom is ticked: choose “Unwell”, or take the symptom away.',
  },
  'symptoms-missing': {
    zh: '请选择症状；都没有的，请选第一项。',
    en: 'Please choose the symptoms. If there is none of them, choose the first.',
  },
  'nobody-before': {
    zh: '请先扫码、查找，或手工录入要登记的人。',
    en: 'First scan, find, or enter the person this is about.',
  },
  'note-of-200': {
    zh: '请控制在 200 个字以内，不要用特殊符号。',
    en: 'Keep it within 200 characters, without special marks.',
  },
  'note-of-2000': {
    zh: '请控制在 2000 个字以内，不要用特殊符号。',
    en: 'Keep it within 2000 characters, without special marks.',
  },
  'withdrawal-reason': {
    zh: '请写明为什么撤销（200 个字以内）。',
    en: 'Say why it is withdrawn (up to 200 characters).',
  },
  guardian: {
    zh: '未满 14 周岁，请填写监护人姓名。',
    en: 'Under 14: enter the guardian’s name.',
  },
  medicines: {
    zh: '请至少填写一种药品，最多 20 种。',
    en: 'Enter one medicine at least, twenty at most.',
  },
  medicine: { zh: '请选择或填写药品名称。', en: 'Choose the medicine, or enter its name.' },
  quantity: { zh: '数量应在 1 到 20 之间。', en: 'The quantity lies between 1 and 20.' },
  consent: {
    zh: '请先征得本人（或监护人、陪同的人）同意，再勾选。',
    en: 'Ask the person first, or their guardian or whoever is with them; then tick it.',
  },
  pledge: { zh: '请阅读并勾选承诺。', en: 'Please read and tick the pledge.' },
  temperature: {
    zh: '体温应在 34.0 到 43.0 ℃ 之间。',
    en: 'The temperature must be between 34.0 and 43.0 °C.',
  },
  plate: {
    zh: '车牌号有误，例如 琼A12345。',
    en: 'This is not a plate number, for example 琼A12345.',
  },
  code: { zh: '请填写 6 位验证码。', en: 'Enter the 6 digits of the code.' },
  'handover-code': {
    zh: '请填写 6 位交接码。',
    en: 'Enter the 6 digits of the hand-over code.',
  },
  'place-name': { zh: '请填写名称（2 到 40 个字）。', en: 'Enter the name (2 to 40 characters).' },
  'place-moved': {
    zh: '地点不能改到另一个市县，也不能换成另一类；请关闭后重新登记。',
    en: 'A place keeps its city or county and its kind. Close it and enter another.',
  },
  'card-number': {
    zh: '卡号有误，请对照卡片检查（16 位）。',
    en: 'This is not a card’s number: please compare its 16 characters.',
  },
  who: {
    zh: '请填写姓名；不知道姓名的，写称呼或特征（60 个字以内）。',
    en: 'Enter the name, or how the person is known (up to 60 characters).',
  },
  description: {
    zh: '请描述情况（5 到 1000 个字）。',
    en: 'Describe what happens (5 to 1000 characters).',
  },
  'description-long': {
    zh: '描述请控制在 1000 个字以内，不要用特殊符号。',
    en: 'Keep the description within 1000 characters, without special marks.',
  },
  'photos-too-many': {
    zh: '最多 6 张照片，请删去几张。',
    en: 'Up to 6 photos. Please remove some.',
  },
  'photos-three': {
    zh: '最多 3 张照片，请删去几张。',
    en: 'Up to 3 photos. Please remove some.',
  },
  'escalation-note': {
    zh: '说明请控制在 200 个字以内，不要用特殊符号。',
    en: 'Keep the note within 200 characters, without special marks.',
  },
  'answer-text': {
    zh: '请写明怎样处理（2 到 200 个字）。',
    en: 'Say what is to be done (2 to 200 characters).',
  },
  'let-pass-text': {
    zh: '同意放行请写明理由（2 到 200 个字）。',
    en: 'Say why they may pass (2 to 200 characters).',
  },
  'photo-type': {
    zh: '只能用 JPEG 或 PNG 照片。苹果手机的 HEIC 照片请截屏后上传，或直接拍照。',
    en: 'Photos must be JPEG or PNG. For an iPhone’s HEIC take a screenshot of it, or a new photo here.',
  },
  'photo-missing': {
    zh: '这张照片没有传到，请点“重传”；其他内容都还在。',
    en: 'This photo did not arrive. Tap “Upload again”; everything else is still here.',
  },
  'photo-damaged': {
    zh: '这张照片打不开，可能已损坏，请换一张；其他内容都还在。',
    en: 'This photo cannot be read and may be damaged. Choose another; everything else is still here.',
  },
  'photo-large': {
    zh: '这张照片超过 4 MB，请换一张小一些的，或截屏后上传。',
    en: 'This photo is larger than 4 MB. Choose a smaller one, or a screenshot of it.',
  },
  'file-type': {
    zh: '不支持这种文件，请换一种格式。',
    en: 'This kind of file cannot be taken. Please use another format.',
  },
  'credit-code': {
    zh: '统一社会信用代码应为 18 位，请对照营业执照或法人证书检查；没有的可以不填。',
    en: 'The unified social credit code has 18 characters. Compare it with the licence, or leave it empty.',
  },
  'phone-or-document': {
    zh: '请填写手机号或证件号码，至少一项。',
    en: 'Enter the phone number or the document number: one of them at least.',
  },
  'tube-number': {
    zh: '管号应为 6 到 24 位字母和数字，请对照管身条码。',
    en: 'A tube’s number has 6 to 24 letters and digits: compare it with the bar code.',
  },
  laboratory: {
    zh: '请填写检测机构（2 到 60 个字）。',
    en: 'Enter the laboratory (2 to 60 characters).',
  },
  'tested-ahead': {
    zh: '检测时间还没有到，请核对。',
    en: 'This time lies ahead. Please check it.',
  },
  'tested-before-sample': {
    zh: '检测时间早于采样，请核对管号和时间。',
    en: 'Tested before the sample was taken: check the number and the time.',
  },
  'batch-number': {
    zh: '请填写疫苗批号（4 到 24 位字母和数字），对照包装盒。',
    en: 'Enter the batch number (4 to 24 letters and digits) as on the box.',
  },
  'vaccinated-ahead': {
    zh: '接种日期还没有到，请核对。',
    en: 'That day has not come yet. Please check the date.',
  },
  'vaccinated-early': {
    zh: '接种日期早于 2020 年 7 月，请核对。',
    en: 'Earlier than July 2020: please check the date.',
  },
  'dose-order': {
    zh: '日期与已登记的剂次先后不符，请核对剂次和日期。',
    en: 'Out of order with a dose on record. Please check dose and date.',
  },
  'department-name': {
    zh: '请填写部门名称（1 到 40 个字）。',
    en: 'Enter the name of the department (1 to 40 characters).',
  },
  'department-twice': {
    zh: '已有同名的部门。',
    en: 'There is a department of this name already.',
  },
  'onset-ahead': {
    zh: '发病日期不能在今天之后，请核对。',
    en: 'The onset cannot lie ahead. Please check the date.',
  },
  'start-day': {
    zh: '开始日期应在过去 30 天之内，不能在今天之后。',
    en: 'It begins today or within the last 30 days. Please check the date.',
  },
  'end-day': {
    zh: '结束日期应在开始日期之后，不能在今天之后。',
    en: 'It ends after it began, and not after today. Please check the date.',
  },
  'note-long': {
    zh: '请控制在 500 个字以内，不要用特殊符号。',
    en: 'Keep it within 500 characters, without special marks.',
  },
  'case-number': {
    zh: '请填写病例编号（40 个字以内）。',
    en: 'Enter the case number (up to 40 characters).',
  },
  age: { zh: '年龄应在 0 到 120 岁之间。', en: 'The age lies between 0 and 120.' },
  'cough-twice': {
    zh: '干咳请在上一项填写。',
    en: 'A dry cough is asked for above.',
  },
  'door-consent': {
    zh: '须征得本人（或其监护人）同意后勾选。',
    en: 'Ask them, or their guardian, and tick it.',
  },
  'not-of-grid': {
    zh: '不在您网格所在的街道（乡镇），请核对。',
    en: 'This is not in the street or township of your grid. Please check it.',
  },
  'note-200': {
    zh: '请控制在 200 个字以内，不要用特殊符号。',
    en: 'Keep it within 200 characters, without special marks.',
  },
  unrecognized_keys: { zh: '有不认识的内容。', en: 'There is a field that is not known here.' },
  too_big: { zh: '内容太长或数字太大。', en: 'Too long or too large.' },
  too_small: { zh: '内容太短或数字太小。', en: 'Too short or too small.' },
  invalid_type: { zh: '请填写这一项。', en: 'Please fill this in.' },
};
const anyMistake: Said = {
  zh: '这一项填写有误，请检查。',
  en: 'This is not right. Please check it.',
};

type Issue = z.core.$ZodIssue;

/** The sentence for one mistake. `message` is the mistake's name where the rule gave one. */
export const saidOf = ({
  message,
  code,
}: {
  message?: string | undefined;
  code?: string | undefined;
}): Said => sentences[message ?? ''] ?? sentences[code ?? ''] ?? anyMistake;

/** More mistakes than any form has fields: the answer to a body of nothing but mistakes stays small. */
const MOST_TOLD = 30;

/** Mistakes as fields with sentences: paths, never values. */
export const fieldProblems = (issues: readonly Issue[]): FieldProblem[] =>
  issues
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.slice(0, MOST_TOLD).map((key) => ({
            path: [...issue.path, key].map(String).join('.').slice(0, 80),
            says: saidOf(issue),
          }))
        : [{ path: issue.path.map(String).join('.'), says: saidOf(issue) }],
    )
    .slice(0, MOST_TOLD);
