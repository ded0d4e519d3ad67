import { accountContract } from '@yimatong/shared/account/contract';
import { leavingContract } from '@yimatong/shared/account/leaving';
import { maskedPhone } from '@yimatong/shared/core/person';
import { msOf } from '@yimatong/shared/core/day';
import { Problem } from '@yimatong/shared/core/problem';
import { mustBeOwn } from '../core/actor';
import { lookUpOf } from '../core/keys';
import { serve } from '../core/serve';
import * as standings from '../core/standing';
import { commit, untilCommitted } from '../core/table';
import { putDetails, returnedBefore, shown } from './details';
import { addMember, changeMember, letGo, mustBeMember, takeOver } from './family';
import { openHandover } from './handover';
import { identityOf } from './identity';
import { leave, mustBeFree, obstaclesOf } from './leave';
import { identityProven } from './proof';
import { accountOf, accountOfIdentity, bind, sessionFor } from './sign-in';
import { acceptCode, EXPIRES_IN_SECONDS, RESEND_AFTER_SECONDS, sendCode } from './sms-code';
import * as accounts from './store';
import { openidOf } from './wechat';

export const handler = serve(
  { ...accountContract, ...leavingContract },
  {
    async sendSmsCode({ body, address, now }) {
      await sendCode('login', body.phone, await address(), now);
      return { resendAfterSeconds: RESEND_AFTER_SECONDS, expiresInSeconds: EXPIRES_IN_SECONDS };
    },

    async signIn({ body, address, now }) {
      await acceptCode('login', body.phone, body.code, await address(), now);
      const accountId = await accountOf(body.phone, now);
      if (body.wechatCode !== undefined) await bindWechat(body.wechatCode, accountId);
      if (body.alipayProof !== undefined) await bindAlipay(body.alipayProof, accountId, now);
      return sessionFor(accountId, now);
    },

    async signInByWechat({ body, now }) {
      const identity = await lookUpOf('wechat', await openidOf(body.code));
      return sessionFor(await accountOfIdentity('wechat', identity), now);
    },

    async signInByAlipay({ body, now }) {
      const { found } = await identityProven(body.proof, now);
      return sessionFor(await accountOfIdentity('alipay', found), now);
    },

    async signOut({ actor, now }) {
      const { sessionId, until } = actor.session;
      return untilCommitted(async () => {
        const standing = await standings.ofNow(actor.accountId);
        if (!standing) return { ended: true as const };
        const stillRunning = standing.ended.filter((one) => one.until * 1000 > msOf(now));
        const committed = await commit(
          standings.put({ ...standing, ended: [...stillRunning, { sessionId, until }] }),
        );
        return committed === 'committed' ? { ended: true as const } : undefined;
      });
    },

    async mine({ actor, now }) {
      const [personId] = actor.persons;
      const kept = await accounts.detailsOf(personId!);
      return {
        accountId: actor.accountId,
        maskedPhone: maskedPhone(await accounts.phoneOf(actor.accountId)),
        personId: personId!,
        ...(kept && { details: shown(personId!, kept) }),
        members: [...actor.members],
        duties: actor.duties.map(({ grantId, role, placeId, area }) => ({
          grantId,
          role,
          placeId,
          area,
        })),
        serverTime: now,
      };
    },

    async putDetails({ actor, params, body, now }) {
      const before = actor.persons.includes(params.personId)
        ? undefined
        : await returnedBefore(actor.persons[0]!, body);
      if (before) return before;
      mustBeOwn(actor, params.personId);
      return putDetails(params.personId, body, actor.accountId, now);
    },

    async details({ actor, params: { personId } }) {
      mustBeOwn(actor, personId);
      const kept = await accounts.detailsOf(personId);
      if (!kept) throw new Problem('account.details-missing');
      return shown(personId, kept);
    },

    addMember: ({ actor, body, now }) => addMember(actor.accountId, body, now),

    async changeMember({ actor, params: { personId }, body, now }) {
      mustBeOwn(actor, personId);
      return changeMember(actor.accountId, personId, body.relation, now);
    },

    async letGo({ actor, params: { personId }, now }) {
      return { letGo: await letGo(actor.accountId, personId, now) };
    },

    async handOver({ actor, params: { personId }, now }) {
      await mustBeMember(actor.accountId, personId);
      return openHandover(personId, actor.accountId, now);
    },

    async takeOver({ actor, body, now }) {
      const { personId, kept } = await takeOver(actor.accountId, body, now);
      return shown(personId, kept);
    },

    async leaving({ actor, now }) {
      return {
        maskedPhone: maskedPhone(await accounts.phoneOf(actor.accountId)),
        obstacles: await obstaclesOf(actor.accountId, now),
      };
    },

    async sendLeaveCode({ actor, address, now }) {
      mustBeFree(await obstaclesOf(actor.accountId, now));
      const phone = await accounts.phoneOf(actor.accountId);
      await sendCode('leaving', phone, await address(), now);
      return { resendAfterSeconds: RESEND_AFTER_SECONDS, expiresInSeconds: EXPIRES_IN_SECONDS };
    },

    async leave({ actor, body, address, now }) {
      mustBeFree(await obstaclesOf(actor.accountId, now));
      const phone = await accounts.phoneOf(actor.accountId);
      await acceptCode('leaving', phone, body.code, await address(), now);
      await leave(actor.accountId, phone, now);
      return { leftAt: now };
    },
  },
);

/** A login by phone stands, whatever the platform says: then the next opening asks for the phone again. */
async function bindWechat(code: string, accountId: Parameters<typeof bind>[2]): Promise<void> {
  const openid = await openidOf(code).catch(() => undefined);
  if (openid !== undefined) await bind('wechat', await identityOf('wechat', openid), accountId);
}

async function bindAlipay(
  proof: string,
  accountId: Parameters<typeof bind>[2],
  at: Parameters<typeof identityProven>[1],
): Promise<void> {
  const identity = await identityProven(proof, at).catch(() => undefined);
  if (identity !== undefined) await bind('alipay', identity, accountId);
}
