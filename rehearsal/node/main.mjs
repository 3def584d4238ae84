import { aws } from './aws.mjs';
import { serve } from './host.mjs';

serve({ aws });
