import Taro from '@tarojs/taro';
import { areaName } from '@yimatong/shared/core/area';
import { escalationContract } from '@yimatong/shared/escalation/contract';
import { Row, Rows } from '../../core/ui/show';
import { useRoute } from '../../core/use-route';

const requests = {
  zh: '审批地点、单位的申请',
  en: 'Decide requests of places and organisations',
};
const places = { zh: '本地区的地点和人员', en: 'Places and workers of the area' };
const observed = { zh: '医学观察', en: 'Medical observation' };
const reported = { zh: '卡口上报，等待答复', en: 'Reported by gates, to be answered' };

/** A supervisor's way to what waits in their area. */
export const Supervised = ({ areas }: { areas: readonly string[] }) =>
  areas.length === 0 ? null : (
    <Rows>
      {areas.map((area) => (
        <Reported key={`reported-${area}`} area={area} />
      ))}
      {areas.map((area) => (
        <Row
          key={area}
          id={`requests-${area}`}
          label={requests}
          note={areaName(area) ?? area}
          onTap={() => void Taro.navigateTo({ url: `/place/pages/requests?area=${area}` })}
        />
      ))}
      {areas
        .filter((area) => area.length === 6)
        .map((area) => (
          <Row
            key={`observed-${area}`}
            id={`observed-${area}`}
            label={observed}
            note={areaName(area) ?? area}
            onTap={() => void Taro.navigateTo({ url: `/observation/pages/list?area=${area}` })}
          />
        ))}
      {areas.map((area) => (
        <Row
          key={`places-${area}`}
          id={`places-${area}`}
          label={places}
          note={areaName(area) ?? area}
          onTap={() => void Taro.navigateTo({ url: `/place/pages/places?area=${area}` })}
        />
      ))}
    </Rows>
  );

/** Somebody is held at a gate. */
const ASKED_EVERY_MS = 15_000;

/** With how many wait; the province chooses a city first. */
function Reported({ area }: { area: string }) {
  const isCity = area.length === 6;
  const { state } = useRoute(
    escalationContract.inArea,
    { query: { area: isCity ? area : '', state: 'waiting' } },
    { when: isCity, everyMs: ASKED_EVERY_MS },
  );
  const { escalations, next } =
    state.status === 'ready' ? state.value : { escalations: [], next: undefined };
  const count = `${escalations.length}${next === undefined ? '' : '+'}`;
  return (
    <Row
      id={`reported-${area}`}
      label={reported}
      note={areaName(area) ?? area}
      value={isCity ? { zh: `${count} 条`, en: count } : undefined}
      onTap={() => void Taro.navigateTo({ url: `/escalation/pages/list?area=${area}` })}
    />
  );
}
