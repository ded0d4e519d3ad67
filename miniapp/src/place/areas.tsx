import Taro from '@tarojs/taro';
import type { Area } from '@yimatong/shared/core/area';
import { Row, Rows } from '../core/ui/show';
import { EmptyState } from '../core/ui/states';

const none = { zh: '没有审批权限', en: 'Nothing to decide' };
const help = {
  zh: '市县指挥部的人员在这里审批各类地点和单位的申请。',
  en: 'The command of a city or county decides the requests of places and organisations here.',
};

/** Which city or county: headquarters have all of them. */
export const Areas = ({ areas, page }: { areas: readonly Area[]; page: string }) =>
  areas.length === 0 ? (
    <EmptyState title={none} help={help} />
  ) : (
    <Rows>
      {areas.map(({ code, name }) => (
        <Row
          key={code}
          id={`area-${code}`}
          label={name}
          onTap={() => void Taro.navigateTo({ url: `/place/pages/${page}?area=${code}` })}
        />
      ))}
    </Rows>
  );
