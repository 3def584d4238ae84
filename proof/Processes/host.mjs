// A companion process: it serves what one module exports, for what exists only for Node.js.
// It reads one JSON request a line ({id, method, params}) and writes one JSON answer a line ({id, result} or {id, error}).
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import v8 from 'node:v8';

const [, , module] = process.argv;

// Most work here is over before optimised code pays off, and the thread that makes it takes a core of somebody else's: a function is
// optimised once it has run for a million bytes of bytecode, which by default are 135,168.
v8.setFlagsFromString('--interrupt-budget=1000000');

// Ctrl-C, which a terminal sends to all that it runs, is the parent's to answer; this process ends when that does.
process.on('SIGINT', () => {});
serve(await import(pathToFileURL(module)));

function serve(methods) {
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
