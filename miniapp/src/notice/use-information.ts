/** What is published, kept on the device: it opens without network, and without a session. */
import { noticeContract } from '@yimatong/shared/notice/contract';
import { useRoute } from '../core/use-route';

export const useInformation = () =>
  useRoute(noticeContract.information, {}, { keepAs: 'information', isPublic: true });
