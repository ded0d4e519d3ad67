import Taro from '@tarojs/taro';
import { areaName } from '@yimatong/shared/core/area';
import { Row, Rows } from '../../core/ui/show';

const requests = {
  zh: '审批卡口、单位的申请',
  en: 'Decide requests of checkpoints and organisations',
};

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
    </Rows>
  );
