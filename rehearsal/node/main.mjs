import { aws } from './aws.mjs';
import { serve } from './host.mjs';
import { judge, prove, vet } from './judge.mjs';

serve({ aws, judge, prove, vet });
