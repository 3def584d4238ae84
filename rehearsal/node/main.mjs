import { aws } from './aws.mjs';
import { serve } from './host.mjs';
import { prove, vet } from './judge.mjs';

serve({ aws, prove, vet });
