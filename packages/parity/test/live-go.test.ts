import { compareWithLiveGo } from './live-go.ts';

compareWithLiveGo(200);
