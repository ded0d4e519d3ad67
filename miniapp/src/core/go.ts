/** Ways to pages of another feature: features do not import one another. */
import Taro from '@tarojs/taro';

const to = (url: string) => (): void => void Taro.navigateTo({ url });
const toTab = (url: string) => (): void => void Taro.switchTab({ url });

export const go = {
  signIn: to('/account/pages/login'),
  details: to('/account/more/details'),
  detailsOf: (personId: string) => to(`/account/more/details?personId=${personId}`)(),
  addMember: to('/account/family/pages/add'),
  claim: to('/declaration/more/claim'),
  returnOutside: to('/declaration/more/return-outside'),
  returnWithin: to('/declaration/more/return-within'),
  returnToWork: to('/declaration/more/return-to-work'),
  card: to('/card/pages/card'),
  cardOf: (personId: string) => to(`/card/pages/card?personId=${personId}`)(),
  information: to('/notice/pages/information'),
  clinics: to('/notice/pages/information?part=clinics'),
  wasThere: to('/notice/pages/was-there'),
  reports: to('/report/pages/reports'),
  organisations: to('/organisation/pages/start'),
  myOrganisations: to('/organisation/pages/mine'),
  code: toTab('/code/pages/my-code'),
  checkIn: toTab('/declaration/pages/daily'),
  gate: toTab('/pass/pages/gate'),
  me: toTab('/account/pages/me'),
} as const;

/** Puts another page in this one's place: the way back does not lead here again. */
export const goOn = {
  details: (): void => void Taro.redirectTo({ url: '/account/more/details' }),
  claim: (): void => void Taro.redirectTo({ url: '/declaration/more/claim' }),
  member: (personId: string): void =>
    void Taro.redirectTo({ url: `/account/family/pages/member?personId=${personId}` }),
} as const;

/** Back to where one came from; from a page opened directly, to the code. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else go.code();
}
