import { codeContract } from '@yimatong/shared/code/contract';
import { Problem } from '@yimatong/shared/core/problem';
import { mustBeOwn } from '../core/actor';
import { keys } from '../core/keys';
import { serve } from '../core/serve';
import { shownAt } from './shown';
import * as codes from './store';

export const handler = serve(codeContract, {
  async mine({ actor, params, now }) {
    mustBeOwn(actor, params.personId);
    const code = await codes.of(params.personId);
    if (!code) throw new Problem('account.details-missing');
    const [issuer] = (await keys()).issuers;
    return shownAt(code, now, issuer);
  },

  async keys({ now }) {
    const { issuers } = await keys();
    const shown = issuers.map(({ keyId, publicKey }) => ({
      keyId,
      publicKey: Buffer.from(publicKey).toString('base64url'),
    }));
    return { keys: shown, serverTime: now };
  },
});
