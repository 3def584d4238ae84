// The judge alone, for what needs no emulated AWS: the proof of a live account, and the tests.
import { serve } from './host.mjs';
import { prove, vet } from './judge.mjs';

serve({ prove, vet });
