// Serves what one module exports: aws.mjs or judge.mjs.
import { serve } from './host.mjs';

// Ctrl-C, which a terminal sends to all that it runs, is the rehearsal's to answer; this process ends when it does.
process.on('SIGINT', () => {});
serve(await import(`./${process.argv[2]}`));
