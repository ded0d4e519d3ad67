import { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { colourLabels } from '@yimatong/shared/code/colour-label';
import { saidOf } from '@yimatong/shared/core/invalid';
import { Plate } from '@yimatong/shared/pass/contract';
import { go, goBack } from '../../core/go';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { Heading, Text, View } from '../../core/ui/native';
import { Notice, Shape } from '../../core/ui/show';
import { EmptyState } from '../../core/ui/states';
import { noCamera } from '../at-the-gate/scan-foot';
import { outcomeLabels } from '../outcome';
import { beginVehicle, endVehicle, type Passenger, type Vehicle, vehicleHere } from '../party';
import { countsOf } from '../party-words';
import { isStanding, standingAt } from '../scanned';
import { keepPlate, plateKept } from '../settings';
import { useCamera } from '../use-camera';
import { PlateField } from './plate-field';
import '../pass.scss';

definePageConfig({ navigationBarTitleText: '车辆登记' });

const words = {
  title: { zh: '车辆登记', en: 'A vehicle' },
  begin: { zh: '开始扫码', en: 'Begin scanning' },
  first: { zh: '还没有扫码', en: 'Nobody scanned yet' },
  firstHelp: {
    zh: '请车上的人逐个出示健康码。每人单独判断：一人不能通行，不影响其他人。',
    en: 'Everybody in it shows their code. Each is judged alone: one who may not pass does not stop the others.',
  },
  next: { zh: '扫下一位', en: 'Scan the next one' },
  done: { zh: '这辆车完成', en: 'This vehicle is done' },
  whole: { zh: '登记完成', en: 'Recorded' },
  another: { zh: '登记下一辆', en: 'The next vehicle' },
  back: { zh: '回到查验', en: 'Back to the gate' },
};

export default function VehiclePage() {
  const [vehicle, setVehicle] = useState(vehicleHere);
  const [finished, setFinished] = useState<Vehicle>();
  useDidShow(() => setVehicle(vehicleHere()));
  useEffect(() => {
    if (!isStanding()) go.gate();
  }, []);

  if (finished !== undefined)
    return <Whole vehicle={finished} onAnother={() => setFinished(undefined)} />;
  if (vehicle === undefined)
    return (
      <Begin
        onBegin={(plate) => {
          beginVehicle(plate);
          keepPlate(plate);
          setVehicle(vehicleHere());
        }}
      />
    );
  const finish = () => {
    endVehicle();
    keepPlate(undefined);
    setVehicle(undefined);
    if (vehicle.people.length > 0) setFinished(vehicle);
  };
  return <Scanning vehicle={vehicle} onDone={finish} />;
}

function Begin({ onBegin }: { onBegin: (plate: string) => void }) {
  const [typed, setTyped] = useState(plateKept() ?? '');
  const [isWrong, setWrong] = useState(false);
  const begin = () => {
    const plate = Plate.safeParse(typed);
    setWrong(!plate.success);
    if (plate.success) onBegin(plate.data);
  };
  return (
    <Page title={words.title} foot={<Button id="begin" label={words.begin} onTap={begin} />}>
      <PlateField
        value={typed}
        mistake={isWrong ? saidOf({ message: 'plate' }) : undefined}
        onChange={(plate) => {
          setTyped(plate);
          setWrong(false);
        }}
      />
    </Page>
  );
}

function Scanning({ vehicle, onDone }: { vehicle: Vehicle; onDone: () => void }) {
  const camera = useCamera(standingAt());
  const { people, plate } = vehicle;
  return (
    <Page
      title={words.title}
      foot={
        <>
          {camera.isBroken && <Notice kind="error" words={noCamera} />}
          <Button
            id="scan-passenger"
            label={words.next}
            disabled={camera.isOpening}
            onTap={camera.scan}
          />
          <Button id="vehicle-done" kind="secondary" label={words.done} onTap={onDone} />
        </>
      }
    >
      <Heading>{plate}</Heading>
      {people.length === 0 ? (
        <EmptyState title={words.first} help={words.firstHelp} />
      ) : (
        <People vehicle={vehicle} />
      )}
    </Page>
  );
}

function Whole({ vehicle, onAnother }: { vehicle: Vehicle; onAnother: () => void }) {
  return (
    <Page
      title={words.whole}
      foot={
        <>
          <Button id="another-vehicle" label={words.another} onTap={onAnother} />
          <Button id="vehicle-back" kind="secondary" label={words.back} onTap={goBack} />
        </>
      }
    >
      <Heading>{vehicle.plate}</Heading>
      <People vehicle={vehicle} />
    </Page>
  );
}

function People({ vehicle: { people, party } }: { vehicle: Vehicle }) {
  const say = useSay();
  const { zh, en } = countsOf(party);
  const count = people.length;
  return (
    <View id="people" className="ui-card">
      <Text className="gate-queue">
        {say({ zh: `共 ${count} 人：${zh}`, en: `${count} in all: ${en}` })}
      </Text>
      {people.map((one, i) => (
        <Seat key={i} of={one} at={i + 1} />
      ))}
    </View>
  );
}

function Seat({ of: { maskedName, colour, outcome }, at }: { of: Passenger; at: number }) {
  const say = useSay();
  const nth = { zh: `第 ${at} 位`, en: `Number ${at}` };
  return (
    <View id={`seat-${at}`} className="gate-seat">
      <Shape of={colour} />
      <Text className="gate-seat__who">
        {maskedName ?? say(nth)} · {say(colourLabels[colour])}
      </Text>
      <Text className={`pass-outcome pass-outcome--${outcome}`}>{say(outcomeLabels[outcome])}</Text>
    </View>
  );
}
