import { compareWithLivePython } from './live-python.ts';

compareWithLivePython(200);
