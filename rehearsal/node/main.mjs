// Serves what one module exports: aws.mjs or judge.mjs.
import { serve } from './host.mjs';

serve(await import(`./${process.argv[2]}`));
