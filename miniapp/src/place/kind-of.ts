import { requirementLabels } from '@yimatong/shared/code/requirement';
import {
  checkpointTypeLabels,
  organisationTypeLabels,
  type Place,
  placeKindLabels,
} from '@yimatong/shared/place/contract';
import type { Words } from '../core/say';

/** What it is, and who may pass there or under which code it is registered. */
export function kindOf(place: Place): Words[] {
  switch (place.kind) {
    case 'checkpoint':
      return [
        placeKindLabels.checkpoint,
        checkpointTypeLabels[place.type],
        requirementLabels[place.requires],
      ];
    case 'organisation':
      return [
        placeKindLabels.organisation,
        organisationTypeLabels[place.type],
        ...(place.creditCode === undefined ? [] : [place.creditCode]),
      ];
    default:
      return [placeKindLabels[place.kind]];
  }
}
