// A companion process of the rehearsal: it holds what exists only for Node.js.
// It reads one JSON request a line ({id, method, params}) and writes one JSON answer a line ({id, result} or {id, error}).
import { createInterface } from 'node:readline';

export function serve(methods) {
  const lines = createInterface({ input: process.stdin });
  lines.on('line', async line => {
    const { id, method, params } = JSON.parse(line);
    process.stdout.write(JSON.stringify({ id, ...(await answer(methods, method, params)) }) + '\n');
  });
  // Without a parent there is nobody to answer.
  lines.on('close', () => process.exit(0));
}

async function answer(methods, method, params) {
  try {
    if (!Object.hasOwn(methods, method)) throw new Error(`no method '${method}'`);
    return { result: (await methods[method](params)) ?? null };
  } catch (error) {
    const { name, message, status, attempts } = error;
    return { error: { name, message, status, attempts } };
  }
}
