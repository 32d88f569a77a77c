import * as core from '@token04/core/web';
import * as testing from '@token04/core/web/testing';
import exercise from './exercise.cjs';

await exercise(core, testing);
