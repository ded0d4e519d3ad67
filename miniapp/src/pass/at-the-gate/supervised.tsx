import Taro from '@tarojs/taro';
import { areaName } from '@yimatong/shared/core/area';
import { Row, Rows } from '../../core/ui/show';

const requests = {
  zh: '审批地点、单位的申请',
  en: 'Decide requests of places and organisations',
};
const places = { zh: '本地区的地点和人员', en: 'Places and workers of the area' };

/** A supervisor's way to the requests of their area. */
export const Supervised = ({ areas }: { areas: readonly string[] }) =>
  areas.length === 0 ? null : (
    <Rows>
      {areas.map((area) => (
        <Row
          key={area}
          id={`requests-${area}`}
          label={requests}
          note={areaName(area) ?? area}
          onTap={() => void Taro.navigateTo({ url: `/place/pages/requests?area=${area}` })}
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
